use crate::support::tables::{LISTS_OF_TWO_YEARS, SCHEMES_OF_NORTH, SPELLS_IN_BEDS, TRUSTS_AND_COUNCIL};
use one_plan_model::example;
use one_plan_model::outcome::progress_report;

#[test]
fn the_report_says_what_the_plan_changes() {
    let example = example::outcome(&format!(
        r#"{TRUSTS_AND_COUNCIL}{SPELLS_IN_BEDS}{LISTS_OF_TWO_YEARS}{SCHEMES_OF_NORTH}
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
