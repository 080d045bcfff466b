//! The numbers in a column of a sheet.

use super::number_of_cell::number_of;
use crate::sheet::Sheet;
use one_plan_model::quantity::Decimal;

/// Those from a row on.
pub fn numbers_in(sheet: &Sheet, first_row: u32, at: u32) -> impl Iterator<Item = Decimal> + '_ {
    let rows = sheet.rows().map(|(row, _)| row).filter(move |row| *row >= first_row);
    rows.filter_map(move |row| number_of(sheet.cell(row, at)))
}

/// Whether most cells from a row on that are not empty are numbers.
pub fn are_mostly_numbers(sheet: &Sheet, first_row: u32, at: u32) -> bool {
    let rows = sheet.rows().map(|(row, _)| row).filter(|row| *row >= first_row);
    let filled = rows.filter(|row| !sheet.cell(*row, at).is_empty()).count();
    numbers_in(sheet, first_row, at).count() * 2 > filled
}

/// Whether they are so as amounts are: 1 and 0 may stand for yes and no.
pub fn holds_amounts(sheet: &Sheet, first_row: u32, at: u32) -> bool {
    let is_large = |number: Decimal| number != Decimal::ZERO && number != Decimal::ONE;
    are_mostly_numbers(sheet, first_row, at) && numbers_in(sheet, first_row, at).any(is_large)
}

/// Whether all that stands there from a row on is nought: beside columns with amounts of its kind it holds amounts too.
pub fn holds_noughts(sheet: &Sheet, first_row: u32, at: u32) -> bool {
    let mut numbers = numbers_in(sheet, first_row, at).peekable();
    numbers.peek().is_some() && numbers.all(|number| number.is_zero()) && are_mostly_numbers(sheet, first_row, at)
}
