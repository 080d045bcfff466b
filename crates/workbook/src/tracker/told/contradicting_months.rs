//! Months up to which a tracker goes by what it says in two places, or by what it says and by the months that it has.

use crate::cells::months_told;
use crate::headings::{Field, MonthKind};
use crate::issues::{Effect, Issue, Place, Severity};
use crate::tracker::header::TrackerColumn;
use crate::tracker::reading::{Reader, SchemeRow};
use crate::tracker::time::Period;
use one_plan_model::plan::Table;
use one_plan_model::quantity::Month;

const EXPECTED: &str = "one month in all of these places, up to which the figures go";

impl Reader<'_> {
    /// Says that two places say another month each, and which counts.
    pub(crate) fn tell_other_month(&mut self, period: &Period) {
        let (Some(month), Some((other, there))) = (period.month, period.other_month) else { return };
        let here = period.month_from;
        let what = format!(
            "{here} {} that figures go up to {}, and {there} {}: the former counts",
            says(here),
            in_words(month),
            in_words(other)
        );
        self.tell_of_month(other, what);
    }

    /// Says that the last month with an actual is not the one up to which the tracker says that it goes.
    pub(crate) fn tell_last_month(&mut self, told: Option<u8>, schemes: &[SchemeRow]) {
        let is_of_year = |column: &TrackerColumn| column.year.is_none_or(|year| year == self.year);
        let is_month = |column: &TrackerColumn| {
            matches!(column.field, Some(Field::Month(MonthKind::Actual, _))) && !column.is_quarter && is_of_year(column)
        };
        let Some(told) = told.filter(|_| self.header.columns.iter().any(is_month)) else { return };
        let Some(last) = schemes.iter().filter_map(|scheme| scheme.last_month(MonthKind::Actual)).max() else { return };
        if last == told {
            return;
        }
        let what = format!(
            "the tracker says that it goes up to {}, and the last month with an actual is {}: the months count as they are given",
            in_words(told),
            in_words(last)
        );
        self.tell_of_month(told, what);
    }

    /// Says something of a month where it is said above the table, and else at the headings.
    fn tell_of_month(&mut self, month: u8, what: String) {
        let says_it = |words: String| months_told(&[words], Some(self.year)).contains(&month);
        let above = self.sheet.rows().take_while(|(row, _)| *row < self.header.row).find_map(|(row, cells)| {
            let at = (self.sheet.first_column()..).zip(cells).find(|(_, cell)| says_it(cell.shown()))?.0;
            Some((row, at))
        });
        let place = match above {
            Some((row, at)) => self.place.cell(row, at),
            None => Place { row: Some(self.header.row), ..self.place },
        };
        self.issues.push(Issue {
            severity: Severity::Warning,
            place,
            column: Some((Table::MonitoredMonth, None)),
            value: above.map(|(row, at)| self.sheet.cell(row, at).shown()).unwrap_or_default(),
            what,
            expected: EXPECTED.to_owned(),
            effect: Effect::Used,
        });
    }
}

/// A month with its place in the year: "month 4 (July)".
fn in_words(nth: u8) -> String {
    let name = Month::names_of_financial_year().nth(usize::from(nth).saturating_sub(1)).unwrap_or_default();
    format!("month {nth} ({name})")
}

fn says(place: &str) -> &'static str {
    if place.ends_with("headings") && place.starts_with("its") { "say" } else { "says" }
}
