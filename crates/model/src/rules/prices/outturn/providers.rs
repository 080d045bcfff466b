//! Providers that the baseline has and the months have not: what the others are forecast to have is not the whole.

use super::side::{Months, Side, place};
use crate::calculation::Ledger;
use crate::plan::{BaselineActivity, CellAddress, Id, Row, Table};
use crate::quantity::InOrder;

/// The providers of each place of the baseline that give one side of it, with the row, in order.
pub(super) fn of_baseline(ledger: &Ledger<'_>, gives: fn(Row<'_, BaselineActivity>) -> bool) -> Vec<([u32; 3], u32)> {
    let of_line = |(row, line): (Id<BaselineActivity>, Row<'_, BaselineActivity>)| {
        let provider = line.provider().filter(|_| gives(line))?;
        Some(([line.setting().index(), line.point_of_delivery().index(), provider.index()], row.index()))
    };
    let mut lines: Vec<([u32; 3], u32)> = ledger.plan.baseline_activity.iter().filter_map(of_line).collect();
    lines.order_by(Ord::cmp);
    lines
}

/// The places of the baseline that give one side of it, in order.
pub(super) fn places_of_baseline(ledger: &Ledger<'_>, gives: fn(Row<'_, BaselineActivity>) -> bool) -> Vec<[u32; 2]> {
    let lines = ledger.plan.baseline_activity.iter().filter(|(_, line)| gives(*line));
    let mut places: Vec<_> =
        lines.map(|(_, line)| [line.setting().index(), line.point_of_delivery().index()]).collect();
    places.order_by(Ord::cmp);
    places
}

/// Notes that the forecast of a place, whose rows are in the order of their providers, lacks a provider of the baseline.
pub(super) fn note_without_months(
    ledger: &mut Ledger<'_>,
    (rows, baseline): (Months<'_, '_>, &[([u32; 3], u32)]),
    side: &Side,
) {
    let Some((_, first)) = rows.first() else { return };
    let [setting, point] = place(*first);
    let from = baseline.partition_point(|(of, _)| *of < [setting, point, 0]);
    let mut of_place = baseline.iter().skip(from).take_while(|(of, _)| of.starts_with(&[setting, point]));
    let has_months = |provider: u32| {
        rows.iter().any(|(_, row)| row.provider().map(Id::index) == Some(provider) && (side.cell)(*row).is_some())
    };
    if let Some((_, row)) = of_place.find(|([.., provider], _)| !has_months(*provider)) {
        let cell = CellAddress { table: Table::BaselineActivity, row: *row, column: "provider" };
        ledger.lacks(side.of_year.at([setting, point]), cell);
    }
}
