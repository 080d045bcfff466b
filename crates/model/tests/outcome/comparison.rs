use one_plan_model::example;

#[test]
fn a_figure_printed_three_times_is_held_against_all() {
    let stated = |values: [&str; 3]| {
        let rows =
            values.map(|value| format!(r#"{{"figure": "savings.total.2011-12", "value": "{value}", "unit": "£m"}}"#));
        format!(
            r#""programmes": [{{"id": "p", "name": "P"}}],
            "programme_savings": [{{"programme": "p", "year": "2011/12", "part": "commissioner", "amount": "100", "unit": "£m"}}],
            "stated": [{}]"#,
            rows.join(", ")
        )
    };
    let contradictions = |values: [&str; 3]| {
        let example = example::outcome(&stated(values));
        example.findings.iter().filter(|finding| finding.code == "printed-in-two-ways").count()
    };
    assert_eq!(contradictions(["100", "100", "100"]), 0);
    // 100 may be anything from 99.5: it fits 99.6 and 100.4, but those do not fit each other.
    assert_eq!(contradictions(["99.6", "100", "100.4"]), 1);
    assert_eq!(contradictions(["100", "99.6", "100.4"]), 1);
    assert_eq!(contradictions(["100", "100", "103"]), 1);
}
