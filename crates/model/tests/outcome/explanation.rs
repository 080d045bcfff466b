use one_plan_model::example;
use one_plan_model::outcome::{Link, explain, resolve};

#[test]
fn a_count_names_what_it_counts() {
    let example = example::outcome(
        r#""risks": [
            {"id": "a", "name": "Prices stall", "source": "12"},
            {"id": "b", "name": "Schemes slip", "source": "13"}
        ]"#,
    );
    let figure = resolve(&example.plan, "risks.number").unwrap();
    let explanation = explain(&example.plan, figure).unwrap();
    let said: Vec<_> = explanation.steps.iter().map(|step| (step.words.as_str(), step.shown.as_str())).collect();
    assert_eq!(said, [("the sum of 2", "2"), ("Prices stall", "one risk"), ("Schemes slip", "one risk")]);
    let lines: Vec<_> = explanation
        .steps
        .iter()
        .filter_map(|step| match &step.link {
            Some(Link::Cell { lines, .. }) => lines.as_deref(),
            _ => None,
        })
        .collect();
    assert_eq!(lines, ["12", "13"]);
}
