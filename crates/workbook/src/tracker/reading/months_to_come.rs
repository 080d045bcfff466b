//! The months of a tracker that are still to come.

use super::reader::Reader;
use super::scheme_row::SchemeRow;
use crate::headings::{Field, MonthKind};
use crate::issues::{Asks, Effect, Severity};

impl Reader<'_> {
    /// Takes out what trackers with formulas have for months that are still to come: a nought in every row. Without a month
    /// up to which figures go, that is the last one in which anything came.
    pub(crate) fn drop_months_to_come(&mut self, schemes: &mut [SchemeRow]) {
        let actual = |month: u8| Field::Month(MonthKind::Actual, month);
        let came = |month: &u8| {
            schemes.iter().any(|scheme| scheme.number(actual(*month)).is_some_and(|number| !number.is_zero()))
        };
        let last_that_came = (1..=12).rev().find(came);
        let until = self.month.or(last_that_came);
        let Some(until) = until else { return };
        let is_from_file = self.month.is_some();
        self.month = Some(until);
        let mut dropped = 0;
        let mut first = None;
        for month in until.saturating_add(1)..=12 {
            for scheme in schemes.iter_mut() {
                if scheme.number(actual(month)).is_some_and(|number| number.is_zero())
                    && last_that_came.is_none_or(|last| month > last)
                {
                    scheme.amounts.remove(&actual(month));
                    dropped += 1;
                    first = first.or(Some((scheme.row, month)));
                }
            }
        }
        let Some((row, month)) = first else { return };
        let what = format!(
            "from this month on every row has 0 as its actual: {dropped} cells are read as not given yet, because figures go up to \
             month {until}"
        );
        let severity = if is_from_file { Severity::Information } else { Severity::Warning };
        self.tell(
            severity,
            row,
            actual(month),
            what,
            "the month above the table, such as \"Month 5\", if that is not meant",
            Effect::CellLeftOut,
        );
        if !is_from_file {
            self.ask(Asks::Month, None, String::new(), "Up to which month do the figures go?".to_owned(), Vec::new());
        }
    }
}
