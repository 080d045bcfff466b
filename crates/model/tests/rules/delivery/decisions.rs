use crate::support::{NONE, finds, outcome_as_of, values};

#[test]
fn decisions_by_how_they_came_out() {
    values(
        r#""governance_bodies": [{"id": "board", "name": "Board", "leads": "Chair"}, {"id": "meeting", "name": "Meeting", "parent": "board"}],
        "decisions": [
        {"id": "e", "name": "E", "body": "board", "outcome": "adopted"},
        {"id": "f", "name": "F", "body": "meeting", "outcome": "open"},
        {"id": "g", "name": "G", "outcome": "open"}
        ]"#,
        &[("decisions.adopted", "1"), ("decisions.open", "2"), ("decisions.rejected", NONE)],
    );
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
fn a_decision_is_overdue_after_six_months() {
    let decision = r#""decisions": [{"id": "d", "name": "D", "opened": "2011-01-15"}]"#;
    for (as_of, months, overdue) in
        [("2011-07-14", "6", false), ("2011-07-15", "6", false), ("2011-07-16", "7", true), ("2011-08-15", "7", true)]
    {
        let example = outcome_as_of(as_of, decision);
        assert_eq!(example.text("decision.d.months-open"), months, "{as_of}");
        assert_eq!(finds(&example, "decision-overdue"), overdue, "{as_of}");
    }
}
