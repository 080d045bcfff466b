//! A column called "Type" whose words are pay, non-pay and income: many things have a type, so that its words say of what.

use crate::headings::Field;
use crate::sheet::{Cell, Sheet};
use crate::tracker::header::TrackerHeader;
use crate::vocabulary::is_kind;

const HEADINGS: [&str; 4] = ["type", "schemetype", "typeofscheme", "plantype"];

impl TrackerHeader {
    /// Takes such a column, where no other says it.
    pub(crate) fn take_kind_of_rows(&mut self, sheet: &Sheet) {
        let first_row = self.first_row;
        let are_kinds = |at: u32| {
            let rows = sheet.rows().map(|(row, _)| row).filter(|row| *row >= first_row);
            let cells = rows.map(|row| sheet.cell(row, at)).filter(|cell| !cell.is_empty());
            let mut kinds = cells.map(|cell| matches!(cell, Cell::Text(words) if is_kind(words))).peekable();
            kinds.peek().is_some() && kinds.all(|is_kind| is_kind)
        };
        if self.has(Field::Kind) {
            return;
        }
        let mut open = self.columns.iter_mut().filter(|column| column.field.is_none() && !column.is_said);
        let found = open.find(|column| HEADINGS.contains(&column.words.key_of_own().as_str()) && are_kinds(column.at));
        if let Some(column) = found {
            column.field = Some(Field::Kind);
        }
    }
}
