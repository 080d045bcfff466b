//! Reads a sheet as a tracker: once for each of its years, and what holds of its columns once for all of them.

use super::columns::OF_ROWS;
use super::header::{TrackerColumn, TrackerHeader};
use super::reading::{Reader, UsedByTrackers, decimal_comma};
use super::time::{Period, YearsRead};
use super::told::{Reading, Units, what_is_missing};
use super::unread_layouts::months_in_rows;
use crate::answers::{MappedHeading, Mapping};
use crate::cells::{MergedRows, NamedMonth};
use crate::issues::{Issue, Place, Question};
use crate::sheet::Sheet;
use crate::tables::{TableRows, ToldElsewhere};
use crate::vocabulary::Follows;
use std::collections::{BTreeMap, HashSet};
use std::hash::Hash;

/// What was read of one tracker.
#[derive(Clone, Debug)]
pub struct TrackerRead {
    /// The rows of tables; none where something must be asked first.
    pub tables: Vec<TableRows>,
    /// What is to be said of the sheet, where there are no rows with which it could stand.
    pub issues: Vec<Issue>,
    /// What only a person can say.
    pub questions: Vec<Question>,
    /// What each column was read as.
    pub reading: Reading,
}

/// Reads the sheet as a tracker. `used` are the identifiers of other trackers.
pub fn read_tracker(
    sheet: &Sheet,
    place: Place,
    file: &str,
    header: &TrackerHeader,
    mapping: &Mapping,
    elsewhere: &ToldElsewhere,
    used: &mut UsedByTrackers,
) -> TrackerRead {
    let period = Period::of(sheet, file, header, mapping).or_told(elsewhere);
    let units = Units::of(sheet, header, mapping);
    let said_itself = Follows::of(sheet, file, header);
    let follows = said_itself.or(mapping.follows).or_else(|| Follows::said_by_headings(header));
    let of_schemes = (follows == Some(Follows::Schemes)).then(|| header.clone().of_schemes());
    let header = of_schemes.as_ref().unwrap_or(header);
    let header = &header.without_month_in_date(period.month).told_cumulative(sheet);
    let (sheet, first_nth_year) = header.with_years_of_rows(sheet, period.year);
    let sheet = &*sheet;
    let years = YearsRead::of(sheet, header, &period);
    let whole = years.whole(header);
    let header = &whole;
    let headings =
        header.columns.iter().map(|column| MappedHeading { heading: column.words.line(), field: column.read_as() });
    let name = if mapping.name.is_empty() { sheet.name.clone() } else { mapping.name.clone() };
    let kept = Mapping {
        name,
        headings: headings.collect(),
        year: years.current,
        month: period.month,
        unit: units.and_then(|units| units.others),
        follows: mapping.follows.filter(|_| said_itself.is_none()),
        words: mapping.words.clone(),
    };
    let examples = header.columns.iter().map(|column| Reading::examples_in(sheet, header.first_row, column.at));
    let mut reading = Reading {
        place,
        mapping: kept,
        columns: header.columns.iter().map(|column| column.at).collect(),
        examples: examples.collect(),
        months: header.columns.iter().map(month_to_say).collect(),
        is_confirmed: header.columns.iter().all(|column| column.is_said),
        has_units: units.is_some(),
        year_from: if years.are_of_rows { OF_ROWS } else { period.year_from },
        years: years.years.clone(),
        follows,
    };
    if let Some(refused) = months_in_rows(sheet, place, header) {
        return TrackerRead { tables: Vec::new(), issues: vec![refused], questions: Vec::new(), reading };
    }
    let is_dated = years.are_known(header);
    let (true, Some(units), Some(follows), Some(first), Some(last), true) =
        (is_dated, units, follows, years.years.first().copied(), years.years.last().copied(), header.is_tracker())
    else {
        let no_year = (!is_dated).then_some(period.differing.as_deref());
        let (issues, questions) = what_is_missing(sheet, place, header, no_year, units.is_none(), follows);
        return TrackerRead { tables: Vec::new(), issues, questions, reading };
    };
    let of_years: Vec<TrackerHeader> = years.years.iter().map(|year| years.header_of(header, *year)).collect();
    let reader_of = |header, year| Reader {
        sheet,
        place,
        header,
        mapping,
        unit: units.rows,
        unit_of_others: units.others,
        decimal_comma: decimal_comma(sheet, header),
        follows,
        year,
        all_years: years.in_words(),
        year_of_others: years.current.unwrap_or(first),
        is_further_year: false,
        month: period.month,
        merged: MergedRows::of(sheet, header.first_row),
        written_once: BTreeMap::new(),
        without_year: Vec::new(),
        issues: Vec::new(),
        questions: Vec::new(),
    };
    let mut tables = Vec::new();
    let (mut issues, mut questions) = (Vec::new(), Vec::new());
    for (year, of_year) in years.years.iter().zip(&of_years) {
        let mut reader = reader_of(of_year, *year);
        reader.is_further_year = *year != first;
        let name = &reading.mapping.name;
        let name = if years.are_named { format!("{name} {year}") } else { name.clone() };
        tables.append(&mut reader.tables(&name, used));
        if years.current.is_none_or(|current| current == *year) {
            reading.mapping.month = reader.month;
        }
        issues.append(&mut reader.issues);
        questions.append(&mut reader.questions);
    }
    let mut reader = reader_of(header, years.current.unwrap_or(last));
    reader.month = reading.mapping.month;
    reader.tell_columns(period.month.is_none());
    reader.tell_unread_cells();
    reader.tell_cumulative();
    reader.tell_months_of_plan();
    reader.tell_turned();
    reader.tell_years_of_rows(first_nth_year, period.year);
    issues.append(&mut reader.issues);
    questions.append(&mut reader.questions);
    if years.are_named {
        // What is to be said of a row, and not of an amount, is said in every year.
        once_each(&mut issues);
        once_each(&mut questions);
    }
    if let Some(first) = tables.first_mut() {
        first.issues.append(&mut issues);
    }
    TrackerRead { tables, issues, questions, reading }
}

/// Takes out what is there once more.
fn once_each<T: Clone + Eq + Hash>(said: &mut Vec<T>) {
    let mut seen = HashSet::new();
    said.retain(|one| seen.insert(one.clone()));
}

/// The month of a column of which it may be asked what it holds: a variance follows from other columns.
fn month_to_say(column: &TrackerColumn) -> Option<u8> {
    column
        .month
        .filter(|_| column.field.is_some() || !(column.words.is_variance() || column.words.is_percent()))
        .map(NamedMonth::nth)
}
