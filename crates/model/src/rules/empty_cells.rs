//! What is not computed because a cell is empty.

use crate::calculation::{Finding, Ledger, findings};
use crate::plan::{CellAddress, Table};
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
        let mut names: Vec<String> = rows.iter().map(|row| plan.row_words(table, *row)).collect();
        names.order_by(Ord::cmp);
        let more = match names.len().saturating_sub(NAMED) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        names.truncate(NAMED);
        let words = column.replace('_', " ");
        Finding::of(
            &NOT_GIVEN,
            format!(
                "{}: {words} is not given for {}{more}. Without it {rests} is not computed, and it is part of no total.",
                table.words(),
                names.join("; ")
            ),
        )
        .at_cells(rows.iter().map(|row| CellAddress { table, row: *row, column }))
    });
}
