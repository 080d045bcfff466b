use super::adjustment::Adjustment;
use super::base_of_contracts::base_of;
use super::beside_schemes::BesideSchemes;
use super::cell_text::text_of;
use super::column_sums::ColumnSums;
use super::decimal_comma::DecimalComma;
use super::groups::Evidence;
use super::header_row::{FoundColumn, HeaderRow};
use super::heading::{Heading, key_of};
use super::issue::{Effect, Issue, Place, Severity};
use super::merged_rows::MergedRows;
use super::names_of_others::NamedAfter;
use super::table_names::TableNames;
use super::total_words::{begins_with_all, ends_with_total, is_called_like_total, is_total};
use super::unread_cells::too_many_values;
use super::words_of_plan::{step_of_matrix, word_of_plan};
use super::words_read::WordsRead;
use super::year_of_rows::YearOfRows;
use crate::sheet::{Cell, Sheet};
use crate::tracker::ToldElsewhere;
use one_plan_model::exchange::GivenRows;
use one_plan_model::plan::{ColumnKind, Table};
use std::collections::{BTreeMap, HashSet};

/// The rows of a table that were found in a sheet, and all that is to be said of them.
#[derive(Clone, Debug)]
pub struct TableRows {
    /// The table.
    pub table: Table,
    /// The file and the sheet.
    pub place: Place,
    /// Where the headings stand.
    pub header: HeaderRow,
    /// The rows as text, with the identifier and the unit even where the sheet has no column for them.
    pub given: GivenRows,
    /// The row of the sheet of each row.
    pub positions: Vec<u32>,
    /// Rows that were read and are left out before a plan is made of the others.
    pub rejected: GivenRows,
    /// Cells of rows that are used without them, because nothing can be read from them: the row, the column of the table.
    pub unread_cells: Vec<(u32, usize)>,
    /// Everything that a person should know.
    pub issues: Vec<Issue>,
    /// What was done to cells, by column of the table: how many.
    pub adjustments: BTreeMap<(usize, Adjustment), usize>,
    /// How many rows are totals, how many are examples or headings once more, how many hold only words.
    pub other_rows: OtherRows,
    /// The reading of the tracker from which they come; nothing where the sheet is that of a table.
    pub tracker: Option<usize>,
    /// Of the schemes of a tracker, by position: as which reference each is written; nothing for all else.
    pub references: Vec<Option<SchemeReference>>,
}

/// The reference of a scheme as a tracker writes it.
#[derive(Clone, Debug)]
pub struct SchemeReference {
    /// What stands there.
    pub written: Box<str>,
    /// What is to be said if it stands more than once and all of these are schemes of their own.
    pub repeated: Option<Issue>,
}

/// Rows of a sheet that are no rows of its table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OtherRows {
    /// Total rows: held against the rows above them, and not added.
    pub totals: usize,
    /// The headings once more, and examples of the template.
    pub repeated: usize,
    /// Rows that hold only words, such as a heading over some rows or a note.
    pub notes: usize,
}

impl TableRows {
    /// Reads the rows of a sheet below its headings.
    pub fn read(
        sheet: &Sheet,
        place: Place,
        table: Table,
        header: HeaderRow,
        names: &TableNames,
        elsewhere: &ToldElsewhere,
    ) -> Self {
        let unit_column = table.columns().iter().position(|column| matches!(column.kind, ColumnKind::MoneyUnit));
        let mut columns: Vec<usize> = header.columns.iter().map(|column| column.table_column).collect();
        if table.has_identifiers() && !columns.contains(&0) {
            columns.push(0);
        }
        columns.extend(unit_column.filter(|unit| !header.has(*unit)));
        let year = YearOfRows::of(sheet, table, &header, elsewhere);
        columns.extend(year.map(|year| year.column));
        let named_after = NamedAfter::of(table, &header);
        columns.extend(named_after.map(NamedAfter::column));
        columns.extend(base_of(table, &header));
        let given = GivenRows::new(table, columns.clone());
        let mut rows = Self {
            table,
            place,
            header,
            given,
            positions: Vec::new(),
            rejected: GivenRows::new(table, columns),
            unread_cells: Vec::new(),
            issues: Vec::new(),
            adjustments: BTreeMap::new(),
            other_rows: OtherRows::default(),
            tracker: None,
            references: Vec::new(),
        };
        rows.tell_other_columns(sheet, names);
        rows.read_rows(sheet, unit_column, year, names);
        if let Some(year) = year.filter(|_| !rows.given.is_empty()) {
            rows.tell_year(year);
        }
        if let Some(of) = named_after.filter(|_| !rows.given.is_empty()) {
            rows.name_after(of);
        }
        rows.tell_bases();
        rows.check_scores(sheet);
        rows
    }

    fn read_rows(&mut self, sheet: &Sheet, unit_column: Option<usize>, year: Option<YearOfRows>, names: &TableNames) {
        let first_row = self.header.first_row;
        let mut sums = ColumnSums::default();
        let mut beside = BesideSchemes::default();
        let mut words_read = WordsRead::default();
        let headings: HashSet<String> = self.header_keys(sheet);
        let merged = self.cells_of_several_rows(sheet);
        let decimal_comma = DecimalComma::of(sheet, first_row, &self.header.number_columns(self.table));
        let headed = self.header.headed_columns();
        let groups = self.groups(sheet, unit_column, &headings, &decimal_comma);
        let has_amounts = self.has_amounts_in_most_rows(sheet);
        for (row, _) in sheet.rows().filter(|(row, _)| *row >= first_row) {
            let columns = self.header.columns.clone();
            let cells: Vec<&Cell> = columns.iter().map(|column| sheet.cell(row, column.sheet_column)).collect();
            if cells.iter().all(|cell| cell.is_empty()) {
                continue;
            }
            let cells = self.with_merged(sheet, row, cells, &merged);
            if self.is_repeated(sheet, row, &cells, &headings) {
                self.other_rows.repeated += 1;
                continue;
            }
            if let Some(issue) = too_many_values(sheet, self.place, self.table, row, &headed) {
                self.issues.push(issue);
                continue;
            }
            let says_enough = self.says_enough(&cells);
            let is_total = is_total(&cells, says_enough);
            if !is_total && self.is_note(sheet, row, &cells, has_amounts) {
                continue;
            }
            let unit = self.unit_of_row(&cells, unit_column);
            let mut texts: Vec<Option<Box<str>>> = Vec::with_capacity(self.given.columns().len());
            let mut problems = Vec::new();
            for (column, cell) in columns.iter().zip(&cells) {
                let Some(of) = self.table.columns().get(column.table_column) else { continue };
                let unclear = if of.kind.is_number() { decimal_comma.problem(cell) } else { None };
                let named = match cell {
                    Cell::Text(words) => step_of_matrix(self.table, column.table_column, words),
                    _ => None,
                };
                let read = || match named {
                    Some(step) => Ok((Some(step.into()), None)),
                    None => text_of(of.kind, cell, &column.heading),
                };
                if let Some(step) = named.filter(|_| unclear.is_none()) {
                    words_read.note(column.table_column, &cell.shown(), step);
                }
                let text = match unclear.map_or_else(read, Err) {
                    Ok((text, adjustment)) => {
                        if let Some(adjustment) = adjustment {
                            *self.adjustments.entry((column.table_column, adjustment)).or_default() += 1;
                        }
                        text
                    }
                    Err(problem) => {
                        problems.push((column.clone(), cell.shown(), problem));
                        None
                    }
                };
                let text = match (of.kind, text) {
                    (ColumnKind::Flag, Some(words)) => {
                        let flag = self.flag(words, column.table_column, names);
                        Some(self.word_of_plan(flag, column.table_column, &mut words_read))
                    }
                    (ColumnKind::Choice(_), Some(words)) => {
                        Some(self.word_of_plan(words, column.table_column, &mut words_read))
                    }
                    (_, text) => text,
                };
                let is_money = matches!(of.kind, ColumnKind::Money);
                let text = match text {
                    Some(amount) if is_money => match self.amount(amount, cell, column, unit) {
                        Ok(amount) => Some(amount),
                        Err(problem) => {
                            problems.push((column.clone(), cell.shown(), problem));
                            None
                        }
                    },
                    text => text,
                };
                texts.push(text);
            }
            let may_be_total = !is_total
                && if says_enough {
                    self.is_without_identifier(&cells) && (is_called_like_total(&cells) || begins_with_all(&cells))
                } else {
                    self.has_only_numbers(&cells) || begins_with_all(&cells)
                };
            if may_be_total && self.is_sum_of_rows_above(&texts, &sums, unit) {
                self.tell_total(row, &cells, true);
                self.other_rows.totals += 1;
                sums.start_anew();
                beside.note_total(&texts);
                continue;
            }
            let group = groups.get(&row);
            if may_be_total && says_enough && group.is_none() && (self.needs_only_a_name() || ends_with_total(&cells)) {
                self.tell_total(row, &cells, false);
            }
            if is_total {
                self.other_rows.totals += 1;
                self.check_total(row, &texts, &sums, unit, sheet);
                sums.start_anew();
                beside.note_total(&texts);
                continue;
            }
            // What may be a row of its own is among the rows that were read and are left out.
            let is_undecided = group.is_some_and(|group| group.evidence == Evidence::Undecided);
            if let Some(group) = group
                && self.leave_group(row, &cells, group)
                && !is_undecided
            {
                self.other_rows.totals += 1;
                continue;
            }
            if !is_undecided && self.is_beside_schemes(row, &cells, &texts, &mut beside) {
                continue;
            }
            beside.note_row();
            if !self.header.has(0) && self.table.has_identifiers() {
                texts.push(None);
            }
            if let Some(unit_column) = unit_column
                && !self.header.has(unit_column)
            {
                texts.push(unit.unit().map(|unit| unit.symbol().into()));
            } else if let (Some(unit_column), Some(unit)) = (unit_column, unit.unit()) {
                // The column is there, and empty in this row.
                let at = columns.iter().position(|column| column.table_column == unit_column);
                if let Some(cell @ None) = at.and_then(|at| texts.get_mut(at)) {
                    *cell = Some(unit.symbol().into());
                }
            }
            texts.extend(year.map(|of| Some(of.year.to_string().into())));
            if is_undecided {
                self.rejected.push(texts);
                continue;
            }
            for (column, text) in columns.iter().zip(&texts) {
                let Some(text) = text.as_deref() else { continue };
                match self.table.columns().get(column.table_column).map(|column| column.kind) {
                    Some(ColumnKind::Money) => sums.add(column.table_column, text, unit.unit()),
                    Some(ColumnKind::Count) => sums.add(column.table_column, text, None),
                    _ => {}
                }
            }
            sums.end_row();
            let position = u32::try_from(self.positions.len()).unwrap_or(u32::MAX);
            for (column, value, problem) in problems {
                let is_needed = self.table.columns().get(column.table_column).is_none_or(|of| of.required);
                self.unread_cells.push((position, column.table_column));
                self.issues.push(Issue {
                    severity: Severity::Error,
                    place: self.place.cell(row, column.sheet_column),
                    column: Some((self.table, Some(column.table_column))),
                    value,
                    what: problem.what,
                    expected: problem.expected,
                    effect: if is_needed { Effect::RowLeftOut } else { Effect::CellLeftOut },
                });
            }
            self.given.push(texts);
            self.positions.push(row);
        }
        self.tell_words(words_read);
    }

    /// "Recurrent" below "Recurring?" is yes, and "non-recurrent" is no.
    fn flag(&self, words: Box<str>, column: usize, names: &TableNames) -> Box<str> {
        let key = key_of(&words);
        let is_name = |key: &str| names.column(self.table, key) == Some(column);
        if is_name(&key) {
            "yes".into()
        } else if ["non", "not"].iter().any(|no| key.strip_prefix(no).is_some_and(is_name)) {
            "no".into()
        } else {
            words
        }
    }

    /// The word of the plan for one that trackers use in its place.
    fn word_of_plan(&self, words: Box<str>, column: usize, read: &mut WordsRead) -> Box<str> {
        match word_of_plan(self.table, column, &words) {
            Some(word) if key_of(word) != key_of(&words) => {
                read.note(column, &words, word);
                word.into()
            }
            _ => words,
        }
    }

    fn header_keys(&self, sheet: &Sheet) -> HashSet<String> {
        let heading = |column: &FoundColumn| sheet.cell(self.header.row, column.sheet_column).shown();
        self.header.columns.iter().map(heading).map(|words| Heading::of(&words).key).collect()
    }

    /// The cells of a row, with the words of a cell that is merged with those above it. An amount of several rows stays with
    /// the first: it counts once.
    fn with_merged<'a>(&self, sheet: &'a Sheet, row: u32, cells: Vec<&'a Cell>, merged: &MergedRows) -> Vec<&'a Cell> {
        let of_column = |(column, cell): (&FoundColumn, &'a Cell)| {
            let is_number = self.table.columns().get(column.table_column).is_some_and(|of| of.kind.is_number());
            let first = merged.first_row(row, column.sheet_column).filter(|_| !is_number && cell.is_empty());
            first.map_or(cell, |first| sheet.cell(first, column.sheet_column))
        };
        self.header.columns.iter().zip(cells).map(of_column).collect()
    }
}
