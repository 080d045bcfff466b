use crate::support::values;

#[test]
fn paying_what_the_partner_pays() {
    values(
        r#""price_comparisons": [
            {"id": "care", "name": "Care at home", "own_price": "15", "other_price": "12.50", "volume": "2,000", "length": "52", "unit": "£"},
            {"id": "item", "name": "Item", "own_price": "9", "other_price": "12", "volume": "100", "unit": "£"}
        ]"#,
        &[
            // 2.50 × 2,000 × 52
            ("price-comparison.care.saving", "260000"),
            ("price-comparison.care.above-other", "0.2"),
            ("price-comparison.item.saving", "-300"),
            ("price-comparison.item.above-other", "-0.25"),
        ],
    );
}
