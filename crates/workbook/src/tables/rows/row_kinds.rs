//! Rows of a sheet that are no rows of its table: headings once more, notes, totals.

use super::row_amounts::RowUnit;
use crate::cells::{Heading, is_total, key_of, number_in, own_unit, text_of};
use crate::issues::{Effect, Severity};
use crate::sheet::{Cell, EXAMPLE_MARK, Sheet};
use crate::sums::ColumnSums;
use crate::tables::headings::FoundColumn;
use crate::tables::table_rows::TableRows;
use one_plan_model::plan::ColumnKind;
use one_plan_model::quantity::Decimal;
use std::collections::HashSet;

impl TableRows {
    /// Whether a row is the headings once more (as on each page of a printed table), or an example of the template.
    pub(super) fn is_repeated(&self, sheet: &Sheet, row: u32, cells: &[&Cell], headings: &HashSet<String>) -> bool {
        let first = sheet.cell(row, sheet.first_column());
        let is_example = |cell: &Cell| matches!(cell, Cell::Text(text) if key_of(text) == key_of(EXAMPLE_MARK));
        let mut filled = cells.iter().filter(|cell| !cell.is_empty()).peekable();
        let is_heading = |cell: &&&Cell| matches!(cell, Cell::Text(text) if headings.contains(&Heading::of(text).key));
        is_example(first)
            || cells.iter().any(|cell| is_example(cell))
            || (filled.peek().is_some() && filled.all(|cell| is_heading(&cell)))
    }

    /// Whether a row fills every column that must be filled, and the identifier where the sheet has one.
    pub(super) fn says_enough(&self, cells: &[&Cell]) -> bool {
        self.header.columns.iter().zip(cells).all(|(column, cell)| {
            let is_needed = self.table.columns().get(column.table_column).is_some_and(|column| column.required);
            !is_needed || !cell.is_empty()
        })
    }

    /// Whether a row of the table needs nothing beside what it is called by: then a total says as much as the others do.
    pub(super) fn needs_only_a_name(&self) -> bool {
        let needed = self.table.columns().iter().filter(|column| column.required);
        needed.filter(|column| !matches!(column.kind, ColumnKind::Identifier)).count() <= 1
    }

    /// Whether nothing but numbers and their unit stands in a row, as in a total that nobody has named. A text file writes
    /// numbers as text.
    pub(super) fn has_only_numbers(&self, cells: &[&Cell]) -> bool {
        let mut filled = self.header.columns.iter().zip(cells).filter(|(_, cell)| !cell.is_empty());
        filled.all(|(column, cell)| {
            let kind = self.table.columns().get(column.table_column).map(|of| of.kind);
            matches!(cell, Cell::Number(..))
                || matches!(kind, Some(ColumnKind::MoneyUnit))
                || kind.is_some_and(|kind| kind.is_number() && is_number(kind, cell, &column.heading))
        })
    }

    /// Whether a row holds words in one cell alone where the table needs more, or where the others hold amounts: a heading over
    /// some rows, or a note.
    pub(super) fn is_note(&mut self, sheet: &Sheet, row: u32, cells: &[&Cell], has_amounts: bool) -> bool {
        let mut filled = self.header.columns.iter().zip(cells).filter(|(_, cell)| !cell.is_empty());
        let (Some((column, cell)), None) = (filled.next(), filled.next()) else { return false };
        let others_needed = self.header.columns.iter().any(|other| {
            other.table_column != column.table_column
                && self.table.columns().get(other.table_column).is_some_and(|column| column.required)
        });
        let kind = self.table.columns().get(column.table_column).map(|of| of.kind).filter(|kind| kind.is_number());
        let is_number = kind.is_some_and(|kind| is_number(kind, cell, &column.heading));
        if is_number || !matches!(cell, Cell::Text(_)) {
            return false;
        }
        if !others_needed {
            if has_amounts && self.is_note_below_amounts(sheet, row) {
                self.other_rows.notes += 1;
                let what =
                    "this row holds only words in one cell, below all amounts of the table: it is taken for a note";
                let expected = "nothing, if it is one; otherwise that its amount is filled";
                self.tell_row(row, cells, Severity::Information, what.to_owned(), expected, Effect::RowLeftOut);
                return true;
            }
            let Some(severity) = self.as_heading_over_rows(sheet, row).filter(|_| has_amounts) else { return false };
            self.other_rows.notes += 1;
            let what = "this row holds only words in one cell, and rows with amounts stand below it: it is taken for a heading over \
                        them, and is no row of its own"
                .to_owned();
            let expected = "nothing, if it is one; otherwise that its amount is filled";
            self.tell_row(row, cells, severity, what, expected, Effect::RowLeftOut);
            return true;
        }
        self.other_rows.notes += 1;
        let what = format!(
            "this row of \"{}\" holds only words in one cell, and is taken for a heading or a note",
            sheet.name
        );
        let expected = "nothing, if it is one; otherwise that its other cells are filled";
        self.tell_row(row, cells, Severity::Information, what, expected, Effect::RowLeftOut);
        true
    }

    /// Whether a row has no identifier of its own though its table has them: a plan that we have written gives them all. Of a
    /// table without identifiers we write every column, and people hardly ever have them all.
    pub(super) fn is_without_identifier(&self, cells: &[&Cell]) -> bool {
        let own = self.header.columns.iter().zip(cells).find(|(column, _)| column.table_column == 0);
        if self.table.has_identifiers() {
            own.is_none_or(|(_, cell)| cell.is_empty())
        } else {
            self.header.known() < self.table.columns().len()
        }
    }

    /// Whether a row is a total. In a table as we write it, with all its columns, a row that fills all that it must is what
    /// that row is in a plan file, whatever it is called: it counts, and the check asks about its name.
    pub(super) fn is_total_row(&self, cells: &[&Cell], says_enough: bool) -> bool {
        let is_as_written = says_enough && self.header.known() == self.table.columns().len();
        !is_as_written && is_total(cells, says_enough)
    }

    /// Whether every amount and number of a row is the sum of those above it.
    pub(super) fn is_sum_of_rows_above(&self, texts: &[Option<Box<str>>], sums: &ColumnSums, unit: RowUnit) -> bool {
        let totals = self.header.columns.iter().zip(texts);
        let mut totals = totals.filter_map(|(column, text)| self.total_of(column, text.as_deref()?, sums, unit));
        // A row of zeros says nothing.
        totals.clone().any(|(total, _)| !total.is_zero()) && totals.all(|(_, differs)| differs.is_none())
    }

    /// The number of a total row in a column, and the sum of the rows above it where that is another.
    fn total_of(
        &self,
        column: &FoundColumn,
        text: &str,
        sums: &ColumnSums,
        unit: RowUnit,
    ) -> Option<(Decimal, Option<Decimal>)> {
        let is_money = matches!(self.table.columns().get(column.table_column)?.kind, ColumnKind::Money);
        sums.against(column.table_column, text, unit.unit().filter(|_| is_money))
    }

    /// Says of a row that could be a total, though nothing but its last word or its numbers says so, what it is taken for.
    pub(super) fn tell_total(&mut self, row: u32, cells: &[&Cell], is_sum: bool) {
        let (severity, what, expected, effect) = if is_sum {
            (
                Severity::Information,
                "the numbers of this row are the sums of the rows above, and it is taken for a total",
                "nothing, if it is one; otherwise a name without the word total",
                Effect::RowLeftOut,
            )
        } else {
            (
                Severity::Warning,
                "this row is called like a total, but its numbers are not the sums of the rows above: it counts as a row of \
                 its own",
                "a total that is the sum of its rows, or a name without the word total",
                Effect::Used,
            )
        };
        self.tell_row(row, cells, severity, what.to_owned(), expected, effect);
    }

    /// Says which amounts of a total row are not the sums of the rows above it.
    pub(super) fn check_total(
        &mut self,
        row: u32,
        texts: &[Option<Box<str>>],
        sums: &ColumnSums,
        unit: RowUnit,
        sheet: &Sheet,
    ) {
        for (column, text) in self.header.columns.clone().iter().zip(texts) {
            let against = text.as_deref().and_then(|text| self.total_of(column, text, sums, unit));
            let Some((total, Some(differs))) = against else { continue };
            self.tell_total_apart((row, column.sheet_column), Some(column.table_column), (total, differs), sheet);
        }
    }
}

/// Whether a number can be read from a cell in a column of a kind.
fn is_number(kind: ColumnKind, cell: &Cell, heading: &Heading) -> bool {
    let text = text_of(kind, cell, heading).ok().and_then(|(text, _)| text);
    own_unit(cell).is_some() || text.is_some_and(|text| number_in(text.trim_end_matches('%')).is_some())
}
