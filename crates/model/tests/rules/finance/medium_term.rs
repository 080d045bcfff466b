use crate::support::values;

#[test]
fn tariff_efficiency_is_part_of_what_is_saved() {
    values(
        r#""medium_term_plan": [{"year": "2012/13", "commissioner_qipp": "34", "tariff_efficiency": "28", "unit": "£m"}]"#,
        &[("medium-term.tariff-efficiency.2012-13", "28000000"), ("medium-term.total-qipp.2012-13", "62000000")],
    );
}
