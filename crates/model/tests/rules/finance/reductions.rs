use crate::support::{NONE, values};

#[test]
fn a_reduction_by_rate_and_by_amount() {
    values(
        r#""cost_reductions": [
            {"id": "rate", "name": "By rate", "base": "90", "rate": "33%", "years": "3", "unit": "£m"},
            {"id": "amount", "name": "By amount", "rate": "25%", "reduction": "5", "unit": "£m"}
        ]"#,
        &[
            ("reduction.rate.amount", "29700000"),
            ("reduction.rate.each-year", "9900000"),
            ("reduction.amount.base", "20000000"),
            ("reduction.amount.share", "0.25"),
            ("reduction.amount.each-year", NONE),
        ],
    );
}
