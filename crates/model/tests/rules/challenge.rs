use crate::support::{explained, findings};
use one_plan_model::example;

#[test]
fn growth_does_not_depend_on_the_order_of_its_drivers() {
    let driver = |id: &str, kind: &str, rate: &str| {
        format!(r#"{{"id": "{id}", "name": "{id}", "kind": "{kind}", "rate": "{rate}"}}"#)
    };
    let drivers = [
        driver("a", "demographic", "1.37%"),
        driver("b", "price", "2.91%"),
        driver("c", "efficiency", "3.99%"),
        driver("d", "non-demographic", "0.73%"),
    ];
    let spending = |order: [usize; 4]| {
        let rows = order.map(|at| drivers[at].clone()).join(", ");
        let example = example::outcome(&format!(
            r#""spend_trends": [{{"id": "t", "name": "T", "base_year": "2010/11", "base": "1,234.567", "unit": "£m"}}],
            "growth_drivers": [{rows}]"#
        ));
        example.text("challenge.spending-at-trend.of.t.2014-15")
    };
    let first = spending([0, 1, 2, 3]);
    assert!(first.starts_with("1"), "{first}");
    for order in [[3, 2, 1, 0], [1, 3, 0, 2], [2, 0, 3, 1]] {
        assert_eq!(spending(order), first);
    }
}

#[test]
fn the_parts_of_a_challenge_against_the_whole() {
    let parent = r#""organisations": [
        {"id": "county", "name": "County", "kind": "primary-care-trust"},
        {"id": "a", "name": "A", "kind": "commissioning-group", "parent": "county"},
        {"id": "b", "name": "B", "kind": "commissioning-group", "parent": "county"}
    ], "challenges": [
        {"organisation": "county", "year": "2011/12", "kind": "gap", "amount": "{}", "unit": "£m"},
        {"organisation": "a", "year": "2011/12", "kind": "gap", "amount": "6.25", "unit": "£m"},
        {"organisation": "b", "year": "2011/12", "kind": "gap", "amount": "6.33", "unit": "£m"}
    ]"#;
    // 12.58, give or take half a unit of each printed figure: 12.6 is rounding, 12.5 is not.
    findings("parts-differ-from-whole", parent, &[("12.6", false), ("12.5", true), ("12.58", false)]);
}

#[test]
fn a_year_without_drivers_multiplies_by_nothing() {
    let steps = |combination: &str| {
        explained(
            &format!(
                r#""spend_trends": [{{"id": "t", "name": "T", "base_year": "2010/11", "base": "100", "unit": "£m"{combination}}}],
                "growth_drivers": [{{"id": "d", "name": "D", "kind": "price", "year": "2012/13", "rate": "2%"}}]"#
            ),
            "challenge.spending-at-trend.of.t.2011-12",
        )
    };
    for combination in ["", r#", "combination": "additive""#] {
        assert_eq!(steps(combination), ["T: spending at trend, 2010/11"], "{combination}");
    }
}
