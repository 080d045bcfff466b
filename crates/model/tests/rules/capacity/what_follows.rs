use crate::support::tables::{LISTS_OF_TWO_YEARS, SPELLS_IN_BEDS, TRUSTS_AND_COUNCIL};
use crate::support::{findings, values};
use one_plan_model::example;

#[test]
fn activity_money_and_staff_agree() {
    let tables = |activity: &str, more: &str| {
        format!(
            r#"{TRUSTS_AND_COUNCIL}{SPELLS_IN_BEDS}{LISTS_OF_TWO_YEARS}"schemes": [{{"id": "s", "name": "S", "list": "first"}}],
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
        "North: 1,200 cases that take a bed are taken out (Spells 1,200), but what it is paid changes by £500,000. It may \
         follow from what is said of S, Acute, Spells, North, avoided (cost)."
    );
    assert_eq!(example.text("provider-activity.north.cost-change"), "500000");
    // What is not given is not compared.
    let beds = r#""cost": "-1", "unit": "£m"}]"#;
    let example = example::outcome(&tables("-5,000", beds));
    assert!(!example.findings.iter().any(|finding| finding.code.starts_with("activity-without")));
}
