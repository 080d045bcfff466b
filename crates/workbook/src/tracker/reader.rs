use super::cells::decimal_comma;
use super::field::Field;
use super::follows::Follows;
use super::header::TrackerHeader;
use super::lists::note_adjustments;
use super::mapping::{MappedHeading, Mapping};
use super::months_in_rows::months_in_rows;
use super::of_rows::OF_ROWS;
use super::open_points::{Units, what_is_missing};
use super::period::Period;
use super::rows::{CellsOfRows, SchemeRows};
use super::scheme_lists::SchemeLists;
use super::scheme_row::SchemeRow;
use super::time::NamedMonth;
use super::told_elsewhere::ToldElsewhere;
use super::tracker_column::{LeftAlone, TrackerColumn};
use super::used::UsedByTrackers;
use super::years_read::YearsRead;
use super::{monitoring, reading::Reading, schemes};
use crate::recognise::{
    Asks, DecimalComma, Effect, Issue, MergedRows, Place, Question, Severity, TableRows, identifier_of,
};
use crate::sheet::Sheet;
use one_plan_model::plan::Table;
use one_plan_model::quantity::{FinancialYear, MoneyUnit};
use std::collections::{BTreeMap, HashSet};
use std::hash::Hash;

/// Reads one tracker.
pub struct Reader<'a> {
    /// The sheet.
    pub sheet: &'a Sheet,
    /// Where it is.
    pub place: Place,
    /// Its headings.
    pub header: &'a TrackerHeader,
    /// What a person said.
    pub mapping: &'a Mapping,
    /// The unit of the amounts of its rows.
    pub unit: MoneyUnit,
    /// The unit of amounts whose heading gives none.
    pub(super) unit_of_others: Option<MoneyUnit>,
    /// How its decimals are set apart.
    pub(super) decimal_comma: DecimalComma,
    /// What its rows are.
    pub follows: Follows,
    /// The year for which it is read.
    pub year: FinancialYear,
    /// All years for which it is read, in words.
    pub(super) all_years: String,
    /// The year of rows that say none, where others do.
    pub(super) year_of_others: FinancialYear,
    /// Whether it was read for an earlier year before.
    pub is_further_year: bool,
    /// The month up to which figures to date go.
    pub month: Option<u8>,
    /// Its cells that are merged over several rows.
    pub(super) merged: MergedRows,
    /// Names that stand once for several rows: the row and the column of an empty cell, and the row of its name.
    pub(super) written_once: BTreeMap<(u32, u32), u32>,
    /// The rows that say a year that is none.
    pub(super) without_year: Vec<u32>,
    /// What is to be said.
    pub issues: Vec<Issue>,
    /// What only a person can say.
    pub questions: Vec<Question>,
}

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
pub fn read(
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
        decimal_comma: decimal_comma(sheet, place, header),
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

impl Reader<'_> {
    fn tables(&mut self, name: &str, used: &mut UsedByTrackers) -> Vec<TableRows> {
        let rows = SchemeRows::of(CellsOfRows {
            sheet: self.sheet,
            place: self.place,
            header: self.header,
            year: self.year,
            are_schemes: self.follows == Follows::Schemes,
            amount: &|row, column| self.amount(row, column).ok().and_then(|(text, _)| text),
            says: &|row, field| self.words(row, field).is_some(),
        });
        if self.follows == Follows::Schemes {
            self.fill_names_written_once(&rows.rows);
        }
        let mut adjustments = BTreeMap::new();
        let mut schemes = Vec::with_capacity(rows.rows.len());
        let list = used.take_list(identifier_of(name).unwrap_or_else(|| "tracker".to_owned()));
        let mut other_rows = rows.other;
        for row in &rows.rows {
            let name = self.words(*row, Field::Line);
            if name.is_some_and(|name| self.follows != Follows::Schemes && Follows::is_what_is_left(&name)) {
                other_rows.totals += 1;
                let what = "this is what the other lines leave, and no line of its own: it is not added".to_owned();
                self.tell(
                    Severity::Information,
                    *row,
                    Field::Line,
                    what,
                    "nothing, if that is meant",
                    Effect::RowLeftOut,
                );
                continue;
            }
            if self.is_of_other_years(*row) || !self.is_of_this_year(*row) {
                continue;
            }
            let scheme = self.scheme_row(*row, &mut adjustments, used);
            schemes.push(scheme);
        }
        if self.follows == Follows::Schemes {
            self.turn_income(&mut schemes);
        }
        self.drop_months_to_come(&mut schemes);
        self.check_variances_of_months(&schemes);
        self.tell_parts(&schemes);
        self.issues.extend(rows.issues);
        let mut tables = Vec::new();
        if self.follows == Follows::Schemes {
            let (lists, of_lists) = SchemeLists::of(self, &list, name, &schemes, used);
            tables.push(of_lists);
            let mut of_schemes = schemes::schemes(self, &lists, &schemes);
            let left_out =
                std::mem::take(&mut self.without_year).into_iter().chain(rows.undecided).chain(rows.set_aside);
            let left_out: Vec<SchemeRow> = left_out.map(|row| self.scheme_row(row, &mut adjustments, used)).collect();
            of_schemes.rejected = schemes::schemes(self, &lists, &left_out).given;
            tables.push(of_schemes);
        }
        if self.is_monitored() {
            tables.extend(monitoring::tables(self, &schemes));
        }
        note_adjustments(&mut tables, self.header, &adjustments);
        tables.retain(|table| !table.given.is_empty());
        if let Some(table) = tables.iter_mut().find(|table| table.table != Table::SchemeList) {
            table.other_rows = other_rows;
        }
        tables
    }

    /// Whether the sheet says how the year goes, and not only which schemes there are.
    pub(super) fn is_monitored(&self) -> bool {
        self.follows != Follows::Schemes
            || self.header.columns.iter().any(|column| column.field.is_some_and(Field::is_of_monitoring))
    }

    /// Says something of the cell of a field.
    pub fn tell(&mut self, severity: Severity, row: u32, field: Field, what: String, expected: &str, effect: Effect) {
        self.issues.push(self.issue(severity, row, field, what, expected, effect));
    }

    /// What is to be said of the cell of a field.
    pub(super) fn issue(
        &self,
        severity: Severity,
        row: u32,
        field: Field,
        what: String,
        expected: &str,
        effect: Effect,
    ) -> Issue {
        let at = self.header.column(field).map(|column| column.at);
        Issue {
            severity,
            place: Place { row: Some(row), column: at, ..self.place },
            column: Some((Table::Scheme, None)),
            value: at.map(|at| self.sheet.cell(row, at).shown()).unwrap_or_default(),
            what,
            expected: expected.to_owned(),
            effect,
        }
    }

    /// Whether a row has amounts, and all of them are of other years.
    fn is_of_other_years(&self, row: u32) -> bool {
        let is_filled = |column: &TrackerColumn| column.is_filled(self.sheet, row);
        let mut amounts = self.header.columns.iter().filter(|column| column.amount().is_some());
        !amounts.any(is_filled)
            && self.header.columns.iter().any(|column| column.left == Some(LeftAlone::OfOtherYear) && is_filled(column))
    }

    /// Asks something of the sheet.
    pub fn ask(&mut self, asks: Asks, column: Option<u32>, value: String, question: String, candidates: Vec<String>) {
        let sheet = (self.place.file, self.place.sheet.unwrap_or_default());
        self.questions.push(Question::Tracker { sheet, column, asks, value, question, candidates });
    }
}

/// The month of a column of which it may be asked what it holds: a variance follows from other columns.
fn month_to_say(column: &TrackerColumn) -> Option<u8> {
    column
        .month
        .filter(|_| column.field.is_some() || !(column.words.is_variance() || column.words.is_percent()))
        .map(NamedMonth::nth)
}
