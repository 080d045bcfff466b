//! Twelve months of which nothing says what they hold. Where they add up to the plan of the year in every row, they are its
//! months; else a person has to say it, once for all of them.

use super::families::Family;
use crate::cells::{NamedMonth, number_of};
use crate::headings::{Field, MonthKind};
use crate::sheet::Sheet;
use crate::tracker::header::{TrackerColumn, TrackerHeader};
use crate::vocabulary::Follows;
use one_plan_model::quantity::Decimal;
use std::collections::BTreeSet;

const MONTHS_OF_A_YEAR: usize = 12;
/// Months that are printed to so many places may be rounded.
const PLACES_OF_ROUNDED: u32 = 2;

impl TrackerHeader {
    /// Takes months that do not say what they hold for those of the plan, where they add up to it.
    pub(crate) fn take_months_of_plan(&mut self, sheet: &Sheet) {
        let is_any_read = self.columns.iter().any(|column| matches!(column.amount(), Some(Field::Month(..))));
        let Some(months) = self.open_months().filter(|_| !is_any_read) else { return };
        if !self.add_up_to_plan(sheet, &months) {
            return;
        }
        for column in self.columns.iter_mut().filter(|column| months.contains(&column.at)) {
            column.field = column.month.map(|month| Field::Month(MonthKind::Plan, month.nth()));
        }
    }

    /// Whether schemes are named, and all that stands beside them are the months of a year of which nothing says what they hold.
    pub(crate) fn has_months_to_ask(&self) -> bool {
        let are_open = || self.open_months().is_some() || self.numbers_of_months().next().is_some();
        !self.is_tracker() && Follows::names_schemes(self) && are_open()
    }

    /// The columns of the twelve months of one year that say nothing but their month.
    fn open_months(&self) -> Option<Vec<u32>> {
        let is_open =
            |column: &&TrackerColumn| column.field.is_none() && column.repeats.is_none() && column.left.is_none();
        let is_month =
            |column: &&TrackerColumn| column.month.is_some() && !column.is_said && column.words.without_month() == "|";
        let months: Vec<&TrackerColumn> = self.columns.iter().filter(is_open).filter(is_month).collect();
        let different: BTreeSet<u8> = months.iter().filter_map(|column| column.month).map(NamedMonth::nth).collect();
        let years: BTreeSet<_> = months.iter().map(|column| column.year).collect();
        let are_of_a_year = months.len() == MONTHS_OF_A_YEAR && different.len() == MONTHS_OF_A_YEAR && years.len() == 1;
        are_of_a_year.then(|| months.iter().map(|column| column.at).collect())
    }

    /// Whether some columns add up to the plan of the year in every row that has one, and one of these is not nought.
    fn add_up_to_plan(&self, sheet: &Sheet, months: &[u32]) -> bool {
        let Some(plan) = self.column(Field::PlanOfYear).map(|column| column.at) else { return false };
        let rows = sheet.rows().map(|(row, _)| row).filter(|row| *row >= self.first_row);
        let mut is_any = false;
        let mut plans = rows.filter_map(|row| Some((row, number_of(sheet.cell(row, plan))?)));
        plans.all(|(row, plan)| {
            is_any |= !plan.is_zero();
            let parts: Vec<Decimal> = months.iter().filter_map(|at| number_of(sheet.cell(row, *at))).collect();
            let places = parts.iter().map(Decimal::scale).max().unwrap_or_default();
            // Half a unit of the last place for each of twelve months.
            let room = if places < PLACES_OF_ROUNDED { Decimal::ZERO } else { Decimal::new(6, places) };
            let sum = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(*part));
            sum.and_then(|sum| sum.checked_sub(plan)).is_some_and(|apart| apart.abs() <= room)
        }) && is_any
    }

    /// The months of which it has to be asked what they hold before anything can be read.
    pub(crate) fn months_to_ask(&self) -> Option<Family> {
        let is_year = |family: &Family| family.columns.len() == MONTHS_OF_A_YEAR && !family.is_variance;
        Family::of(self).into_iter().find(is_year).filter(|_| self.has_months_to_ask())
    }
}
