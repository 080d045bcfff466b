//! Plans that are large in an awkward way are answered in time in proportion to their size, on a small stack.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::float_arithmetic)]

#[path = "support/answered.rs"]
mod answered;
#[path = "support/proportion.rs"]
mod proportion;

use answered::{answered, value};
use one_plan_model::example::awkward;
use one_plan_model::exchange::{Problem, read_json};
use one_plan_model::plan::Table;
use proportion::in_proportion;

/// The problems of a file that is refused: not more than a person can read.
fn refused(text: &str) -> Vec<Problem> {
    let problems = read_json(text.as_bytes()).expect_err("the file is refused");
    assert!(!problems.is_empty() && problems.len() < 1_100, "{} problems", problems.len());
    problems
}

#[test]
fn a_long_chain_of_dependencies() {
    in_proportion("chain", 100_000, awkward::chain, |text, schemes| {
        let (plan, outcome) = answered(text, &[]);
        assert_eq!(plan.row_count(Table::Dependency), schemes - 1);
        assert!(outcome.figure_count() > schemes);
        assert!(!outcome.findings().iter().any(|finding| finding.code.contains("circle")));
    });
}

#[test]
fn a_large_circle_of_dependencies() {
    in_proportion("circle", 100_000, awkward::circle, |text, schemes| {
        let (plan, outcome) = answered(text, &[]);
        assert_eq!(plan.row_count(Table::Dependency), schemes);
        assert!(outcome.findings().iter().any(|finding| finding.code.contains("circle")));
    });
}

#[test]
fn many_indicators_in_a_few_schemes() {
    in_proportion("indicators", 64_000, awkward::indicators, |text, _| {
        let (plan, outcome) = answered(text, &["cquin.total.value"]);
        assert_eq!(value(&plan, &outcome, "cquin.total.value"), "8000000");
    });
}

#[test]
fn rows_that_are_empty() {
    in_proportion(
        "empty rows",
        1_700_000,
        |rows| awkward::copies("schemes", "{}", rows),
        |text, rows| {
            let problems = refused(text);
            // Every row lacks its id, its name and its list: what is not listed is counted.
            let further = problems.last().unwrap().what.clone();
            assert!(further.contains(&(rows * 3 - 1_000).to_string()), "{further}");
        },
    );
}

#[test]
fn lists_in_lists() {
    for closed in [true, false] {
        let file = if closed { |depth| awkward::nested(depth, true) } else { |depth| awkward::nested(depth, false) };
        in_proportion("nested", 4_000_000, file, |text, _| {
            refused(text);
        });
    }
}
