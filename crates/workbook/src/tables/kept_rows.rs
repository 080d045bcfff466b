//! Rows of a table of which some are left out after they were read.

use super::table_rows::{OtherRows, TableRows};
use one_plan_model::exchange::GivenRows;
use std::collections::HashMap;

/// The same rows, all of them left out, of which nothing more is said.
pub(crate) fn rows_left_out(mut rows: TableRows) -> TableRows {
    rows.reject(&|_| true);
    rows.retain(&|_| false);
    rows.issues.clear();
    rows.adjustments.clear();
    rows.other_rows = OtherRows::default();
    rows.tracker = None;
    rows
}

impl TableRows {
    /// Puts some of the rows to those that are left out.
    pub(crate) fn reject(&mut self, is_rejected: &dyn Fn(u32) -> bool) {
        let columns = self.given.columns().to_vec();
        let rows_in = |given: &GivenRows, row| -> Vec<Option<Box<str>>> {
            columns.iter().map(|column| given.cell(row, *column).map(Into::into)).collect()
        };
        let mut rejected = GivenRows::new(self.table, columns.clone());
        self.rejected.rows().for_each(|row| rejected.push(rows_in(&self.rejected, row)));
        self.given.rows().filter(|row| is_rejected(*row)).for_each(|row| rejected.push(rows_in(&self.given, row)));
        self.rejected = rejected;
    }

    /// Keeps some of the rows.
    pub(crate) fn retain(&mut self, is_kept: &dyn Fn(u32) -> bool) {
        let columns = self.given.columns().to_vec();
        let mut given = GivenRows::new(self.table, columns.clone());
        let mut positions = Vec::new();
        let mut references = Vec::new();
        let mut now_at: HashMap<u32, u32> = HashMap::new();
        for row in self.given.rows().filter(|row| is_kept(*row)) {
            now_at.insert(row, u32::try_from(positions.len()).unwrap_or(u32::MAX));
            given.push(columns.iter().map(|column| self.given.cell(row, *column).map(Into::into)));
            positions.extend(self.positions.get(row as usize));
            references.extend(self.references.get(row as usize).cloned());
        }
        let unread = self.unread_cells.drain(..).filter_map(|(row, column)| Some((*now_at.get(&row)?, column)));
        self.unread_cells = unread.collect();
        (self.given, self.positions, self.references) = (given, positions, references);
    }
}
