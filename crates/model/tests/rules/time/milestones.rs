use crate::support::tables::{TWO_PROGRAMMES, TWO_TRUSTS};
use crate::support::{NONE, findings, finds, outcome_as_of, values};

#[test]
fn milestones_on_the_way_to_foundation_trust() {
    values(
        &format!(
            r#"{TWO_TRUSTS}"milestones": [
                {{"id": "case", "name": "Business case", "organisation": "north", "original": "2012-04", "due": "2012-09", "status": "slipping"}},
                {{"id": "authorised", "name": "Authorised", "organisation": "north", "due": "2013-04", "status": "planned"}},
                {{"id": "signed", "name": "Signed", "organisation": "south", "due": "2012-01", "status": "achieved"}},
                {{"id": "other", "name": "Other", "due": "2012-01"}}
            ]"#
        ),
        &[
            ("milestones.organisation.north", "2"),
            ("milestones.organisation.south", "1"),
            ("milestones.number", "4"),
            ("milestones.status.slipping", "1"),
            ("milestone.case.slipped", "5"),
            ("milestone.authorised.slipped", NONE),
        ],
    );
}

#[test]
fn milestones_by_programme_and_status_and_tasks() {
    values(
        &format!(
            r#"{TWO_PROGRAMMES}"milestones": [
                {{"id": "a", "name": "A", "programme": "p", "status": "achieved"}},
                {{"id": "b", "name": "B", "programme": "p", "status": "slipping"}},
                {{"id": "c", "name": "C"}}
            ],
            "transition_tasks": [
                {{"function": "Health visiting", "body": "Board", "action": "Hand over"}},
                {{"function": "Screening", "body": "Board", "action": "Hand over"}}
            ]"#
        ),
        &[
            ("milestones.number", "3"),
            ("milestones.programme.p", "2"),
            ("milestones.programme.q", NONE),
            ("milestones.status.achieved", "1"),
            ("milestones.status.slipping", "1"),
            ("milestones.status.planned", NONE),
            ("transition-tasks.number", "2"),
        ],
    );
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
fn a_slip_needs_an_agreed_action() {
    let milestone = |due: &str, action: &str| {
        format!(r#""milestones": [{{"id": "m", "name": "M", "original": "2012-01", "due": "{due}"{action}}}]"#)
    };
    let code = "slipped-without-action";
    findings(code, &milestone("{}", ""), &[("2011-12", false), ("2012-01", false), ("2012-02", true)]);
    findings(code, &milestone("{}", r#", "action": "Agreed with the region""#), &[("2012-02", false)]);
}

#[test]
fn a_milestone_is_overdue_once_its_time_has_passed() {
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
}
