//! Of which year the rows of a sheet are, and whether its headings name several.

use crate::cells::{only, years_in};
use crate::sheet::{Cell, Sheet};
use one_plan_model::plan::{ColumnKind, Table};
use one_plan_model::quantity::FinancialYear;

/// The year of the rows that are read with some columns of a sheet, and the columns of its other years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfYear {
    /// The year.
    pub year: FinancialYear,
    /// The columns of the sheet that are of this year.
    pub own: Vec<u32>,
    /// The columns of the sheet that are of other years.
    pub others: Vec<u32>,
    /// Whether it is the first of the years.
    pub is_first: bool,
}

/// The column that says of which year a row is; nothing for a table with several years in a row. Where no row needs it, it is that
/// of the row itself, and not of something else, such as a baseline.
pub fn column_of_year(table: Table) -> Option<usize> {
    let years = || table.columns().iter().enumerate().filter(|(_, column)| matches!(column.kind, ColumnKind::Year));
    let mut needed = years().filter(|(_, column)| column.required);
    match (needed.next(), needed.next()) {
        (Some((only, _)), None) => Some(only),
        (None, _) => years().find(|(_, column)| column.name == "year").map(|(column, _)| column),
        (Some(_), Some(_)) => None,
    }
}

/// How many cells of a row name a year, of a table that has a column for it: where they name several years, these are headings,
/// whatever they are of.
pub fn years_named(sheet: &Sheet, row: u32, table: Table) -> usize {
    let year = |cell: &Cell| match cell {
        Cell::Text(words) => only(years_in(words)),
        _ => None,
    };
    let years: Vec<FinancialYear> = sheet.cells_of(row).iter().filter_map(year).collect();
    let is_of_several = column_of_year(table).is_some() && only(years.clone()).is_none();
    if is_of_several { years.len() } else { 0 }
}
