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
use crate::plan::{FinancialYear, Id, NumberCell, NumberType, Quantity, Row, Table};
use crate::quantity::{Fixed, InOrder};
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

/// What a figure is about: its name, the organisation, the programme, the year, and what is counted.
type About<'a> = (&'a str, Option<u32>, Option<u32>, Option<FinancialYear>, Option<&'a str>);

fn about(row: Row<'_, Quantity>) -> About<'_> {
    let (organisation, programme) = (row.organisation().map(Id::index), row.programme().map(Id::index));
    (row.name(), organisation, programme, row.year(), row.counted_in())
}

/// A number as it is printed, how far the exact one may lie from it, and where it stands.
type Printed = (Fixed, Fixed, CellAddress);

fn printed<T: NumberType>(cell: NumberCell<T>) -> Printed {
    (cell.fixed(), cell.half_unit(), cell.address())
}

/// Figures of one name about the same whose values rounding cannot bring together.
fn report_twice(ledger: &mut Ledger<'_>) {
    let mut rows: Vec<(About<'_>, Row<'_, Quantity>)> =
        ledger.plan.quantities.iter().map(|(_, row)| (about(row), row)).collect();
    rows.order_by_key(|(about, _)| *about);
    for same in rows.chunk_by(|left, right| left.0 == right.0).filter(|same| same.len() > 1) {
        let of = |cell: fn(Row<'_, Quantity>) -> Option<Printed>| -> Vec<Printed> {
            same.iter().filter_map(|(_, row)| cell(*row)).collect()
        };
        for given in [
            of(|row| row.amount().map(printed)),
            of(|row| row.count().map(printed)),
            of(|row| row.share().map(printed)),
            of(|row| row.number().map(printed)),
        ] {
            // Rounding brings them together where each begins before any of them ends.
            let first_end = given.iter().map(|(number, half_unit, _)| number.plus(*half_unit)).min();
            let last_begin = given.iter().map(|(number, half_unit, _)| number.minus(*half_unit)).max();
            if first_end.zip(last_begin).is_none_or(|(end, begin)| !end.is_below(begin)) {
                continue;
            }
            let name = same.first().map_or("", |(_, row)| row.name());
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
