//! The published plans and the example, held to the arithmetic that was worked out from their tables. That of the example
//! stands in the last column of its file.
//!
//! `tests/published/*-arithmetic.csv` has a row for each check:
//!
//! * `stated`: a printed figure with its verdict; `computed`: a figure with its value;
//! * `agreement`: a row of the table `cross_checks`, or two figures `one|other` that a rule holds
//!   against each other, with the verdict;
//! * `finding`: a finding that must be there; `agrees`: one that must not; `missing`: a figure that is
//!   not printed.
//!
//! The checks keep the numbers of the worked-out arithmetic. Readings that it tried on purpose are
//! left out and named in [`LEFT_OUT`].
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use one_plan_model::calculation::{Finding, Unit, format};
use one_plan_model::outcome::{self, Outcome};
use one_plan_model::plan::Plan;
use one_plan_model::quantity::{Digits, divide, multiply, round_half_away, whole};
use std::path::PathBuf;

#[path = "support/plans.rs"]
mod plans;

fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The plans: plan file, case file, first letter and number of the checks, first and last number of the known findings.
const PLANS: [(&str, &str, char, usize, std::ops::RangeInclusive<usize>); 3] = [
    ("surrey-one-plan", "surrey-arithmetic", 'S', 275, 1..=42),
    ("arden-system-plan", "arden-arithmetic", 'A', 182, 1..=30),
    ("example-icb-2026-27", "example-arithmetic", 'E', 74, 1..=6),
];

/// Other readings that the worked-out arithmetic tried on purpose, with the reason.
const LEFT_OUT: [(&str, &str); 2] = [
    ("chk-S075", "tries the A&E change over the base of spells; the printed figure is held by S070"),
    ("chk-S076", "adds a saving of another table to reach the printed figure; it is held by S071"),
];

fn published(name: &str) -> (Plan, Outcome) {
    let plan = one_plan_model::exchange::read_json(&plans::bytes(name)).unwrap().plan;
    let outcome = outcome::compute(&plan);
    (plan, outcome)
}

/// The rows of the case file: check, kind, subject, expected, unit, verdict.
fn cases(name: &str) -> Vec<[String; 6]> {
    let mut reader = csv::Reader::from_path(project().join(format!("tests/published/{name}.csv"))).unwrap();
    reader
        .records()
        .map(|record| {
            let record = record.unwrap();
            std::array::from_fn(|at| record.get(at).unwrap_or_default().to_owned())
        })
        .collect()
}

fn stated_verdict(plan: &Plan, outcome: &Outcome, figure: &str, value: &str, unit: &str) -> Option<&'static str> {
    let printed = Digits::read(value).unwrap().number();
    outcome
        .comparisons()
        .iter()
        .find(|comparison| {
            let stated = plan.stated.get(comparison.row).unwrap();
            stated.figure() == figure && stated.value().get() == printed && stated.unit().word() == unit
        })
        .map(|comparison| comparison.verdict.word())
}

/// A computed figure in the unit and with the decimal places of the expected text.
fn computed(plan: &Plan, outcome: &Outcome, figure: &str, expected: &str, unit: &str) -> String {
    let Some(key) = outcome::resolve(plan, figure) else { return "no such figure".to_owned() };
    let Some(Ok(value)) = outcome.value(key) else { return "no value".to_owned() };
    let factor = match unit {
        "£000" => 1_000,
        "£m" => 1_000_000,
        _ => 1,
    };
    let value = if key.kind.unit == Unit::Percent {
        multiply(value, whole(100)).unwrap()
    } else {
        divide(value, whole(factor)).unwrap()
    };
    let places = Digits::read(expected).unwrap().places();
    format::number(Ok(round_half_away(value, places))).replace(',', "").replace('−', "-")
}

fn agreement_verdict(plan: &Plan, outcome: &Outcome, subject: &str) -> Option<&'static str> {
    let agreement = outcome.agreements().iter().find(|agreement| match subject.split_once('|') {
        Some((figure, other)) => agreement.figure.id(plan) == figure && agreement.other.id(plan) == other,
        None => agreement.row.is_some_and(|row| plan.cross_checks.get(row).unwrap().id() == subject),
    });
    agreement.map(|agreement| agreement.verdict.word())
}

fn failure(plan: &Plan, outcome: &Outcome, case: &[String; 6]) -> Option<String> {
    let [_, kind, subject, expected, unit, verdict] = case;
    let parts: Vec<&str> = expected.split('|').collect();
    let found = || {
        let says = |finding: &Finding| parts.iter().all(|part| finding.message.contains(part));
        outcome.findings().iter().any(|finding| finding.code == subject && says(finding))
    };
    match kind.as_str() {
        "stated" => {
            let actual = stated_verdict(plan, outcome, subject, expected, unit);
            (actual != Some(verdict)).then(|| format!("{subject} {expected} {unit}: {actual:?}, not {verdict}"))
        }
        "computed" => {
            let actual = computed(plan, outcome, subject, expected, unit);
            let same = match (Digits::read(&actual), Digits::read(expected)) {
                (Ok(actual), Ok(expected)) => actual.number() == expected.number(),
                _ => actual == *expected,
            };
            (!same).then(|| format!("{subject}: {actual}, not {expected} {unit}"))
        }
        "agreement" => {
            let actual = agreement_verdict(plan, outcome, subject);
            (actual != Some(verdict)).then(|| format!("{subject}: {actual:?}, not {verdict}"))
        }
        "missing" => {
            let printed = plan.stated.iter().any(|(_, stated)| stated.figure() == *subject);
            let computed = computed(plan, outcome, subject, expected, unit);
            (printed || computed != *expected).then(|| format!("{subject}: printed {printed}, computed {computed}"))
        }
        "finding" => (!found()).then(|| format!("no finding {subject} that says {expected}")),
        "agrees" => found().then(|| format!("a finding {subject} that says {expected}")),
        other => Some(format!("there is no kind of check \"{other}\"")),
    }
}

#[test]
fn every_check_of_the_worked_out_arithmetic_holds() {
    let mut failures = Vec::new();
    for (plan, file, letter, count, _) in PLANS {
        let (plan, outcome) = published(plan);
        let cases = cases(file);
        for case in &cases {
            failures.extend(failure(&plan, &outcome, case).map(|failure| format!("{}: {failure}", case[0])));
        }
        for number in 1..=count {
            let check = format!("chk-{letter}{number:03}");
            let held = cases.iter().any(|case| case[0] == check);
            let left_out = LEFT_OUT.iter().any(|(other, _)| *other == check);
            if held == left_out {
                failures.push(format!("{check}: in the case file {held}, left out {left_out}"));
            }
        }
    }
    assert!(failures.is_empty(), "{} fail:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn every_known_finding_of_the_published_plans_is_found() {
    for (name, _, letter, _, known) in PLANS {
        let (plan, outcome) = published(name);
        for number in known {
            let id = format!("{}-{number:02}", letter.to_ascii_lowercase());
            assert!(plan.find(one_plan_model::plan::Table::KnownFinding, &id).is_some(), "{name} lacks {id}");
        }
        let lost: Vec<&str> = outcome
            .findings()
            .iter()
            .filter(|finding| finding.code == "known-finding-not-found")
            .map(|finding| finding.message.as_str())
            .collect();
        assert!(lost.is_empty(), "{name}:\n{}", lost.join("\n"));
        let errors: Vec<&str> = outcome
            .findings()
            .iter()
            .filter(|finding| finding.severity == one_plan_model::calculation::Severity::Error)
            .map(|finding| finding.message.as_str())
            .collect();
        assert!(errors.is_empty(), "{name}:\n{}", errors.join("\n"));
    }
}

#[test]
fn no_printed_figure_is_left_without_a_verdict() {
    for (name, ..) in PLANS {
        let (plan, outcome) = published(name);
        assert!(!outcome.comparisons().is_empty(), "{name} states nothing");
        for comparison in outcome.comparisons() {
            let stated = plan.stated.get(comparison.row).unwrap();
            assert_ne!(comparison.verdict.word(), "not computed", "{}", stated.figure());
        }
    }
}

#[test]
fn totals_equal_the_sum_of_their_parts_to_the_penny() {
    let (plan, outcome) = published("surrey-one-plan");
    let value = |id: &str| outcome.value(outcome::resolve(&plan, id).unwrap()).unwrap().unwrap();
    let parts: Vec<_> =
        outcome.figures_of(&one_plan_model::rules::cquin::INDICATOR_VALUE).map(|(_, value)| value.unwrap()).collect();
    let sum = parts.iter().copied().reduce(|left, right| one_plan_model::quantity::add(left, right).unwrap()).unwrap();
    assert_eq!(sum, value("cquin.total.value"));
    assert_eq!(value("cquin.total.value").to_string(), "7400000");
    let both = one_plan_model::quantity::add(value("cquin.total.earned"), value("cquin.total.at-risk")).unwrap();
    assert_eq!(both, value("cquin.total.value"));
}
