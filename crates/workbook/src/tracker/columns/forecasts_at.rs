//! Forecasts of the year as they stood at the end of a month, such as "Forecast M4" beside "Forecast M5": each is of the whole
//! year, and the latest counts.

use crate::cells::{key_of, numbers_in};
use crate::headings::{Field, MonthKind};
use crate::sheet::Sheet;
use crate::tracker::header::{TrackerColumn, TrackerHeader};
use one_plan_model::quantity::Decimal;

impl TrackerHeader {
    /// Takes what looks like the forecast of one month, or of some, for that of the year: where the words say so, where each
    /// is half of the plan of the year or more, and where one month stands alone and nothing else is said of it.
    pub(crate) fn take_forecasts_at(&mut self, sheet: &Sheet) {
        let month_of = |column: &TrackerColumn| match column.field {
            Some(Field::Month(MonthKind::Forecast, month)) if !column.is_said && !column.is_cumulative => Some(month),
            _ => None,
        };
        let months: Vec<u8> = self.columns.iter().filter_map(month_of).collect();
        if months.is_empty() {
            return;
        }
        let sum = |column: &TrackerColumn| {
            numbers_in(sheet, self.first_row, column.at)
                .fold(Decimal::ZERO, |sum, number| sum.checked_add(number).unwrap_or(sum))
        };
        let are_half = |plan: Decimal| {
            let mut forecasts = self.columns.iter().filter(|column| month_of(column).is_some());
            !plan.is_zero()
                && forecasts
                    .all(|column| sum(column).abs().checked_mul(Decimal::TWO).is_some_and(|twice| twice >= plan.abs()))
        };
        let is_at =
            |column: &TrackerColumn| month_of(column).is_some() && key_of(&column.words.line()).contains("forecastat");
        let stands_alone = || {
            let of_month = |column: &TrackerColumn| match column.field {
                Some(Field::Month(MonthKind::Plan | MonthKind::Actual, month)) => months.contains(&month),
                _ => false,
            };
            months.len() == 1 && !self.columns.iter().any(of_month)
        };
        let are_of_year = self.columns.iter().any(is_at)
            || match self.column(Field::PlanOfYear) {
                Some(plan) => are_half(sum(plan)),
                None => stands_alone(),
            };
        if are_of_year {
            for column in self.columns.iter_mut().filter(|column| month_of(column).is_some()) {
                column.field = Some(Field::Forecast);
            }
        }
    }
}
