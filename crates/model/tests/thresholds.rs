//! Every rule of the ten parts that has a threshold: below it, at it, above it; with nothing to
//! divide by; with something missing; negative; and with the largest values.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/values.rs"]
mod support;

use one_plan_model::example;
use support::{findings, finds, outcome_as_of};

/// Each case: the number that is put in place of `{}`, and the value of the figure.
fn figures(figure: &str, tables: &str, cases: &[(&str, &str)]) {
    for (number, expected) in cases {
        let example = example::outcome(&tables.replace("{}", number));
        assert_eq!(example.text(figure), *expected, "{figure} at {number}");
    }
}

const TRUST: &str = r#""organisations": [{"id": "trust", "name": "Trust", "kind": "nhs-trust"}], "#;

#[test]
fn requirements_on_providers_and_budgets() {
    let provider = |cells: &str| {
        format!(
            r#"{TRUST}"provider_finances": [{{"organisation": "trust", "year": "2011/12", "unit": "£m", {cells}}}]"#
        )
    };
    findings(
        "improvement-below-requirement",
        &provider(r#""turnover": "100", "improvement_forecast": "{}""#),
        &[("3.99", true), ("4", false), ("4.01", false), ("-1", true)],
    );
    findings("provider-in-deficit", &provider(r#""surplus": "{}""#), &[("-0.01", true), ("0", false), ("0.01", false)]);
    // A percentage of nothing is n/a and not a finding; what is missing gives no figure.
    figures(
        "provider.trust.2011-12.improvement-forecast",
        &provider(r#""turnover": "{}", "improvement_forecast": "4""#),
        &[("0", "n/a"), ("100", "0.04"), ("99,999,999,999", "0")],
    );
    figures(
        "provider.trust.2011-12.improvement-forecast",
        &provider(r#""turnover": "{}""#),
        &[("100", "no such figure")],
    );
    findings(
        "prevention-below-floor",
        r#""prevention_budgets": [{"id": "s", "name": "S", "budget": "1,000", "prevention": "{}", "unit": "£000"}]"#,
        &[("14.9", true), ("15", false), ("15.1", false), ("0", true)],
    );
    findings(
        "budget-above-cap",
        r#""shared_budgets": [{"id": "b", "name": "B", "kind": "programme", "cap": "10", "planned": "{}", "unit": "£m"}]"#,
        &[("9.9", false), ("10", false), ("10.1", true)],
    );
    findings(
        "reserve-overspent",
        r#""reserves": [{"id": "r", "name": "R", "year": "2012/13", "base": "1,000", "rate": "2%", "unit": "£m"}],
        "reserve_uses": [{"reserve": "r", "purpose": "pump-priming", "amount": "{}", "unit": "£m"}]"#,
        &[("19.99", false), ("20", false), ("20.01", true)],
    );
    findings(
        "control-total-missed",
        r#""resource_limits": [{"year": "2011/12", "control_total": "6", "forecast_surplus": "{}", "unit": "£m"}]"#,
        &[("5.9", true), ("6", false), ("6.1", false), ("-6", true)],
    );
}

#[test]
fn plan_and_resource() {
    let tables = r#""budget_lines": [{"id": "all", "name": "All", "gross": "100", "unit": "£m"}],
        "resource_limits": [{"year": "2011/12", "limit": "{}", "unit": "£m"}]"#;
    figures("framework.planned-surplus.2011-12", tables, &[("99", "-1000000"), ("100", "0"), ("101", "1000000")]);
    figures("framework.above-resource-limit.2011-12", tables, &[("99", "1000000"), ("101", "-1000000")]);
    findings("plan-exceeds-resource", tables, &[("99.9", true), ("100", false), ("100.1", false)]);
    let delivery = |outturn: &str| {
        format!(
            r#"{TRUST}"savings_delivery": [{{"organisation": "trust", "year": "2011/12", "requirement": "40", "outturn": "{outturn}", "unit": "£m"}}]"#
        )
    };
    figures(
        "savings-delivery.trust.2011-12.carried-forward",
        &delivery("{}"),
        &[("30", "10000000"), ("40", "0"), ("41", "0")],
    );
    figures("savings-delivery.trust.2011-12.delivery", &delivery("{}"), &[("30", "0.75"), ("0", "0"), ("-4", "-0.1")]);
}

#[test]
fn the_share_of_the_priority_programmes() {
    let tables = r#""programmes": [{"id": "first", "name": "First", "priority": "yes"}, {"id": "rest", "name": "Rest"}],
        "programme_savings": [
            {"programme": "first", "year": "2011/12", "part": "commissioner", "amount": "{}", "unit": "£m"},
            {"programme": "rest", "year": "2011/12", "part": "commissioner", "amount": "30", "unit": "£m"}
        ]"#;
    findings("priority-share-outside", tables, &[("44.9", true), ("45", false), ("70", false), ("70.1", true)]);
    figures("savings.priority-share.2011-12", tables, &[("45", "0.6"), ("70", "0.7"), ("0", "0")]);
}

#[test]
fn shares_levels_and_parts() {
    let commissioner = r#""organisations": [{"id": "c", "name": "C", "kind": "commissioning-group"}], "#;
    findings(
        "shares-do-not-sum",
        &format!(
            r#"{commissioner}"spend_shares": [{{"commissioner": "c", "share": "63.1%"}}, {{"commissioner": "c", "share": "{{}}"}}]"#
        ),
        &[("36.7%", true), ("36.8%", false), ("36.9%", false), ("37.0%", false), ("37.1%", true)],
    );
    findings(
        "level-outside-its-scale",
        &format!(r#"{commissioner}"capability_assessments": [{{"organisation": "c", "panel": "{{}}"}}]"#),
        &[("1", false), ("4", false), ("5", true)],
    );
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
    let contract = format!(
        r#"{TRUST}"contracts": [{{"id": "k", "name": "K", "provider": "trust", "form": "block", "base": "10", "unit": "£m"}}],
        "contract_parts": [{{"contract": "k", "organisation": "trust", "role": "party", "amount": "{{}}", "unit": "£m"}}]"#
    );
    // 10 is printed to the nearest million: half of one of it, and a tenth of the part, may be rounding.
    findings(
        "contract-parts-differ",
        &contract,
        &[("9.4", true), ("9.5", false), ("10", false), ("10.5", false), ("10.6", true)],
    );
}

#[test]
fn rules_of_activity() {
    let rule = |cells: &str| format!(r#""activity_rules": [{{"id": "r", "name": "R", "unit": "£", {cells}}}]"#);
    let cases = [
        (
            r#""rule": "admission-cap", "eligible": "{}", "limit": "1,000""#,
            [("999", "0"), ("1,000", "0"), ("1,001", "1")],
        ),
        (
            r#""rule": "follow-up-ratio", "eligible": "{}", "base": "100", "ratio": "2.3""#,
            [("229", "0"), ("230", "0"), ("231", "1")],
        ),
        (r#""rule": "caesarean-cap", "eligible": "{}", "base": "1,000""#, [("229", "0"), ("230", "0"), ("231", "1")]),
        (r#""rule": "readmission-elective", "eligible": "{}""#, [("0", "0"), ("10", "10"), ("-10", "-10")]),
        (r#""rule": "readmission-emergency", "eligible": "{}""#, [("0", "0"), ("10", "4"), ("100", "40")]),
        (
            r#""rule": "consultant-to-consultant", "eligible": "{}", "excluded": "40", "share": "25%""#,
            [("40", "0"), ("140", "25"), ("39", "0")],
        ),
        (r#""rule": "baseline-return", "eligible": "{}", "limit": "50""#, [("49", "0"), ("50", "0"), ("60", "10")]),
    ];
    for (cells, cases) in cases {
        figures("activity-rule.r.leaving", &rule(cells), &cases);
    }
    let saving = [
        (
            r#""rule": "local-price", "eligible": "10", "price": "100", "new_price": "{}""#,
            [("40", "600"), ("100", "0"), ("120", "-200")],
        ),
        (r#""rule": "no-payment", "eligible": "10", "price": "{}""#, [("0", "0"), ("100", "1000"), ("0.5", "5")]),
        (
            r#""rule": "short-stay", "eligible": "10", "price": "100", "share": "{}""#,
            [("0%", "1000"), ("70%", "300"), ("100%", "0")],
        ),
        (
            r#""rule": "price-change", "eligible": "10", "price": "100", "share": "{}""#,
            [("0%", "0"), ("10%", "100"), ("100%", "1000")],
        ),
        (
            r#""rule": "re-provision", "eligible": "100", "arriving": "{}", "price": "155", "new_price": "118""#,
            [("0", "15500"), ("100", "3700"), ("142", "-1256")],
        ),
        (
            r#""rule": "placement", "eligible": "11", "base": "365", "price": "300", "new_price": "{}""#,
            [("300", "0"), ("200", "401500"), ("400", "-401500")],
        ),
        (
            r#""rule": "day-case-to-outpatient", "eligible": "15,233", "price": "589.9", "new_price": "{}""#,
            [("316.7", "4161655.6"), ("589.9", "0"), ("0", "8985946.7")],
        ),
        (
            r#""rule": "income-neutral", "eligible": "100", "arriving": "80", "price": "{}""#,
            [("0", "0"), ("100", "0"), ("1", "0")],
        ),
    ];
    for (cells, cases) in saving {
        figures("activity-rule.r.saving", &rule(cells), &cases);
    }
    figures(
        "activity-rule.r.neutral-price",
        &rule(r#""rule": "income-neutral", "eligible": "100", "arriving": "{}", "price": "100""#),
        &[("80", "125"), ("100", "100")],
    );
    // Without a price there is no saving; what is reinvested leaves none.
    figures("activity-rule.r.saving", &rule(r#""rule": "no-payment", "eligible": "{}""#), &[("10", "no such figure")]);
    figures(
        "activity-rule.r.net-saving",
        &rule(r#""rule": "no-payment", "eligible": "10", "price": "5", "reinvested": "{}""#),
        &[("yes", "0"), ("no", "50")],
    );
    // A suspension from December to November is eight months of 2011/12.
    figures(
        "activity-rule.r.leaving.2011-12",
        &rule(r#""rule": "suspension", "eligible": "{}", "start": "2010-12", "end": "2011-11""#),
        &[("195", "130"), ("0", "0")],
    );
}

#[test]
fn time_decisions_and_gates() {
    let milestone = |cells: &str| format!(r#""milestones": [{{"id": "m", "name": "M", {cells}}}]"#);
    for (due, as_of, days) in [
        ("2011-06-30", "2011-06-30", "no such figure"),
        ("2011-06-30", "2011-07-01", "1"),
        // A month is over with its last day, a year with the 31st of March.
        ("2011-06", "2011-06-30", "no such figure"),
        ("2011-06", "2011-07-02", "2"),
        ("2011/12", "2012-03-31", "no such figure"),
        ("2011/12", "2012-04-01", "1"),
        ("2012-02-28", "2012-03-01", "2"),
    ] {
        let example = outcome_as_of(as_of, &milestone(&format!(r#""due": "{due}""#)));
        assert_eq!(example.text("milestone.m.days-overdue"), days, "{due} seen on {as_of}");
    }
    assert!(!finds(
        &outcome_as_of("2012-01-01", &milestone(r#""due": "2011-06-30", "status": "achieved""#)),
        "milestone-overdue"
    ));
    assert!(finds(
        &outcome_as_of("2012-01-01", &milestone(r#""due": "2011-06-30", "status": "slipping""#)),
        "milestone-overdue"
    ));
    let decision = r#""decisions": [{"id": "d", "name": "D", "opened": "2011-01-15"}]"#;
    for (as_of, months, overdue) in
        [("2011-07-14", "6", false), ("2011-07-15", "6", false), ("2011-07-16", "7", true), ("2011-08-15", "7", true)]
    {
        let example = outcome_as_of(as_of, decision);
        assert_eq!(example.text("decision.d.months-open"), months, "{as_of}");
        assert_eq!(finds(&example, "decision-overdue"), overdue, "{as_of}");
    }
    let gate = |state: &str| {
        format!(
            r#""scheme_lists": [{{"id": "l", "name": "L", "year": "2011/12"}}],
            "schemes": [{{"id": "s", "name": "S", "list": "l", "start": "2011-06"}}],
            "gates": [{{"scheme": "s", "kind": "quality", "state": "{state}"}}]"#
        )
    };
    for (state, as_of, started) in [
        ("open", "2011-05-31", false),
        ("open", "2011-06-01", true),
        ("failed", "2011-06-01", true),
        ("passed", "2011-06-01", false),
        ("not-needed", "2011-06-01", false),
    ] {
        assert_eq!(
            finds(&outcome_as_of(as_of, &gate(state)), "started-before-its-gate"),
            started,
            "{state} on {as_of}"
        );
    }
}

#[test]
fn delays_travel_and_circles_are_found() {
    let tables = r#""scheme_lists": [{"id": "l", "name": "L", "year": "2011/12"}],
        "schemes": [
            {"id": "a", "name": "A", "list": "l", "start": "2011-04", "delay": "{}"},
            {"id": "b", "name": "B", "list": "l", "start": "2011-04", "delay": "1"},
            {"id": "c", "name": "C", "list": "l", "full_year_effect": "12", "unit": "£000", "start": "2011-04"}
        ],
        "dependencies": [{"scheme": "b", "on_scheme": "a"}, {"scheme": "c", "on_scheme": "b"}]"#;
    figures("scheme.c.delay", tables, &[("0", "1"), ("1", "1"), ("2", "2"), ("12", "12")]);
    figures("scheme.c.part-year.2011-12", tables, &[("0", "11000"), ("2", "10000"), ("12", "0"), ("999", "0")]);
    figures("scheme.c.lost-to-delay.2011-12", tables, &[("2", "2000"), ("12", "12000")]);
    let circle = tables.replace(r#"{"scheme": "c", "on_scheme": "b"}"#, r#"{"scheme": "a", "on_scheme": "b"}"#);
    assert!(finds(&example::outcome(&circle.replace("{}", "3")), "dependencies-in-a-circle"));
    let blocked = |state: &str| {
        format!(
            r#""scheme_lists": [{{"id": "l", "name": "L", "year": "2011/12"}}], "schemes": [{{"id": "a", "name": "A", "list": "l"}}],
            "funding": [{{"id": "f", "name": "F", "kind": "transformation-bid", "state": "{state}"}}],
            "dependencies": [{{"scheme": "a", "on_funding": "f"}}]"#
        )
    };
    findings("blocked-by-funding", &blocked("{}"), &[("deferred", true), ("refused", true), ("approved", false)]);
}

#[test]
fn ratings_and_risks() {
    let risk = r#""risks": [{"id": "r", "name": "R", "likelihood": "{}", "consequence": "1"}]"#;
    figures("risk.r.score", risk, &[("1", "1"), ("5", "5")]);
    findings(
        "risk-outside-its-scale",
        risk,
        &[("0", true), ("1", false), ("5", false), ("6", true), ("2.5", true), ("-1", true)],
    );
    let assumed = |score: &str| {
        example::outcome(&format!(
            r#""risks": [{{"id": "r", "name": "R", "likelihood": "{score}", "consequence": "1"}}],
            "assumptions": [{{"parameter": "risk-amber-from", "value": "3"}}, {{"parameter": "risk-red-from", "value": "5"}}]"#
        ))
        .text("risk.r.rating")
    };
    assert_eq!([assumed("2"), assumed("3"), assumed("4"), assumed("5")], ["3", "2", "2", "1"]);
    let measure = |direction: &str| {
        format!(
            r#""measures": [{{"id": "m", "name": "M", "direction": "{direction}", "target": "100", "actual": "{{}}"}}]"#
        )
    };
    figures(
        "measure.m.rating",
        &measure("higher"),
        &[("89.9", "1"), ("90", "2"), ("99.9", "2"), ("100", "3"), ("101", "3")],
    );
    figures("measure.m.rating", &measure("lower"), &[("112", "1"), ("111", "2"), ("100", "3"), ("0", "3")]);
    let score = format!(
        r#"{TRUST}"patient_scores": [{{"provider": "trust", "start": "50", "end": "{{}}", "top_quartile": "70"}}]"#
    );
    figures("patient-score.trust.shortfall", &score, &[("59", "1"), ("60", "0"), ("75", "-15")]);
    let line = r#""monitored_lines": [{"id": "l", "name": "L", "kind": "saving", "year": "2011/12", "plan": "1,200", "unit": "£000", "phasing": "straight-line"}],
        "monitored_months": [{"line": "l", "month": "2011-04", "actual": "{}", "unit": "£000"}]"#;
    figures("monitoring.l.rating", line, &[("89", "1"), ("90", "2"), ("99", "2"), ("100", "3"), ("101", "3")]);
    findings("behind-plan-without-action", line, &[("89", true), ("90", false)]);
}

#[test]
fn overlaps_are_priced_by_what_is_chosen() {
    let tables = |choice: &str| {
        format!(
            r#""settings": [{{"id": "acute", "name": "Acute"}}], "points_of_delivery": [{{"id": "spells", "name": "Spells"}}],
            "baseline_activity": [{{"setting": "acute", "point_of_delivery": "spells", "activity": "1,000", "cost": "2,000", "unit": "£000"}}],
            "scheme_lists": [{{"id": "plan", "name": "Plan", "year": "2011/12"}}],
            "schemes": [{{"id": "a", "name": "A", "list": "plan"}}, {{"id": "b", "name": "B", "list": "plan"}}],
            "activity_changes": [
                {{"scheme": "a", "setting": "acute", "point_of_delivery": "spells", "effect": "avoided", "cohort": "old", "activity": "-600"}},
                {{"scheme": "b", "setting": "acute", "point_of_delivery": "spells", "effect": "avoided", "cohort": "old", "activity": "-500"}}
            ]{choice}"#
        )
    };
    let chosen = |treatment: &str| {
        let choice = format!(r#", "overlap_choices": [{{"first": "a", "second": "b", "treatment": "{treatment}"}}]"#);
        example::outcome(&tables(&choice)).text("overlap.a.b.acute.spells.claimed-twice")
    };
    // 60 % and 50 %: one after the other 80 %; the larger 60 %; the first and what is left, 100 %.
    assert_eq!(example::outcome(&tables("")).text("overlap.a.b.acute.spells.claimed-twice"), "300");
    assert_eq!([chosen("stack"), chosen("cap"), chosen("priority")], ["300", "500", "100"]);
    // Other patients, or no cohort, is no overlap.
    let other = tables("").replacen("\"old\"", "\"young\"", 1);
    assert_eq!(example::outcome(&other).text("overlap.a.b.acute.spells.claimed-twice"), "no such figure");
}

#[test]
fn practices_in_the_worst_quarter() {
    let practices: Vec<String> =
        (1..=8).map(|at| format!(r#"{{"id": "p{at}", "name": "P{at}", "list_size": "1,000"}}"#)).collect();
    let values: Vec<String> =
        (1..=8).map(|at| format!(r#"{{"practice": "p{at}", "measure": "admissions", "value": "0.{at}"}}"#)).collect();
    let example = example::outcome(&format!(
        r#""measures": [{{"id": "admissions", "name": "Admissions", "direction": "lower"}}],
        "practices": [{}], "practice_indicators": [{}],
        "assumptions": [{{"parameter": "outlier-from", "value": "1"}}]"#,
        practices.join(","),
        values.join(",")
    ));
    let worst: Vec<String> = (1..=8).map(|at| example.text(&format!("practice.p{at}.worst-quarter"))).collect();
    assert_eq!(worst, ["0", "0", "0", "0", "0", "0", "1", "1"]);
    assert_eq!(example.text("practices.outliers"), "2");
    // The best quarter ends at 0.2: the worst practice uses 0.6 more for each of its 1,000 persons.
    assert_eq!(example.text("practice.p8.potential.admissions"), "600");
    assert_eq!(example.text("practice.p1.potential.admissions"), "0");
}
