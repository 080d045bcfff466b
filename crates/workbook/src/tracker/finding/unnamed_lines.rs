//! A finance report whose first column has no heading: the names of its lines stand below nothing, or below a unit.

use crate::answers::Mapping;
use crate::cells::Heading;
use crate::headings::{Field, HeadingNames, HeadingWords, LAST_ROW_OF_HEADINGS};
use crate::sheet::{Cell, Sheet};
use crate::tracker::header::{TrackerColumn, TrackerHeader};

/// Fewer rows with a name and an amount are no report.
const FEWEST_LINES: usize = 2;
/// What the column of the names is called where nothing stands over it.
const LINE: &str = "Line";

impl TrackerHeader {
    /// Finds headings of figures to date, plan and actual, beside a first column without one in which each row has its name.
    pub fn find_unnamed_lines(sheet: &Sheet, names: &HeadingNames, mapping: &Mapping) -> Option<Self> {
        if !Self::could_be_in(sheet) {
            return None;
        }
        let first = sheet.first_column();
        let is_no_heading = |row: u32| match sheet.cell(row, first) {
            Cell::Empty => true,
            Cell::Text(words) => Heading::of(words).key.is_empty(),
            _ => false,
        };
        let words_in = |cells: &[Cell]| cells.iter().filter(|cell| matches!(cell, Cell::Text(_))).count();
        let rows = sheet.rows().take(LAST_ROW_OF_HEADINGS as usize + 1);
        let rows = rows.filter(|(row, cells)| is_no_heading(*row) && words_in(cells) >= 3);
        rows.map(|(row, _)| row).find_map(|row| {
            let mut header = Self::of_row(sheet, row, names, mapping);
            header.columns.retain(|column| column.at != first);
            let is_named = header.columns.iter().filter_map(|column| column.field).any(Field::is_of_naming);
            let is_report = header.has(Field::PlanToDate) && header.has(Field::ActualToDate);
            (is_report && !is_named && header.has_lines_at(sheet, first)).then(|| {
                // A unit over the names is that of all amounts without one.
                let unit = Heading::of(&sheet.cell(row, first).shown()).unit;
                header.columns.iter_mut().for_each(|column| column.unit = column.unit.or(unit));
                header.columns.insert(0, Self::column_of_lines(first));
                header
            })
        })
    }

    /// Whether each row with an amount to date has words in a column, and several have.
    fn has_lines_at(&self, sheet: &Sheet, at: u32) -> bool {
        let Some(actual) = self.column(Field::ActualToDate).map(|column| column.at) else { return false };
        let rows = sheet.rows().map(|(row, _)| row).filter(|row| *row >= self.first_row);
        let of_amounts: Vec<u32> = rows.filter(|row| matches!(sheet.cell(*row, actual), Cell::Number(..))).collect();
        of_amounts.len() >= FEWEST_LINES && of_amounts.iter().all(|row| matches!(sheet.cell(*row, at), Cell::Text(_)))
    }

    fn column_of_lines(at: u32) -> TrackerColumn {
        let words = HeadingWords { over: String::new(), own: LINE.to_owned() };
        TrackerColumn { field: Some(Field::Line), ..TrackerColumn::headed(at, words) }
    }
}
