use one_plan_model::example;
use one_plan_model::rules::cquin::indicators_of;

#[test]
fn each_scheme_has_its_own_indicators() {
    let example = example::outcome(
        r#""cquin_schemes": [{"id": "a", "name": "A", "year": "2011/12"}, {"id": "b", "name": "B", "year": "2011/12"}],
        "cquin_indicators": [{"id": "x", "name": "X", "scheme": "b"}, {"id": "y", "name": "Y", "scheme": "a"},
                             {"id": "z", "name": "Z", "scheme": "b"}]"#,
    );
    let plan = &example.plan;
    let names = |(id, _)| indicators_of(&plan.cquin_indicators, id).map(|(_, row)| row.name()).collect::<Vec<_>>();
    assert_eq!(plan.cquin_schemes.iter().map(names).collect::<Vec<_>>(), [vec!["Y"], vec!["X", "Z"]]);
}
