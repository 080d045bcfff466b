use crate::support::tables::{ONE_LIST, TWO_LISTS};
use crate::support::{NONE, figures, findings, values};

#[test]
fn cquin_supports_programmes_and_pays_for_teams() {
    values(
        &format!(
            r#"{ONE_LIST}"programmes": [{{"id": "stroke", "name": "Stroke"}}, {{"id": "dementia", "name": "Dementia"}}],
            "schemes": [{{"id": "team", "name": "Team that brings patients home", "list": "plan"}}],
            "cquin_schemes": [{{"id": "acute", "name": "Acute", "year": "2011/12", "fixed_sum": "1,500", "unit": "£000"}}],
            "cquin_indicators": [
                {{"id": "a", "name": "A", "scheme": "acute", "weight": "50", "programme": "stroke", "payment_rule": "all-or-nothing", "direction": "higher"}},
                {{"id": "b", "name": "B", "scheme": "acute", "weight": "30", "programme": "stroke", "pays_for": "team", "payment_rule": "all-or-nothing", "direction": "higher"}},
                {{"id": "c", "name": "C", "scheme": "acute", "weight": "20", "pays_for": "team", "payment_rule": "all-or-nothing", "direction": "higher"}}
            ]"#
        ),
        &[
            // 80 and 50 of 100 parts of 1.5 million
            ("cquin.programme.stroke", "1200000"),
            ("cquin.programme.dementia", NONE),
            ("cquin.pays-for.team", "750000"),
        ],
    );
}

#[test]
fn programmes_that_say_what_patients_will_notice() {
    values(
        r#""programmes": [
        {"id": "stroke", "name": "Stroke", "patients_will_notice": "Scans within the hour"},
        {"id": "dementia", "name": "Dementia", "patients_will_notice": "A memory clinic nearby"},
        {"id": "estates", "name": "Estates"}
        ]"#,
        &[("programmes.say-what-patients-notice", "2"), ("programmes.number", "3")],
    );
}

#[test]
fn the_value_of_work_programmes() {
    values(
        &format!(
            r#"{TWO_LISTS}"work_programmes": [
                {{"id": "care", "name": "Care", "kind": "transformational"}},
                {{"id": "data", "name": "Data", "kind": "enabler"}}
            ],
            "schemes": [
                {{"id": "a", "name": "A", "list": "l", "gross": "3", "unit": "£m", "work_programme": "care"}},
                {{"id": "b", "name": "B", "list": "l", "gross": "1", "unit": "£m", "work_programme": "data"}},
                {{"id": "c", "name": "C", "list": "l", "gross": "2", "unit": "£m", "work_programme": "data"}}
            ]"#
        ),
        &[
            ("work-programme.data.value", "3000000"),
            ("work-programmes.kind.enabler", "3000000"),
            ("work-programmes.kind.transformational", "3000000"),
            ("work-programmes.value", "6000000"),
        ],
    );
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
