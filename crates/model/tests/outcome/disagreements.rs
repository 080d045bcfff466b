//! Of findings that set two amounts against each other, only those disagree whose amounts should be the same.

use one_plan_model::example::{self, Example};

/// Whether the first finding of a code sets two amounts against each other, and how many pounds it is about.
fn of(example: &Example, code: &str) -> Option<(bool, Option<String>)> {
    let found = example.outcome.findings().iter().find(|finding| finding.code == code)?;
    Some((found.sets_against_each_other(), found.pounds_apart().map(|pounds| pounds.normalize().to_string())))
}

#[test]
fn what_is_behind_its_plan_is_no_disagreement() {
    let example = example::outcome(
        r#""monitored_lines": [{"id": "a", "name": "A", "kind": "saving", "year": "2026/27", "plan": "120", "unit": "£000", "phasing": "monthly"}],
        "monitored_months": [
            {"line": "a", "month": "2026-04", "plan": "30", "actual": "10", "unit": "£000"},
            {"line": "a", "month": "2026-05", "plan": "100", "unit": "£000"}
        ]"#,
    );
    assert_eq!(of(&example, "behind-plan-without-action"), Some((false, Some("20000".to_owned()))));
    assert_eq!(of(&example, "months-do-not-sum"), Some((true, Some("10000".to_owned()))));
}

#[test]
fn what_has_no_scheme_yet_is_no_disagreement() {
    let example = example::outcome(
        r#""scheme_lists": [{"id": "a", "name": "A", "year": "2026/27"}],
        "schemes": [
            {"id": "s", "name": "S", "list": "a", "gross": "200", "unit": "£000"},
            {"id": "t", "name": "T", "list": "a", "gross": "300", "unit": "£000", "status": "unidentified"}
        ],
        "stated": [{"figure": "schemes.list.a.gross", "value": "400", "unit": "£000"}]"#,
    );
    assert_eq!(of(&example, "unidentified-savings"), Some((false, Some("300000".to_owned()))));
    assert_eq!(of(&example, "printed-differs"), Some((true, Some("100000".to_owned()))));
}

#[test]
fn what_lies_beyond_a_limit_is_no_disagreement() {
    let example = example::outcome(
        r#""resource_limits": [{"year": "2026/27", "limit": "3", "unit": "£m"}],
        "budget_lines": [{"id": "b", "name": "B", "year": "2026/27", "gross": "5", "unit": "£m"}]"#,
    );
    let deficits: Vec<_> =
        example.outcome.findings().iter().filter(|finding| finding.pounds_apart() == Some(2_000_000.into())).collect();
    assert!(!deficits.is_empty(), "£2m more is spent than there is");
    assert!(deficits.iter().all(|finding| !finding.sets_against_each_other()), "{deficits:?}");
}

#[test]
fn what_a_test_of_a_figure_finds_beyond_its_limit_is_no_disagreement() {
    let example = example::outcome(
        r#""shared_budgets": [{"id": "pool", "name": "Pool", "kind": "pooled", "planned": "5", "cap": "4", "unit": "£m"}]"#,
    );
    assert_eq!(of(&example, "budget-above-cap"), Some((false, Some("1000000".to_owned()))));
}
