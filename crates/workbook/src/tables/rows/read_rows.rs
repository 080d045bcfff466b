//! Goes through the rows of a table: which of them are its rows, and which totals, groups, headings or notes.

use super::beside_schemes::BesideSchemes;
use super::detail_sums::DetailSums;
use super::row_amounts::RowUnit;
use super::texts_of_row::Unread;
use super::words_read::WordsRead;
use crate::cells::{DecimalComma, Heading, MergedRows, begins_with_all, ends_with_total, is_called_like_total};
use crate::headings::TableNames;
use crate::issues::too_many_values;
use crate::sheet::{Cell, Sheet};
use crate::sums::{ColumnSums, Evidence, Group};
use crate::tables::columns::{StatedScale, UnreadSteps};
use crate::tables::headings::FoundColumn;
use crate::tables::table_rows::TableRows;
use crate::tables::years::YearOfRows;
use std::collections::{BTreeMap, HashSet};

/// What is known of a sheet before its rows are gone through.
struct Known<'s> {
    sheet: &'s Sheet,
    names: &'s TableNames,
    unit_column: Option<usize>,
    year: Option<YearOfRows>,
    scale: StatedScale,
    headings: HashSet<String>,
    headed: Vec<u32>,
    merged: MergedRows,
    decimal_comma: DecimalComma,
    groups: BTreeMap<u32, Group>,
    has_amounts: bool,
}

/// What the rows that were gone through say together.
struct SoFar {
    sums: ColumnSums,
    of_details: DetailSums,
    beside: BesideSchemes,
    words_read: WordsRead,
    unread_steps: UnreadSteps,
}

/// The cells of a row as text, and those that cannot be read.
type TextsOfRow = (Vec<Option<Box<str>>>, Vec<Unread>);

impl TableRows {
    /// Reads the rows below the headings.
    pub(crate) fn read_rows(
        &mut self,
        sheet: &Sheet,
        unit_column: Option<usize>,
        year: Option<YearOfRows>,
        names: &TableNames,
    ) {
        let known = self.known(sheet, unit_column, year, names);
        let mut so_far = SoFar {
            sums: ColumnSums::default(),
            of_details: DetailSums::of(sheet, &self.header),
            beside: BesideSchemes::default(),
            words_read: WordsRead::default(),
            unread_steps: UnreadSteps::default(),
        };
        let first_row = self.header.first_row;
        for (row, _) in sheet.rows().filter(|(row, _)| *row >= first_row) {
            if let Some(cells) = self.cells_of_row(&known, row) {
                self.read_row(&known, &mut so_far, row, &cells);
            }
        }
        self.tell_steps(sheet, &known.scale, so_far.unread_steps, so_far.words_read.has_stated_step);
        self.tell_words(so_far.words_read);
    }

    fn known<'s>(
        &mut self,
        sheet: &'s Sheet,
        unit_column: Option<usize>,
        year: Option<YearOfRows>,
        names: &'s TableNames,
    ) -> Known<'s> {
        let headings = self.header_keys(sheet);
        let decimal_comma = DecimalComma::of(sheet, self.header.first_row, &self.header.number_columns(self.table));
        Known {
            sheet,
            names,
            unit_column,
            year,
            scale: StatedScale::of(sheet, self.table, self.header.row),
            headed: self.header.headed_columns(),
            merged: self.cells_of_several_rows(sheet),
            groups: self.groups(sheet, unit_column, &headings, &decimal_comma),
            has_amounts: self.has_amounts_in_most_rows(sheet),
            headings,
            decimal_comma,
        }
    }

    /// The cells of a row that may be one of the table or a total; nothing for one that is empty, of another year, the headings
    /// once more, or of which cannot be told what belongs together.
    fn cells_of_row<'s>(&mut self, known: &Known<'s>, row: u32) -> Option<Vec<&'s Cell>> {
        let sheet = known.sheet;
        let cells = self.header.columns.iter().map(|column| sheet.cell(row, column.sheet_column));
        let cells: Vec<&Cell> = cells.collect();
        if cells.iter().all(|cell| cell.is_empty()) || self.is_of_another_year(sheet, row) {
            return None;
        }
        let cells = self.with_merged(sheet, row, cells, &known.merged);
        if self.is_repeated(sheet, row, &cells, &known.headings) {
            self.other_rows.repeated += 1;
            return None;
        }
        if let Some(issue) = too_many_values(sheet, self.place, self.table, row, &known.headed) {
            self.issues.push(issue);
            return None;
        }
        Some(cells)
    }

    fn read_row(&mut self, known: &Known<'_>, so_far: &mut SoFar, row: u32, cells: &[&Cell]) {
        let says_enough = self.says_enough(cells);
        let is_total = self.is_total_row(cells, says_enough);
        if !is_total && self.is_note(known.sheet, row, cells, known.has_amounts) {
            return;
        }
        let unit = self.unit_of_row(cells, known.unit_column);
        let words = (&known.decimal_comma, known.names, &known.scale);
        let read = self.texts(cells, unit, words, &mut so_far.words_read);
        let may_be_total = !is_total && self.may_be_total(cells, says_enough);
        if may_be_total && self.is_sum_of_rows_above(&read.0, &so_far.sums, unit) {
            self.tell_total(row, cells, true);
            self.pass_total(known.sheet, so_far, row, &read.0);
            return;
        }
        let has_group = known.groups.contains_key(&row);
        if may_be_total && says_enough && !has_group && (self.needs_only_a_name() || ends_with_total(cells)) {
            self.tell_total(row, cells, false);
        }
        if is_total {
            self.check_total(row, &read.0, &so_far.sums, unit, known.sheet);
            self.pass_total(known.sheet, so_far, row, &read.0);
            return;
        }
        self.read_row_or_group(known, so_far, (row, cells), unit, read);
    }

    /// Whether a row that is not called a total may be one, if its amounts are the sum of the rows above it.
    fn may_be_total(&self, cells: &[&Cell], says_enough: bool) -> bool {
        if says_enough {
            self.is_without_identifier(cells) && (is_called_like_total(cells) || begins_with_all(cells))
        } else {
            self.has_only_numbers(cells) || begins_with_all(cells)
        }
    }

    /// A total row: the sums begin anew below it.
    fn pass_total(&mut self, sheet: &Sheet, so_far: &mut SoFar, row: u32, texts: &[Option<Box<str>>]) {
        self.other_rows.totals += 1;
        self.check_total_of_details(row, &so_far.of_details, sheet);
        so_far.sums.start_anew();
        so_far.of_details.start_anew();
        so_far.beside.note_total(texts);
    }

    /// A row of the table, or one over or below a group of rows that says what they come to.
    fn read_row_or_group(
        &mut self,
        known: &Known<'_>,
        so_far: &mut SoFar,
        (row, cells): (u32, &[&Cell]),
        unit: RowUnit,
        (mut texts, problems): TextsOfRow,
    ) {
        let group = known.groups.get(&row);
        // What may be a row of its own is among the rows that were read and are left out.
        let is_undecided = group.is_some_and(|group| group.evidence == Evidence::Undecided);
        if let Some(group) = group
            && self.leave_group(row, cells, group)
            && !is_undecided
        {
            self.other_rows.totals += 1;
            return;
        }
        if !is_undecided && self.is_beside_schemes(row, cells, &texts, &mut so_far.beside) {
            return;
        }
        so_far.beside.note_row();
        self.add_columns_without_heading(&mut texts, known.unit_column, unit, known.year);
        if is_undecided {
            self.rejected.push(texts);
            return;
        }
        self.add_to_sums(&texts, unit, &mut so_far.sums);
        so_far.of_details.add(known.sheet, row);
        self.tell_problems(row, problems, &mut so_far.unread_steps);
        self.given.push(texts);
        self.positions.push(row);
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
