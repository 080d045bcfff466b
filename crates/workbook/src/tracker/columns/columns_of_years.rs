//! A tracker with columns for several years: one amount stands there once for each year. It is read for each of them, every
//! time without the columns of the others, so that no amount counts in a year that is not its own.

use crate::headings::{Field, MonthKind};
use crate::tracker::header::{LeftAlone, TrackerColumn, TrackerHeader};
use one_plan_model::quantity::FinancialYear;
use std::collections::{BTreeMap, BTreeSet};

impl TrackerColumn {
    /// The amount that the column holds, also where an earlier column holds the same.
    pub(crate) fn amount(&self) -> Option<Field> {
        self.field.or(self.repeats).filter(|field| field.is_money())
    }
}

impl TrackerHeader {
    /// The years for which the same amount has columns of their own, in their order; none where every amount stands once.
    pub(crate) fn years(&self) -> Vec<FinancialYear> {
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
    pub(crate) fn of_year(&self, year: FinancialYear, current: Option<FinancialYear>) -> Self {
        let mut header = self.clone();
        header.leave_other_years(&[year], current);
        header.take_again(|column| column.year == Some(year));
        header
    }

    /// The headings with the amounts of several years: in it an amount may stand in several columns.
    pub(crate) fn of_years(&self, years: &[FinancialYear]) -> Self {
        let mut header = self.clone();
        header.leave_other_years(years, None);
        let yearly = header.yearly();
        header.take_again(|_| false);
        let is_of_year =
            |column: &TrackerColumn| Some((column.amount().filter(|of| yearly.contains_key(of))?, column.year?));
        let mut known: BTreeSet<(Field, FinancialYear)> =
            header.columns.iter().filter(|column| column.field.is_some()).filter_map(is_of_year).collect();
        for column in header.columns.iter_mut().filter(|column| column.field.is_none()) {
            if let Some((field, year)) = is_of_year(column)
                && known.insert((field, year))
            {
                (column.field, column.repeats) = (Some(field), None);
            }
        }
        header
    }

    /// Leaves amounts alone that are of none of the years that are read.
    fn leave_other_years(&mut self, years: &[FinancialYear], current: Option<FinancialYear>) {
        let yearly = self.yearly();
        let over_others = self.years_over_others();
        for column in &mut self.columns {
            let Some(field) = column.amount() else { continue };
            let is_of_its_year =
                column.year.is_some_and(|year| over_others.contains(&(column.words.over.clone(), year)));
            let is_often_later = field == Field::FullYearEffect && !yearly.contains_key(&field) && !is_of_its_year;
            let is_of_other_year = match column.year {
                // What a scheme saves in a whole year is often given for the year after the one in which it begins.
                Some(own) if is_often_later => years.iter().all(|year| own < *year),
                Some(own) => !years.contains(&own),
                None => field.is_of_monitoring() && current.is_some_and(|current| !years.contains(&current)),
            };
            if is_of_other_year {
                (column.field, column.repeats, column.left) = (None, None, Some(LeftAlone::OfOtherYear));
            }
        }
    }

    /// The years that stand over amounts of which none is what a scheme saves in a whole year: below "2026/27" the plan and the
    /// full-year effect are those of the schemes of that year.
    fn years_over_others(&self) -> BTreeSet<(String, FinancialYear)> {
        let is_other = |column: &&TrackerColumn| column.amount().is_some_and(|field| field != Field::FullYearEffect);
        let others = self.columns.iter().filter(is_other).filter(|column| !column.words.over.is_empty());
        others.filter_map(|column| Some((column.words.over.clone(), column.year?))).collect()
    }

    /// The one month of which plan or actual stands beside what is told to date, of which it is a part.
    pub(crate) fn month_in_date(&self) -> Option<u8> {
        let is_to_date = self.has(Field::PlanToDate) || self.has(Field::ActualToDate);
        let mut months = self.columns.iter().filter_map(|column| match column.field {
            Some(Field::Month(MonthKind::Plan | MonthKind::Actual, month)) => Some(month),
            _ => None,
        });
        let first = months.next().filter(|_| is_to_date)?;
        months.all(|month| month == first).then_some(first)
    }

    /// The headings without the one month that is a part of what is told to date: the other months before it are not there.
    pub(crate) fn without_month_in_date(&self, to_date: Option<u8>) -> Self {
        let mut header = self.clone();
        let Some(month) = self.month_in_date().filter(|month| Some(*month) == to_date) else { return header };
        for column in &mut header.columns {
            let of_date = match column.field {
                Some(Field::Month(MonthKind::Plan, of)) if of == month => Field::PlanToDate,
                Some(Field::Month(MonthKind::Actual, of)) if of == month => Field::ActualToDate,
                _ => continue,
            };
            if self.has(of_date) {
                (column.field, column.left) = (None, Some(LeftAlone::InDate));
            }
        }
        header
    }

    /// Whether something says how a year goes, and not of which.
    pub(crate) fn has_monitoring_without_year(&self) -> bool {
        let mut amounts = self.columns.iter().filter(|column| column.year.is_none()).filter_map(TrackerColumn::amount);
        amounts.any(Field::is_of_monitoring)
    }
}
