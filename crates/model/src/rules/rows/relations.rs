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
use crate::plan::{CellOrder, CellRelation, ColumnStore, Content, Table};
use crate::quantity::Fixed;
use crate::rules::folder::without_figures;
use std::cmp::Ordering;

without_figures! {}

findings! {
    /// Two cells of a row stand in an order in which they cannot stand, such as a low end above the high one.
    CELLS_CONTRADICT: error("cells-contradict", "Correct one of the two cells.")
}

/// Reports cells of one row that contradict each other.
pub fn run(ledger: &mut Ledger<'_>) {
    if ledger.wants_findings() {
        for table in Table::ALL {
            table.relations().iter().for_each(|relation| report_relation(ledger, *table, relation));
        }
    }
}

fn report_relation(ledger: &mut Ledger<'_>, table: Table, relation: &CellRelation) {
    let plan = ledger.as_written;
    let store = plan.store(table);
    let (first, other) = (usize::from(relation.first), usize::from(relation.other));
    let Some((left, right)) = table.columns().get(first).zip(table.columns().get(other)) else { return };
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
        if !contradicts {
            continue;
        }
        let words = match relation.order {
            CellOrder::AtMost => "must not be above",
            CellOrder::Below => "must be below",
        };
        ledger.report(|| {
            let written = |column| plan.written_cell(table, row, column).unwrap_or_default();
            let named = |column: &str| column.replace('_', " ");
            Finding::of(
                &CELLS_CONTRADICT,
                format!(
                    "{}: {} ({}) {words} {} ({}).",
                    plan.row_words(table, row),
                    named(left.name),
                    written(left.name),
                    named(right.name),
                    written(right.name)
                ),
            )
            .at(table, row, left.name)
            .at(table, row, right.name)
        });
    }
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
