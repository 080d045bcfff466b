//! The figures of what changes: of each scheme, of each list and of the plan.

use super::arrow::arrow;
use super::baseline::Baseline;
use super::grid::Grid;
use super::kinds::{
    ARROW, CHANGE, CHANGE_COST, LIST_CHANGE, LIST_CHANGE_COST, LIST_COST_TOTAL, LIST_PLAN, LIST_PLAN_COST, PERCENT,
    PERCENT_COST, PLAN, PLAN_COST, SCHEME_COST,
};
use super::sum::{Sum, change_slot, places};
use crate::calculation::{Ledger, Number, Series};
use crate::plan::{Id, SchemeList};
use crate::quantity::Decimal;

/// What each scheme changes in cost, and each list as the sum of its schemes, less what it would count twice.
pub(super) fn publish_costs(
    ledger: &mut Ledger<'_>,
    scheme_costs: Vec<Sum>,
    twice: &[(u32, Number)],
    order: &[(Id<SchemeList>, Option<Id<SchemeList>>)],
) {
    let plan = ledger.plan;
    let mut lists: Vec<Sum> = vec![Sum::NOTHING; plan.scheme_lists.len()];
    let mut series = Series::with_capacity(&SCHEME_COST, scheme_costs.len());
    for ((row, scheme), sum) in plan.schemes.iter().zip(scheme_costs) {
        let Some(total) = sum.0 else { continue };
        let cost = series.push([row.index()], total.finish());
        if let Some(list) = lists.get_mut(scheme.list().position()) {
            list.add(&cost);
        }
    }
    ledger.add(series);
    for (list, cost) in twice {
        if let Some(list) = lists.get_mut(*list as usize) {
            list.add(cost);
        }
    }
    for (list, parent) in order {
        let Some(total) = lists.get_mut(list.position()).and_then(|sum| sum.0.take()) else { continue };
        let cost = ledger.publish(&LIST_COST_TOTAL, [list.index()], total.finish());
        if let Some(above) = parent.and_then(|parent| lists.get_mut(parent.position())) {
            above.add(&cost);
        }
    }
}

/// What a list changes and what is then planned; it counts in what stands above it too.
pub(super) fn publish_changes_of_list(
    ledger: &mut Ledger<'_>,
    list: Id<SchemeList>,
    grid: Grid,
    baseline: &Baseline,
    changes: &mut Grid,
) {
    let sides = [
        (grid.activity, &baseline.activity, &mut changes.activity, &LIST_CHANGE, &LIST_PLAN),
        (grid.cost, &baseline.cost, &mut changes.cost, &LIST_CHANGE_COST, &LIST_PLAN_COST),
    ];
    // A list that changes nothing has no plan of its own.
    if sides.iter().all(|side| side.0.iter().all(|sum| sum.0.is_none())) {
        return;
    }
    for (sums, baseline, all, change_kind, plan_kind) in sides {
        // Where neither list nor baseline has anything there is no figure.
        let used = sums.len().max(baseline.len());
        let mut sums = sums.into_iter();
        for (slot, [setting, point]) in places(ledger.plan).enumerate().take(used) {
            let (sum, baseline) = (sums.next().unwrap_or(Sum::NOTHING), given(baseline, slot));
            let subjects = [list.index(), setting, point];
            let Some(change) = change_of(sum, baseline.is_some(), "no scheme of the list changes it") else { continue };
            let change = ledger.publish(change_kind, subjects, change);
            change_slot(all, slot, |sum| sum.add(&change));
            if let Some(baseline) = baseline {
                ledger.publish(plan_kind, subjects, baseline.plus(&change));
            }
        }
    }
}

/// The baseline of a place, if it has one.
fn given(baseline: &[Option<Number>], slot: usize) -> Option<&Number> {
    baseline.get(slot)?.as_ref()
}

/// The change: nought where there is a baseline that no scheme changes, `None` where there is neither.
fn change_of(sum: Sum, has_baseline: bool, nothing: &'static str) -> Option<Number> {
    match sum.0 {
        Some(total) => Some(total.finish()),
        None => has_baseline.then(|| Number::constant(Decimal::ZERO, nothing)),
    }
}

/// What all schemes change, and what is then planned.
pub(super) fn publish_plan(ledger: &mut Ledger<'_>, grid: Grid, baseline: &Baseline) {
    let plan = ledger.plan;
    let mut outlook: Vec<Option<usize>> = Vec::new();
    for (row, line) in plan.activity_outlook.iter() {
        let slot = grid.slot(line.setting().position(), line.point_of_delivery().position());
        change_slot(&mut outlook, slot, |printed| *printed = Some(row.position()));
    }
    let sides = [
        (grid.activity, &baseline.activity, [&CHANGE, &PLAN, &PERCENT], "activity_percent"),
        (grid.cost, &baseline.cost, [&CHANGE_COST, &PLAN_COST, &PERCENT_COST], "cost_percent"),
    ];
    for (changes, baseline, [change_kind, plan_kind, percent_kind], column) in sides {
        let used = changes.len().max(baseline.len()).max(outlook.len());
        let mut sums = changes.into_iter();
        for (slot, subjects) in places(plan).enumerate().take(used) {
            let (sum, baseline) = (sums.next().unwrap_or(Sum::NOTHING), given(baseline, slot));
            let outlook = outlook.get(slot).copied().flatten();
            let change = change_of(sum, baseline.is_some(), "no scheme changes it")
                .map(|change| ledger.publish(change_kind, subjects, change));
            let percent = match (baseline, &change) {
                (Some(baseline), Some(change)) => {
                    ledger.publish(plan_kind, subjects, baseline.plus(change));
                    Some(change.over(baseline))
                }
                _ => outlook.and_then(|row| printed_percent(ledger, row, column)),
            };
            let Some(percent) = percent else { continue };
            let percent = ledger.publish(percent_kind, subjects, percent);
            if column == "activity_percent" && !percent.is_division_by_zero() {
                let arrow = arrow(ledger, &percent);
                ledger.publish(&ARROW, subjects, arrow);
            }
        }
    }
}

fn printed_percent(ledger: &Ledger<'_>, row: usize, column: &'static str) -> Option<Number> {
    let row = Id::at(u32::try_from(row).ok()?);
    let line = ledger.plan.activity_outlook.get(row)?;
    let printed = if column == "activity_percent" { line.activity_percent() } else { line.cost_percent() }?;
    Some(Number::cell(printed))
}
