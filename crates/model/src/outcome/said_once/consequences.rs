//! What follows from another finding: an amount in another unit is why what is saved is more than what is spent, and why two
//! places of the plan differ. Each stays, for it may be true of itself; the cause comes first and what may follow from it comes
//! after it and says so.
//!
//! A cause is a finding that says of a cell that it is written as it cannot be, or hardly is meant. Another finding may follow
//! from it if its figures stand on that cell, and the amount that it is about is no other than the cell can make.

use crate::calculation::{CellAddress, Finding, Severity, Unit};
use crate::outcome::findings::cells_of;
use crate::outcome::{Outcome, Recording};
use crate::plan::{ColumnKind, Plan, Table};
use crate::quantity::{Decimal, InOrder, absolute, divide, whole};
use std::collections::BTreeSet;

/// The codes of findings that are causes: those that come first are why the others are.
const CAUSES: &[&str] = &[
    "must-be-given-once",
    "given-under-two-ids",
    "total-among-its-rows",
    "whole-counts-beside-its-parts",
    "cell-out-of-range",
    "cells-contradict",
    "share-unit-in-doubt",
    "amount-unit-in-doubt",
    "month-unit-in-doubt",
    "months-in-another-unit",
    "months-may-be-the-year-so-far",
    "year-so-far-falls",
    "number-in-doubt",
    "sign-unclear",
    "effect-contradicts-sign",
    "cost-contradicts-activity",
    "contract-tolerance-as-large-as-base",
    "qipp-above-budget",
    "more-taken-out-than-budget",
    "budgets-below-nothing",
    "more-taken-than-there-is",
    "more-staff-go-than-there-are",
    "fixed-sum-and-base",
    "cquin-base-above-contracts",
];

/// Where more causes than these are found, the plan is not one with a slip.
const MOST_CAUSES: usize = 20;

type Cell = (Table, u32, u8);

/// A finding that may be why others are.
struct Cause {
    at: usize,
    rank: usize,
    cells: BTreeSet<Cell>,
    words: String,
}

/// The numbers that a finding names.
fn numbers_of(finding: &Finding) -> Vec<Cell> {
    let cell =
        |place: &CellAddress| Some((place.table, place.row, u8::try_from(place.table.column(place.column)?).ok()?));
    finding.places.iter().filter(|place| place.is_number()).filter_map(cell).collect()
}

/// The causes among findings, the first of them first.
fn causes(findings: &[Finding], plan: &Plan) -> Vec<Cause> {
    let of = |(at, finding): (usize, &Finding)| {
        let rank = CAUSES.iter().position(|code| *code == finding.code)?;
        let place = finding.places.first().filter(|_| finding.severity != Severity::Information)?;
        // Of several rows the same in any order of rows.
        let alike = finding.places.iter().filter(|other| (other.table, other.column) == (place.table, place.column));
        let row = alike.map(|other| plan.row_words(other.table, other.row)).min()?;
        // What is said at the name of a row is said of the row.
        let column = match place.column {
            "id" | "name" => String::new(),
            column => format!(" ({})", column.replace('_', " ")),
        };
        let words = format!("{row}{column}");
        Some(Cause { at, rank, cells: cells_of(plan, finding).into_iter().collect(), words })
    };
    let mut causes: Vec<Cause> = findings.iter().enumerate().filter_map(of).collect();
    causes.order_by(|left, right| (left.rank, &left.words).cmp(&(right.rank, &right.words)));
    causes
}

/// Whether there is a cause, and anything that may follow from it: then it has to be known how figures came about.
pub(in crate::outcome) fn is_asked(findings: &[Finding], plan: &Plan) -> bool {
    let causes = causes(findings, plan);
    let known = findings.iter().filter(|finding| finding.severity != Severity::Information).count();
    (1..=MOST_CAUSES).contains(&causes.len()) && known > 1
}

/// Puts what may follow from another finding behind it, and says so. The findings must be in their order.
pub(in crate::outcome) fn put_behind(outcome: &mut Outcome, plan: &Plan, recording: &Recording) {
    let findings = &mut outcome.findings;
    let causes = causes(findings, plan);
    let mut follows: Vec<Option<usize>> = vec![None; findings.len()];
    for cause in &causes {
        let stands = recording.record().depends_on(&|cell| cause.cells.contains(&cell));
        for (at, finding) in findings.iter().enumerate() {
            let is_free = follows.get(at) == Some(&None) && at != cause.at;
            let rank = CAUSES.iter().position(|code| *code == finding.code).unwrap_or(CAUSES.len());
            let comes_later = rank > cause.rank && finding.severity != Severity::Information;
            // What follows itself has nothing that follows from it.
            let is_cause_first = follows.get(cause.at) == Some(&None);
            if !(is_free && comes_later && is_cause_first && is_about_as_much(plan, finding, cause)) {
                continue;
            }
            let mut steps = finding.figures.iter().filter_map(|figure| recording.step(*figure));
            let stands_on_it = steps.any(|step| stands.get(step.position()).copied().unwrap_or_default());
            let names_it = || numbers_of(finding).iter().any(|cell| cause.cells.contains(cell));
            if (stands_on_it || names_it())
                && let Some(follows) = follows.get_mut(at)
            {
                *follows = Some(cause.at);
            }
        }
    }
    for (finding, cause) in findings.iter_mut().zip(&follows) {
        let words = cause.and_then(|at| causes.iter().find(|cause| cause.at == at)).map(|cause| &cause.words);
        if let Some(words) = words {
            finding.message = format!("{} It may follow from what is said of {words}.", finding.message);
        }
    }
    order(outcome, &follows);
}

/// Whether the amount that a finding is about is one that a cause can make: as much as one of its cells, or twice that where
/// its sign is wrong. What does not say how much it is about, or in another unit, may be as much.
fn is_about_as_much(plan: &Plan, finding: &Finding, cause: &Cause) -> bool {
    let Some((apart, unit)) = finding.apart.filter(|(apart, _)| !apart.is_zero()) else { return true };
    let times = |(table, row, column): &Cell| {
        let kind = table.columns().get(usize::from(*column))?.kind;
        let is_like = match kind {
            ColumnKind::Money => unit == Unit::Money,
            ColumnKind::Count => unit == Unit::Count,
            _ => false,
        };
        let number =
            plan.store(*table).column(usize::from(*column)).number(*row).filter(|_| is_like)?.0.value().ok()?;
        divide(apart, absolute(number)).ok()
    };
    let mut times = cause.cells.iter().filter_map(times).peekable();
    let says_nothing = times.peek().is_none();
    says_nothing || times.any(|times| Decimal::new(5, 1) <= times && times <= whole(2))
}

/// Puts each behind its cause, and the cause where the gravest of them was.
fn order(outcome: &mut Outcome, follows: &[Option<usize>]) {
    let mut first: Vec<(Severity, usize)> = outcome.findings.iter().map(|finding| finding.severity).zip(0..).collect();
    for (at, cause) in follows.iter().enumerate() {
        let own = first.get(at).copied();
        if let Some((first, own)) = cause.and_then(|cause| first.get_mut(cause)).zip(own) {
            *first = (*first).min(own);
        }
    }
    let mut order: Vec<usize> = (0..outcome.findings.len()).collect();
    order.order_by_key(|at| {
        let cause = follows.get(*at).copied().flatten();
        (first.get(cause.unwrap_or(*at)).copied(), cause.is_some(), *at)
    });
    let mut now_at = vec![0; order.len()];
    for (now, before) in order.iter().enumerate() {
        now_at.get_mut(*before).into_iter().for_each(|at| *at = now);
    }
    let ordered = order.iter().filter_map(|at| outcome.findings.get(*at).cloned()).collect();
    let now = |before: usize| now_at.get(before).copied().unwrap_or_default();
    outcome.follows = order.iter().map(|at| follows.get(*at).copied().flatten().map(now)).collect();
    outcome.findings = ordered;
}

impl Outcome {
    /// The position of the finding from which another, by its position, may follow; nothing where it stands for itself.
    ///
    /// ```
    /// use one_plan_model::example;
    /// let outcome = example::outcome(r#"
    ///     "organisations": [{"id": "t", "name": "T", "kind": "nhs-trust"}],
    ///     "contracts": [{"id": "k", "name": "K", "provider": "t", "year": "2018/19", "unit": "£m", "form": "block",
    ///                    "base": "100.0", "cquin": "102.5"}]
    /// "#).outcome;
    /// let codes: Vec<_> = outcome.findings().iter().map(|finding| finding.code).collect();
    /// assert_eq!(codes.get(..2), Some(&["cells-contradict", "cquin-rate-above-national"][..]));
    /// assert_eq!((outcome.follows(0), outcome.follows(1)), (None, Some(0)));
    /// ```
    pub fn follows(&self, finding: usize) -> Option<usize> {
        self.follows.get(finding).copied().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::CAUSES;
    use crate::outcome::finding_kinds;

    #[test]
    fn every_cause_is_a_kind_of_finding() {
        let unknown: Vec<_> = CAUSES.iter().filter(|code| finding_kinds().all(|kind| kind.code != **code)).collect();
        assert!(unknown.is_empty(), "no finding has these codes, so that nothing follows from them: {unknown:?}");
    }
}
