//! A tracker with columns for several years: one amount stands there once for each year. It is read for each of them, every
//! time without the columns of the others, so that no amount counts in a year that is not its own.

use super::field::{Field, MonthKind};
use super::header::{TrackerColumn, TrackerHeader};
use one_plan_model::quantity::FinancialYear;
use std::collections::{BTreeMap, BTreeSet};

impl TrackerColumn {
    /// The amount that the column holds, also where an earlier column holds the same.
    pub(super) fn amount(&self) -> Option<Field> {
        self.field.or(self.repeats).filter(|field| field.is_money())
    }
}

impl TrackerHeader {
    /// The years for which the same amount has columns of their own, in their order; none where every amount stands once.
    pub(super) fn years(&self) -> Vec<FinancialYear> {
        let years: BTreeSet<FinancialYear> = self.yearly().into_values().flatten().collect();
        years.into_iter().collect()
    }

    /// The amounts that have columns for several years, with those years.
    fn yearly(&self) -> BTreeMap<Field, BTreeSet<FinancialYear>> {
        let mut yearly: BTreeMap<Field, BTreeSet<FinancialYear>> = BTreeMap::new();
        for (field, year) in self.columns.iter().filter_map(|column| column.amount().zip(column.year)) {
            yearly.entry(field).or_default().insert(year);
        }
        yearly.retain(|_, years| years.len() > 1);
        yearly
    }

    /// The headings with the amounts of one year. What says how a year goes, and not of which, belongs to the `current` one.
    pub(super) fn of_year(&self, year: FinancialYear, current: Option<FinancialYear>) -> Self {
        let yearly = self.yearly();
        let mut header = self.clone();
        for column in &mut header.columns {
            let Some(field) = column.amount() else { continue };
            let is_yearly = yearly.contains_key(&field);
            // What a scheme saves in a whole year is often given for the year after the one in which it begins.
            let has_year_of_its_own = is_yearly || field != Field::FullYearEffect;
            column.is_of_other_year = match column.year {
                Some(own) => own != year && has_year_of_its_own,
                None => field.is_of_monitoring() && current.is_some_and(|current| current != year),
            };
            if column.is_of_other_year {
                (column.field, column.repeats) = (None, None);
            }
        }
        for field in yearly.into_keys() {
            let is_it = |column: &&mut TrackerColumn| column.amount() == Some(field);
            let is_given =
                header.columns.iter().any(|column| column.amount() == Some(field) && column.year == Some(year));
            let mut is_found = false;
            for column in header.columns.iter_mut().filter(is_it) {
                let is_first = column.year.is_some() == is_given && !is_found;
                is_found |= is_first;
                (column.field, column.repeats) = if is_first { (Some(field), None) } else { (None, Some(field)) };
            }
        }
        header
    }

    /// The headings with the amounts of all years: in it an amount may stand in several columns.
    pub(super) fn of_all_years(&self) -> Self {
        let yearly = self.yearly();
        let mut header = self.clone();
        let mut known: BTreeSet<(Field, FinancialYear)> = BTreeSet::new();
        for column in &mut header.columns {
            let amount = column.amount().filter(|field| yearly.contains_key(field));
            if let Some((field, year)) = amount.zip(column.year)
                && known.insert((field, year))
            {
                (column.field, column.repeats) = (Some(field), None);
            }
        }
        header
    }

    /// The one month of which plan or actual stands beside what is told to date, of which it is a part.
    pub(super) fn month_in_date(&self) -> Option<u8> {
        let is_to_date = self.has(Field::PlanToDate) || self.has(Field::ActualToDate);
        let mut months = self.columns.iter().filter_map(|column| match column.field {
            Some(Field::Month(MonthKind::Plan | MonthKind::Actual, month)) => Some(month),
            _ => None,
        });
        let first = months.next().filter(|_| is_to_date)?;
        months.all(|month| month == first).then_some(first)
    }

    /// The headings without the one month that is a part of what is told to date: the other months before it are not there.
    pub(super) fn without_month_in_date(&self, to_date: Option<u8>) -> Self {
        let mut header = self.clone();
        let Some(month) = self.month_in_date().filter(|month| Some(*month) == to_date) else { return header };
        for column in &mut header.columns {
            let of_date = match column.field {
                Some(Field::Month(MonthKind::Plan, of)) if of == month => Field::PlanToDate,
                Some(Field::Month(MonthKind::Actual, of)) if of == month => Field::ActualToDate,
                _ => continue,
            };
            if self.has(of_date) {
                (column.field, column.is_in_date) = (None, true);
            }
        }
        header
    }

    /// Whether something says how a year goes, and not of which.
    pub(super) fn has_monitoring_without_year(&self) -> bool {
        let mut amounts = self.columns.iter().filter(|column| column.year.is_none()).filter_map(TrackerColumn::amount);
        amounts.any(Field::is_of_monitoring)
    }
}
