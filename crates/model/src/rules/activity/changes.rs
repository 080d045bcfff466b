//! Which changes count where all providers are added up.

use super::counted::Counted;
use super::{CHANGE_COST_LESS_PROVIDERS, CHANGE_LESS_PROVIDERS};
use crate::calculation::{FigureIndex, Ledger, Number};
use crate::plan::{ActivityChange, EMPTY_CODE, Id, NumberCells, NumberType, Plan, Row, Table};
use crate::rules::schemes::Repeats;
use std::cmp::Ordering;

/// Of the rows of one scheme about the same activity, those that count for activity and for cost: a row for all
/// providers beside rows for single ones is their total and counts alone.
pub(crate) struct CountedChanges {
    activity: Counted,
    cost: Counted,
}

impl CountedChanges {
    pub(crate) fn of(plan: &Plan) -> Self {
        let side = |given: &dyn Fn(Row<'_, ActivityChange>) -> bool| {
            let changes = &plan.activity_changes;
            let row = |row: u32| changes.get(Id::at(row));
            Counted::of(
                changes.codes(ActivityChange::provider),
                |at| row(at).is_some_and(given),
                |left, right| row(left).zip(row(right)).map_or(Ordering::Equal, |(left, right)| compare(left, right)),
            )
        };
        Self { activity: side(&|row| row.activity().is_some()), cost: side(&|row| row.cost().is_some()) }
    }

    /// Whether the activity of a row counts.
    #[inline]
    pub(crate) fn has_activity(&self, row: u32) -> bool {
        self.activity.has(row)
    }

    /// Whether the cost of a row counts.
    #[inline]
    pub(crate) fn has_cost(&self, row: u32) -> bool {
        self.cost.has(row)
    }

    /// Whether the activity of a row is the total of rows for single providers.
    pub(crate) fn is_total(&self, row: u32) -> bool {
        self.activity.is_total(row)
    }

    /// Holds each total against its providers.
    pub(super) fn hold_totals(&self, ledger: &mut Ledger<'_>) {
        let changes = &ledger.plan.activity_changes;
        let row = |row: u32| changes.get(Id::at(row));
        let about = |at: u32| {
            let place = |row: Row<'_, ActivityChange>| {
                [row.scheme().index(), row.setting().index(), row.point_of_delivery().index()]
            };
            row(at).map(|row| FigureIndex::new(place(row))).unwrap_or_default()
        };
        let activity = |at: u32| row(at)?.activity().map(Number::cell);
        let cost = |at: u32| row(at)?.cost().map(Number::cell);
        let at = |column| (Table::ActivityChange, column);
        self.activity.hold_totals(ledger, &CHANGE_LESS_PROVIDERS, at("activity"), about, activity);
        self.cost.hold_totals(ledger, &CHANGE_COST_LESS_PROVIDERS, at("cost"), about, cost);
    }
}

/// The changes at single providers, those of a scheme that several lists print once: from the setting, the point of
/// delivery and the provider what each is about, and the number.
pub(crate) fn at_providers<N: NumberType>(
    plan: &Plan,
    numbers: NumberCells<'_, N>,
    about: impl Fn([u32; 3]) -> FigureIndex,
) -> Vec<(FigureIndex, Number)> {
    let changes = &plan.activity_changes;
    let providers = changes.codes(ActivityChange::provider);
    let places = changes.codes(ActivityChange::setting).iter().zip(changes.codes(ActivityChange::point_of_delivery));
    let mut found = Vec::new();
    if providers.is_empty() || numbers.is_empty() {
        return found;
    }
    let once = Repeats::of(plan).counted_changes(plan);
    for ((row, provider), (setting, point)) in (0..).zip(providers).zip(places) {
        if *provider != EMPTY_CODE && once.has(row) {
            let number = numbers.get(row).map(Number::cell);
            found.extend(number.map(|number| (about([*setting, *point, *provider]), number)));
        }
    }
    found
}

/// The order of rows by what they are about, whoever the provider is.
fn compare(left: Row<'_, ActivityChange>, right: Row<'_, ActivityChange>) -> Ordering {
    let about = |row: Row<'_, ActivityChange>| {
        (row.scheme().index(), row.setting().index(), row.point_of_delivery().index(), row.effect())
    };
    let words = |row: Row<'_, ActivityChange>| (row.movement().is_some(), row.cohort().is_some());
    about(left)
        .cmp(&about(right))
        .then_with(|| words(left).cmp(&words(right)))
        .then_with(|| (left.movement(), left.cohort()).cmp(&(right.movement(), right.cohort())))
}
