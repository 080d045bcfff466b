//! The published Surrey plan, held to the arithmetic that was worked out from its tables.
//!
//! `tests/published/surrey-arithmetic.csv` has a row for each check: a printed figure with its
//! verdict, a computed figure, or a finding that must (or must not) be there. The checks keep the
//! numbers of the worked-out arithmetic; S075 and S076 are readings that it tried on purpose and
//! are left out.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use one_plan_model::calculation::Unit;
use one_plan_model::outcome::{self, Outcome, words};
use one_plan_model::plan::Plan;
use one_plan_model::quantity::{Digits, divide, multiply, round_half_away, whole};
use std::path::PathBuf;

fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn surrey() -> (Plan, Outcome) {
    let bytes = std::fs::read(project().join("plans/surrey-one-plan.json")).unwrap();
    let plan = one_plan_model::exchange::read_json(&bytes).unwrap().plan;
    let outcome = outcome::compute(&plan);
    (plan, outcome)
}

/// The rows of the case file: check, kind, subject, expected, unit, verdict.
fn cases() -> Vec<[String; 6]> {
    let mut reader = csv::Reader::from_path(project().join("tests/published/surrey-arithmetic.csv")).unwrap();
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
            stated.figure.0 == figure && stated.value == printed && stated.unit.word() == unit
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
    words::number(Ok(round_half_away(value, places))).replace(',', "").replace('−', "-")
}

#[test]
fn every_check_of_the_worked_out_arithmetic_holds() {
    let (plan, outcome) = surrey();
    let cases = cases();
    assert!(cases.len() > 200, "the case file has only {} rows", cases.len());
    let mut failures = Vec::new();
    for [check, kind, subject, expected, unit, verdict] in &cases {
        let parts: Vec<&str> = expected.split('|').collect();
        let found = outcome
            .findings()
            .iter()
            .any(|finding| finding.code == subject && parts.iter().all(|part| finding.message.contains(part)));
        let failure = match kind.as_str() {
            "stated" => {
                let actual = stated_verdict(&plan, &outcome, subject, expected, unit);
                (actual != Some(verdict)).then(|| format!("{subject} {expected} {unit}: {actual:?}, not {verdict}"))
            }
            "computed" => {
                let actual = computed(&plan, &outcome, subject, expected, unit);
                let same = Digits::read(&actual).ok().map(|digits| digits.number().normalize())
                    == Digits::read(expected).ok().map(|digits| digits.number().normalize());
                (!same).then(|| format!("{subject}: {actual}, not {expected} {unit}"))
            }
            "finding" => (!found).then(|| format!("no finding {subject} that says {expected}")),
            "agrees" => found.then(|| format!("a finding {subject} that says {expected}")),
            other => Some(format!("there is no kind of check \"{other}\"")),
        };
        failures.extend(failure.map(|failure| format!("{check}: {failure}")));
    }
    assert!(failures.is_empty(), "{} of {} fail:\n{}", failures.len(), cases.len(), failures.join("\n"));
}

#[test]
fn the_findings_of_this_part_of_the_plan_are_found() {
    let (_, outcome) = surrey();
    let expected = [
        ("S-01", "printed-differs", "sum of weights is printed as 100 and computed as 1.5"),
        (
            "S-02",
            "printed-differs",
            "Non-elective spells: change in per cent is printed as −4.00% and computed as −31.79%",
        ),
        (
            "S-02",
            "printed-differs",
            "Non-elective spells: change in cost in per cent is printed as −9.00% and computed as −5.89%",
        ),
        ("S-03", "activity-without-cost", "8,632 A&E attendances are removed at a cost of nothing"),
        ("S-04", "printed-differs", "£47,420,000 and computed as £47,407,000"),
        ("S-07", "activity-lost-in-a-shift", "20,267 leave, 19,354 arrive; 913 leave and do not arrive"),
        ("S-08", "printed-differs", "First outpatients: plan is printed as 300,744 and computed as 284,627"),
        ("S-08", "printed-differs", "Follow-up outpatients: plan is printed as 692,721 and computed as 622,478"),
        ("S-08", "printed-differs", "plan is printed as 124,638 and computed as 108,957"),
        ("S-08", "printed-differs", "Outpatient procedures: plan is printed as 126,681 and computed as 140,502"),
        ("S-08", "activity-without-cost", "11,354 Local price are added without a cost"),
        ("S-09", "activity-lost-in-a-shift", "6,165 leave, 6,207 arrive"),
        ("S-09", "activity-lost-in-a-shift", "9,597 leave, 7,499 arrive"),
        (
            "S-10",
            "printed-differs",
            "Outpatient procedures: direction of change is printed as one up and computed as two up",
        ),
        (
            "S-10",
            "printed-differs",
            "GP consultations: direction of change is printed as one up and computed as stable",
        ),
        ("S-10", "printed-differs", "Dental units: direction of change is printed as one down and computed as stable"),
        ("S-15", "programme-differs-from-its-schemes", "Mental Health saves £11,420,000 in 2011/12"),
        ("S-16", "programme-differs-from-its-schemes", "Planned Care saves £9,660,000 in 2011/12"),
        ("S-17", "unidentified-savings", "77.7%"),
        ("S-18", "programme-differs-from-its-schemes", "Long Term Conditions saves £3,100,000 in 2011/12"),
        ("S-19", "programme-differs-from-its-schemes", "Safer Care saves £2,500,000 in 2011/12"),
        ("S-20", "same-scheme-different-saving", "£3,769k"),
        ("S-22", "same-scheme-different-saving", "£1,397,320"),
        ("S-24", "cquin-differs-from-the-rate", "0.39% of its gross budget"),
        ("S-30", "programme-saves-nothing", "Contracting Efficiencies CSU"),
        ("S-41", "dearer-where-it-arrives", "£249 where it arrives, but only £166"),
    ];
    for (id, code, words) in expected {
        let found = outcome.findings().iter().any(|finding| finding.code == code && finding.message.contains(words));
        assert!(found, "{id}: no finding {code} says \"{words}\"");
    }
}

#[test]
fn no_printed_figure_is_left_without_a_verdict() {
    let (plan, outcome) = surrey();
    for comparison in outcome.comparisons() {
        let stated = plan.stated.get(comparison.row).unwrap();
        assert_ne!(comparison.verdict.word(), "not computed", "{}", stated.figure.0);
    }
}

#[test]
fn totals_equal_the_sum_of_their_parts_to_the_penny() {
    let (plan, outcome) = surrey();
    let value = |id: &str| outcome.value(outcome::resolve(&plan, id).unwrap()).unwrap().unwrap();
    let parts: Vec<_> =
        outcome.figures_of(&one_plan_model::rules::cquin::INDICATOR_VALUE).map(|(_, value)| value.unwrap()).collect();
    let sum = parts.iter().copied().reduce(|left, right| one_plan_model::quantity::add(left, right).unwrap()).unwrap();
    assert_eq!(sum, value("cquin.total.value"));
    assert_eq!(value("cquin.total.value").to_string(), "7400000");
    let both = one_plan_model::quantity::add(value("cquin.total.earned"), value("cquin.total.at-risk")).unwrap();
    assert_eq!(both, value("cquin.total.value"));
}
