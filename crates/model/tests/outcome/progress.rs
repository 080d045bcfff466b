use one_plan_model::example;
use one_plan_model::outcome::progress_report;

const TRUSTS: &str = r#""organisations": [
    {"id": "north", "name": "North", "kind": "nhs-trust"},
    {"id": "south", "name": "South", "kind": "foundation-trust"},
    {"id": "council", "name": "Council", "kind": "local-authority"}
], "#;
const LISTS: &str = r#""scheme_lists": [
    {"id": "first", "name": "First", "year": "2011/12"},
    {"id": "second", "name": "Second", "year": "2012/13"}
], "#;
const ACUTE: &str = r#""settings": [{"id": "acute", "name": "Acute"}],
    "points_of_delivery": [
        {"id": "spells", "name": "Spells", "takes_a_bed": "yes"},
        {"id": "visits", "name": "Visits"}
    ], "#;
/// Two schemes take 4 and 2 from North in the first year, one 1 in the second; one is printed twice.
const SCHEMES: &str = r#""schemes": [
    {"id": "a", "name": "A", "list": "first", "provider": "north", "gross": "4", "unit": "£m"},
    {"id": "b", "name": "B", "list": "first", "provider": "north", "gross": "2", "unit": "£m"},
    {"id": "c", "name": "C", "list": "second", "provider": "north", "gross": "1", "unit": "£m"},
    {"id": "again", "name": "A, again", "list": "first", "provider": "north", "gross": "4", "unit": "£m", "same_as": "a"}
], "#;

#[test]
fn the_report_says_what_the_plan_changes() {
    let example = example::outcome(&format!(
        r#"{TRUSTS}{ACUTE}{LISTS}{SCHEMES}
        "baseline_activity": [{{"setting": "acute", "point_of_delivery": "spells", "activity": "1,000", "cost": "2", "unit": "£m"}}],
        "activity_changes": [{{"scheme": "a", "setting": "acute", "point_of_delivery": "spells", "provider": "north",
                              "effect": "avoided", "activity": "-100", "cost": "-0.2", "unit": "£m"}}],
        "provider_finances": [{{"organisation": "north", "year": "2011/12", "contract": "50", "surplus": "1", "unit": "£m"}}],
        "beds": [{{"provider": "north", "now": "300", "plan": "290"}}],
        "staff_groups": [{{"id": "nurses", "name": "Nurses", "baseline": "100", "plan": "95"}}]"#
    ));
    let report = progress_report(&example.plan, &example.outcome);
    let (_, section) = report.split_once("## What the plan changes").expect("the section");
    for line in [
        "Acute, Spells: change: −100",
        "North, 2011/12: contract after the plan: £44,000,000",
        "All beds: change: −10",
        "All staff: change: −5",
        "Trusts that balance after the plan, 2011/12: 1",
    ] {
        assert!(section.contains(line), "{line}\n{report}");
    }
}
