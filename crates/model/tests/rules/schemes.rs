use one_plan_model::calculation::Unit;
use one_plan_model::example;
use one_plan_model::quantity::Decimal;

/// How far apart two ranges are that have nothing in common: from the end of the lower to the start of the higher.
#[test]
fn two_savings_of_the_same_scheme_are_apart_by_what_lies_between_them() {
    let apart = |other: &str| {
        let example = example::outcome(&format!(
            r#""scheme_lists": [{{"id": "l", "name": "L", "year": "2012/13"}}, {{"id": "m", "name": "M", "year": "2012/13"}}],
            "schemes": [
                {{"id": "a", "name": "A", "list": "l", "low": "1.0", "high": "1.2", "unit": "£m"}},
                {{"id": "d", "name": "D", "list": "m", "gross": "{other}", "unit": "£m", "same_as": "a"}}
            ]"#
        ));
        example.findings.iter().find(|finding| finding.code == "same-scheme-different-saving").unwrap().apart
    };
    assert_eq!(apart("1.9"), Some((Decimal::from(700_000), Unit::Money)));
    assert_eq!(apart("0.4"), Some((Decimal::from(600_000), Unit::Money)));
}
