//! Staff and beds of which there are to be five times as many as there are: a digit too many, or one too few before.
//!
//! Fewer are not asked about: what closes or is handed over goes to a fifth, or to nothing.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "staff_groups": [{"id": "nurses", "name": "Nurses", "baseline": "300", "plan": "3,100"}]
//! "#);
//! assert!(outcome.findings.iter().any(|finding| finding.code == "number-in-doubt"));
//! ```

use crate::calculation::{Finding, Ledger};
use crate::plan::Table;
use crate::quantity::Fixed;
use crate::rules::common_findings::NUMBER_IN_DOUBT;
use crate::rules::folder::without_figures;

without_figures! {}

/// What there is and what there is to be, in one row.
const PAIRS: &[(Table, [&str; 2])] =
    &[(Table::StaffGroup, ["baseline", "plan"]), (Table::ProviderBeds, ["now", "plan"])];

/// A few may become five times as many.
const FEW: i64 = 50;

/// So many times as many are in doubt.
const TIMES: i64 = 5;

/// Reports each of them.
pub fn run(ledger: &mut Ledger<'_>) {
    if !ledger.wants_findings() {
        return;
    }
    for (table, columns) in PAIRS {
        report(ledger, *table, *columns);
    }
}

fn report(ledger: &mut Ledger<'_>, table: Table, columns: [&'static str; 2]) {
    let plan = ledger.as_written;
    let [Some(before), Some(after)] = columns.map(|column| table.column(column)) else { return };
    let store = plan.store(table);
    for row in 0..store.rows() {
        let number = |at: usize| store.column(at).number(row).map(|(number, _)| number);
        let Some((before, after)) = number(before).zip(number(after)) else { continue };
        let grows = Fixed::ZERO.is_below(before) && !after.is_below(before.times(Fixed::whole(TIMES)));
        if !grows || after.is_fault() || after.is_below(Fixed::whole(FEW)) {
            continue;
        }
        ledger.report(|| {
            let written = |column| plan.written_cell(table, row, column).unwrap_or_default();
            let [from, to] = columns;
            let message = format!(
                "{}: {from} is {}, and {to} is {}: five times as many or more.",
                plan.row_words(table, row),
                written(from),
                written(to)
            );
            Finding::of(&NUMBER_IN_DOUBT, message).at(table, row, to).at(table, row, from)
        });
    }
}
