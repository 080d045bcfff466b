use crate::support::tables::{LISTS_OF_TWO_YEARS, SCHEMES_OF_NORTH, SPELLS_IN_BEDS, TRUSTS_AND_COUNCIL};
use one_plan_model::example;
use one_plan_model::outcome::{compute, progress_report};
use one_plan_model::plan::{CellInput, Table};

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

/// A report for the public says dates in words, counts what does not change in place of a line for each, and has no pence.
#[test]
fn the_report_is_read_without_a_calculator() {
    let example = example::outcome(&format!(
        r#"{SPELLS_IN_BEDS}{LISTS_OF_TWO_YEARS}
        "schemes": [{{"id": "a", "name": "A", "list": "first", "gross": "1", "unit": "£m"}}],
        "baseline_activity": [{{"setting": "acute", "point_of_delivery": "spells", "activity": "1,000", "cost": "2", "unit": "£m"}}],
        "activity_changes": [{{"scheme": "a", "setting": "acute", "point_of_delivery": "spells", "effect": "avoided",
                              "activity": "0", "cost": "-1000.60", "unit": "£"}}]"#
    ));
    let mut plan = example.plan;
    let as_of = Table::PlanDetails.column("as_of").unwrap() as u8;
    plan.set_cell(Table::PlanDetails, 0, as_of, Some(CellInput::Text("2011-11-03"))).unwrap();
    let report = progress_report(&plan, &compute(&plan));
    assert!(report.contains("As of 3 November 2011.\n"), "{report}");
    assert!(report.contains("change in cost: −£1,001\n"), "{report}");
    assert!(report.contains("- What does not change is left out: 1 in number.\n"), "{report}");
    assert!(report.contains("## Does the plan add up?\n\n"), "{report}");
}
