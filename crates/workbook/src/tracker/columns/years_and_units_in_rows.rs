//! What a tracker says of each row on its own, and others say once for all: for which year it is, and in which unit.
//!
//! A column of years makes a list for each of them. It counts only where years stand in it, and one of units where units of
//! money do: a "Unit" may also be a ward. "Year 1" is the year that is told of the whole, and "Year 2" the one after it.

use crate::cells::{key_of, unit_in, year_in};
use crate::headings::Field;
use crate::sheet::{Cell, Sheet};
use crate::tracker::header::TrackerHeader;
use one_plan_model::quantity::{FinancialYear, MoneyUnit};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// No plan has more years.
const MOST_YEARS: u16 = 10;

/// Where the years of a tracker were found that say them row by row.
pub const OF_ROWS: &str = "the year of each row";

impl TrackerHeader {
    /// Takes columns of years and of units for that where such stand in them.
    pub(crate) fn take_rows_told(&mut self, sheet: &Sheet) {
        let first_row = self.first_row;
        let has_any = |at: u32, is_it: &dyn Fn(&Cell) -> bool| {
            sheet.rows().filter(|(row, _)| *row >= first_row).any(|(row, _)| is_it(sheet.cell(row, at)))
        };
        for column in self.columns.iter_mut().filter(|column| !column.is_said) {
            let is_it: &dyn Fn(&Cell) -> bool = match column.field {
                Some(Field::Year) => &|cell| year_in(cell).is_some() || nth_year(cell).is_some(),
                Some(Field::Unit) => &|cell| unit_in(cell).is_some(),
                _ => continue,
            };
            column.field = column.field.filter(|_| has_any(column.at, is_it));
        }
        // Amounts in columns for several years say themselves of which they are.
        if !self.years().is_empty() {
            for column in self.columns.iter_mut().filter(|column| column.field == Some(Field::Year)) {
                column.field = None;
            }
        }
    }

    /// The sheet with years in place of "Year 1" and "Year 2", where it is told which year the first is; and the first row that
    /// says one.
    pub(crate) fn with_years_of_rows<'s>(
        &self,
        sheet: &'s Sheet,
        first: Option<FinancialYear>,
    ) -> (Cow<'s, Sheet>, Option<u32>) {
        let Some((column, first)) = self.column(Field::Year).zip(first) else { return (Cow::Borrowed(sheet), None) };
        let rows = sheet.rows().map(|(row, _)| row).filter(|row| *row >= self.first_row);
        let nth = |row: u32| Some((row, nth_year(sheet.cell(row, column.at))?));
        let told: Vec<(u32, u16)> = rows.filter_map(nth).collect();
        let Some((first_row, _)) = told.first().copied() else { return (Cow::Borrowed(sheet), None) };
        let mut with_years = sheet.clone();
        for (row, nth) in told {
            let year = FinancialYear::starting(first.start().saturating_add(nth - 1));
            if let Some(year) = year {
                with_years.replace(row, column.at, Cell::Text(year.to_string().into()));
            }
        }
        (Cow::Owned(with_years), Some(first_row))
    }

    /// The years that rows with amounts say, in their order; nothing where no column says any.
    pub(crate) fn years_of_rows(&self, sheet: &Sheet) -> Vec<FinancialYear> {
        let Some(column) = self.column(Field::Year) else { return Vec::new() };
        let rows =
            sheet.rows().map(|(row, _)| row).filter(|row| *row >= self.first_row && self.has_amounts(sheet, *row));
        let years: BTreeSet<FinancialYear> = rows.filter_map(|row| year_in(sheet.cell(row, column.at))).collect();
        years.into_iter().collect()
    }

    fn has_amounts(&self, sheet: &Sheet, row: u32) -> bool {
        let mut amounts = self.columns.iter().filter(|column| column.field.is_some_and(Field::is_money));
        amounts.any(|column| column.is_filled(sheet, row))
    }

    /// The unit of the first row that says one.
    pub(crate) fn unit_of_rows(&self, sheet: &Sheet) -> Option<MoneyUnit> {
        let column = self.column(Field::Unit)?;
        let mut rows = sheet.rows().map(|(row, _)| row).filter(|row| *row >= self.first_row);
        rows.find_map(|row| unit_in(sheet.cell(row, column.at)))
    }
}

/// Which year of those of a plan a cell is: "Year 1", "Yr 2" or "Y3". A number alone may count anything.
fn nth_year(cell: &Cell) -> Option<u16> {
    let Cell::Text(words) = cell else { return None };
    let words = key_of(words);
    let digits = ["year", "yr", "y"].into_iter().find_map(|word| words.strip_prefix(word))?;
    digits.parse().ok().filter(|nth| (1..=MOST_YEARS).contains(nth))
}
