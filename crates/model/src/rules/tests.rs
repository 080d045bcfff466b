//! What holds for all rules.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::{figure_kinds, files, run};
use crate::calculation::{RuleFile, faults_of, late_in, worked_out_in};
use crate::exchange::read_json;
use crate::parameters::Parameters;
use crate::plan::Plan;
use std::collections::HashSet;

#[path = "../../tests/support/plans.rs"]
mod plans;

/// What is right although the units do not say so, and why.
const EXCEPTIONS: &[(&str, &str)] = &[
    // Where no length is given the price is that of the whole, which counts once.
    ("price-comparison.{}.saving", "a number of things and a share are taken one for the other"),
    // Likelihood and consequence are points of a scale, which the table holds as numbers of things.
    ("risk.{}.score", "the figure is a plain number, and the formula gives things to the power of 2"),
    ("risk.{}.residual-score", "the figure is a plain number, and the formula gives things to the power of 2"),
];

#[test]
fn every_formula_and_limit_means_what_its_figure_says() {
    let mut faults = faults_of(&files());
    for (figure, what) in EXCEPTIONS {
        let excepted = format!(", {figure}: {what}");
        let before = faults.len();
        faults.retain(|fault| !fault.ends_with(&excepted));
        assert!(faults.len() < before, "the exception is no longer needed: {figure}");
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

/// What code computes step by step, each from those before: it looks for the first too, before there is one.
const STEP_BY_STEP: &[&str] = &[
    // A figure that a plan derives may stand on another that it derives.
    "derived.amount.{}",
];

#[test]
fn no_figure_is_looked_for_before_it_is_computed() {
    let mut late = Vec::new();
    for name in plans::PLANS {
        let plan = read_json(&plans::bytes(name)).unwrap().plan;
        let parameters = Parameters::of(&plan);
        late.extend(late_in(|| {
            run(&plan, &parameters);
        }));
    }
    late.sort_unstable();
    late.dedup();
    let mut expected = STEP_BY_STEP.to_vec();
    expected.sort_unstable();
    assert_eq!(late, expected);
}

#[test]
fn every_formula_and_limit_is_worked_out_once() {
    let plan = Plan::default();
    let found = worked_out_in(|| {
        run(&plan, &Parameters::of(&plan));
    });
    let mut faults = Vec::new();
    let all = files();
    let names: Vec<(&str, &str)> = all.iter().flat_map(|file| names_in(file)).collect();
    for (path, name) in &names {
        // A code may stand in several limits, so that one figure is held from below and from above.
        let due = names.iter().filter(|(_, other)| other == name).count();
        let done = found.iter().filter(|other| *other == name).count();
        if due != done {
            faults.push(format!("{path}: `{name}` is in {due} of its lists, and `run` works it out {done} times"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The formulas of a file by their figures, and its limits by their codes, each with the file.
fn names_in(file: &RuleFile) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
    let path = file.path;
    let formulas = file.formulas.iter().map(|formula| formula.kind.id);
    formulas.chain(file.tests.iter().map(|test| test.finding.code)).map(move |name| (path, name))
}

#[test]
fn every_figure_is_in_the_list_of_its_folder() {
    let of_files: HashSet<&str> = files().iter().flat_map(|file| file.kinds).map(|kind| kind.id).collect();
    let of_rules: HashSet<&str> = figure_kinds().iter().map(|kind| kind.id).collect();
    let missing: Vec<_> = of_rules.symmetric_difference(&of_files).collect();
    assert!(missing.is_empty(), "in the list of the rules or in their files, not in both: {missing:?}");
}
