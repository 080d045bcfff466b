//! How many pounds stand in columns that are not read: of money nothing is left out without its sum.

use crate::cells::{Heading, number_of};
use crate::issues::{Effect, Issue, Severity};
use crate::sheet::Sheet;
use crate::tables::table_rows::TableRows;
use one_plan_model::quantity::{Decimal, format, multiply, whole};

impl TableRows {
    /// Puts the sum of each column of amounts that is left alone to what is said of it: of the rows that are read.
    pub(crate) fn tell_pounds_left_alone(&mut self, sheet: &Sheet) {
        for (column, words) in self.header.others.clone() {
            let heading = Heading::of(&words);
            let unit = heading.unit.or(self.header.unit_above.map(|(unit, ..)| unit));
            let Some(unit) = unit.filter(|_| !heading.is_percent) else { continue };
            let numbers = self.positions.iter().filter_map(|row| number_of(sheet.cell(*row, column)));
            let sum = numbers.into_iter().try_fold(Decimal::ZERO, |sum, number| sum.checked_add(number));
            let Some(sum) = sum.filter(|sum| !sum.is_zero()) else { continue };
            let Some(factor) = 10_i64.checked_pow(unit.exponent()).map(whole) else { continue };
            let place = self.place.cell(self.header.row, column);
            // What is said of several columns together is said without the sum of one.
            let is_of_column = |issue: &&mut Issue| {
                issue.place == place && issue.effect == Effect::LeftAlone && issue.severity == Severity::Warning
            };
            let said = self.issues.iter_mut().find(is_of_column);
            if let Some(said) = said {
                said.what.push_str(&format!("; {} in it are left out", format::money(multiply(sum, factor))));
            }
        }
    }
}
