//! The register of mechanisms: complete, and nothing in it points at nothing.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/asserted.rs"]
mod asserted;
#[path = "support/register.rs"]
mod register;

use one_plan_model::plan::Table;
use one_plan_model::{parameters, rules};
use register::{PARTS, project, read};
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn every_mechanism_of_the_plans_is_in_the_register_once() {
    let ids: Vec<String> = read().into_iter().map(|mechanism| mechanism.id).collect();
    let expected: Vec<String> = PARTS
        .iter()
        .flat_map(|(letter, _, count)| (1..=*count).map(move |number| format!("{letter}{number:02}")))
        .collect();
    assert_eq!(expected.len(), 273);
    assert_eq!(ids, expected);
}

#[test]
fn nothing_in_the_register_points_at_nothing() {
    let mut failures = Vec::new();
    let source = |module: &str| project().join(format!("crates/model/src/{module}.rs"));
    for mechanism in read() {
        let id = &mechanism.id;
        if mechanism.done_by.is_empty() && mechanism.tables.is_empty() {
            failures.push(format!("{id}: neither rule nor table"));
        }
        for module in &mechanism.done_by {
            if !source(module).exists() {
                failures.push(format!("{id}: no file {module}"));
            }
        }
        for figure in &mechanism.figures {
            if !rules::figure_kinds().iter().any(|kind| kind.id == figure) {
                failures.push(format!("{id}: no figure {figure}"));
            }
        }
        for table in &mechanism.tables {
            if Table::named(table).is_none() {
                failures.push(format!("{id}: no table {table}"));
            }
        }
        if mechanism.tests.is_empty() && mechanism.figures.is_empty() {
            failures.push(format!("{id}: no test"));
        }
        for test in &mechanism.tests {
            let file = match test.strip_prefix("tests/") {
                Some(name) => project().join(format!("crates/model/tests/{name}.rs")),
                None => source(test),
            };
            let text = std::fs::read_to_string(&file).unwrap_or_default();
            if !text.contains("#[test]") && !text.contains("//! assert") {
                failures.push(format!("{id}: {test} tests nothing"));
            }
        }
        // The first word may be a parameter; other words say what is not printed.
        let first = mechanism.assumption.split([' ', ',', ';']).next().unwrap_or_default();
        let looks_like_one = first.contains('-') && !parameters::all().any(|parameter| parameter.id == first);
        if looks_like_one && mechanism.assumption == first {
            failures.push(format!("{id}: no parameter {first}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn every_figure_and_every_table_belongs_to_a_mechanism() {
    let register = read();
    let figures: Vec<&str> = rules::figure_kinds()
        .iter()
        .map(|kind| kind.id)
        .filter(|id| !register.iter().any(|mechanism| mechanism.figures.iter().any(|figure| figure == id)))
        .collect();
    let tables: Vec<&str> = Table::ALL
        .iter()
        .map(|table| table.name())
        .filter(|name| !register.iter().any(|mechanism| mechanism.tables.iter().any(|table| table == name)))
        .collect();
    assert!(figures.is_empty() && tables.is_empty(), "figures: {}\ntables: {}", figures.join(" "), tables.join(" "));
}

/// What a test asserts by its text: that of a file of tests, of the examples of a rule, or of the checks of the published
/// plans.
fn asserted_by(test: &str) -> BTreeSet<&'static str> {
    let text = |path: &str| std::fs::read_to_string(project().join(path)).unwrap_or_default();
    match test.strip_prefix("tests/") {
        Some("published") => ["surrey", "arden", "example"]
            .into_iter()
            .flat_map(|plan| ["arithmetic", "figures"].map(|file| text(&format!("tests/published/{plan}-{file}.csv"))))
            .flat_map(|text| asserted::in_text(&text))
            .collect(),
        Some(name) => asserted::in_text(&text(&format!("crates/model/tests/{name}.rs"))),
        None => {
            let text = text(&format!("crates/model/src/{test}.rs"));
            let examples = text.lines().map(str::trim_start).filter(|line| line.starts_with("//"));
            asserted::in_text(&examples.filter(|line| line.contains("assert")).collect::<Vec<_>>().join("\n"))
        }
    }
}

#[test]
fn the_tests_of_a_mechanism_assert_its_figures() {
    let in_cases = asserted::in_cases();
    let mut by_test: BTreeMap<String, BTreeSet<&'static str>> = BTreeMap::new();
    let mut failures = Vec::new();
    for mechanism in read().into_iter().filter(|mechanism| !mechanism.figures.is_empty()) {
        let id = &mechanism.id;
        let mut tested = !mechanism.cases(&in_cases).is_empty();
        for test in &mechanism.tests {
            let asserted = by_test.entry(test.clone()).or_insert_with(|| asserted_by(test));
            if mechanism.figures.iter().any(|figure| asserted.contains(figure.as_str())) {
                tested = true;
            } else {
                failures.push(format!("{id}: {test} asserts none of its figures: {}", mechanism.figures.join(" ")));
            }
        }
        if !tested {
            failures.push(format!("{id}: no test asserts one of its figures: {}", mechanism.figures.join(" ")));
        }
    }
    assert!(failures.is_empty(), "{} faults:\n{}", failures.len(), failures.join("\n"));
}
