//! What a plan means for its providers: income, surplus, prices, demand, beds, staff. Small plans, and
//! values that were worked out by hand.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/values.rs"]
mod support;

use one_plan_model::example;
use one_plan_model::outcome::progress_report;
use support::{NONE, findings, finds, values};

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
fn what_the_schemes_take_out_of_a_provider() {
    let tables = |share: &str| {
        format!(
            r#"{TRUSTS}{LISTS}{SCHEMES}"provider_finances": [
                {{"organisation": "north", "year": "2011/12", "contract": "100", "surplus": "3", "unit": "£m"}},
                {{"organisation": "south", "year": "2011/12", "surplus": "0", "unit": "£m"}},
                {{"organisation": "council", "year": "2011/12", "surplus": "9", "unit": "£m"}},
                {{"organisation": "north", "year": "2012/13", "surplus": "-1", "unit": "£m"}}
            ],
            "assumptions": [{{"parameter": "provider-costs-that-follow", "value": "{share}"}}]"#
        )
    };
    let example = values(
        &tables("100%"),
        &[
            ("provider.north.2011-12.taken-out", "6000000"),
            ("provider.north.2012-13.taken-out", "1000000"),
            ("provider.north.2011-12.contract-after-plan", "94000000"),
            ("provider.south.2011-12.contract-after-plan", NONE),
            // All of the cost goes with the income.
            ("provider.north.2011-12.surplus-after-plan", "3000000"),
            ("provider.south.2011-12.surplus-after-plan", NONE),
            // The council is no trust; nought balances.
            ("providers.viable.2011-12", "2"),
            ("providers.viable.2012-13", "0"),
        ],
    );
    assert!(!finds(&example, "provider-in-deficit-after-plan"));
    // Half of the cost of 6 stays: the surplus of 3 is used up, and still balances.
    let example = values(
        &tables("50%"),
        &[("provider.north.2011-12.surplus-after-plan", "0"), ("providers.viable.2011-12", "2")],
    );
    assert!(!finds(&example, "provider-in-deficit-after-plan"));
    // No more than all of it can go.
    values(&tables("150%"), &[("provider.north.2011-12.surplus-after-plan", "3000000")]);
    let example = values(
        &tables("49.9%"),
        &[("provider.north.2011-12.surplus-after-plan", "-6000"), ("providers.viable.2011-12", "1")],
    );
    findings(
        "more-taken-out-than-contract",
        &tables("100%").replace(r#""contract": "100""#, r#""contract": "{}""#),
        &[("5.9", true), ("6", false)],
    );
    let finding = example.findings.iter().find(|finding| finding.code == "provider-in-deficit-after-plan").unwrap();
    assert_eq!(finding.message, "North balances before the plan, and after it has a deficit of £6,000.");
}

#[test]
fn a_price_below_tariff_needs_a_provider_in_balance() {
    let tables = |surplus: &str, prices: &str| {
        format!(
            r#"{TRUSTS}"provider_finances": [
                {{"organisation": "north", "year": "2011/12", "surplus": "{surplus}", "unit": "£m"}},
                {{"organisation": "south", "year": "2012/13", "surplus": "5", "unit": "£m"}}
            ], "prices": [{prices}]"#
        )
    };
    let below = r#"{"id": "p", "name": "P", "provider": "north", "tariff": "100", "local_price": "{}", "activity": "40", "unit": "£"}"#;
    let code = "price-below-tariff-at-provider-in-deficit";
    findings(code, &tables("-0.1", below), &[("99", true), ("100", false), ("101", false)]);
    // In balance, but what the price takes in 40 cases may be more than its surplus of £40.
    findings(code, &tables("0.00004", below), &[("99", false), ("98.9", true)]);
    // A price of another provider says nothing about it.
    findings(code, &tables("-1", &below.replace("north", "council")), &[("99", false)]);
    // The last year counts: a deficit that is over is no objection.
    let later = tables("-1", &below.replace("{}", "99"))
        .replace(r#""organisation": "south", "year": "2012/13""#, r#""organisation": "north", "year": "2012/13""#);
    assert!(!finds(&values(&later, &[]), code));
    // Each price with its own discount, whatever the order of prices and providers.
    let two = r#"{"id": "p", "name": "P", "provider": "south", "tariff": "100", "local_price": "90", "activity": "100", "unit": "£"},
        {"id": "q", "name": "Q", "provider": "north", "tariff": "100", "local_price": "50", "activity": "1", "unit": "£"},
        {"id": "r", "name": "R", "provider": "council", "tariff": "100", "local_price": "70", "activity": "2", "unit": "£"}"#;
    let example = values(
        &tables("-1", two),
        &[
            ("provider.north.local-discounts", "50"),
            ("provider.south.local-discounts", "1000"),
            ("provider.council.local-discounts", "60"),
        ],
    );
    let finding = example.findings.iter().find(|finding| finding.code == code).unwrap();
    assert_eq!(
        finding.message,
        "Local prices of North below tariff take £50 a year, and its surplus of 2011/12 is −£1,000,000."
    );
}

#[test]
fn a_local_price_has_parts() {
    let tables = |price: &str, equipment: &str| {
        format!(
            r#""prices": [{{"id": "chemotherapy", "name": "Chemotherapy nearby", "tariff": "300", {price} "activity": "10", "unit": "£"}}],
            "price_parts": [
                {{"price": "chemotherapy", "kind": "care", "amount": "180", "unit": "£"}},
                {{"price": "chemotherapy", "kind": "rental", "amount": "25", "unit": "£"}},
                {{"price": "chemotherapy", "kind": "rental", "amount": "5", "unit": "£"}},
                {{"price": "chemotherapy", "kind": "equipment", "amount": "{equipment}", "unit": "£"}}
            ]"#
        )
    };
    // Without a price of its own it is the sum of its parts, and not the tariff.
    values(
        &tables("", "40"),
        &[
            ("price.chemotherapy.parts.rental", "30"),
            ("price.chemotherapy.parts.drugs", NONE),
            ("price.chemotherapy.parts", "250"),
            ("price.chemotherapy.paid", "250"),
            ("price.chemotherapy.local-discount", "50"),
            ("price.chemotherapy.value", "2500"),
            ("price.chemotherapy.parts-difference", NONE),
        ],
    );
    let given = tables(r#""local_price": "260","#, "{}");
    findings("price-parts-differ", &given, &[("47", true), ("48", false), ("50", false), ("52", false), ("53", true)]);
    values(
        &given.replace("{}", "40"),
        &[("price.chemotherapy.paid", "260"), ("price.chemotherapy.parts-difference", "-10")],
    );
}

#[test]
fn bed_days_of_delays_above_their_target() {
    let tables = |delays: &str| {
        format!(
            r#""measures": [{{"id": "delays", "name": "Delays", "direction": "lower", "actual": "{delays}", "target": "30"}}],
            "bed_days": [
                {{"id": "lost", "name": "Lost", "days": "7,300", "definition": "midnight", "occupancy": "80%", "delays": "delays"}},
                {{"id": "other", "name": "Other", "days": "100", "definition": "midnight"}}
            ]"#
        )
    };
    values(
        &tables("40"),
        &[
            // A quarter of the delays is above the target: 1,825 days, 5 beds in full, 6.25 at 80 %.
            ("bed-days.lost.above-target", "1825"),
            ("bed-days.lost.beds-above-target", "6.25"),
            ("bed-days.lost.for-each-delay", "182.5"),
            ("bed-days.other.above-target", NONE),
        ],
    );
    values(&tables("30"), &[("bed-days.lost.above-target", "0")]);
    values(&tables("20"), &[("bed-days.lost.above-target", "0")]);
    values(&tables("0"), &[("bed-days.lost.above-target", NONE), ("bed-days.lost.for-each-delay", NONE)]);
}

#[test]
fn demand_of_one_provider_and_of_all() {
    let tables = format!(
        r#"{TRUSTS}{ACUTE}{LISTS}
        "baseline_activity": [
            {{"setting": "acute", "point_of_delivery": "spells", "provider": "north", "activity": "600"}},
            {{"setting": "acute", "point_of_delivery": "spells", "provider": "south", "activity": "400"}}
        ],
        "schemes": [
            {{"id": "all-year", "name": "All year", "list": "first"}},
            {{"id": "half-year", "name": "From October", "list": "first", "start": "2011-10"}},
            {{"id": "delayed", "name": "Three months late", "list": "first", "start": "2011-04", "delay": "3", "end": "2012-03"}},
            {{"id": "later", "name": "Later", "list": "second"}}
        ],
        "activity_changes": [
            {{"scheme": "all-year", "setting": "acute", "point_of_delivery": "spells", "provider": "north", "effect": "avoided", "activity": "-10"}},
            {{"scheme": "half-year", "setting": "acute", "point_of_delivery": "spells", "provider": "north", "effect": "avoided", "activity": "-20"}},
            {{"scheme": "delayed", "setting": "acute", "point_of_delivery": "spells", "provider": "south", "effect": "avoided", "activity": "-40"}},
            {{"scheme": "later", "setting": "acute", "point_of_delivery": "spells", "effect": "avoided", "activity": "-1"}},
            {{"scheme": "later", "setting": "acute", "point_of_delivery": "visits", "provider": "north", "effect": "avoided", "activity": "-500"}}
        ],
        "activity_growth": [
            {{"setting": "acute", "point_of_delivery": "spells", "rate": "10%"}},
            {{"setting": "acute", "point_of_delivery": "spells", "provider": "north", "base": "600", "rate": "5%", "length_of_stay": "3.65"}},
            {{"setting": "acute", "point_of_delivery": "spells", "provider": "south", "rate": "5%"}}
        ],
        "assumptions": [{{"parameter": "bed-occupancy", "value": "50%"}}]"#
    );
    let example = values(
        &tables,
        &[
            ("demand.acute.spells.2011-12", "1100"),
            // 1,100 − 10 − 20 × 6 ÷ 12 − 40 × 9 ÷ 12
            ("demand.acute.spells.after-schemes.2011-12", "1050"),
            ("demand.acute.spells.2012-13", "1210"),
            // 1,210 − 10 − 20 − 1: the delayed one has ended.
            ("demand.acute.spells.after-schemes.2012-13", "1179"),
            ("provider-demand.north.acute.spells.2011-12", "630"),
            ("provider-demand.north.acute.spells.after-schemes.2011-12", "610"),
            // 610 × 3.65 ÷ 365 ÷ 50 %
            ("provider-demand.north.acute.spells.beds.2011-12", "12.2"),
            ("provider-demand.north.acute.spells.2012-13", "661.5"),
            ("provider-demand.north.acute.spells.after-schemes.2012-13", "631.5"),
            // Without a base of its own it grows from its baseline.
            ("provider-demand.south.acute.spells.2011-12", "420"),
            ("provider-demand.south.acute.spells.after-schemes.2011-12", "390"),
        ],
    );
    // One row for all and one for each provider are no repeat.
    assert!(!finds(&example, "given-twice") && !finds(&example, "growth-without-a-base"));
    // What is not recurrent falls away after its first year; growth without anything to grow is said.
    let once = tables
        .replace(r#""name": "All year", "list": "first""#, r#""name": "All year", "list": "first", "recurrent": "no""#);
    values(
        &once,
        &[("demand.acute.spells.after-schemes.2011-12", "1050"), ("demand.acute.spells.after-schemes.2012-13", "1189")],
    );
    let code = "growth-without-a-base";
    let elsewhere = tables.replace(r#""provider": "south", "rate""#, r#""provider": "council", "rate""#);
    assert!(finds(&values(&elsewhere, &[]), code));
    let in_vain = tables.replace(r#""spells", "rate": "10%""#, r#""spells", "base": "5", "rate": "10%""#);
    assert!(finds(&values(&in_vain, &[]), code));
}

#[test]
fn activity_money_and_staff_agree() {
    let tables = |activity: &str, more: &str| {
        format!(
            r#"{TRUSTS}{ACUTE}{LISTS}"schemes": [{{"id": "s", "name": "S", "list": "first"}}],
            "activity_changes": [{{"scheme": "s", "setting": "acute", "point_of_delivery": "spells", "provider": "north",
                                  "effect": "avoided", "activity": "{activity}", {more}"#
        )
    };
    let staff = r#""cost": "-1", "unit": "£m"}], "staff_groups": [
        {"id": "nurses", "name": "Nurses", "organisation": "north", "baseline": "100", "plan": "{}"},
        {"id": "others", "name": "Others", "baseline": "50", "plan": "90"}]"#;
    findings("activity-without-staff", &tables("-1,000", staff), &[("99.9", false), ("100", true), ("101", true)]);
    findings("activity-without-staff", &tables("-999", staff), &[("101", false)]);
    values(&tables("-1,000", &staff.replace("{}", "90")), &[("workforce.north.change", "-10")]);
    let posts = r#""cost": "-1", "unit": "£m"}], "workforce_impacts": [
        {"id": "posts", "name": "Posts", "organisation": "north", "category": "clinical", "wte": "{}"}]"#;
    findings("activity-without-staff", &tables("-1,000", posts), &[("-1", false), ("0", true)]);
    values(&tables("-1,000", &posts.replace("{}", "-3")), &[("workforce.impact.organisation.north", "-3")]);
    let money = r#""cost": "{}", "unit": "£m"}]"#;
    findings("activity-without-money", &tables("-1,000", money), &[("-0.1", false), ("0", true), ("0.1", true)]);
    let example = example::outcome(&tables("-1,200", &money.replace("{}", "0.5")));
    let finding = example.findings.iter().find(|finding| finding.code == "activity-without-money").unwrap();
    assert_eq!(
        finding.message,
        "North: 1,200 cases that take a bed are taken out (Spells 1,200), but what it is paid changes by £500,000."
    );
    assert_eq!(example.text("provider-activity.north.cost-change"), "500000");
    // What is not given is not compared.
    let beds = r#""cost": "-1", "unit": "£m"}]"#;
    let example = example::outcome(&tables("-5,000", beds));
    assert!(!example.findings.iter().any(|finding| finding.code.starts_with("activity-without")));
}

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
