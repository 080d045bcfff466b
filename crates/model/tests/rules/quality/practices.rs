use crate::support::{NONE, values};
use one_plan_model::example;
use one_plan_model::quantity::Digits;

#[test]
fn practices_that_leave_out_the_most_patients_come_first() {
    values(
        r#""practices": [
            {"id": "middle", "name": "Middle", "exception_rate": "6.5%"},
            {"id": "most", "name": "Most", "exception_rate": "12%"},
            {"id": "unknown", "name": "Unknown"},
            {"id": "least", "name": "Least", "exception_rate": "0%"},
            {"id": "level", "name": "Level with the middle", "exception_rate": "6.50%"}
        ]"#,
        &[
            ("practice.most.exception-rank", "1"),
            // Two share the second place; the next is the fourth.
            ("practice.middle.exception-rank", "2"),
            ("practice.level.exception-rank", "2"),
            ("practice.least.exception-rank", "4"),
            ("practice.unknown.exception-rank", NONE),
        ],
    );
}

#[test]
fn practices_in_the_worst_quarter() {
    let practices: Vec<String> =
        (1..=8).map(|at| format!(r#"{{"id": "p{at}", "name": "P{at}", "list_size": "1,000"}}"#)).collect();
    let values: Vec<String> =
        (1..=8).map(|at| format!(r#"{{"practice": "p{at}", "measure": "admissions", "value": "0.{at}"}}"#)).collect();
    let example = example::outcome(&format!(
        r#""measures": [{{"id": "admissions", "name": "Admissions", "direction": "lower"}}],
        "practices": [{}], "practice_indicators": [{}],
        "assumptions": [{{"parameter": "outlier-from", "value": "1"}}]"#,
        practices.join(","),
        values.join(",")
    ));
    let worst: Vec<String> = (1..=8).map(|at| example.text(&format!("practice.p{at}.worst-quarter"))).collect();
    assert_eq!(worst, ["0", "0", "0", "0", "0", "0", "1", "1"]);
    assert_eq!(example.text("practices.outliers"), "2");
    // The best quarter ends at 0.2: the worst practice uses 0.6 more for each of its 1,000 persons.
    assert_eq!(example.text("practice.p8.potential.admissions"), "600");
    assert_eq!(example.text("practice.p1.potential.admissions"), "0");
}

/// A practice that gives a value twice has one figure, and all practices are the sum of the figures that are shown,
/// wherever the rows stand.
#[test]
fn a_practice_with_two_values_counts_once_in_all_practices() {
    for values_of_b in [["8.8", "4.9"], ["8.8", "8.8"], ["4.9", "8.8"]] {
        let [first, second] = values_of_b;
        let example = example::outcome(&format!(
            r#""measures": [{{"id": "items", "name": "Items", "direction": "lower"}}],
            "practices": [
                {{"id": "a", "name": "A", "list_size": "601"}}, {{"id": "b", "name": "B", "list_size": "43"}}
            ],
            "practice_indicators": [
                {{"practice": "b", "measure": "items", "value": "{first}"}},
                {{"practice": "a", "measure": "items", "value": "5.7"}},
                {{"practice": "b", "measure": "items", "value": "{second}"}}
            ]"#
        ));
        let value = |figure: &str| Digits::read(&example.text(figure)).unwrap().number();
        let parts = value("practice.a.potential.items") + value("practice.b.potential.items");
        assert_eq!(value("practices.potential.items"), parts, "{values_of_b:?}");
    }
}
