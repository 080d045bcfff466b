//! What is not computed because a cell is empty.

use crate::calculation::{Finding, Ledger, findings, format};
use crate::plan::{CellAddress, Plan, Table};
use crate::quantity::InOrder;

findings! {
    /// Rows leave a cell empty without which a figure is not computed.
    NOT_GIVEN: warning("not-given", "Give it if the document prints it; leave it empty if it does not.")
}

/// How many rows are named in the message; all are among the places.
const NAMED: usize = 3;

/// Says of a column that rows leave empty what cannot be computed without it, once for all of them.
pub(super) fn report_empty(
    ledger: &mut Ledger<'_>,
    table: Table,
    column: &'static str,
    rows: &[u32],
    rests: &'static str,
) {
    if rows.is_empty() || !ledger.wants_findings() {
        return;
    }
    let plan = ledger.plan;
    let mut rows: Vec<u32> = rows.to_vec();
    rows.order_by(Ord::cmp);
    rows.dedup();
    ledger.report(|| {
        let says = format!("Without it {rests} is not computed, and it is part of no total.");
        not_given(plan, table, column, &rows, &says)
    });
}

/// Says of a column that rows leave empty that what is added up is without them.
pub(super) fn report_not_added(ledger: &mut Ledger<'_>, table: Table, column: &'static str, rows: &[u32]) {
    let plan = ledger.plan;
    const SAYS: &str = "What is added up is without it, and is not held against other figures.";
    ledger.report(|| not_given(plan, table, column, rows, SAYS));
}

fn not_given(plan: &Plan, table: Table, column: &'static str, rows: &[u32], says: &str) -> Finding {
    let mut names: Vec<String> = rows.iter().map(|row| plan.row_words(table, *row)).collect();
    names.order_by(Ord::cmp);
    let names = format::some_of(names, NAMED, "; ");
    let words = column.replace('_', " ");
    Finding::of(&NOT_GIVEN, format!("{}: {words} is not given for {names}. {says}", table.words()))
        .at_cells(rows.iter().map(|row| CellAddress { table, row: *row, column }))
}
