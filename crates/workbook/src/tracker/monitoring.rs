//! How the schemes of a tracker go: lines, months, and what the tracker prints although it follows from them.

use super::field::{Field, MonthKind};
use super::follows::Follows;
use super::lists::{list_of, push};
use super::reader::Reader;
use super::scheme_row::SchemeRow;
use super::variance::{Favourable, against_plan, turned};
use crate::recognise::{Effect, Severity, TableRows, key_of};
use one_plan_model::plan::Table;
use one_plan_model::quantity::{Decimal, Month};
use std::collections::BTreeSet;

/// How the amounts of a row to date, and its forecast, are used.
#[derive(Clone, Copy, Debug)]
struct Uses {
    /// The plan to date stands for the months, which have none.
    plan_to_date: bool,
    /// The actual to date stands for the months, which do not go as far.
    actual_to_date: bool,
    /// The forecast stands for the months to come.
    forecast: bool,
    /// Something has come of the line, so that there are figures to date.
    has_come: bool,
}

/// The lines, their months, and what is printed of them.
pub fn tables(reader: &mut Reader<'_>, rows: &[SchemeRow]) -> Vec<TableRows> {
    let kinds = kinds_of_lines(reader, rows);
    let rows = &reader.without_signs_of_kinds(rows, &kinds);
    let uses: Vec<Uses> = rows.iter().map(|scheme| uses(reader, scheme)).collect();
    let mut tables = vec![lines(reader, rows, &uses)];
    tables.extend((1..=12).map(|month| months(reader, rows, month)));
    if is_any_cumulative(reader) {
        tables.extend((1..=12).map(|month| cumulative_months(reader, rows, &uses, month)));
    } else {
        tables.push(to_date(reader, rows, &uses));
        tables.push(forecasts(reader, rows, &uses));
    }
    tables.extend(printed(reader, rows, &uses));
    tables
}

fn uses(reader: &Reader<'_>, scheme: &SchemeRow) -> Uses {
    let last = scheme.last_month(MonthKind::Actual);
    let actual_to_date = reader.month.is_some() && scheme.has(Field::ActualToDate) && last != reader.month;
    let has_whole_year = last == Some(12) || (actual_to_date && reader.month == Some(12));
    Uses {
        plan_to_date: reader.month.is_some()
            && scheme.has(Field::PlanToDate)
            && scheme.last_month(MonthKind::Plan).is_none(),
        actual_to_date,
        forecast: scheme.has(Field::Forecast) && !has_whole_year,
        has_come: last.is_some() || actual_to_date,
    }
}

fn lines(reader: &mut Reader<'_>, rows: &[SchemeRow], uses: &[Uses]) -> TableRows {
    let kinds = kinds_of_lines(reader, rows);
    let name = if reader.header.has(Field::Name) { Field::Name } else { Field::Line };
    let in_sheet = [
        ("id", Field::Reference),
        ("name", name),
        ("programme", Field::Programme),
        ("organisation", Field::Organisation),
        ("plan", Field::PlanOfYear),
    ];
    let made = ["scheme", "kind", "year", "unit", "phasing"];
    let mut list = list_of(Table::MonitoredLine, reader.header, reader.place, &in_sheet, &made);
    let is_of_schemes = reader.follows == Follows::Schemes;
    for ((scheme, uses), kind) in rows.iter().zip(uses).zip(kinds) {
        let is_monthly = uses.plan_to_date || scheme.last_month(MonthKind::Plan).is_some();
        // What is no number was said where the scheme takes it.
        let plan = if scheme.has(Field::PlanOfYear) {
            scheme.numeric_text(Field::PlanOfYear)
        } else {
            scheme.plan_of_year().map(|(text, _)| text)
        };
        let cells = vec![
            Some(scheme.id.clone()),
            Some(scheme.name.clone()),
            reader.words(scheme.row, Field::Programme),
            reader.words(scheme.row, Field::Organisation),
            plan,
            is_of_schemes.then(|| scheme.id.clone()),
            kind.map(Into::into),
            Some(reader.year.to_string().into()),
            Some(reader.unit.symbol().into()),
            is_monthly.then(|| "monthly".into()),
        ];
        push(&mut list, scheme.row, cells);
    }
    list
}

/// The `kind` of each line: that of the sheet, or what a column of words says of the row.
fn kinds_of_lines(reader: &Reader<'_>, rows: &[SchemeRow]) -> Vec<Option<&'static str>> {
    let sections = match reader.follows {
        Follows::Other => Follows::sections(reader.sheet, reader.header),
        _ => Vec::new(),
    };
    let of_row = |scheme: &SchemeRow| {
        let section = sections.iter().rev().find(|(row, _)| *row < scheme.row).map(|(_, kind)| *kind);
        let words = reader.words(scheme.row, Field::Kind).filter(|_| reader.follows != Follows::Schemes);
        // Among what is spent, income stands with a minus.
        let is_income = || {
            let plan = scheme.number(Field::PlanOfYear).or_else(|| scheme.number(Field::PlanToDate));
            key_of(&scheme.name).contains("income") && plan.is_some_and(|plan| plan < Decimal::ZERO)
        };
        let of_sheet =
            reader.follows.kind().map(|kind| if kind == "expenditure" && is_income() { "income" } else { kind });
        words.and_then(|words| Follows::kind_of_words(&words)).or(section).or(of_sheet)
    };
    rows.iter().map(of_row).collect()
}

/// The rows of one month: a list of its own, for each month stands in columns of its own.
fn months(reader: &Reader<'_>, rows: &[SchemeRow], nth: u8) -> TableRows {
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
fn is_any_cumulative(reader: &Reader<'_>) -> bool {
    MonthKind::ALL.into_iter().any(|kind| reader.header.is_cumulative(kind))
}

/// The rows of the year up to one month where months are told so, with what else is told up to that month: a line has one row
/// for each.
fn cumulative_months(reader: &Reader<'_>, rows: &[SchemeRow], uses: &[Uses], nth: u8) -> TableRows {
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
fn to_date(reader: &Reader<'_>, rows: &[SchemeRow], uses: &[Uses]) -> TableRows {
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
fn forecasts(reader: &Reader<'_>, rows: &[SchemeRow], uses: &[Uses]) -> TableRows {
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

/// What the tracker prints although it follows from other cells: it is held against what is computed, and replaces nothing.
fn printed(reader: &mut Reader<'_>, rows: &[SchemeRow], uses: &[Uses]) -> Vec<TableRows> {
    let mut tables = Vec::new();
    // Of expenditure it is favourable to be below the plan.
    let is_expenditure = |kind: &Option<&str>| *kind == Some("expenditure");
    let (spent, other): (Vec<_>, Vec<_>) =
        rows.iter().cloned().zip(kinds_of_lines(reader, rows)).partition(|(_, kind)| is_expenditure(kind));
    let spent: Vec<SchemeRow> = spent.into_iter().map(|(row, _)| row).collect();
    let other: Vec<SchemeRow> = other.into_iter().map(|(row, _)| row).collect();
    let spent_rows: BTreeSet<u32> = spent.iter().map(|scheme| scheme.row).collect();
    for (field, figure) in [
        (Field::PlanToDate, "plan-to-date"),
        (Field::ActualToDate, "actual-to-date"),
        (Field::VarianceToDate, "variance"),
        (Field::Forecast, "forecast"),
        (Field::ForecastVariance, "forecast-variance"),
    ] {
        let Some(heading) = reader.header.column(field).map(|column| column.words.line()) else { continue };
        let made = ["figure", "unit", "label"];
        let mut list = list_of(Table::StatedFigure, reader.header, reader.place, &[("value", field)], &made);
        let is_over = reader.month == Some(12);
        let is_against = against_plan(field, &other, is_over, Favourable::Above);
        let is_spent_against = against_plan(field, &spent, is_over, Favourable::Below);
        let mut without: Option<(u32, usize)> = None;
        for (scheme, uses) in rows.iter().zip(uses) {
            let Some(text) = scheme.text(field) else { continue };
            let is_over = reader.month == Some(12) && scheme.number(Field::PlanOfYear).is_some();
            let has_plan_to_date = uses.plan_to_date || scheme.last_month(MonthKind::Plan).is_some() || is_over;
            let (is_used, is_computed) = match field {
                Field::PlanToDate => (uses.plan_to_date, has_plan_to_date && uses.has_come),
                Field::ActualToDate => (uses.actual_to_date, uses.has_come),
                Field::VarianceToDate => (false, has_plan_to_date && uses.has_come),
                Field::Forecast => (uses.forecast, true),
                _ => (false, scheme.number(Field::PlanOfYear).is_some() && scheme.has(Field::Forecast)),
            };
            if is_used {
                continue;
            }
            if !is_computed {
                without.get_or_insert((scheme.row, 0)).1 += 1;
                continue;
            }
            let value = if spent_rows.contains(&scheme.row) { is_spent_against } else { is_against };
            let value = if value { turned(&text) } else { text };
            let figure = format!("monitoring.{}.{figure}", scheme.id);
            let made = [figure.as_str(), reader.unit.symbol(), &heading].map(|text| Some(text.into()));
            push(&mut list, scheme.row, std::iter::once(Some(value)).chain(made).collect());
        }
        for (is_turned, of) in [(is_against, "the plan less what came"), (is_spent_against, "what came less the plan")]
        {
            if !is_turned {
                continue;
            }
            let what = format!("\"{heading}\" is {of}: it is read with the other sign, favourable is positive");
            reader.tell(
                Severity::Information,
                reader.header.row,
                field,
                what,
                "nothing, if that is meant",
                Effect::Used,
            );
        }
        if let Some((row, cells)) = without {
            let cells = if cells == 1 { "1 cell".to_owned() } else { format!("{cells} cells") };
            let what =
                format!("{cells} of \"{heading}\" cannot be held against anything: what it follows from is not given");
            let expected = "the months, or the plan and the actual to date, and the month up to which they go";
            reader.tell(Severity::Warning, row, field, what, expected, Effect::CellLeftOut);
        }
        tables.push(list);
    }
    tables
}

fn month_of(reader: &Reader<'_>, nth: u8) -> Month {
    reader.year.first_month().later(i32::from(nth) - 1)
}
