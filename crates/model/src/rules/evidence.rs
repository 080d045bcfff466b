//! Figures that stand alone in the text, figures that a plan works out in a way of its own, and
//! statements that contradict each other.
//!
//! * CR62: what is printed in two places is held against each other; see also the outcome's
//!   comparison of printed and computed figures.
//! * CR62: a figure that is worked out has the unit that follows from its terms, or none: money and a share are not
//!   added up, money over money is a share, money over a number of things is money.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "quantities": [
//!         {"id": "made", "name": "Savings made", "amount": "2.0", "unit": "£m"},
//!         {"id": "target", "name": "Target", "amount": "8.0", "unit": "£m"}
//!     ],
//!     "derived_figures": [{"id": "part", "name": "Part that is made", "unit": "share", "operation": "ratio"}],
//!     "derived_terms": [
//!         {"derived": "part", "role": "of", "figure": "quantity.amount.made"},
//!         {"derived": "part", "role": "by", "figure": "quantity.amount.target"}
//!     ],
//!     "statements": [
//!         {"subject": "Zero length of stay", "says": "not paid"},
//!         {"subject": "Zero length of stay", "says": "paid at a local price"}
//!     ]
//! "#);
//! assert_eq!(outcome.text("derived.share.part"), "0.25");
//! assert!(outcome.findings.iter().any(|finding| finding.code == "statements-differ"));
//! ```

mod derived;
mod kinds;
mod units;

pub use kinds::files;
pub use kinds::{AMOUNT, COUNT, DERIVED_AMOUNT, DERIVED_COUNT, DERIVED_NUMBER, DERIVED_SHARE, KINDS, NUMBER, SHARE};

use crate::calculation::{CellAddress, Finding, Ledger, findings, run_formulas};
use crate::plan::Table;
use crate::quantity::InOrder;
use kinds::FORMULAS;

findings! {
    /// The plan says different things about one subject, in the table statements.
    STATEMENTS_DIFFER: information("statements-differ", "Settle which of them holds.")
    ..derived
}

/// Publishes figures that stand alone, works out derived ones, and compares statements.
pub fn run(ledger: &mut Ledger<'_>) {
    run_formulas(ledger, FORMULAS);
    derived::work_out(ledger);
    if ledger.wants_findings() {
        report_statements(ledger);
    }
}

/// The same subject with different words, dates or numbers.
fn report_statements(ledger: &mut Ledger<'_>) {
    let mut rows: Vec<_> = ledger.plan.statements.iter().collect();
    rows.order_by_key(|(_, statement)| (statement.subject(), statement.says()));
    for about_one in rows.chunk_by(|(_, left), (_, right)| left.subject() == right.subject()) {
        let [(_, first), others @ ..] = about_one else { continue };
        if others.iter().all(|(_, other)| other.says() == first.says()) {
            continue;
        }
        // The same words count once.
        let mut said: Vec<&str> = about_one.iter().map(|(_, statement)| statement.says()).collect();
        said.dedup();
        let said: Vec<String> = said.into_iter().map(|words| format!("\"{words}\"")).collect();
        ledger.report(|| {
            Finding::of(&STATEMENTS_DIFFER, format!("{}: the plan says {}.", first.subject(), said.join(" and ")))
                .at_cells(about_one.iter().map(|(row, _)| CellAddress {
                    table: Table::Statement,
                    row: row.index(),
                    column: "says",
                }))
        });
    }
}
