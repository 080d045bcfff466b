//! Rows that lead back to themselves: a contract that follows itself, two schemes that are each the other.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "plan_versions": [
//!         {"id": "a", "name": "A", "replaces": "b"},
//!         {"id": "b", "name": "B", "replaces": "a"}
//!     ]
//! "#);
//! assert!(outcome.findings.iter().any(|finding| finding.code == "leads-back-to-itself"));
//! ```

use crate::calculation::{Finding, Ledger, findings};
use crate::plan::{CellAddress, ColumnKind, Table, circles};
use crate::quantity::InOrder;
use crate::rules::folder::without_figures;

without_figures! {}

findings! {
    /// Rows refer to each other in a circle, such as an organisation that is part of itself.
    LEADS_BACK_TO_ITSELF: error("leads-back-to-itself", "Take the reference out of one of the rows.")
}

/// Reports rows that lead back to themselves through a column that refers to its own table.
pub fn run(ledger: &mut Ledger<'_>) {
    if !ledger.wants_findings() {
        return;
    }
    let plan = ledger.plan;
    for table in Table::ALL {
        for (at, column) in table.columns().iter().enumerate() {
            if !matches!(column.kind, ColumnKind::Reference(to) if to == *table) {
                continue;
            }
            for mut circle in circles(plan.store(*table), at) {
                // The words go by identifier, so that they do not depend on the order of the rows.
                circle.order_by_key(|row| plan.identifier(*table, *row));
                ledger.report(|| {
                    let names: Vec<String> =
                        circle.iter().map(|row| format!("\"{}\"", plan.row_words(*table, *row))).collect();
                    let what = match names.as_slice() {
                        [one] => format!("{one} of {} names itself", table.words()),
                        _ => format!("{} of {} lead back to each other", names.join(", "), table.words()),
                    };
                    let places = circle.iter().map(|row| CellAddress { table: *table, row: *row, column: column.name });
                    Finding::of(&LEADS_BACK_TO_ITSELF, format!("{what} in the column {}.", column.name))
                        .at_cells(places)
                });
            }
        }
    }
}
