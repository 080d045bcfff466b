//! Rows that are odd, late, in another order or given more than once, and activity that several rules or
//! schemes share. Small plans, and values that were worked out by hand.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/values.rs"]
mod support;

use one_plan_model::example::{self, Example};
use one_plan_model::outcome::{Link, explain, resolve};
use support::{NONE, findings, finds, outcome_as_of, values};

const TRUSTS: &str = r#""organisations": [
    {"id": "north", "name": "North", "kind": "nhs-trust"},
    {"id": "south", "name": "South", "kind": "nhs-trust"}
], "#;
const ACUTE: &str =
    r#""settings": [{"id": "acute", "name": "Acute"}], "points_of_delivery": [{"id": "spells", "name": "Spells"}], "#;

fn message(example: &Example, code: &str) -> String {
    example
        .findings
        .iter()
        .find(|finding| finding.code == code)
        .map_or(String::new(), |finding| finding.message.clone())
}

#[test]
fn each_provider_has_its_own_months() {
    let month = |provider: &str, month: &str, cells: &str| {
        format!(
            r#"{{"setting": "acute", "point_of_delivery": "spells", "provider": "{provider}", "month": "{month}", {cells}}}"#
        )
    };
    let rows = [
        month("north", "2010-04", r#""activity": "100", "cost": "10", "unit": "£000""#),
        month("north", "2010-05", r#""activity": "110""#),
        // South has reported one month only.
        month("south", "2010-04", r#""activity": "50""#),
        // Outside the base year.
        month("south", "2011-04", r#""activity": "999""#),
    ];
    let tables = |rows: &[String]| format!(r#"{TRUSTS}{ACUTE}"monthly_activity": [{}]"#, rows.join(", "));
    let expected = [
        ("outturn.activity-to-date.acute.spells", "260"),
        ("outturn.months.acute.spells", "2"),
        // 210 × 12 ÷ 2 + 50 × 12 ÷ 1; the shorter time is said.
        ("outturn.activity.acute.spells", "1860"),
        // Cost is given for one month of two.
        ("outturn.cost.acute.spells", "120000"),
    ];
    let example = values(&tables(&rows), &expected);
    assert!(message(&example, "month-outside-the-base-year").contains("2010/11"));
    assert_eq!(
        message(&example, "fewer-months-than-others"),
        "South has 1 of the 2 months that others have: its forecast outturn stands on those alone."
    );
    let mut reversed = rows.to_vec();
    reversed.reverse();
    values(&tables(&reversed), &expected);
    assert!(!finds(&values(&tables(&rows[..3]), &[]), "month-outside-the-base-year"));
}

#[test]
fn the_most_final_figures_of_a_month_count() {
    let month = |state: &str, billed: &str| {
        let state = if state.is_empty() { String::new() } else { format!(r#""state": "{state}", "#) };
        format!(r#"{{"contract": "c", "month": "2011-04", {state}"billed": "{billed}", "paid": "9", "unit": "£m"}}"#)
    };
    let tables = |rows: &[String]| {
        format!(
            r#"{TRUSTS}"contracts": [{{"id": "c", "name": "C", "provider": "north", "form": "payment-by-results"}}],
            "contract_months": [{}]"#,
            rows.join(", ")
        )
    };
    for rows in [
        [month("estimate", "10"), month("flex", "12"), month("freeze", "11")],
        [month("freeze", "11"), month("estimate", "10"), month("flex", "12")],
        [month("estimate", "10"), month("flex", "12"), month("", "11")],
    ] {
        let example = values(
            &tables(&rows),
            &[
                ("contract.c.billed", "11000000"),
                ("contract.c.on-account", "9000000"),
                ("contract.c.changed-since-first-figures", "1000000"),
                ("contract.c.balance", "2000000"),
            ],
        );
        assert!(!finds(&example, "must-be-given-once"));
    }
    // Freeze counts over a row without a state, in any order.
    for rows in [[month("", "10"), month("freeze", "12")], [month("freeze", "12"), month("", "10")]] {
        values(&tables(&rows), &[("contract.c.billed", "12000000")]);
    }
    // Cell by cell: what is not given again at freeze is still known from flex.
    let flex = r#"{"contract": "c", "month": "2011-04", "state": "flex", "billed": "10", "upheld": "1", "withheld": "0.5", "paid": "8", "unit": "£m"}"#;
    let freeze = r#"{"contract": "c", "month": "2011-04", "state": "freeze", "billed": "9", "unit": "£m"}"#;
    values(
        &tables(&[flex.to_owned(), freeze.to_owned()]),
        &[
            ("contract.c.value", "8000000"),
            ("contract.c.on-account", "8000000"),
            ("contract.c.withheld", "500000"),
            ("contract.c.changed-since-first-figures", "-1000000"),
        ],
    );
    // One row for all commissioners and one for each: they are not added up, and what differs is said.
    let of = |organisation: &str, billed: &str| {
        format!(
            r#"{{"contract": "c", "month": "2011-04", {organisation}"state": "freeze", "billed": "{billed}", "unit": "£m"}}"#
        )
    };
    let rows = |north: &str| {
        [of("", "10"), of(r#""organisation": "north", "#, north), of(r#""organisation": "south", "#, "4")]
    };
    let both = [("contract.c.billed", "10000000"), ("contract.c.billed.south", "4000000")];
    assert!(!finds(&values(&tables(&rows("6")), &both), "month-parts-differ"));
    let example = values(&tables(&rows("5")), &both);
    assert_eq!(
        message(&example, "month-parts-differ"),
        "C, 2011-04: the month gives billed as £10,000,000 for all commissioners and £9,000,000 for them one by one: the row for all counts."
    );
    let once = values(&tables(&[month("flex", "12")]), &[("contract.c.changed-since-first-figures", NONE)]);
    assert!(!finds(&once, "must-be-given-once"));
    // The same state twice cannot be told apart.
    assert!(finds(&values(&tables(&[month("flex", "12"), month("flex", "13")]), &[]), "must-be-given-once"));
}

#[test]
fn rules_of_one_contract_share_its_emergency_baseline() {
    let tables = |second: &str| {
        format!(
            r#"{TRUSTS}"contracts": [{{"id": "c", "name": "C", "provider": "north", "form": "payment-by-results", "value": "100",
                "emergency": "10", "emergency_baseline": "9", "unit": "£m"}}],
            "activity_rules": [
                {{"id": "a", "name": "A", "rule": "marginal-rate", "contract": "c", "eligible": "600", "price": "1,000", "unit": "£"}},
                {second}
            ]"#
        )
    };
    let other = r#"{"id": "b", "name": "B", "rule": "admission-cap", "contract": "c", "eligible": "{}", "price": "1,000", "unit": "£"}"#;
    // Both lie within the million above the baseline: 30 % each, together as alone.
    let example = values(
        &tables(&other.replace("{}", "400")),
        &[
            ("activity-rule.a.saving", "180000"),
            ("activity-rule.b.saving", "120000"),
            ("contract.c.emergency-saving-together.2011-12", "300000"),
        ],
    );
    assert!(!finds(&example, "rules-share-a-baseline"));
    // Together they go 200,000 below it, which saves in full: 30 % of 1,000,000, and 200,000.
    let example = values(
        &tables(&other.replace("{}", "600")),
        &[("activity-rule.b.saving", "180000"), ("contract.c.emergency-saving-together.2011-12", "500000")],
    );
    assert_eq!(
        message(&example, "rules-share-a-baseline"),
        "C: its 2 rules for emergency admissions save £500,000 together in a whole year such as 2011/12, and £360,000 if each is looked at alone."
    );
    assert_eq!(example.findings.iter().filter(|finding| finding.code == "rules-share-a-baseline").count(), 1);
    // Rules that are never in force at the same time share nothing.
    let after = other.replace("{}", "600").replace(r#""unit": "£"}"#, r#""unit": "£", "start": "2012-04"}"#);
    let apart = tables(&after).replacen(
        r#""price": "1,000", "unit": "£"}"#,
        r#""price": "1,000", "unit": "£", "end": "2012-03"}"#,
        1,
    );
    let example = values(&apart, &[("contract.c.emergency-saving-together.2012-13", NONE)]);
    assert!(!finds(&example, "rules-share-a-baseline"));
    // One rule alone shares with nobody.
    let elsewhere = other.replace("{}", "600").replace(r#""contract": "c", "#, "");
    values(&tables(&elsewhere), &[("contract.c.emergency-saving-together.2011-12", NONE)]);
}

/// Schemes that claim 200, 100 and 50 of a pool of 1,000.
fn claims(choices: &str, provider: &str, baseline: &str) -> String {
    let change = |scheme: &str, activity: &str| {
        format!(
            r#"{{"scheme": "{scheme}", "setting": "acute", "point_of_delivery": "spells", {provider}"effect": "avoided", "cohort": "over 75", "activity": "-{activity}"}}"#
        )
    };
    format!(
        r#"{TRUSTS}{ACUTE}"baseline_activity": [{baseline}],
        "scheme_lists": [{{"id": "l", "name": "L", "year": "2011/12"}}],
        "schemes": [
            {{"id": "a", "name": "A", "list": "l"}}, {{"id": "b", "name": "B", "list": "l"}}, {{"id": "c", "name": "C", "list": "l"}}
        ],
        "activity_changes": [{}, {}, {}],
        "overlap_choices": [{choices}]"#,
        change("a", "200"),
        change("b", "100"),
        change("c", "50")
    )
}

#[test]
fn three_schemes_claim_the_same_activity() {
    let whole = r#"{"setting": "acute", "point_of_delivery": "spells", "activity": "1,000"}"#;
    let all = |treatment: &str| {
        let pairs = [("a", "b"), ("b", "c"), ("c", "a")];
        let rows = pairs.map(|(first, second)| {
            format!(r#"{{"first": "{first}", "second": "{second}", "treatment": "{treatment}"}}"#)
        });
        rows.join(", ")
    };
    let figure = "overlaps.acute.spells.claimed-more-than-once";
    // One after the other: 1,000 × (1 − 0.8 × 0.9 × 0.95) = 316 of the 350.
    for choices in [String::new(), all("stack")] {
        let example = values(&claims(&choices, "", whole), &[(figure, "34")]);
        assert!(!finds(&example, "overlap-choices-mixed"));
    }
    values(&claims(&all("cap"), "", whole), &[(figure, "150")]);
    values(&claims(&all("priority"), "", whole), &[(figure, "0")]);
    // Pairs alone count 20 + 10 + 5: one more than is claimed more than once.
    values(&claims("", "", whole), &[("overlap.a.b.acute.spells.claimed-twice", "20")]);
    let mixed = values(
        &claims(r#"{"first": "a", "second": "b", "treatment": "cap"}"#, "", whole),
        &[(figure, "34"), ("overlap.a.b.acute.spells.claimed-twice", "100")],
    );
    assert!(message(&mixed, "overlap-choices-mixed").starts_with("3 schemes claim the same activity of \"over 75\""));
}

#[test]
fn claims_at_a_provider_take_from_its_own_activity() {
    let both = r#"{"setting": "acute", "point_of_delivery": "spells", "provider": "north", "activity": "500"},
        {"setting": "acute", "point_of_delivery": "spells", "provider": "south", "activity": "500"}"#;
    let pair = "overlap.a.b.acute.spells.claimed-twice";
    // 200 and 100 of the 500 of North: 40 % of 20 % of 500.
    values(&claims("", r#""provider": "north", "#, both), &[(pair, "40")]);
    values(&claims("", "", both), &[(pair, "20")]);
    // A provider whose activity is not given takes from the place.
    let place = r#"{"setting": "acute", "point_of_delivery": "spells", "activity": "1,000"}"#;
    values(&claims("", r#""provider": "north", "#, place), &[(pair, "20")]);
    // One claim without a provider cannot be held against those of North.
    let code = "claims-with-and-without-provider";
    assert!(!finds(&values(&claims("", r#""provider": "north", "#, both), &[]), code));
    let mixed =
        claims("", r#""provider": "north", "#, both).replacen(r#""provider": "north", "effect""#, r#""effect""#, 1);
    assert!(finds(&values(&mixed, &[]), code));
    // Nothing can be taken where there is nothing: all of what both claim is too much.
    values(&claims("", "", &place.replace("1,000", "0")), &[(pair, "300")]);
    let cap = r#"{"first": "a", "second": "b", "treatment": "cap"}"#;
    values(&claims(cap, "", &place.replace("1,000", "50")), &[(pair, "250")]);
}

#[test]
fn months_and_weights_of_a_monitored_line() {
    let tables = |phasing: &str, months: &str| {
        format!(
            r#""monitored_lines": [{{"id": "l", "name": "L", "kind": "saving", "year": "2011/12", "plan": "1,200", "unit": "£000", "phasing": "{phasing}", "action": "x"}}],
            "monitored_months": [{months}]"#
        )
    };
    let outside = r#"{"line": "l", "month": "2011-04", "actual": "100", "unit": "£000"},
        {"line": "l", "month": "2012-04", "actual": "500", "unit": "£000"}"#;
    let example = values(
        &tables("straight-line", outside),
        &[
            ("monitoring.l.actual-to-date", "100000"),
            ("monitoring.l.plan-to-date", "100000"),
            ("monitoring.l.forecast", "1200000"),
        ],
    );
    assert_eq!(message(&example, "month-outside-the-year"), "A month of \"L\" is not in 2011/12: it does not count.");
    let weights =
        r#"{"line": "l", "month": "2011-04", "weight": "60%"}, {"line": "l", "month": "2011-05", "weight": "{}"}"#;
    findings(
        "weights-do-not-sum",
        &tables("weighted", weights),
        &[("39.3%", true), ("39.9%", false), ("40%", false), ("40.6%", true)],
    );
    findings("weights-do-not-sum", &tables("straight-line", weights), &[("30%", false)]);
}

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
fn a_rule_that_ends_before_it_starts_is_never_in_force() {
    let rule = r#""activity_rules": [{"id": "r", "name": "R", "rule": "suspension", "eligible": "120", "price": "10", "unit": "£", "start": "2011-10", "end": "{}"}]"#;
    findings("ends-before-it-starts", rule, &[("2011-09", true), ("2011-10", false), ("2011-11", false)]);
    values(&rule.replace("{}", "2011-09"), &[("activity-rule.r.saving.2011-12", "0")]);
}

#[test]
fn what_is_no_number_of_times() {
    let milestone = |times: &str| {
        format!(
            r#""milestones": [{{"id": "m", "name": "M", "due": "2011-06", "repeats": "monthly", "times": "{times}"}}]"#
        )
    };
    let code = "not-a-number-of-times";
    findings(
        code,
        &milestone("{}"),
        &[("0", false), ("3", false), ("1200", false), ("1201", true), ("2.5", true), ("-1", true)],
    );
    values(&milestone("2.5"), &[("milestone.m.occurrences", "1")]);
    values(&milestone("1200"), &[("milestone.m.occurrences", "1200")]);
}

#[test]
fn a_gate_moves_with_the_delay_of_its_scheme() {
    let tables = |delay: &str| {
        format!(
            r#""scheme_lists": [{{"id": "l", "name": "L", "year": "2011/12"}}],
            "schemes": [{{"id": "s", "name": "S", "list": "l", "start": "2011-04", "delay": "{delay}"}}],
            "gates": [{{"scheme": "s", "kind": "quality", "state": "open"}}]"#
        )
    };
    // Looked at on 15 June: with three months of delay it has not begun.
    let at = |delay: &str| {
        let example = outcome_as_of("2011-06-15", &tables(delay));
        finds(&example, "started-before-its-gate")
    };
    assert!(at("0") && at("2"));
    assert!(!at("3"));
}

#[test]
fn what_is_required_of_providers_is_not_required_of_commissioners() {
    let of = |kind: &str| {
        example::outcome(&format!(
            r#""organisations": [{{"id": "o", "name": "O", "kind": "{kind}"}}],
            "provider_finances": [{{"organisation": "o", "year": "2011/12", "turnover": "100", "improvement_forecast": "3", "unit": "£m"}}]"#
        ))
    };
    for (kind, expected) in [
        ("nhs-trust", true),
        ("foundation-trust", true),
        ("community-provider", true),
        ("primary-care-trust", false),
        ("cluster", false),
    ] {
        assert_eq!(finds(&of(kind), "improvement-below-requirement"), expected, "{kind}");
    }
}

#[test]
fn a_figure_printed_three_times_is_held_against_all() {
    let stated = |values: [&str; 3]| {
        let rows =
            values.map(|value| format!(r#"{{"figure": "savings.total.2011-12", "value": "{value}", "unit": "£m"}}"#));
        format!(
            r#""programmes": [{{"id": "p", "name": "P"}}],
            "programme_savings": [{{"programme": "p", "year": "2011/12", "part": "commissioner", "amount": "100", "unit": "£m"}}],
            "stated": [{}]"#,
            rows.join(", ")
        )
    };
    let contradictions = |values: [&str; 3]| {
        let example = example::outcome(&stated(values));
        example.findings.iter().filter(|finding| finding.code == "printed-in-two-ways").count()
    };
    assert_eq!(contradictions(["100", "100", "100"]), 0);
    // 100 may be anything from 99.5: it fits 99.6 and 100.4, but those do not fit each other.
    assert_eq!(contradictions(["99.6", "100", "100.4"]), 1);
    assert_eq!(contradictions(["100", "99.6", "100.4"]), 1);
    assert_eq!(contradictions(["100", "100", "103"]), 1);
}

#[test]
fn a_count_names_what_it_counts() {
    let example = example::outcome(
        r#""risks": [
            {"id": "a", "name": "Prices stall", "source": "12"},
            {"id": "b", "name": "Schemes slip", "source": "13"}
        ]"#,
    );
    let figure = resolve(&example.plan, "risks.number").unwrap();
    let explanation = explain(&example.plan, figure).unwrap();
    let said: Vec<_> = explanation.steps.iter().map(|step| (step.words.as_str(), step.shown.as_str())).collect();
    assert_eq!(said, [("the sum of 2", "2"), ("Prices stall", "one risk"), ("Schemes slip", "one risk")]);
    let lines: Vec<_> = explanation
        .steps
        .iter()
        .filter_map(|step| match &step.link {
            Some(Link::Cell { lines, .. }) => lines.as_deref(),
            _ => None,
        })
        .collect();
    assert_eq!(lines, ["12", "13"]);
}

#[test]
fn what_is_given_is_held_against_what_follows() {
    let code = "given-and-computed-differ";
    let reduction = |cells: &str| {
        format!(r#""cost_reductions": [{{"id": "r", "name": "R", "base": "90", "rate": "33%", {cells}"unit": "£m"}}]"#)
    };
    // 90 give or take 0.5, times 33 % give or take 0.5 %: from 29.1 to 30.3.
    for (given, expected) in
        [("28.9", true), ("29.1", false), ("29.7", false), ("30.3", false), ("30.5", true), ("-29.7", true)]
    {
        let example = values(&reduction(&format!(r#""reduction": "{given}", "#)), &[]);
        assert_eq!(finds(&example, code), expected, "{given}");
    }
    // What is given is used, and nothing is compared where one of the two is missing.
    let example = values(&reduction(r#""reduction": "20", "#), &[("reduction.r.amount", "20000000")]);
    assert_eq!(
        message(&example, code),
        "R: reduction is given as £20,000,000, but £29,700,000 follows from the other cells that it can stand on."
    );
    assert!(!finds(&values(&reduction(""), &[("reduction.r.amount", "29700000")]), code));
    // The rate of a reserve is an assumption where it is not given: it says nothing against the amount.
    let reserve = |rate: &str| {
        format!(
            r#""reserves": [{{"id": "r", "name": "R", "year": "2011/12", "base": "1,000", {rate}"amount": "33", "unit": "£m"}}]"#
        )
    };
    assert!(!finds(&values(&reserve(""), &[]), code));
    assert!(finds(&values(&reserve(r#""rate": "2%", "#), &[]), code));
    let part = r#""organisations": [{"id": "o", "name": "O", "kind": "nhs-trust"}],
        "contracts": [{"id": "c", "name": "C", "provider": "o", "form": "block", "base": "100.0", "unit": "£m"}],
        "contract_parts": [{"contract": "c", "organisation": "o", "role": "party", "share": "60.0%", "amount": "{}", "unit": "£m"}]"#;
    findings(code, part, &[("59.8", true), ("60.0", false), ("60.3", true)]);
}

#[test]
fn the_share_of_readmissions_goes_by_the_year() {
    let rule = |share: &str| {
        format!(
            r#""activity_rules": [{{"id": "r", "name": "R", "rule": "readmission-emergency", "eligible": "1,200", {share}"price": "1,000", "unit": "£",
                "start": "2011-10"}}]"#
        )
    };
    values(
        &rule(""),
        &[
            // 40 % in 2011/12 and 25 % after it; half of the first year.
            ("activity-rule.r.leaving", "480"),
            ("activity-rule.r.leaving.2011-12", "240"),
            ("activity-rule.r.saving.2011-12", "240000"),
            ("activity-rule.r.leaving.2012-13", "300"),
            ("activity-rule.r.saving.2012-13", "300000"),
        ],
    );
    // What arrives elsewhere is worked out again with the cases of the year, from none to some.
    let cap = r#""activity_rules": [{"id": "c", "name": "C", "rule": "caesarean-cap", "eligible": "250", "base": "1,000", "price": "3,000",
            "new_price": "1,000", "unit": "£", "start": "2011-04"}],
        "assumptions": [
            {"parameter": "caesarean-cap", "from": "2011-04-01", "value": "25%"},
            {"parameter": "caesarean-cap", "from": "2013-04-01", "value": "23%"}
        ]"#;
    values(cap, &[("activity-rule.c.saving.2011-12", "0"), ("activity-rule.c.saving.2013-14", "40000")]);
    // A share that the row gives holds in every year.
    values(
        &rule(r#""share": "50%", "#),
        &[("activity-rule.r.leaving.2011-12", "300"), ("activity-rule.r.leaving.2012-13", "600")],
    );
}
