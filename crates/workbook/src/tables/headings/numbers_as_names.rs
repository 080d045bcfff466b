//! A heading that is that of the name of a row, over numbers: "Line | Budget" heads names and amounts, though "Budget" is
//! what a line of a budget is called.

use super::header_row::HeaderRow;
use crate::cells::{Heading, number_in, own_unit};
use crate::headings::{NAME, TableNames};
use crate::sheet::{Cell, Sheet};
use one_plan_model::plan::{Column, ColumnKind, Table};

impl HeaderRow {
    /// Of a column of names in which only numbers stand, while a column of which nothing is known has words beside them:
    /// it is not known what it is. `is_said` are the headings of which a person said what they mean.
    pub(super) fn without_numbers_as_names(&mut self, sheet: &Sheet, table: Table, is_said: &dyn Fn(&str) -> bool) {
        if !table.has_identifiers() {
            return;
        }
        let found = self.columns.iter().filter(|column| column.table_column == NAME && !is_said(&column.heading.key));
        let repeated = self.repeated.iter().filter(|(_, _, known)| *known == NAME).map(|(column, ..)| *column);
        let names: Vec<u32> = found.map(|column| column.sheet_column).chain(repeated).collect();
        for column in names {
            if !self.has_words_beside(sheet, column) {
                continue;
            }
            self.columns.retain(|of| of.sheet_column != column);
            self.repeated.retain(|(of, ..)| *of != column);
            self.others.push((column, sheet.cell(self.row, column).shown()));
            self.others.sort_by_key(|(column, _)| *column);
        }
    }

    /// Whether a heading of names was left because numbers stand below it, and no other is known.
    pub(crate) fn lacks_its_names(&self, table: Table, names: &TableNames) -> bool {
        table.has_identifiers()
            && !self.has(NAME)
            && self.others.iter().any(|(_, words)| is_of_names(table, words, names))
    }

    /// The columns of a table that a heading over numbers, or over words, may mean where the name of the rows is not known.
    pub(crate) fn may_hold(&self, sheet: &Sheet, table: Table, column: u32) -> Vec<usize> {
        if is_numbers(sheet, self.first_row, column) {
            let is_free_money = |(at, of): &(usize, &Column)| matches!(of.kind, ColumnKind::Money) && !self.has(*at);
            table.columns().iter().enumerate().filter(is_free_money).map(|(at, _)| at).collect()
        } else {
            vec![NAME]
        }
    }

    fn has_words_beside(&self, sheet: &Sheet, numbers: u32) -> bool {
        let is_words = |column: u32| {
            let rows = sheet.rows().map(|(row, _)| row).filter(|row| *row >= self.first_row);
            let mut beside =
                rows.filter(|row| !sheet.cell(*row, numbers).is_empty()).map(|row| sheet.cell(row, column));
            beside.all(|cell| matches!(cell, Cell::Text(_)) && !is_number(cell))
        };
        let named = self.columns.iter().filter(|column| column.sheet_column != numbers && column.table_column == NAME);
        let mut others = self.others.iter().map(|(column, _)| *column).chain(named.map(|column| column.sheet_column));
        is_numbers(sheet, self.first_row, numbers) && others.any(is_words)
    }
}

/// Whether a heading is that of the names of rows.
pub(crate) fn is_of_names(table: Table, words: &str, names: &TableNames) -> bool {
    table.has_identifiers() && names.column(table, &Heading::of(words).key) == Some(NAME)
}

/// Whether nothing but numbers stands in a column, and any.
fn is_numbers(sheet: &Sheet, first_row: u32, column: u32) -> bool {
    let rows = sheet.rows().map(|(row, _)| row).filter(|row| *row >= first_row);
    let mut cells = rows.map(|row| sheet.cell(row, column)).filter(|cell| !cell.is_empty()).peekable();
    cells.peek().is_some() && cells.all(is_number)
}

fn is_number(cell: &Cell) -> bool {
    match cell {
        Cell::Number(..) => true,
        Cell::Text(text) => number_in(text.trim_start_matches('£')).is_some() || own_unit(cell).is_some(),
        _ => false,
    }
}
