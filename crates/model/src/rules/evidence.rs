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
use crate::plan::{Id, Quantity, Row, Table};
use crate::quantity::InOrder;
use kinds::FORMULAS;

findings! {
    /// A figure that stands alone is given twice for the same organisation, programme and year, with different values.
    FIGURE_GIVEN_TWICE: warning(
        "figure-given-twice",
        "Settle which of them holds, or say in the name in what they differ."
    )
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
        report_twice(ledger);
    }
}

/// Figures of one name about the same whose values rounding cannot bring together.
fn report_twice(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let about = |row: Row<'_, Quantity>| {
        let of = (row.organisation().map(Id::index), row.programme().map(Id::index), row.year());
        (row.name().to_owned(), of, row.counted_in().map(str::to_owned))
    };
    let mut rows: Vec<_> = plan.quantities.iter().map(|(at, row)| (about(row), at.index(), row)).collect();
    rows.order_by_key(|(about, at, _)| (about.clone(), *at));
    for same in rows.chunk_by(|left, right| left.0 == right.0).filter(|same| same.len() > 1) {
        let amounts =
            same.iter().filter_map(|(_, _, row)| row.amount().map(|of| (of.fixed(), of.half_unit(), of.address())));
        let counts =
            same.iter().filter_map(|(_, _, row)| row.count().map(|of| (of.fixed(), of.half_unit(), of.address())));
        let shares =
            same.iter().filter_map(|(_, _, row)| row.share().map(|of| (of.fixed(), of.half_unit(), of.address())));
        let numbers =
            same.iter().filter_map(|(_, _, row)| row.number().map(|of| (of.fixed(), of.half_unit(), of.address())));
        for given in [amounts.collect::<Vec<_>>(), counts.collect(), shares.collect(), numbers.collect()] {
            // Rounding brings them together where each begins before any of them ends.
            let first_end = given.iter().map(|(number, half_unit, _)| number.plus(*half_unit)).min();
            let last_begin = given.iter().map(|(number, half_unit, _)| number.minus(*half_unit)).max();
            if first_end.zip(last_begin).is_none_or(|(end, begin)| !end.is_below(begin)) {
                continue;
            }
            let name = same.first().map(|((name, ..), ..)| name.as_str()).unwrap_or_default();
            let message = format!("\"{name}\" is given {} times about the same, with different values.", given.len());
            ledger.report(|| Finding::of(&FIGURE_GIVEN_TWICE, message).at_cells(given.iter().map(|(.., cell)| *cell)));
        }
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
