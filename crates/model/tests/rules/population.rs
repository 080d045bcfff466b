use crate::support::tables::GROUPS_AND_TRUST;
use crate::support::{NONE, findings, values};

const GROUP: &str = r#""organisations": [{"id": "group", "name": "Group", "kind": "commissioning-group"}], "#;

#[test]
fn fair_shares_by_two_formulas_stay_apart() {
    let example = values(
        &format!(
            r#"{GROUP}"allocations": [
            {{"id": "old", "name": "Old formula", "organisation": "group", "actual": "110", "target": "100", "unit": "£m", "pace": "25%"}},
            {{"id": "new", "name": "New formula", "organisation": "group", "actual": "110", "target": "125", "unit": "£m", "pace": "0%"}},
            {{"id": "printed", "name": "Only the distance", "organisation": "group", "distance": "-13", "unit": "£m"}}
        ]"#
        ),
        &[
            ("allocation.old.of-fair-share", "1.1"),
            ("allocation.new.of-fair-share", "0.88"),
            ("allocation.printed.of-fair-share", NONE),
            ("allocation.old.distance", "10000000"),
            ("allocation.new.distance", "-15000000"),
            ("allocation.printed.distance", "-13000000"),
            // A quarter of the 10 is closed; a pace of nought leaves everything.
            ("allocation.old.distance-after", "7500000"),
            ("allocation.new.distance-after", "-15000000"),
            ("allocation.printed.distance-after", NONE),
        ],
    );
    assert!(example.findings.is_empty(), "{:?}", example.findings);
}

#[test]
fn cleaning_the_lists_saves_the_payment_for_each_head() {
    values(
        &format!(
            r#"{GROUP}"practices": [
                {{"id": "a", "name": "A", "commissioner": "group", "ghost_patients": "300"}},
                {{"id": "b", "name": "B", "commissioner": "group", "ghost_patients": "346"}},
                {{"id": "c", "name": "C", "commissioner": "group"}}
            ],
            "populations": [{{"organisation": "group", "measure": "registered-population", "number": "10,000"}}],
            "per_head_payments": [
                {{"id": "lead", "name": "Lead payment", "organisation": "group", "measure": "registered-population", "rate": "2.35", "unit": "£"}}
            ]"#
        ),
        &[
            ("population.ghost-patients.group", "646"),
            ("population.per-head.lead", "23500"),
            // 2.35 × 646
            ("population.per-head.lead.list-cleaning", "1518.1"),
        ],
    );
}

#[test]
fn criteria_functions_and_levels_of_commissioners() {
    values(
        &format!(
            r#"{GROUPS_AND_TRUST}"authorisation_criteria": [
                {{"organisation": "north", "criterion": "Boundaries", "met": "yes"}},
                {{"organisation": "north", "criterion": "Size", "met": "no"}},
                {{"organisation": "north", "criterion": "Members"}},
                {{"organisation": "south", "criterion": "Size", "met": "no"}}
            ],
            "commissioning_functions": [
                {{"organisation": "north", "function": "Prescribing", "decision": "do", "delegated_from": "2011-04"}},
                {{"organisation": "north", "function": "Contracts", "decision": "buy"}},
                {{"function": "Finance", "organisation": "south", "decision": "buy"}}
            ],
            "capability_assessments": [
                {{"organisation": "north", "panel": "3", "self_assessed": "4", "signed": "2011-04-01"}},
                {{"organisation": "south", "self_assessed": "2"}}
            ]"#
        ),
        &[
            ("commissioner.north.criteria", "3"),
            ("commissioner.north.criteria-met", "1"),
            // None of one is met: nought, and not missing.
            ("commissioner.south.criteria-met-percent", "0"),
            ("commissioner.north.functions", "1"),
            ("commissioner.south.functions", NONE),
            ("commissioning-functions.buy", "2"),
            ("commissioning-functions.share", NONE),
            // The panel decides, not the own view.
            ("commissioner.north.level", "3"),
            ("commissioner.south.level", "2"),
        ],
    );
}

#[test]
fn shares_of_a_budget_and_levels_of_capability() {
    let commissioner =
        r#""organisations": [{"id": "c", "name": "C", "kind": "commissioning-group"}, {"id": "p", "name": "P"}], "#;
    findings(
        "shares-do-not-sum",
        &format!(
            r#"{commissioner}"spend_shares": [{{"commissioner": "c", "share": "63.1%"}}, {{"commissioner": "c", "provider": "p", "share": "{{}}"}}]"#
        ),
        &[("36.7%", true), ("36.8%", false), ("36.9%", false), ("37.0%", false), ("37.1%", true)],
    );
    findings(
        "level-outside-its-scale",
        &format!(r#"{commissioner}"capability_assessments": [{{"organisation": "c", "panel": "{{}}"}}]"#),
        &[("1", false), ("4", false), ("5", true)],
    );
}
