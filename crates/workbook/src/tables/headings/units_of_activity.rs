//! A column "Unit" that says what is counted, such as attendances, beside amounts whose unit their own headings give.

use super::header_row::HeaderRow;
use crate::answers::Answers;
use crate::sheet::{Cell, Sheet};
use one_plan_model::plan::{ColumnKind, Table};
use one_plan_model::quantity::MoneyUnit;

impl HeaderRow {
    /// Of a column of units in which no unit of money stands, while headings say in which unit amounts are: it is not known.
    pub(super) fn without_units_of_activity(&mut self, sheet: &Sheet, table: Table, answers: &Answers) {
        if self.unit_of_others().is_none() {
            return;
        }
        let is_unit = |of: usize| matches!(table.columns().get(of).map(|of| of.kind), Some(ColumnKind::MoneyUnit));
        let Some(at) = self.columns.iter().position(|of| is_unit(of.table_column)) else { return };
        let Some(column) = self.columns.get(at) else { return };
        let is_said = answers.column(table, &column.heading.key_of_answers()).is_some();
        let rows = sheet.rows().map(|(row, _)| row).filter(|row| *row >= self.first_row);
        let mut words = rows.map(|row| sheet.cell(row, column.sheet_column)).filter(|cell| !cell.is_empty()).peekable();
        let says_no_money =
            |cell: &Cell| matches!(cell, Cell::Text(words) if MoneyUnit::read(words).is_none() && !words.contains('£'));
        if is_said || words.peek().is_none() || !words.all(says_no_money) {
            return;
        }
        let column = self.columns.remove(at);
        self.others.push((column.sheet_column, sheet.cell(self.row, column.sheet_column).shown()));
        self.others.sort_by_key(|(column, _)| *column);
    }
}
