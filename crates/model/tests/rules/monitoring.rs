use crate::support::tables::{CLUSTER_AND_TRUST, GROUPS_AND_TRUST, TWO_TRUSTS};
use crate::support::{NONE, figures, findings, message, values};

#[test]
fn bodies_and_those_under_them() {
    values(
        r#""governance_bodies": [{"id": "board", "name": "Board", "leads": "Chair"}, {"id": "meeting", "name": "Meeting", "parent": "board"}]"#,
        &[("governance.bodies", "2")],
    );
}

#[test]
fn lines_of_an_organisation_add_up() {
    values(
        &format!(
            r#"{TWO_TRUSTS}"monitored_lines": [
                {{"id": "saving", "name": "Saving", "kind": "saving", "organisation": "north", "year": "2011/12", "plan": "1,200", "unit": "£000", "phasing": "straight-line"}},
                {{"id": "spend", "name": "Spend", "kind": "expenditure", "organisation": "north", "year": "2011/12", "plan": "2,400", "unit": "£000", "phasing": "straight-line"}},
                {{"id": "other", "name": "Other", "kind": "income", "organisation": "south", "year": "2011/12", "plan": "120", "unit": "£000", "phasing": "straight-line"}},
                {{"id": "nobody", "name": "Nobody", "kind": "income", "year": "2011/12", "plan": "120", "unit": "£000", "phasing": "straight-line"}}
            ],
            "monitored_months": [
                {{"line": "saving", "month": "2011-04", "actual": "95", "unit": "£000"}},
                {{"line": "spend", "month": "2011-04", "actual": "188", "unit": "£000"}},
                {{"line": "nobody", "month": "2011-04", "actual": "1", "unit": "£000"}}
            ]"#
        ),
        &[
            ("monitoring.saving.variance", "-5000"),
            // Less spent than planned is favourable.
            ("monitoring.spend.variance", "12000"),
            ("monitoring.organisation.north.2011-12.variance", "7000"),
            ("monitoring.organisation.south.2011-12.variance", NONE),
        ],
    );
}

#[test]
fn who_has_signed_and_who_has_not() {
    values(
        &format!(
            r#"{TWO_TRUSTS}"signatures": [
                {{"organisation": "north", "role": "Chief executive", "signed": "2011-04-26"}},
                {{"organisation": "south", "role": "Chief executive"}},
                {{"role": "For the councils"}}
            ]"#
        ),
        &[
            ("governance.signatures-needed", "3"),
            ("governance.signed", "1"),
            ("governance.not-signed", "2"),
            ("organisations.nhs-trust", "2"),
        ],
    );
    values(
        r#""signatures": [{"role": "Chief executive", "signed": "2011-04-26"}]"#,
        &[("governance.signed", "1"), ("governance.not-signed", NONE)],
    );
}

#[test]
fn agreements_that_are_signed() {
    values(
        &format!(
            r#"{GROUPS_AND_TRUST}"capability_assessments": [
                {{"organisation": "north", "panel": "3", "self_assessed": "4", "signed": "2011-04-01"}},
                {{"organisation": "south", "self_assessed": "2"}}
            ]"#
        ),
        &[("governance.agreements-signed.north", "1"), ("governance.agreements-signed.south", NONE)],
    );
}

#[test]
fn provisional_figures() {
    values(
        r#""quantities": [
        {"id": "some", "name": "Some", "count": "10", "provisional": "yes"},
        {"id": "others", "name": "Others", "count": "5", "provisional": "no"}
        ]"#,
        &[("quantities.provisional", "1")],
    );
}

#[test]
fn bodies_interests_and_gaps() {
    values(
        r#""governance_bodies": [{"id": "x", "name": "X"}, {"id": "y", "name": "Y", "parent": "x"}],
        "interests": [{"post": "Chair", "interest": "Partner in a practice", "body": "x"}],
        "gaps": [
            {"id": "g", "name": "G", "kind": "not-in-text"},
            {"id": "h", "name": "H", "kind": "not-in-text"},
            {"id": "i", "name": "I", "kind": "to-be-worked-out"}
        ]"#,
        &[
            ("governance.bodies", "2"),
            ("governance.interests", "1"),
            ("gaps.not-in-text", "2"),
            ("gaps.wrong-reference", NONE),
        ],
    );
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
fn variances_level_by_level() {
    values(
        &format!(
            r#"{CLUSTER_AND_TRUST}"monitored_lines": [
                {{"id": "a", "name": "A", "kind": "saving", "organisation": "north", "year": "2011/12", "plan": "1,200", "unit": "£000", "phasing": "straight-line", "action": "x"}},
                {{"id": "b", "name": "B", "kind": "saving", "organisation": "south", "year": "2011/12", "plan": "1,200", "unit": "£000", "phasing": "straight-line", "action": "x"}}
            ],
            "monitored_months": [
                {{"line": "a", "month": "2011-04", "actual": "90", "unit": "£000"}},
                {{"line": "b", "month": "2011-04", "actual": "103", "unit": "£000"}}
            ]"#
        ),
        &[
            ("monitoring.organisation.north.2011-12.variance", "-10000"),
            ("monitoring.parts-of.cluster.2011-12.variance", "-7000"),
        ],
    );
}

#[test]
fn ratings_of_monitored_lines() {
    let line = r#""monitored_lines": [{"id": "l", "name": "L", "kind": "saving", "year": "2011/12", "plan": "1,200", "unit": "£000", "phasing": "straight-line"}],
        "monitored_months": [{"line": "l", "month": "2011-04", "actual": "{}", "unit": "£000"}]"#;
    figures("monitoring.l.rating", line, &[("89", "1"), ("90", "2"), ("99", "2"), ("100", "3"), ("101", "3")]);
    findings("behind-plan-without-action", line, &[("89", true), ("90", false)]);
}
