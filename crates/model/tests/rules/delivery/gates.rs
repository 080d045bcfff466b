use crate::support::tables::TWO_PROGRAMMES;
use crate::support::{NONE, finds, outcome_as_of, values};

#[test]
fn gates_of_programmes() {
    values(
        r#""programmes": [
        {"id": "stroke", "name": "Stroke", "patients_will_notice": "Scans within the hour"},
        {"id": "dementia", "name": "Dementia", "patients_will_notice": "A memory clinic nearby"},
        {"id": "estates", "name": "Estates"}
        ],
        "gates": [
        {"programme": "stroke", "kind": "equality", "state": "passed"},
        {"programme": "stroke", "kind": "carers", "state": "open"},
        {"programme": "dementia", "kind": "equality", "state": "not-needed"}
        ]"#,
        &[
            ("programme.stroke.gates", "2"),
            ("programme.dementia.gates", "1"),
            ("programme.estates.gates", NONE),
            ("gates.equality.passed", "1"),
            ("gates.carers.open", "1"),
        ],
    );
}

#[test]
fn gates_by_kind_and_state() {
    values(
        &format!(
            r#"{TWO_PROGRAMMES}"gates": [
                {{"programme": "p", "kind": "consultation", "state": "open"}},
                {{"programme": "q", "kind": "consultation", "state": "open"}}
            ]"#
        ),
        &[("gates.consultation.open", "2")],
    );
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
fn a_scheme_must_not_begin_before_its_gates_are_passed() {
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
