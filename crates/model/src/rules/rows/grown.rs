//! Staff and beds of which there are to be five times as many as there are, or about a tenth or a hundredth: a digit too many
//! or too few, or a thousand for one.
//!
//! Other numbers of fewer are not asked about: what closes or is handed over goes to a fifth, or to nothing.
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

/// Fewer may become a tenth: a ward that closes.
const MANY: i64 = 100;

/// So many times fewer are in doubt whatever they are.
const HUNDRED: i64 = 100;

/// What is said of two numbers, where they are in doubt.
fn in_doubt(before: Fixed, after: Fixed) -> Option<&'static str> {
    let times = |number: Fixed, times: i64| number.times(Fixed::whole(times));
    if before.is_fault() || after.is_fault() || !Fixed::ZERO.is_below(before) || !Fixed::ZERO.is_below(after) {
        return None;
    }
    if !after.is_below(times(before, TIMES)) {
        return (!after.is_below(Fixed::whole(FEW))).then_some("five times as many or more");
    }
    // A digit too many before is ten times as many, with what really goes or comes: from 8 times to 12 and a half.
    let is_about_ten = !before.is_below(times(after, 8)) && !times(after, 25).is_below(times(before, 2));
    match before.is_below(Fixed::whole(MANY)) {
        false if !before.is_below(times(after, HUNDRED)) => Some("a hundredth of that or less"),
        false if is_about_ten => Some("about a tenth of that"),
        _ => None,
    }
}

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
        let Some(apart) = in_doubt(before, after) else { continue };
        ledger.report(|| {
            let written = |column| plan.written_cell(table, row, column).unwrap_or_default();
            let [from, to] = columns;
            let message = format!(
                "{}: {from} is {}, and {to} is {}: {apart}.",
                plan.row_words(table, row),
                written(from),
                written(to)
            );
            Finding::of(&NUMBER_IN_DOUBT, message).at(table, row, to).at(table, row, from)
        });
    }
}
