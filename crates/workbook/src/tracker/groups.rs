//! Groups in trackers without references: a row for each group, and its schemes below or above it, called like any scheme.
//!
//! That the amounts of a row are the sum of the rows beside it may be chance. Where the total is what all rows make without
//! such rows, and not with them, it is none: the total proves the groups. Without a total they are named.

use super::aside::Aside;
use super::row_kinds::RowKind;
use super::rows::CellsOfRows;
use super::sums::{AmountsOfRow, Sums};
use super::unnamed_sums::{Side, could_be_sum};
use one_plan_model::quantity::Decimal;
use std::collections::HashMap;

/// Rows that are the sum of those beside them.
#[derive(Clone, Debug, Default)]
pub struct Groups {
    /// Those that the total proves, and where their schemes stand.
    pub proven: Vec<(u32, Side)>,
    /// Those of which nothing but the amounts says so.
    pub open: Vec<u32>,
}

impl Groups {
    /// Those above the first total.
    pub fn of(cells: CellsOfRows<'_>, lines: &[AmountsOfRow]) -> Self {
        let is_total = |line: &AmountsOfRow| matches!(line.kind, RowKind::Total | RowKind::Aside(Aside::Sum));
        let end = lines.iter().position(is_total).unwrap_or(lines.len());
        let (rows, total) = (lines.get(..end).unwrap_or_default(), lines.get(end));
        let are_schemes = rows.iter().all(|line| matches!(line.kind, RowKind::Scheme | RowKind::Unidentified));
        if !are_schemes || !rows.iter().any(|line| could_be_sum(cells, line)) {
            return Self::default();
        }
        let without = |heads: &[usize]| {
            let mut sums = Sums::default();
            let others = rows.iter().enumerate().filter(|(at, _)| heads.binary_search(at).is_err());
            others.for_each(|(_, line)| sums.add(&line.amounts));
            sums
        };
        if total.is_some_and(|total| without(&[]).are(total)) {
            return Self::default();
        }
        let mut open = Vec::new();
        // A row that is the same as one other alone is a group only where nothing else explains the total.
        for fewest in [2, 1] {
            for side in [Side::Below, Side::Above] {
                let heads = heads(cells, rows, side, fewest);
                if heads.is_empty() {
                    continue;
                }
                if total.is_some_and(|total| without(&heads).are(total)) {
                    let proven = heads.iter().filter_map(|at| rows.get(*at)).map(|line| (line.row, side));
                    return Self { proven: proven.collect(), open: Vec::new() };
                }
                if (fewest, side) == (2, Side::Below) {
                    open = heads.iter().filter_map(|at| rows.get(*at)).map(|line| line.row).collect();
                }
            }
        }
        Self { proven: Vec::new(), open }
    }
}

/// The positions of rows that are the sum of the rows next to them on one side, each with those up to the next such row.
fn heads(cells: CellsOfRows<'_>, rows: &[AmountsOfRow], side: Side, fewest: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..rows.len()).collect();
    if side == Side::Above {
        order.reverse();
    }
    let amounts_of = |at: usize| -> Vec<Decimal> {
        let amounts = rows.get(at).map(|line| line.amounts.as_slice()).unwrap_or_default();
        let of = |field| amounts.iter().find(|(known, _)| *known == field).map_or(Decimal::ZERO, |(_, amount)| *amount);
        cells.header.columns.iter().filter_map(|column| column.field.filter(|field| field.is_money())).map(of).collect()
    };
    let plus = |one: &[Decimal], other: &[Decimal]| -> Option<Vec<Decimal>> {
        one.iter().zip(other).map(|(one, other)| one.checked_add(*other)).collect()
    };
    // What all rows before each make, and where that is so: the sum of some rows is the difference of two of these.
    let mut before = vec![amounts_of(usize::MAX)];
    for at in &order {
        let Some(next) = before.last().and_then(|last| plus(last, &amounts_of(*at))) else { return Vec::new() };
        before.push(next);
    }
    let mut places: HashMap<&[Decimal], Vec<usize>> = HashMap::new();
    for (place, sum) in before.iter().enumerate() {
        places.entry(sum).or_default().push(place);
    }
    let mut heads = Vec::new();
    let mut at = 0;
    while let Some((row, line)) = order.get(at).and_then(|row| Some((*row, rows.get(*row)?))) {
        let own = amounts_of(row);
        let is_any = own.iter().any(|amount| !amount.is_zero());
        let end = || {
            let wanted = plus(before.get(at + 1)?, &own)?;
            let found = places.get(wanted.as_slice())?;
            found.get(found.partition_point(|place| *place < at + 1 + fewest)).copied()
        };
        match end().filter(|_| is_any && could_be_sum(cells, line)) {
            Some(end) => {
                heads.push(row);
                at = end;
            }
            None => at += 1,
        }
    }
    heads.sort_unstable();
    heads
}
