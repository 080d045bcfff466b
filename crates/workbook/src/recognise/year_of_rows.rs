use super::header_row::HeaderRow;
use crate::sheet::{Cell, Sheet};
use crate::tracker::years_in;
use one_plan_model::plan::{ColumnKind, Table};
use one_plan_model::quantity::FinancialYear;

/// The year of all rows of a table that needs one and has no column for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearOfRows {
    /// The column of the table, by position.
    pub column: usize,
    /// The year.
    pub year: FinancialYear,
    /// Where it stands, in words.
    pub from: &'static str,
}

impl YearOfRows {
    /// The one year that stands above the headings, or else in the name of the sheet. Nothing where there are two, for then
    /// neither can be taken for all rows, and nothing for a table with several years in a row.
    pub fn of(sheet: &Sheet, table: Table, header: &HeaderRow) -> Option<Self> {
        let mut needed = table
            .columns()
            .iter()
            .enumerate()
            .filter(|(_, column)| column.required && matches!(column.kind, ColumnKind::Year));
        let (column, _) = needed.next().filter(|(column, _)| !header.has(*column))?;
        if needed.next().is_some() {
            return None;
        }
        let above = sheet.rows().take_while(|(row, _)| *row < header.row).flat_map(|(_, cells)| cells);
        let words = above.filter(|cell| matches!(cell, Cell::Text(_))).map(Cell::shown);
        let places = [
            (words.flat_map(|words| years_in(&words)).collect::<Vec<_>>(), "stands above the table"),
            (years_in(&sheet.name), "stands in the name of the sheet"),
        ];
        let (years, from) = places.into_iter().find(|(years, _)| !years.is_empty())?;
        let year = *years.first()?;
        years.iter().all(|other| *other == year).then_some(Self { column, year, from })
    }
}
