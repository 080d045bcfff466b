//! One formula or limit in another form, while tests run: a test changes each in turn, and something must notice.

use super::evaluate::Evaluated;
use super::{Fails, Formula, Test};
use crate::calculation::Ledger;
use std::cell::Cell;

/// What takes the place of a formula or of a limit.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Changed {
    /// Another formula.
    Formula(&'static Formula, Formula),
    /// What follows is about the year, or the month, after the right one; the position says which dimension that is.
    Later(&'static Formula, usize),
    /// Of what falls on the same, only the first counts.
    OnlyFirst(&'static Formula),
    /// Parameters are those of the year after.
    ParametersOfNextYear(&'static Formula),
    /// Another limit in place of the first.
    Limit(Test, Test),
}

thread_local! {
    static CHANGED: Cell<Option<Changed>> = const { Cell::new(None) };
    static YEARS_LATER: Cell<u16> = const { Cell::new(0) };
}

/// Runs something with one formula or limit in another form.
pub(crate) fn with_change<T>(changed: Changed, run: impl FnOnce() -> T) -> T {
    CHANGED.set(Some(changed));
    let result = run();
    CHANGED.set(None);
    result
}

/// By how many years a parameter is asked for too late.
pub(super) fn years_later() -> u16 {
    YEARS_LATER.get()
}

/// Works out a formula, or what takes its place.
pub(super) fn evaluate(formula: &Formula, ledger: &Ledger<'_>) -> Evaluated {
    let is_this = |of: &'static Formula| std::ptr::eq(of, formula);
    match CHANGED.get() {
        Some(Changed::Formula(of, other)) if is_this(of) => other.evaluate(ledger),
        Some(Changed::Later(of, dimension)) if is_this(of) => {
            let mut of_rows = formula.evaluate(ledger);
            for (index, _) in &mut of_rows.found {
                index.set(dimension, index.get(dimension).saturating_add(1));
            }
            of_rows
        }
        Some(Changed::OnlyFirst(of)) if is_this(of) => {
            let mut of_rows = formula.evaluate(ledger);
            let mut seen = std::collections::HashSet::new();
            of_rows.found.retain(|(index, _)| seen.insert(*index));
            of_rows
        }
        Some(Changed::ParametersOfNextYear(of)) if is_this(of) => {
            YEARS_LATER.set(1);
            let result = formula.evaluate(ledger);
            YEARS_LATER.set(0);
            result
        }
        _ => formula.evaluate(ledger),
    }
}

/// A limit, or what takes its place.
pub(super) fn limit(test: &Test) -> Test {
    let is_same = |other: &Test| {
        std::ptr::eq(other.of, test.of)
            && other.finding.code == test.finding.code
            && matches!(
                (other.fails, test.fails),
                (Fails::Below(_), Fails::Below(_))
                    | (Fails::Above(_), Fails::Above(_))
                    | (Fails::Differs(_), Fails::Differs(_))
            )
    };
    match CHANGED.get() {
        Some(Changed::Limit(of, other)) if is_same(&of) => other,
        _ => *test,
    }
}
