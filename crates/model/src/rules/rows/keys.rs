//! Two rows about the same: the figures of both cannot be relied on.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "programme_savings": [
//!         {"year": "2011/12", "part": "provider", "amount": "27", "unit": "£m"},
//!         {"year": "2011/12", "part": "provider", "amount": "27", "unit": "£m"}
//!     ]
//! "#);
//! assert!(outcome.findings.iter().any(|finding| finding.code == "must-be-given-once"));
//! ```

use crate::calculation::{Finding, Ledger, findings};
use crate::plan::CellAddress;
use crate::quantity::InOrder;
use crate::rules::folder::without_figures;

without_figures! {}

findings! {
    /// Two rows of a table are about the same.
    MUST_BE_GIVEN_ONCE: error("must-be-given-once", "Join them into one row, or correct what one of them is about.")
}

/// Reports rows about the same.
pub fn run(ledger: &mut Ledger<'_>) {
    if !ledger.wants_findings() {
        return;
    }
    let plan = ledger.as_written;
    for (table, same) in ledger.ambiguous.doubles.clone() {
        let column = table.key().first().and_then(|column| table.columns().get(usize::from(*column)));
        let Some((column, key)) = column.zip(table.key_words()) else { continue };
        let Some(first) = same.first().copied() else { continue };
        ledger.report(|| {
            let mut rows = same.clone();
            rows.order_by(Ord::cmp);
            Finding::of(
                &MUST_BE_GIVEN_ONCE,
                format!(
                    "{} rows of {} are about the same {key}: {}. Until one is taken out, the one that fills the most cells \
                     counts, and what stands on it cannot be relied on.",
                    same.len(),
                    table.words(),
                    plan.row_words(table, first)
                ),
            )
            .at_cells(rows.iter().map(|row| CellAddress { table, row: *row, column: column.name }))
        });
    }
}
