//! What is said of a whole row of a table.

use crate::headings::NAME;
use crate::issues::{Effect, Issue, Severity};
use crate::sheet::Cell;
use crate::tables::table_rows::TableRows;

impl TableRows {
    /// Says something of a whole row, at its name, or at the first of its cells where it has none.
    pub(super) fn tell_row(
        &mut self,
        row: u32,
        cells: &[&Cell],
        severity: Severity,
        what: String,
        expected: &str,
        effect: Effect,
    ) {
        let filled = || self.header.columns.iter().zip(cells).filter(|(_, cell)| !cell.is_empty());
        let named = filled().find(|(column, _)| column.table_column == NAME).or_else(|| filled().next());
        let Some((column, cell)) = named else { return };
        self.issues.push(Issue {
            severity,
            place: self.place.cell(row, column.sheet_column),
            column: Some((self.table, None)),
            value: cell.shown(),
            what,
            expected: expected.to_owned(),
            effect,
        });
    }
}
