//! Cells that a plan leaves empty although something stands on them: it is not computed, and that is said.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "organisations": [{"id": "o", "name": "O"}],
//!     "child_plans": [{"organisation": "o", "year": "2011/12"}]
//! "#);
//! assert!(outcome.findings.iter().any(|finding| finding.code == "not-given"));
//! ```

use crate::calculation::Ledger;
use crate::plan::{CellAddress, ColumnStore, Table};
use crate::quantity::InOrder;
use crate::rules::contracts;
use crate::rules::empty_cells::{report_empty, report_not_added};
use crate::rules::folder::without_figures;

without_figures! {}

/// Whether nothing rests on the cell of a row.
type IsNotNeeded = fn(&Ledger<'_>, u32) -> bool;

/// Columns on which nothing rests in some years, by the rules of these.
const NOT_NEEDED: &[(Table, &str, IsNotNeeded)] = &[
    (Table::Contract, "emergency", contracts::all_are_paid),
    (Table::Contract, "emergency_baseline", contracts::all_are_paid),
];

/// Reports columns that say what rests on them, where rows leave them empty.
pub fn run(ledger: &mut Ledger<'_>) {
    if !ledger.wants_findings() {
        return;
    }
    let plan = ledger.as_written;
    for table in Table::ALL {
        let store = plan.store(*table);
        for (at, column) in table.columns().iter().enumerate() {
            let Some(rests) = column.rests else { continue };
            let is_filled = |row: u32, column: usize| !store.column(column).is_empty_at(row);
            let expected_by = column.expected_by.map(usize::from);
            // Where no row gives what it is expected by, no row need be looked at.
            if expected_by.is_some_and(|by| matches!(store.column(by), ColumnStore::Empty)) {
                continue;
            }
            let expected = |row: &u32| expected_by.is_none_or(|by| is_filled(*row, by)) && !is_filled(*row, at);
            let mut rows: Vec<u32> = (0..store.rows()).filter(expected).collect();
            if let Some((.., is_not_needed)) =
                NOT_NEEDED.iter().find(|(of, name, _)| (of, *name) == (table, column.name))
            {
                rows.retain(|row| !is_not_needed(ledger, *row));
            }
            report_empty(ledger, *table, column.name, &rows, rests);
        }
    }
    report_sums(ledger);
}

/// Reports what is left out of a sum because it is empty, in columns that do not say what rests on them.
fn report_sums(ledger: &mut Ledger<'_>) {
    let says_itself = |cell: &CellAddress| {
        let column = cell.table.columns().iter().find(|column| column.name == cell.column);
        column.is_some_and(|column| column.rests.is_some())
    };
    let mut cells: Vec<CellAddress> = ledger.not_added().iter().filter(|cell| !says_itself(cell)).copied().collect();
    cells.order_by_key(|cell| (cell.table, cell.column, cell.row));
    cells.dedup();
    for of_column in cells.chunk_by(|left, right| (left.table, left.column) == (right.table, right.column)) {
        let rows: Vec<u32> = of_column.iter().map(|cell| cell.row).collect();
        if let Some(CellAddress { table, column, .. }) = of_column.first() {
            report_not_added(ledger, *table, column, &rows);
        }
    }
}
