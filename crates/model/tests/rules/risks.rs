use crate::support::tables::TWO_PROGRAMMES;
use crate::support::{NONE, figures, findings, values};
use one_plan_model::example;

#[test]
fn risks_that_are_taken_to_a_body() {
    values(
        r#""governance_bodies": [{"id": "board", "name": "Board", "leads": "Chair"}, {"id": "meeting", "name": "Meeting", "parent": "board"}],
        "risks": [
        {"id": "h", "name": "H", "escalated_to": "board"},
        {"id": "i", "name": "I", "escalated_to": "meeting"},
        {"id": "j", "name": "J"}
        ]"#,
        &[("risks.escalated", "2"), ("risks.number", "3")],
    );
}

#[test]
fn risks_by_programme_type_and_score() {
    values(
        &format!(
            r#"{TWO_PROGRAMMES}"risks": [
                {{"id": "one", "name": "One", "programme": "p", "consequence_type": "financial", "likelihood": "3", "consequence": "4"}},
                {{"id": "two", "name": "Two", "programme": "p", "consequence_type": "clinical", "likelihood": "2"}},
                {{"id": "three", "name": "Three", "consequence_type": "financial", "escalated_to": "x"}}
            ],
            "governance_bodies": [{{"id": "x", "name": "X"}}, {{"id": "y", "name": "Y", "parent": "x"}}]"#
        ),
        &[
            ("risks.number", "3"),
            // One of two numbers is no score.
            ("risks.scored", "1"),
            ("risks.not-scored", "2"),
            ("risks.programme.p", "2"),
            ("risks.type.financial", "2"),
            ("risks.type.reputational", NONE),
            ("risks.escalated", "1"),
        ],
    );
}

#[test]
fn scores_ratings_and_scales() {
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
}
