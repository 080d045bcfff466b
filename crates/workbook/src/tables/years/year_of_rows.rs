//! The year of a table that has no column for it, by what stands above it and what its sheet is called.

use super::told_elsewhere::ToldElsewhere;
use crate::cells::{words_above, years_in};
use crate::sheet::Sheet;
use crate::tables::headings::HeaderRow;
use one_plan_model::plan::{ColumnKind, Table};
use one_plan_model::quantity::FinancialYear;
use std::collections::HashSet;

/// The year of all rows of a table that has one in each row, in a sheet without a column for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearOfRows {
    /// The column of the table, by position.
    pub column: usize,
    /// The year.
    pub year: FinancialYear,
    /// Where it was found, in words.
    pub from: &'static str,
}

impl YearOfRows {
    /// The one year that stands above the headings and in the name of the sheet, or else what the workbook says of all its sheets.
    /// Nothing where there are two, for then neither can be taken for all rows, and nothing for a table with several
    /// years in a row. What a row need not give is that year only where its column is the year of the row, and not that of
    /// something else, such as a baseline.
    pub fn of(sheet: &Sheet, table: Table, header: &HeaderRow, elsewhere: &ToldElsewhere) -> Option<Self> {
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
        let beside = YearsBeside::of(sheet, header.row);
        let from = if beside.above.is_empty() { "the name of the sheet" } else { "what stands above the table" };
        let mut years = [beside.above, beside.of_name].concat();
        let mut place = from;
        if years.is_empty() {
            let (year, from) = elsewhere.of_a_sheet()?;
            (years, place) = (vec![year], from);
        }
        let year = *years.first()?;
        years.iter().all(|other| *other == year).then_some(Self { column, year, from: place })
    }
}

/// The years that stand beside the rows of a table.
#[derive(Clone, Debug, Default)]
pub struct YearsBeside {
    /// Above its headings.
    pub above: Vec<FinancialYear>,
    /// In the name of its sheet.
    pub of_name: Vec<FinancialYear>,
}

impl YearsBeside {
    /// Those of the table whose headings stand in a row.
    pub fn of(sheet: &Sheet, row: u32) -> Self {
        let above = words_above(sheet, row, &HashSet::new());
        Self { above: above.iter().flat_map(|words| years_in(words)).collect(), of_name: years_in(&sheet.name) }
    }
}
