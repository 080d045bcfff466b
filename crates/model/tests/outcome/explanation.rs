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

#[test]
fn money_stays_money_and_a_share_per_cents_at_every_step() {
    let example = example::outcome(
        r#""quantities": [
            {"id": "a", "name": "A", "amount": "2", "unit": "£m"}, {"id": "b", "name": "B", "amount": "1", "unit": "£m"},
            {"id": "t", "name": "T", "amount": "4", "unit": "£m"}, {"id": "s", "name": "S", "share": "50%"}
        ],
        "derived_figures": [
            {"id": "part", "name": "Part", "unit": "share", "operation": "ratio"},
            {"id": "half", "name": "Half", "unit": "amount", "operation": "product"}
        ],
        "derived_terms": [
            {"derived": "part", "role": "of", "figure": "quantity.amount.a"},
            {"derived": "part", "role": "of", "figure": "quantity.amount.b"},
            {"derived": "part", "role": "by", "figure": "quantity.amount.t"},
            {"derived": "half", "role": "of", "figure": "quantity.amount.a"},
            {"derived": "half", "role": "of", "figure": "quantity.share.s"}
        ]"#,
    );
    let shown = |id: &str| -> Vec<String> {
        let figure = resolve(&example.plan, id).unwrap();
        explain(&example.plan, figure).unwrap().steps.into_iter().map(|step| step.shown).collect()
    };
    // (2 + 1) ÷ 4: the sum within a share is money.
    assert_eq!(
        shown("derived.share.part"),
        ["75.00%", "£3,000,000", "£2,000,000", "£1,000,000", "£4,000,000", "£4,000,000"]
    );
    assert_eq!(shown("derived.amount.half"), ["£1,000,000", "£2,000,000", "50.00%"]);
    assert_eq!(shown("quantity.share.s").last().map(String::as_str), Some("50%"));
}
