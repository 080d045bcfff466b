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
use crate::plan::{CellAddress, Table};
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
    for circle in ledger.ambiguous.circles.clone() {
        let table = circle.table;
        let column = table.columns().get(usize::from(circle.column)).map_or("", |column| column.name);
        ledger.report(|| {
            let names: Vec<String> =
                circle.rows.iter().map(|row| format!("\"{}\"", plan.row_words(table, *row))).collect();
            let what = match names.as_slice() {
                [one] => format!("{one} of {} names itself", table.words()),
                _ => format!("{} of {} lead back to each other", names.join(", "), table.words()),
            };
            let places = circle.rows.iter().map(|row| CellAddress { table, row: *row, column });
            let then = match circle.first() {
                Some(first) => format!("Until then {} counts for all of them", plan.row_words(table, first)),
                None if table == Table::Contract => "Until then nothing of them is computed".to_owned(),
                None => "Until then none of them counts as naming another".to_owned(),
            };
            Finding::of(&LEADS_BACK_TO_ITSELF, format!("{what} in the column {column}. {then}.")).at_cells(places)
        });
    }
}
