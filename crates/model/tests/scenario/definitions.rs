//! Scenarios in a plan file.

use one_plan_model::example;
use one_plan_model::exchange::{read_json, write_json};
use one_plan_model::outcome::{compute, not_used, resolve, values};
use one_plan_model::plan::{Id, LeverKind, Plan};
use one_plan_model::quantity::Fixed;
use one_plan_model::scenario::{Definition, applied, compared, scenario_named};

fn plan(levers_and_changes: &str) -> Plan {
    example::plan(&format!(
        r#""scheme_lists": [{{"id": "l", "name": "L", "year": "2011/12"}}],
        "schemes": [{{"id": "a", "name": "A", "list": "l", "gross": "200", "unit": "£000"}}],
        "resource_limits": [{{"year": "2011/12", "limit": "5", "unit": "£m"}}],
        "scenarios": [{{"id": "one", "name": "One"}}, {{"id": "two", "name": "Two"}}],
        {levers_and_changes}"#
    ))
}

const BOTH: &str = r#""scenario_levers": [
        {"scenario": "one", "lever": "delivery", "setting": "50%", "low": "40%", "high": "100%", "reason": "As last year"},
        {"scenario": "two", "lever": "delay", "months": "3"}],
    "scenario_changes": [
        {"scenario": "one", "table": "schemes", "row": "a", "column": "gross", "value": "300"},
        {"scenario": "one", "table": "resource_limits", "row": "1", "column": "limit", "value": "4.5"},
        {"scenario": "two", "table": "schemes", "row": "a", "column": "gross"}]"#;

#[test]
fn a_plan_keeps_its_scenarios_to_the_byte() {
    let text = write_json(&plan(BOTH));
    assert!(text.contains(r#""scenario_levers": ["#));
    assert_eq!(write_json(&read_json(text.as_bytes()).unwrap().plan), text);
}

#[test]
fn scenarios_change_no_figure_and_no_finding_of_the_plan_and_are_not_called_unused() {
    let (with, without) = (plan(BOTH), plan(r#""scenario_levers": []"#));
    assert!(compute(&with).figures().eq(compute(&without).figures()));
    assert_eq!(compute(&with).findings(), compute(&without).findings());
    assert_eq!(not_used(&with), not_used(&without));
}

#[test]
fn changes_come_before_levers() {
    let plan = plan(BOTH);
    let (one, problems) = applied(&plan, &Definition::of(&plan, Id::at(0)));
    assert!(problems.is_empty(), "{problems:?}");
    let asked = ["schemes.list.l.gross", "resource-limit.2011-12"].map(|id| resolve(&plan, id).unwrap());
    // A half of the £300,000 that stand there instead.
    assert_eq!(values(&one, &asked), [150_000, 4_500_000].map(|pounds| Some(Fixed::whole(pounds))));
    let words = Definition::of(&plan, Id::at(0)).words(&plan);
    assert_eq!(
        words,
        [
            "schemes, A, gross: 300 instead of 200",
            "resource limits, 2011/12, limit: 4.5 instead of 5",
            "Delivery of savings: 50% of the planned savings are delivered",
        ]
    );
    // An emptied cell takes its figure with it.
    let columns = compared(&plan, &asked);
    assert_eq!(columns.iter().map(|column| column.name.as_str()).collect::<Vec<_>>(), ["The plan", "One", "Two"]);
    assert_eq!(columns[1].differences[1].unwrap().unwrap().to_string(), "-500000");
    assert_ne!(columns[2].values[0], columns[0].values[0]);
}

#[test]
fn what_cannot_be_understood_is_said_and_the_rest_counts() {
    let cases = [
        (r#""table": "schemas", "row": "a", "column": "gross""#, "no table \"schemas\""),
        (r#""table": "schemes", "row": "b", "column": "gross""#, "no row \"b\""),
        (r#""table": "schemes", "row": "a", "column": "grass""#, "no column \"grass\""),
        (r#""table": "resource_limits", "row": "2", "column": "limit""#, "no row \"2\""),
        (r#""table": "resource_limits", "row": "0", "column": "limit""#, "no row \"0\""),
        (r#""table": "scenarios", "row": "one", "column": "name""#, "not one that a scenario changes"),
        (r#""table": "schemes", "row": "a", "column": "gross", "value": "many""#, "schemes, row 1, gross"),
        (r#""table": "schemes", "row": "a", "column": "list""#, "schemes, row 1, list"),
    ];
    for (change, expected) in cases {
        let plan = plan(&format!(
            r#""scenario_changes": [{{"scenario": "one", {change}}}],
            "scenario_levers": [{{"scenario": "one", "lever": "delivery", "setting": "50%"}}]"#
        ));
        let (changed, problems) = applied(&plan, &Definition::of(&plan, Id::at(0)));
        assert!(problems.len() == 1 && problems[0].contains(expected), "{problems:?} should say {expected}");
        let gross = resolve(&plan, "schemes.list.l.gross").unwrap();
        assert_eq!(values(&changed, &[gross]), [Some(Fixed::whole(100_000))]);
    }
    let plan = plan(
        r#""scenario_levers": [{"scenario": "one", "lever": "delivery"}, {"scenario": "one", "lever": "delay", "setting": "5%"},
            {"scenario": "one", "lever": "contract-form"}, {"scenario": "one", "lever": "price", "low": "90%", "high": "120%"}]"#,
    );
    let definition = Definition::of(&plan, Id::at(0));
    assert_eq!(definition.problems.len(), 3, "{:?}", definition.problems);
    // With nothing but a range it stands where it leaves the plan as it is.
    assert_eq!((definition.levers[0].kind, definition.levers[0].setting), (LeverKind::Price, Fixed::ONE));
}

#[test]
fn a_lever_that_no_row_fits_says_that_it_moves_nothing() {
    let levers = r#"{"scenario": "one", "lever": "outturn", "setting": "110%"},
        {"scenario": "one", "lever": "contract-form", "form": "block"},
        {"scenario": "one", "lever": "delivery", "risk": "high", "setting": "50%"},
        {"scenario": "one", "lever": "delivery", "setting": "50%"},
        {"scenario": "one", "lever": "delay", "months": "2"}"#;
    let plan = plan(&format!(r#""scenario_levers": [{levers}]"#));
    let (_, problems) = applied(&plan, &Definition::of(&plan, Id::at(0)));
    assert_eq!(
        problems,
        ["Outturn of activity", "Form of contract", "Delivery of savings, risk high"]
            .map(|lever| format!("{lever}: no row of the plan fits it, so that it moves nothing"))
    );
}

#[test]
fn scenarios_are_found_by_their_names() {
    let plan = plan(BOTH);
    assert_eq!(scenario_named(&plan, "plan"), Ok(None));
    assert_eq!(scenario_named(&plan, "two"), Ok(Some(Id::at(1))));
    assert_eq!(scenario_named(&plan, "three").unwrap_err(), "there is no scenario \"three\"; there are plan, one, two");
}
