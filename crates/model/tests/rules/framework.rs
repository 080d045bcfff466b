use one_plan_model::example;
use one_plan_model::rules::framework::years_of_lines;

#[test]
fn a_line_that_says_no_year_is_of_the_first() {
    let plan = example::plan(
        r#""budget_lines": [{"id": "a", "name": "A", "gross": "1", "unit": "£m"},
                            {"id": "b", "name": "B", "year": "2012/13", "gross": "1", "unit": "£m"}]"#,
    );
    let years: Vec<_> = years_of_lines(&plan).into_iter().map(|year| year.map(|year| year.to_string())).collect();
    assert_eq!(years, [Some("2011/12".to_owned()), Some("2012/13".to_owned())]);
}
