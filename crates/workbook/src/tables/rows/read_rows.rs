//! Goes through the rows of a table: which of them are its rows, and which totals, groups, headings or notes.

use super::beside_schemes::BesideSchemes;
use super::detail_sums::DetailSums;
use super::words_read::WordsRead;
use crate::cells::{DecimalComma, Heading, MergedRows, begins_with_all, ends_with_total, is_called_like_total};
use crate::headings::TableNames;
use crate::issues::too_many_values;
use crate::sheet::{Cell, Sheet};
use crate::sums::{ColumnSums, Evidence};
use crate::tables::columns::{StatedScale, UnreadSteps};
use crate::tables::headings::FoundColumn;
use crate::tables::table_rows::TableRows;
use crate::tables::years::YearOfRows;
use std::collections::HashSet;

impl TableRows {
    /// Reads the rows below the headings.
    pub(crate) fn read_rows(
        &mut self,
        sheet: &Sheet,
        unit_column: Option<usize>,
        year: Option<YearOfRows>,
        names: &TableNames,
    ) {
        let first_row = self.header.first_row;
        let mut sums = ColumnSums::default();
        let mut of_details = DetailSums::of(sheet, &self.header);
        let mut beside = BesideSchemes::default();
        let mut words_read = WordsRead::default();
        let scale = StatedScale::of(sheet, self.table, self.header.row);
        let mut unread_steps = UnreadSteps::default();
        let headings: HashSet<String> = self.header_keys(sheet);
        let merged = self.cells_of_several_rows(sheet);
        let decimal_comma = DecimalComma::of(sheet, first_row, &self.header.number_columns(self.table));
        let headed = self.header.headed_columns();
        let groups = self.groups(sheet, unit_column, &headings, &decimal_comma);
        let has_amounts = self.has_amounts_in_most_rows(sheet);
        for (row, _) in sheet.rows().filter(|(row, _)| *row >= first_row) {
            let columns = self.header.columns.clone();
            let cells: Vec<&Cell> = columns.iter().map(|column| sheet.cell(row, column.sheet_column)).collect();
            if cells.iter().all(|cell| cell.is_empty()) || self.is_of_another_year(sheet, row) {
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
            let is_total = self.is_total_row(&cells, says_enough);
            if !is_total && self.is_note(sheet, row, &cells, has_amounts) {
                continue;
            }
            let unit = self.unit_of_row(&cells, unit_column);
            let (mut texts, problems) = self.texts(&cells, unit, (&decimal_comma, names, &scale), &mut words_read);
            let may_be_total = !is_total
                && if says_enough {
                    self.is_without_identifier(&cells) && (is_called_like_total(&cells) || begins_with_all(&cells))
                } else {
                    self.has_only_numbers(&cells) || begins_with_all(&cells)
                };
            if may_be_total && self.is_sum_of_rows_above(&texts, &sums, unit) {
                self.tell_total(row, &cells, true);
                self.other_rows.totals += 1;
                self.check_total_of_details(row, &of_details, sheet);
                sums.start_anew();
                of_details.start_anew();
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
                self.check_total_of_details(row, &of_details, sheet);
                sums.start_anew();
                of_details.start_anew();
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
            self.add_columns_without_heading(&mut texts, unit_column, unit, year);
            if is_undecided {
                self.rejected.push(texts);
                continue;
            }
            self.add_to_sums(&texts, unit, &mut sums);
            of_details.add(sheet, row);
            self.tell_problems(row, problems, &mut unread_steps);
            self.given.push(texts);
            self.positions.push(row);
        }
        self.tell_steps(sheet, &scale, unread_steps, words_read.has_stated_step);
        self.tell_words(words_read);
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
