//! The monitored months of a tracker: each month alone, or the year up to a month.

use super::list_of_rows::{list_of, push};
use super::use_of_amounts::Uses;
use crate::headings::{Field, MonthKind};
use crate::tables::TableRows;
use crate::tracker::reading::{Reader, SchemeRow};
use one_plan_model::plan::Table;
use one_plan_model::quantity::Month;

/// The rows of one month: a list of its own, for each month stands in columns of its own.
pub(super) fn months(reader: &Reader<'_>, rows: &[SchemeRow], nth: u8) -> TableRows {
    let kinds = MonthKind::ALL.into_iter().filter(|kind| !reader.header.is_cumulative(*kind));
    let kinds: Vec<(&str, Field)> = kinds.map(|kind| (kind.word(), Field::Month(kind, nth))).collect();
    let mut list = list_of(Table::MonitoredMonth, reader.header, reader.place, &kinds, &["line", "month", "unit"]);
    let month = month_of(reader, nth).to_string();
    for scheme in rows {
        let amounts: Vec<Option<Box<str>>> = kinds.iter().map(|(_, field)| scheme.text(*field)).collect();
        if amounts.iter().all(Option::is_none) {
            continue;
        }
        let made = [&scheme.id, month.as_str(), reader.unit.symbol()].map(|text| Some(text.into()));
        push(&mut list, scheme.row, amounts.into_iter().chain(made).collect());
    }
    list
}

/// Whether months are told as the year up to each of them.
pub(super) fn is_any_cumulative(reader: &Reader<'_>) -> bool {
    MonthKind::ALL.into_iter().any(|kind| reader.header.is_cumulative(kind))
}

/// The rows of the year up to one month where months are told so, with what else is told up to that month: a line has one row
/// for each.
pub(super) fn cumulative_months(reader: &Reader<'_>, rows: &[SchemeRow], uses: &[Uses], nth: u8) -> TableRows {
    let to_date = |kind: MonthKind, uses: &Uses| {
        let (field, is_used) = match kind {
            MonthKind::Plan => (Field::PlanToDate, uses.plan_to_date && reader.month == Some(nth)),
            MonthKind::Actual => (Field::ActualToDate, uses.actual_to_date && reader.month == Some(nth)),
            MonthKind::Forecast => (Field::Forecast, uses.forecast && nth == 12),
        };
        Some(field).filter(|_| is_used)
    };
    let of_month = |kind: MonthKind| {
        let field = Field::Month(kind, nth);
        Some(field).filter(|field| reader.header.is_cumulative(kind) && reader.header.has(*field))
    };
    let kinds = MonthKind::ALL.map(|kind| {
        let used = || uses.iter().find_map(|uses| to_date(kind, uses));
        (kind.word(), of_month(kind).or_else(used).unwrap_or(Field::Month(kind, nth)))
    });
    let made = ["line", "month", "unit", "cumulative"];
    let mut list = list_of(Table::MonitoredMonth, reader.header, reader.place, &kinds, &made);
    let month = month_of(reader, nth).to_string();
    for (scheme, uses) in rows.iter().zip(uses) {
        let amounts = MonthKind::ALL.map(|kind| {
            let of_month = of_month(kind).and_then(|field| scheme.text(field));
            of_month.or_else(|| scheme.text(to_date(kind, uses)?))
        });
        if amounts.iter().all(Option::is_none) {
            continue;
        }
        let made = [&scheme.id, month.as_str(), reader.unit.symbol(), "yes"].map(|text| Some(text.into()));
        push(&mut list, scheme.row, amounts.into_iter().chain(made).collect());
    }
    list
}

/// The year so far, where the months do not say it themselves.
pub(super) fn to_date(reader: &Reader<'_>, rows: &[SchemeRow], uses: &[Uses]) -> TableRows {
    let in_sheet = [("plan", Field::PlanToDate), ("actual", Field::ActualToDate)];
    let mut list = list_of(
        Table::MonitoredMonth,
        reader.header,
        reader.place,
        &in_sheet,
        &["line", "month", "unit", "cumulative"],
    );
    let Some(month) = reader.month.map(|nth| month_of(reader, nth).to_string()) else { return list };
    for (scheme, uses) in rows.iter().zip(uses).filter(|(_, uses)| uses.plan_to_date || uses.actual_to_date) {
        let plan = scheme.text(Field::PlanToDate).filter(|_| uses.plan_to_date);
        let actual = scheme.text(Field::ActualToDate).filter(|_| uses.actual_to_date);
        let made = [&scheme.id, month.as_str(), reader.unit.symbol(), "yes"].map(|text| Some(text.into()));
        push(&mut list, scheme.row, [plan, actual].into_iter().chain(made).collect());
    }
    list
}

/// What the year is expected to bring: a forecast of the year up to its last month.
pub(super) fn forecasts(reader: &Reader<'_>, rows: &[SchemeRow], uses: &[Uses]) -> TableRows {
    let in_sheet = [("forecast", Field::Forecast)];
    let made = ["line", "month", "unit", "cumulative"];
    let mut list = list_of(Table::MonitoredMonth, reader.header, reader.place, &in_sheet, &made);
    let month = month_of(reader, 12).to_string();
    for (scheme, _) in rows.iter().zip(uses).filter(|(_, uses)| uses.forecast) {
        let made = [&scheme.id, month.as_str(), reader.unit.symbol(), "yes"].map(|text| Some(text.into()));
        push(&mut list, scheme.row, std::iter::once(scheme.text(Field::Forecast)).chain(made).collect());
    }
    list
}

fn month_of(reader: &Reader<'_>, nth: u8) -> Month {
    reader.year.first_month().later(i32::from(nth) - 1)
}
