//! For which years a tracker is read: for each of those of which its columns, or its rows, hold amounts.

use super::period::Period;
use crate::sheet::Sheet;
use crate::tracker::header::TrackerHeader;
use one_plan_model::quantity::FinancialYear;

/// The years for which a tracker is read.
#[derive(Clone, Debug)]
pub(crate) struct YearsRead {
    /// In their order; none where nothing says any.
    pub years: Vec<FinancialYear>,
    /// The one that is under way: what says no year belongs to it. Nothing where that is not told, or none of them.
    pub current: Option<FinancialYear>,
    /// Whether there are several, or one that is not the year that is told: then each list is called after its year.
    pub are_named: bool,
    /// Whether each row says its year.
    pub are_of_rows: bool,
}

impl YearsRead {
    /// The years of the columns, or those of the rows, beside what is told of the whole.
    pub fn of(sheet: &Sheet, header: &TrackerHeader, period: &Period) -> Self {
        let told = period.year;
        let of_rows = header.years_of_rows(sheet);
        if !of_rows.is_empty() {
            let are_named = of_rows.len() > 1;
            let only = of_rows.first().copied().filter(|_| !are_named);
            let current = told.filter(|year| of_rows.contains(year)).or(only);
            return Self { years: of_rows, current, are_named, are_of_rows: true };
        }
        let mut years = header.years();
        // What stands beside the years that are told, and before them, is there to compare.
        years.retain(|year| period.first_year.is_none_or(|first| *year >= first));
        let are_named = years.len() > 1 || years.first().is_some_and(|year| told.is_some_and(|told| told != *year));
        let current = told.filter(|year| !are_named || years.contains(year));
        let years = if are_named { years } else { current.into_iter().collect() };
        Self { years, current, are_named, are_of_rows: false }
    }

    /// Whether it is known of every amount for which year it is. Which of several years is under way only matters where
    /// something says how the year goes, and not of which.
    pub fn are_known(&self, header: &TrackerHeader) -> bool {
        self.current.is_some() || (self.are_named && (self.are_of_rows || !header.has_monitoring_without_year()))
    }

    /// The headings with the amounts of all these years.
    pub fn whole(&self, header: &TrackerHeader) -> TrackerHeader {
        match self.current.filter(|_| !self.are_named) {
            Some(year) => header.of_year(year, self.current),
            None => header.of_years(&self.years),
        }
    }

    /// In words.
    pub fn in_words(&self) -> String {
        let years: Vec<String> = self.years.iter().map(FinancialYear::to_string).collect();
        match years.as_slice() {
            [] => String::new(),
            [one] => one.clone(),
            [before @ .., last] => format!("{} and {last}", before.join(", ")),
        }
    }

    /// The headings with the amounts of one of them.
    pub fn header_of(&self, header: &TrackerHeader, year: FinancialYear) -> TrackerHeader {
        header.of_year(year, if self.are_of_rows { Some(year) } else { self.current })
    }
}
