use crate::support::tables::CLUSTER_AND_TRUST;
use crate::support::{NONE, finds, values};

#[test]
fn routine_surgery_is_done_in_turn() {
    let tables = |rows: &str| {
        format!(
            r#"{CLUSTER_AND_TRUST}"points_of_delivery": [{{"id": "hips", "name": "Hips"}}, {{"id": "knees", "name": "Knees"}}],
            "waiting_patients": [{rows}]"#
        )
    };
    let row = |point: &str, listed: &str, treated: &str, patients: &str| {
        let treated = if treated.is_empty() { String::new() } else { format!(r#""treated": "{treated}", "#) };
        format!(r#"{{"point_of_delivery": "{point}", "listed": "{listed}", {treated}"patients": "{patients}"}}"#)
    };
    let in_turn = [
        row("hips", "2011-04", "2011-07", "10"),
        row("hips", "2011-05", "2011-07", "5"),
        row("hips", "2011-06", "", "7"),
    ];
    let example = values(
        &tables(&in_turn.join(", ")),
        &[
            ("waiting.hips.patients", "7"),
            ("waiting.hips.treated", "15"),
            // 10 × 3 + 5 × 2
            ("waiting.hips.months", "40"),
            ("waiting.knees.patients", NONE),
        ],
    );
    assert_eq!(&example.text("waiting.hips.average-months")[..6], "2.6666");
    let code = "treated-out-of-turn";
    assert!(!finds(&example, code));
    // Listed in May and treated in June, while those of April waited until July, or still wait.
    let overtaken =
        |treated: &str| format!("{}, {}", row("hips", "2011-04", treated, "1"), row("hips", "2011-05", "2011-06", "1"));
    for (treated, expected) in [("2011-05", false), ("2011-06", false), ("2011-07", true), ("", true)] {
        assert_eq!(finds(&values(&tables(&overtaken(treated)), &[]), code), expected, "{treated}");
    }
    // Special circumstances, another kind of surgery and another provider are no overtaking.
    for other in [
        overtaken("2011-07").replacen(
            r#"2011-06", "patients""#,
            r#"2011-06", "special_circumstances": "yes", "patients""#,
            1,
        ),
        overtaken("2011-07").replacen("hips", "knees", 1),
        overtaken("2011-07").replacen(r#""patients""#, r#""provider": "trust", "patients""#, 1),
    ] {
        assert!(!finds(&values(&tables(&other), &[]), code), "{other}");
    }
    // Nobody waits where there are no patients, and nobody is treated before being listed.
    assert!(!finds(
        &values(&tables(&overtaken("").replacen(r#""patients": "1""#, r#""patients": "0""#, 1)), &[]),
        code
    ));
    assert!(finds(&values(&tables(&row("hips", "2011-05", "2011-04", "1")), &[]), "treated-before-listed"));
    let example = values(&tables(&overtaken("")), &[]);
    let finding = example.findings.iter().find(|finding| finding.code == code).unwrap();
    assert_eq!(
        finding.message,
        "Hips: patients listed in 2011-04 still wait, but others listed in 2011-05 were treated in 2011-06."
    );
}
