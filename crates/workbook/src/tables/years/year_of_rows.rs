//! The year of a table that has no column for it, by what stands above it and what its sheet is called.

use super::told_elsewhere::ToldElsewhere;
use crate::cells::{words_above, years_in};
use crate::sheet::Sheet;
use crate::tables::headings::{HeaderRow, column_of_year};
use one_plan_model::plan::Table;
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
    /// The year of the columns that are read, where each is of one; or the one year that stands above the headings and in the name
    /// of the sheet, or else what the workbook says of all its sheets. Nothing where there are two, for then neither can be
    /// taken for all rows.
    pub fn of(sheet: &Sheet, table: Table, header: &HeaderRow, elsewhere: &ToldElsewhere) -> Option<Self> {
        let column = column_of_year(table).filter(|column| !header.has(*column))?;
        if let Some(of) = &header.of_year {
            return Some(Self { column, year: of.year, from: "the headings of its amounts" });
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
