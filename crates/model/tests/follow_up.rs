//! What a plan has to follow up: parts of contracts, what was not saved, versions, courses and queues,
//! who decides, how funding is spent, what slipped, and totals level by level. Small plans, and values
//! that were worked out by hand.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/values.rs"]
mod support;

use support::{NONE, findings, finds, values};

const GROUPS: &str = r#""organisations": [
    {"id": "cluster", "name": "Cluster", "kind": "cluster"},
    {"id": "north", "name": "North", "kind": "commissioning-group", "parent": "cluster"},
    {"id": "south", "name": "South", "kind": "commissioning-group", "parent": "cluster"},
    {"id": "trust", "name": "Trust", "kind": "nhs-trust"}
], "#;

#[test]
fn a_contract_is_split_between_commissioners() {
    let tables = |south: &str, billed: &str| {
        format!(
            r#"{GROUPS}"contracts": [{{"id": "c", "name": "Contract", "provider": "trust", "form": "block", "base": "100", "activity": "1,000", "unit": "£m"}}],
            "contract_parts": [
                {{"contract": "c", "organisation": "north", "role": "host", "share": "60%"}},
                {{"contract": "c", "organisation": "south", "role": "associate", "amount": "40", "unit": "£m", "activity": "{south}"}}
            ],
            "contract_months": [
                {{"contract": "c", "month": "2011-04", "organisation": "north", "billed": "30", "unit": "£m"}},
                {{"contract": "c", "month": "2011-05", "organisation": "north", "billed": "{billed}", "unit": "£m"}},
                {{"contract": "c", "month": "2011-04", "organisation": "south", "billed": "5", "unit": "£m"}}
            ]"#
        )
    };
    let example = values(
        &tables("400", "29"),
        &[
            ("contract.c.part.north", "60000000"),
            ("contract.c.part.south", "40000000"),
            ("contract.c.part-activity.north", "600"),
            ("contract.c.parts-activity", "1000"),
            ("contract.c.parts-activity-difference", "0"),
            ("contract.c.billed.north", "59000000"),
            ("contract.c.billed.south", "5000000"),
            // The whole contract is billed by its parts.
            ("contract.c.billed", "64000000"),
            ("contract.c.part-left.north", "1000000"),
            ("contract.c.part-left.south", "35000000"),
        ],
    );
    assert!(!finds(&example, "contract-parts-differ") && !finds(&example, "part-of-contract-overspent"));
    findings(
        "contract-parts-differ",
        &tables("{}", "1"),
        &[("394", true), ("395", false), ("400", false), ("405", false), ("406", true)],
    );
    findings("part-of-contract-overspent", &tables("400", "{}"), &[("30", false), ("30.1", true)]);
}

#[test]
fn what_was_not_saved_is_part_of_the_next_year() {
    let tables = r#""organisations": [
            {"id": "west", "name": "West", "kind": "primary-care-trust"},
            {"id": "east", "name": "East", "kind": "primary-care-trust"}
        ],
        "savings_delivery": [
            {"organisation": "west", "year": "2011/12", "requirement": "50", "reserve": "20", "outturn": "20", "unit": "£m"},
            {"organisation": "east", "year": "2011/12", "requirement": "10", "outturn": "11", "unit": "£m"},
            {"organisation": "west", "year": "2012/13", "requirement": "40", "outturn": "40", "unit": "£m"}
        ],
        "medium_term_plan": [{"year": "2012/13", "commissioner_qipp": "63", "unit": "£m"}]"#;
    values(
        tables,
        &[
            // West lacks 10 of its net 30; East saves 1 more than it must; all together lack 9.
            ("savings-delivery.west.2012-13.brought-forward", "10000000"),
            ("savings-delivery.east.2012-13.brought-forward", "0"),
            ("savings-delivery.total.brought-forward.2012-13", "9000000"),
            ("savings-delivery.west.2012-13.requirement-with-brought-forward", "50000000"),
            ("savings-delivery.east.2012-13.requirement-with-brought-forward", NONE),
            ("savings-delivery.total.requirement-with-brought-forward.2012-13", "49000000"),
            ("savings-delivery.west.2011-12.requirement-with-brought-forward", NONE),
            // Of the 63 only 54 are new.
            ("medium-term.new-commissioner-qipp.2012-13", "54000000"),
        ],
    );
}

#[test]
fn versions_are_compared_by_programme_too() {
    let tables = |later: &str| {
        format!(
            r#""programmes": [{{"id": "p", "name": "P"}}, {{"id": "q", "name": "Q"}}],
            "plan_versions": [{{"id": "old", "name": "Old"}}, {{"id": "new", "name": "New", "replaces": "old"}}],
            "version_figures": [
                {{"version": "old", "year": "2011/12", "amount": "100", "unit": "£m"}},
                {{"version": "new", "year": "2011/12", "amount": "90", "unit": "£m"}},
                {{"version": "old", "year": "2011/12", "programme": "p", "amount": "70", "unit": "£m"}},
                {{"version": "old", "year": "2011/12", "programme": "q", "amount": "30", "unit": "£m"}},
                {{"version": "new", "year": "2011/12", "programme": "p", "amount": "{later}", "unit": "£m"}},
                {{"version": "new", "year": "2011/12", "programme": "q", "amount": "35", "unit": "£m"}}
            ]"#
        )
    };
    values(
        &tables("55"),
        &[
            // The rows by programme are not counted again.
            ("version.old.requirement.2011-12", "100000000"),
            ("version.new.change.2011-12", "-10000000"),
            ("version.new.change.p.2011-12", "-15000000"),
            ("version.new.change.q.2011-12", "5000000"),
            ("version.old.change.p.2011-12", NONE),
            ("version.new.programmes.2011-12", "90000000"),
            ("version.new.programmes-difference.2011-12", "0"),
        ],
    );
    findings(
        "version-programmes-differ",
        &tables("{}"),
        &[("53", true), ("54", false), ("55", false), ("56", false), ("57", true)],
    );
}

#[test]
fn a_course_before_surgery_drops_some_and_puts_off_the_others() {
    let rule = |cells: &str| {
        format!(
            r#""activity_rules": [{{"id": "r", "name": "R", "rule": "course-before-surgery", "eligible": "120", "excluded": "20",
                "price": "1,000", "unit": "£"{cells}}}]"#
        )
    };
    values(
        &rule(r#", "share": "10%", "months_later": "6""#),
        &[
            ("activity-rule.r.leaving", "10"),
            ("activity-rule.r.saving", "10000"),
            // The other 90 come half a year later: 45 of them in the next year.
            ("activity-rule.r.put-off", "45"),
            ("activity-rule.r.put-off-cost", "45000"),
            ("activity-rule.r.arriving", NONE),
        ],
    );
    // How many need no surgery after it is not known: none is claimed as saved.
    values(&rule(r#", "months_later": "2""#), &[("activity-rule.r.leaving", "0"), ("activity-rule.r.saving", "0")]);
    for (months, put_off) in [("0", "0"), ("12", "100"), ("30", "100"), ("-3", "0")] {
        values(&rule(&format!(r#", "months_later": "{months}""#)), &[("activity-rule.r.put-off", put_off)]);
    }
    values(&rule(""), &[("activity-rule.r.put-off", NONE)]);
}

#[test]
fn routine_surgery_is_done_in_turn() {
    let tables = |rows: &str| {
        format!(
            r#"{GROUPS}"points_of_delivery": [{{"id": "hips", "name": "Hips"}}, {{"id": "knees", "name": "Knees"}}],
            "waiting_patients": [{rows}]"#
        )
    };
    let row = |point: &str, listed: &str, treated: &str, patients: &str| {
        let treated = if treated.is_empty() { String::new() } else { format!(r#""treated": "{treated}", "#) };
        format!(r#"{{"point_of_delivery": "{point}", "listed": "{listed}", {treated}"patients": "{patients}"}}"#)
    };
    let in_turn = [
        row("hips", "2011-04", "2011-07", "10"),
        row("hips", "2011-05", "2011-07", "5"),
        row("hips", "2011-06", "", "7"),
    ];
    let example = values(
        &tables(&in_turn.join(", ")),
        &[
            ("waiting.hips.patients", "7"),
            ("waiting.hips.treated", "15"),
            // 10 × 3 + 5 × 2
            ("waiting.hips.months", "40"),
            ("waiting.knees.patients", NONE),
        ],
    );
    assert_eq!(&example.text("waiting.hips.average-months")[..6], "2.6666");
    let code = "treated-out-of-turn";
    assert!(!finds(&example, code));
    // Listed in May and treated in June, while those of April waited until July, or still wait.
    let overtaken =
        |treated: &str| format!("{}, {}", row("hips", "2011-04", treated, "1"), row("hips", "2011-05", "2011-06", "1"));
    for (treated, expected) in [("2011-05", false), ("2011-06", false), ("2011-07", true), ("", true)] {
        assert_eq!(finds(&values(&tables(&overtaken(treated)), &[]), code), expected, "{treated}");
    }
    // Special circumstances, another kind of surgery and another provider are no overtaking.
    for other in [
        overtaken("2011-07").replacen(
            r#"2011-06", "patients""#,
            r#"2011-06", "special_circumstances": "yes", "patients""#,
            1,
        ),
        overtaken("2011-07").replacen("hips", "knees", 1),
        overtaken("2011-07").replacen(r#""patients""#, r#""provider": "trust", "patients""#, 1),
    ] {
        assert!(!finds(&values(&tables(&other), &[]), code), "{other}");
    }
    let example = values(&tables(&overtaken("")), &[]);
    let finding = example.findings.iter().find(|finding| finding.code == code).unwrap();
    assert_eq!(
        finding.message,
        "Hips: patients listed in 2011-04 still wait, but others listed in 2011-05 were treated in 2011-06."
    );
}

#[test]
fn schemes_by_the_ways_that_a_plan_names() {
    let tables = |second: &str| {
        format!(
            r#""principles": [
                {{"id": "price", "name": "Lower price", "kind": "way"}},
                {{"id": "volume", "name": "Less volume", "kind": "way"}},
                {{"id": "talk", "name": "Talk", "kind": "strategy"}}
            ],
            "scheme_lists": [{{"id": "l", "name": "L", "year": "2011/12"}}],
            "schemes": [
                {{"id": "a", "name": "A", "list": "l", "gross": "3", "unit": "£m"{second}}},
                {{"id": "b", "name": "B", "list": "l", "gross": "4", "unit": "£m"}}
            ]"#
        )
    };
    let example = values(
        &tables(r#", "way": "price""#),
        &[("schemes.way.price", "3000000"), ("schemes.way.volume", NONE), ("schemes.way.talk", NONE)],
    );
    let unused: Vec<_> = example.findings.iter().filter(|finding| finding.code == "way-unused").collect();
    assert_eq!(unused.len(), 1);
    assert_eq!(unused[0].message, "No scheme improves value by \"Less volume\".");
    // Where no scheme says by which way it works, there is nothing to look at.
    assert!(!finds(&values(&tables(""), &[]), "way-unused"));
}

#[test]
fn who_decides_how_much() {
    values(
        r#""governance_bodies": [{"id": "board", "name": "Board"}, {"id": "forum", "name": "Forum"}],
        "decisions": [
            {"id": "a", "name": "A", "body": "board"},
            {"id": "b", "name": "B", "body": "board", "outcome": "adopted"},
            {"id": "c", "name": "C"}
        ]"#,
        &[("decisions.body.board", "2"), ("decisions.body.forum", NONE), ("decisions.adopted", "1")],
    );
}

#[test]
fn components_and_themes_of_a_funding() {
    let tables = |last: &str| {
        format!(
            r#""funding": [{{"id": "model", "name": "Model", "kind": "innovation", "amount": "18", "unit": "£m"}}],
            "funding_parts": [
                {{"funding": "model", "kind": "component", "name": "Checks", "amount": "10", "unit": "£m", "evaluation": "By a university"}},
                {{"funding": "model", "kind": "component", "name": "Work", "amount": "{last}", "unit": "£m"}},
                {{"funding": "model", "kind": "theme", "name": "Smoking"}},
                {{"kind": "component", "name": "Without funding"}}
            ]"#
        )
    };
    values(
        &tables("8"),
        &[
            ("funding.model.component", "2"),
            ("funding.model.theme", "1"),
            ("funding-parts.component", "3"),
            ("funding.model.component.amount", "18000000"),
            ("funding.model.theme.amount", NONE),
            ("funding.model.component.difference", "0"),
            ("funding.model.evaluated", "1"),
            ("funding.model.amount", "18000000"),
        ],
    );
    findings("funding-parts-differ", &tables("{}"), &[("6.9", true), ("8", false), ("9.1", true)]);
}

#[test]
fn a_slip_needs_an_agreed_action() {
    let milestone = |due: &str, action: &str| {
        format!(r#""milestones": [{{"id": "m", "name": "M", "original": "2012-01", "due": "{due}"{action}}}]"#)
    };
    let code = "slipped-without-action";
    findings(code, &milestone("{}", ""), &[("2011-12", false), ("2012-01", false), ("2012-02", true)]);
    findings(code, &milestone("{}", r#", "action": "Agreed with the region""#), &[("2012-02", false)]);
}

#[test]
fn a_red_measure_needs_a_trajectory_where_there_are_any() {
    let tables = |actual: &str, trajectory: &str, trajectories: &str| {
        format!(
            r#"{trajectories}"measures": [{{"id": "m", "name": "M", "direction": "higher", "actual": "{actual}", "target": "100", "action": "Something"{trajectory}}}]"#
        )
    };
    let some = r#""trajectories": [{"id": "t", "name": "T", "direction": "higher"}], "#;
    let code = "measure-red-without-trajectory";
    // Amber from 90 %.
    findings(code, &tables("{}", "", some), &[("89.9", true), ("90", false), ("100", false)]);
    findings(code, &tables("{}", r#", "trajectory": "t""#, some), &[("1", false)]);
    findings(code, &tables("{}", "", ""), &[("1", false)]);
}

#[test]
fn totals_level_by_level() {
    values(
        &format!(
            r#"{GROUPS}"practices": [
                {{"id": "one", "name": "One", "commissioner": "north", "referrals": "120", "referral_target": "100"}},
                {{"id": "two", "name": "Two", "commissioner": "north", "referrals": "95", "referral_target": "100"}},
                {{"id": "three", "name": "Three", "commissioner": "south", "referrals": "50", "referral_target": "60"}}
            ],
            "monitored_lines": [
                {{"id": "a", "name": "A", "kind": "saving", "organisation": "north", "year": "2011/12", "plan": "1,200", "unit": "£000", "phasing": "straight-line", "action": "x"}},
                {{"id": "b", "name": "B", "kind": "saving", "organisation": "south", "year": "2011/12", "plan": "1,200", "unit": "£000", "phasing": "straight-line", "action": "x"}}
            ],
            "monitored_months": [
                {{"line": "a", "month": "2011-04", "actual": "90", "unit": "£000"}},
                {{"line": "b", "month": "2011-04", "actual": "103", "unit": "£000"}}
            ]"#
        ),
        &[
            ("practices.north.referrals-above-target", "15"),
            ("practices.south.referrals-above-target", "-10"),
            ("practices.parts-of.cluster.referrals-above-target", "5"),
            ("practices.parts-of.north.referrals-above-target", NONE),
            ("monitoring.organisation.north.variance", "-10000"),
            ("monitoring.parts-of.cluster.variance", "-7000"),
        ],
    );
}
