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
use one_plan_model::quantity::FinancialYear;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashSet};
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
    let said_itself = Follows::of(sheet, file, header);
    let understood = Understood::of((sheet, place, header), mapping, period, said_itself);
    let reading = understood.reading(mapping.follows.filter(|_| said_itself.is_none()));
    if let Some(refused) = months_in_rows(&understood.sheet, place, &understood.header) {
        return TrackerRead { tables: Vec::new(), issues: vec![refused], questions: Vec::new(), reading };
    }
    match understood.known() {
        Some(known) => understood.read(&known, reading, used),
        None => {
            let (issues, questions) = understood.what_is_missing();
            TrackerRead { tables: Vec::new(), issues, questions, reading }
        }
    }
}

/// A sheet with what its headings and what stands above them say of it, before a row is read.
struct Understood<'a> {
    /// The sheet, in which rows that call a year by its number have that year.
    sheet: Cow<'a, Sheet>,
    place: Place,
    header: TrackerHeader,
    mapping: &'a Mapping,
    period: Period,
    units: Option<Units>,
    follows: Option<Follows>,
    years: YearsRead,
    /// The first row that calls its year by a number.
    first_nth_year: Option<u32>,
}

/// What must be known before a row can be read.
struct KnownOfRows {
    units: Units,
    follows: Follows,
    first: FinancialYear,
    last: FinancialYear,
}

impl<'a> Understood<'a> {
    fn of(
        (sheet, place, header): (&'a Sheet, Place, &TrackerHeader),
        mapping: &'a Mapping,
        period: Period,
        said_itself: Option<Follows>,
    ) -> Self {
        let units = Units::of(sheet, header, mapping);
        let follows = said_itself.or(mapping.follows).or_else(|| Follows::said_by_headings(header));
        let of_schemes = (follows == Some(Follows::Schemes)).then(|| header.clone().of_schemes());
        let header = of_schemes.as_ref().unwrap_or(header);
        let header = header.without_month_in_date(period.month).told_cumulative(sheet);
        let (sheet, first_nth_year) = header.with_years_of_rows(sheet, period.year);
        let years = YearsRead::of(&sheet, &header, &period);
        let header = years.whole(&header);
        Self { sheet, place, header, mapping, period, units, follows, years, first_nth_year }
    }

    /// What each column is read as, and the mapping that is kept of it. `follows` is what a person said of what the rows are,
    /// where the sheet does not say it.
    fn reading(&self, follows: Option<Follows>) -> Reading {
        let Self { sheet, mapping, years, .. } = self;
        let columns = &self.header.columns;
        let headings =
            columns.iter().map(|column| MappedHeading { heading: column.words.line(), field: column.read_as() });
        let name = if mapping.name.is_empty() { sheet.name.clone() } else { mapping.name.clone() };
        let kept = Mapping {
            name,
            headings: headings.collect(),
            year: years.current,
            month: self.period.month,
            unit: self.units.and_then(|units| units.others),
            follows,
            words: mapping.words.clone(),
        };
        let examples = columns.iter().map(|column| Reading::examples_in(sheet, self.header.first_row, column.at));
        Reading {
            place: self.place,
            mapping: kept,
            columns: columns.iter().map(|column| column.at).collect(),
            examples: examples.collect(),
            months: columns.iter().map(month_to_say).collect(),
            is_confirmed: columns.iter().all(|column| column.is_said),
            has_units: self.units.is_some(),
            year_from: if years.are_of_rows { OF_ROWS } else { self.period.year_from },
            years: years.years.clone(),
            follows: self.follows,
        }
    }

    /// Nothing where something must be asked first.
    fn known(&self) -> Option<KnownOfRows> {
        let is_read = self.years.are_known(&self.header) && self.header.is_tracker();
        let years = &self.years.years;
        let (first, last) = years.first().copied().zip(years.last().copied())?;
        Some(KnownOfRows { units: self.units?, follows: self.follows?, first, last }).filter(|_| is_read)
    }

    fn what_is_missing(&self) -> (Vec<Issue>, Vec<Question>) {
        let no_year = (!self.years.are_known(&self.header)).then_some(self.period.differing.as_deref());
        what_is_missing(&self.sheet, self.place, &self.header, no_year, self.units.is_none(), self.follows)
    }

    /// Reads the rows for each of their years, and says what holds of all of them.
    fn read(&self, known: &KnownOfRows, mut reading: Reading, used: &mut UsedByTrackers) -> TrackerRead {
        let years = &self.years;
        let of_years: Vec<TrackerHeader> =
            years.years.iter().map(|year| years.header_of(&self.header, *year)).collect();
        let mut tables = Vec::new();
        let (mut issues, mut questions, mut rows_read) = (Vec::new(), Vec::new(), BTreeSet::new());
        for (year, of_year) in years.years.iter().zip(&of_years) {
            let mut reader = self.reader(known, of_year, *year);
            reader.is_further_year = *year != known.first;
            let name = &reading.mapping.name;
            let name = if years.are_named { format!("{name} {year}") } else { name.clone() };
            tables.append(&mut reader.tables(&name, used));
            if years.current.is_none_or(|current| current == *year) {
                reading.mapping.month = reader.month;
            }
            issues.append(&mut reader.issues);
            questions.append(&mut reader.questions);
            rows_read.append(&mut reader.rows_read);
        }
        let mut reader = self.reader(known, &self.header, years.current.unwrap_or(known.last));
        (reader.month, reader.rows_read) = (reading.mapping.month, rows_read);
        self.tell_of_columns(&mut reader);
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

    /// What holds of the columns, whatever the year.
    fn tell_of_columns(&self, reader: &mut Reader<'_>) {
        reader.tell_columns(self.period.month.is_none());
        reader.tell_unread_cells();
        reader.tell_cumulative();
        reader.tell_months_of_plan();
        reader.tell_turned();
        reader.tell_wholes();
        reader.tell_other_month(&self.period);
        reader.tell_contradicting_units();
        reader.tell_years_of_rows(self.first_nth_year, self.period.year);
    }

    fn reader<'r>(&'r self, known: &KnownOfRows, header: &'r TrackerHeader, year: FinancialYear) -> Reader<'r> {
        Reader {
            sheet: &self.sheet,
            place: self.place,
            header,
            mapping: self.mapping,
            unit: known.units.rows,
            unit_of_others: known.units.others,
            decimal_comma: decimal_comma(&self.sheet, header),
            follows: known.follows,
            year,
            all_years: self.years.in_words(),
            year_of_others: self.years.current.unwrap_or(known.first),
            is_further_year: false,
            month: self.period.month,
            merged: MergedRows::of(&self.sheet, header.first_row),
            written_once: BTreeMap::new(),
            without_year: Vec::new(),
            rows_read: BTreeSet::new(),
            issues: Vec::new(),
            questions: Vec::new(),
        }
    }
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
