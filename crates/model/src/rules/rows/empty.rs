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
use crate::plan::{ColumnStore, Table};
use crate::rules::empty_cells::report_empty;
use crate::rules::folder::without_figures;

without_figures! {}

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
            let rows: Vec<u32> = (0..store.rows()).filter(expected).collect();
            report_empty(ledger, *table, column.name, &rows, rests);
        }
    }
}
