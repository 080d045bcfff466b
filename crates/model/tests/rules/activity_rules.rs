use crate::support::tables::TWO_TRUSTS;
use crate::support::{NONE, figures, finds, message, values};
use one_plan_model::example;

#[test]
fn rules_of_one_contract_share_its_emergency_baseline() {
    let tables = |second: &str| {
        format!(
            r#"{TWO_TRUSTS}"contracts": [{{"id": "c", "name": "C", "provider": "north", "form": "payment-by-results", "value": "100",
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
fn avoided_admissions_above_the_baseline_save_the_marginal_rate() {
    let saving = |emergency: &str, eligible: &str| {
        example::outcome(&format!(
            r#""organisations": [{{"id": "trust", "name": "Trust", "kind": "nhs-trust"}}],
            "contracts": [{{"id": "c", "name": "C", "provider": "trust", "year": "2011/12", "form": "payment-by-results",
                "emergency": "{emergency}", "emergency_baseline": "1,000,000", "unit": "£"}}],
            "activity_rules": [{{"id": "r", "name": "R", "rule": "marginal-rate", "contract": "c", "eligible": "{eligible}", "price": "1,000", "unit": "£"}}]"#
        ))
        .text("activity-rule.r.saving")
    };
    // Far above the baseline each admission saves 30 % of its price; below it the whole price; across it both.
    assert_eq!(saving("2,000,000", "100"), "30000");
    assert_eq!(saving("1,000,000", "100"), "100000");
    assert_eq!(saving("1,050,000", "100"), "65000");
}
