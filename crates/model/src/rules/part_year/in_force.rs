//! When a scheme is in force.

use crate::calculation::Number;
use crate::plan::{FinancialYear, Row, Scheme};
use crate::quantity::Month;

/// When a scheme is in force.
#[derive(Clone, Copy)]
pub(in crate::rules) struct InForce {
    start: Option<Month>,
    end: Option<Month>,
    /// The year after which it saves nothing more, where it is not recurrent.
    last_year: Option<FinancialYear>,
    /// For how many months of that year it was to save: one that begins later brings no more than that.
    most: Option<i64>,
}

impl InForce {
    /// From what the scheme says, and how many months it is late.
    pub(in crate::rules) fn of(scheme: Row<'_, Scheme>, delay: i32, list_year: Option<FinancialYear>) -> Self {
        Self::between(scheme.start(), scheme.end(), scheme.recurrent() == Some(false), delay, list_year)
    }

    #[inline]
    pub(super) fn between(
        start: Option<Month>,
        end: Option<Month>,
        once: bool,
        delay: i32,
        list_year: Option<FinancialYear>,
    ) -> Self {
        // A scheme that is late saves nothing until it starts. One without a start was to start with the year of its list.
        let planned = start.or_else(|| list_year.map(FinancialYear::first_month));
        let from = planned.map(|from| from.later(delay));
        // Where an end is given, it decides, and not whether the scheme is recurrent.
        let last_year = if once && end.is_none() { from.and_then(Month::financial_year).or(list_year) } else { None };
        let most = last_year.zip(planned).and_then(|(_, planned)| {
            Some(planned.financial_year()?.first_month().months_in_force(Some(planned), None))
        });
        Self { start: from, end, last_year, most }
    }

    /// For how many months of a year; `None` where the scheme is not recurrent and its first year is over.
    #[inline]
    pub(in crate::rules) fn months(&self, year: FinancialYear) -> Option<i64> {
        let over = self.last_year.is_some_and(|last| last < year);
        let months = year.first_month().months_in_force(self.start, self.end);
        (!over).then(|| self.most.map_or(months, |most| months.min(most)))
    }

    /// What it saves in a year, of what it saves in a whole one.
    pub(in crate::rules) fn effect(&self, year: FinancialYear, full_year_effect: &Number) -> Number {
        match self.months(year) {
            None => Number::whole(0, "not recurrent: nothing after the first year"),
            Some(12) => full_year_effect.because("in force for the whole year", &[]),
            Some(months) => {
                full_year_effect.times(&Number::whole(months, "months in force")).over(&Number::months_of_a_year())
            }
        }
    }
}
