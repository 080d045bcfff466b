use super::header_row::HeaderRow;
use crate::sheet::{Cell, Sheet};
use crate::tracker::years_in;
use one_plan_model::plan::{ColumnKind, Table};
use one_plan_model::quantity::FinancialYear;

/// The year of all rows of a table that has one in each row, in a sheet without a column for it.
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
    /// neither can be taken for all rows, and nothing for a table with several years in a row. What a row need not give is
    /// that year only where its column is the year of the row, and not that of something else, such as a baseline.
    pub fn of(sheet: &Sheet, table: Table, header: &HeaderRow) -> Option<Self> {
        let columns = table.columns();
        let years = || columns.iter().enumerate().filter(|(_, column)| matches!(column.kind, ColumnKind::Year));
        let mut needed = years().filter(|(_, column)| column.required);
        let (column, _) = match (needed.next(), needed.next()) {
            (Some(only), None) => only,
            (None, _) => years().find(|(_, column)| column.name == "year")?,
            (Some(_), Some(_)) => return None,
        };
        if header.has(column) {
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
