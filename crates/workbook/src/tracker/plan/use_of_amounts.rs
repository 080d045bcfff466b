//! How the amounts of a row to date, and its forecast, are used beside its months.

use crate::headings::{Field, MonthKind};
use crate::tracker::reading::{Reader, SchemeRow};

/// How the amounts of a row to date, and its forecast, are used.
#[derive(Clone, Copy, Debug)]
pub struct Uses {
    /// The plan to date stands for the months, which have none.
    pub plan_to_date: bool,
    /// The actual to date stands for the months, which do not go as far.
    pub actual_to_date: bool,
    /// The forecast stands for the months to come.
    pub forecast: bool,
    /// Something has come of the line, so that there are figures to date.
    pub has_come: bool,
}

impl Uses {
    /// What is used of a row.
    pub fn of(reader: &Reader<'_>, scheme: &SchemeRow) -> Self {
        let last = scheme.last_month(MonthKind::Actual);
        let actual_to_date = reader.month.is_some() && scheme.has(Field::ActualToDate) && last != reader.month;
        let has_whole_year = last == Some(12) || (actual_to_date && reader.month == Some(12));
        Self {
            plan_to_date: reader.month.is_some()
                && scheme.has(Field::PlanToDate)
                && scheme.last_month(MonthKind::Plan).is_none(),
            actual_to_date,
            forecast: scheme.has(Field::Forecast) && !has_whole_year,
            has_come: last.is_some() || actual_to_date,
        }
    }
}
