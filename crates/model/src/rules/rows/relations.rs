//! Cells of one row that contradict each other, such as the low end of a range above its high end.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "scheme_lists": [{"id": "plan", "name": "Plan", "year": "2011/12"}],
//!     "schemes": [{"id": "a", "name": "A", "list": "plan", "low": "3", "high": "2", "unit": "£m"}]
//! "#);
//! assert!(outcome.findings.iter().any(|finding| finding.code == "cells-contradict"));
//! ```

use crate::calculation::{Finding, Ledger, findings};
use crate::plan::{CellAddress, CellOrder, CellRelation, ColumnStore, Content, Table};
use crate::quantity::{Fixed, InOrder};
use crate::rules::folder::without_figures;
use crate::rules::rows::joined::joined;
use std::cmp::{Ordering, Reverse};

without_figures! {}

findings! {
    /// Two cells of a row stand in an order in which they cannot stand, such as a low end above the high one; where several
    /// cannot stand so to one cell, that is one finding.
    CELLS_CONTRADICT: error("cells-contradict", "Correct one of the two cells.")
}

/// What to do where one cell contradicts several.
const OF_ONE_CELL: &str = "Correct the cell that is named first, or each of those that do not go with it.";

/// Two cells of a row that contradict each other: the positions of their columns, and how they must stand.
type Pair = (usize, usize, CellOrder);

/// Reports cells of one row that contradict each other.
pub fn run(ledger: &mut Ledger<'_>) {
    if !ledger.wants_findings() {
        return;
    }
    for table in Table::ALL {
        let mut found: Vec<(u32, Pair)> = Vec::new();
        table.relations().iter().for_each(|relation| contradicting(ledger, *table, relation, &mut found));
        // By rows; those of one row stay in the order of the relations.
        found.order_by_key(|(row, _)| *row);
        for of_row in found.chunk_by(|left, right| left.0 == right.0) {
            let Some((row, _)) = of_row.first() else { continue };
            for pairs in joined(of_row.iter().map(|(_, pair)| *pair), |(first, other, _)| [*first, *other]) {
                report(ledger, *table, *row, &pairs);
            }
        }
    }
}

/// The rows in which two columns contradict each other.
fn contradicting(ledger: &Ledger<'_>, table: Table, relation: &CellRelation, found: &mut Vec<(u32, Pair)>) {
    let store = ledger.as_written.store(table);
    let (first, other) = (usize::from(relation.first), usize::from(relation.other));
    let is_empty = |column| matches!(store.column(column), ColumnStore::Empty);
    if is_empty(first) || is_empty(other) {
        return;
    }
    for row in 0..store.rows() {
        let order = compare(store.content(row, first), store.content(row, other));
        let contradicts = match relation.order {
            CellOrder::AtMost => order == Some(Ordering::Greater),
            CellOrder::Below => matches!(order, Some(Ordering::Greater | Ordering::Equal)),
        };
        if contradicts {
            found.push((row, (first, other, relation.order)));
        }
    }
}

fn report(ledger: &mut Ledger<'_>, table: Table, row: u32, pairs: &[Pair]) {
    let plan = ledger.as_written;
    let name = |column: usize| table.columns().get(column).map_or("", |column| column.name);
    let said = |column: usize| {
        let written = plan.written_cell(table, row, name(column)).unwrap_or_default();
        format!("{} ({written})", name(column).replace('_', " "))
    };
    let says: Vec<String> = pairs
        .iter()
        .map(|(first, other, order)| {
            let words = match order {
                CellOrder::AtMost => "must not be above",
                CellOrder::Below => "must be below",
            };
            format!("{} {words} {}", said(*first), said(*other))
        })
        .collect();
    // Of two cells the first is the one to look at; of several, that which stands in the most of the pairs.
    let mut cells: Vec<usize> = Vec::new();
    for cell in pairs.iter().flat_map(|(first, other, _)| [*first, *other]) {
        if !cells.contains(&cell) {
            cells.push(cell);
        }
    }
    let of_pairs = |cell: &usize| pairs.iter().filter(|(first, other, _)| [first, other].contains(&cell)).count();
    cells.order_by_key(|cell| Reverse(of_pairs(cell)));
    ledger.report(|| {
        let message = format!("{}: {}.", plan.row_words(table, row), says.join("; "));
        let places = cells.iter().map(|cell| CellAddress { table, row, column: name(*cell) });
        let finding = Finding::of(&CELLS_CONTRADICT, message).at_cells(places);
        if pairs.len() > 1 { finding.advise(OF_ONE_CELL) } else { finding }
    });
}

/// How two cells stand to each other; nothing where one of them is empty. Two numbers that are printed to a different
/// number of places are equal where rounding alone can explain their difference.
fn compare(left: Content<'_>, right: Content<'_>) -> Option<Ordering> {
    match (left, right) {
        (Content::Year(left), Content::Year(right)) => Some(left.cmp(&right)),
        (Content::Month(left), Content::Month(right)) => Some(left.cmp(&right)),
        (Content::Date(left), Content::Date(right)) => Some(left.cmp(&right)),
        // Something may be due in a year in which the other is due on a day.
        (Content::Due(left), Content::Due(right)) => Some(left.first_day().cmp(&right.last_day())),
        _ => {
            let ((left, left_half), (right, right_half)) = (left.number()?, right.number()?);
            let apart = left.minus(right);
            let rounding = if left_half == right_half { Fixed::ZERO } else { left_half.plus(right_half) };
            let is_rounding =
                !apart.is_zero() && !rounding.is_below(if apart.is_negative() { apart.negated() } else { apart });
            Some(if is_rounding { Ordering::Equal } else { left.cmp(&right) })
        }
    }
}
