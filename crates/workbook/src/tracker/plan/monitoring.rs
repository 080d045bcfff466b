//! How the schemes of a tracker go: lines, months, and what the tracker prints although it follows from them.

use super::monitored_lines::{kinds_of_lines, lines};
use super::monitored_months::{cumulative_months, forecasts, is_any_cumulative, months, to_date};
use super::printed_figures::printed;
use super::use_of_amounts::Uses;
use crate::tables::TableRows;
use crate::tracker::reading::{Reader, SchemeRow};

/// The lines, their months, and what is printed of them.
pub fn monitoring_tables(reader: &mut Reader<'_>, rows: &[SchemeRow]) -> Vec<TableRows> {
    let kinds = kinds_of_lines(reader, rows);
    reader.tell_income_among_expenditure(rows, &kinds);
    let rows = &reader.without_signs_of_kinds(rows, &kinds);
    let uses: Vec<Uses> = rows.iter().map(|scheme| Uses::of(reader, scheme)).collect();
    let mut tables = vec![lines(reader, rows, &uses, &kinds)];
    tables.extend((1..=12).map(|month| months(reader, rows, month)));
    if is_any_cumulative(reader) {
        tables.extend((1..=12).map(|month| cumulative_months(reader, rows, &uses, month)));
    } else {
        tables.push(to_date(reader, rows, &uses));
        tables.push(forecasts(reader, rows, &uses));
    }
    tables.extend(printed(reader, rows, &uses, &kinds));
    tables
}
