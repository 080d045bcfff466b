//! Cells of a spreadsheet that are pasted into a grid.

use super::change_names::{columns_words, place_words};
use super::edits::{kind, position, unit_column, unit_of};
use super::given::given;
use super::made_ids::MadeIds;
use super::names::Names;
use super::not_taken::{NotTaken, Place};
use crate::components::{choice_words, count_of};
use crate::session::{Change, Session, Tried};
use one_plan_model::plan::{Edit, NewRow, Plan, Table};
use one_plan_model::quantity::{InOrder, MoneyUnit};
use std::collections::BTreeSet;

/// Puts cells into rows of the plan, each row of them into some columns: `onto` are the rows that are seen from the first chosen
/// one on, and what is more comes behind the last row of the plan. The change, and what of the cells is not taken, each with its place. A row
/// that lacks what every row must have does not come at all.
pub fn pasted(
    session: &Session,
    table: Table,
    onto: &[u32],
    columns: &[Option<usize>],
    cells: &[Vec<String>],
) -> (Tried, Vec<NotTaken>) {
    let pasting = Pasting { plan: session.plan(), table, onto, columns, cells };
    let mut read = pasting.read();
    let edits = std::mem::take(&mut read.edits);
    let mut tried = session.tried(Change::new(pasting.name(pasting.count(), read.come.len()), edits));
    read.refused(&tried, table);
    if !read.problems.is_empty() {
        // Only now it is known how many are taken.
        let name = pasting.name(pasting.taken(&read), read.coming().count());
        tried = session.tried(Change::new(name, tried.change().edits.clone()));
    }
    let told = pasting.told(read);
    (tried, told)
}

/// Cells on their way into a table.
struct Pasting<'a> {
    plan: &'a Plan,
    table: Table,
    /// The rows of the plan that are seen from the first chosen one on.
    onto: &'a [u32],
    /// Into which column each cell of a row goes.
    columns: &'a [Option<usize>],
    cells: &'a [Vec<String>],
}

/// What the cells come to.
#[derive(Default)]
struct Read {
    edits: Vec<Edit>,
    /// The rows that are to come behind the last of the plan, from the first to the last.
    come: Vec<u32>,
    /// The cells that are not taken, and why.
    problems: Vec<(Place, String)>,
    /// The rows that do not come at all.
    left_out: BTreeSet<u32>,
}

impl Pasting<'_> {
    /// The number of rows of the plan: those from it on are new.
    fn rows(&self) -> u32 {
        self.plan.store(self.table).rows()
    }

    /// What the cells come to before any of it is tried.
    fn read(&self) -> Read {
        let (mut read, mut new_rows) = (Read::default(), Vec::new());
        let (mut made, mut names) = (MadeIds::default(), Names::default());
        for (cells, row) in self.cells.iter().zip(self.onto.iter().copied().chain(self.rows()..)) {
            let mut new_row = self.read_row((cells, row), &mut names, &mut read);
            if row < self.rows() {
                continue;
            }
            if !new_row.cells.is_empty() {
                name_new_row(self.plan, self.table, &mut new_row, &mut made);
                read.come.push(row);
                new_rows.push(new_row);
            } else if read.problems.last().is_some_and(|((of, _), _)| *of == row) {
                // A line with nothing in it is no row; one of which nothing can be used is told.
                read.left_out.insert(row);
            }
        }
        if !new_rows.is_empty() {
            read.edits.push(Edit::InsertRows { table: self.table, rows: new_rows });
        }
        read
    }

    /// Notes what cells do to a row that is there, or gives what they put into one that is to come.
    fn read_row(&self, (cells, row): (&[String], u32), names: &mut Names, read: &mut Read) -> NewRow {
        let (table, unit) = (self.table, self.unit(cells, row));
        let mut new_row = NewRow { at: row, cells: Vec::new() };
        for (text, column) in cells.iter().zip(self.columns).filter_map(|(text, column)| Some((text, (*column)?))) {
            match given(self.plan, names, kind(table, column), unit, text) {
                Err(problem) => read.problems.push(((row, column), problem.what)),
                Ok(text) if row < self.rows() => {
                    read.edits.push(Edit::SetCell { table, row, column: position(column), text });
                }
                Ok(Some(text)) => new_row.cells.push((position(column), text)),
                Ok(None) => {}
            }
        }
        new_row
    }

    /// The unit of the amounts of a row: the one that is pasted, or else the one that it has.
    fn unit(&self, cells: &[String], row: u32) -> Option<MoneyUnit> {
        let unit_at = unit_column(self.table).and_then(|unit| self.columns.iter().position(|at| *at == Some(unit)));
        match unit_at.and_then(|at| cells.get(at)) {
            Some(unit) => MoneyUnit::read(unit),
            None => unit_of(self.plan, self.table, row),
        }
    }

    /// How many cells there are.
    fn count(&self) -> usize {
        self.cells.iter().map(Vec::len).sum()
    }

    /// How many of them are taken.
    fn taken(&self, read: &Read) -> usize {
        let first_new = self.onto.len();
        let size = |row: &u32| {
            let at = first_new.saturating_add(row.saturating_sub(self.rows()) as usize);
            self.cells.get(at).map_or(0, Vec::len)
        };
        let with_their_rows: usize = read.left_out.iter().map(size).sum();
        let alone = read.problems.iter().filter(|((row, _), _)| !read.left_out.contains(row)).count();
        self.count().saturating_sub(alone + with_their_rows)
    }

    /// What the change is called of which so many cells are taken and so many rows are new.
    fn name(&self, taken: usize, added: usize) -> String {
        let words = count_of(self.count(), "cell", "cells");
        let words = if taken == self.count() { words } else { format!("{taken} of {words}") };
        let rows = if added == 0 { String::new() } else { format!(", {}", count_of(added, "new row", "new rows")) };
        let widest = self.cells.iter().map(Vec::len).max().unwrap_or_default();
        let columns = columns_words(self.table, self.columns.iter().take(widest).copied().flatten());
        format!("{words} pasted into {}{rows}: {columns}", choice_words(self.table.name()))
    }

    /// What is to be said of the cells that are not taken.
    fn told(&self, read: Read) -> Vec<NotTaken> {
        let (rows, coming) = (self.rows(), read.coming().collect::<Vec<u32>>());
        let left_out = read.left_out;
        let told = read.problems.into_iter().map(|((row, column), words)| {
            let is_left_out = left_out.contains(&row);
            // A row that comes stands behind those that come with it: lines that make no row leave no gap.
            let before = coming.partition_point(|new_row| *new_row < row);
            let place = if row < rows { row } else { rows.saturating_add(u32::try_from(before).unwrap_or(u32::MAX)) };
            NotTaken {
                cell: (!is_left_out).then_some((place, column)),
                name: place_words(self.table, row, column),
                why: format!("{words}{}", if is_left_out { "; the row is not added" } else { "" }),
            }
        });
        told.collect()
    }
}

impl Read {
    /// The rows that come.
    fn coming(&self) -> impl Iterator<Item = u32> {
        self.come.iter().copied().filter(|row| !self.left_out.contains(row))
    }

    /// Notes what the plan did not take when it was tried.
    fn refused(&mut self, tried: &Tried, table: Table) {
        for refused in tried.refused() {
            let column = usize::from(refused.column.unwrap_or_default());
            let (row, is_new) = match tried.change().edits.get(refused.edit) {
                Some(Edit::SetCell { row, .. }) => (*row, false),
                Some(Edit::InsertRows { rows, .. }) => {
                    (refused.new_row.and_then(|at| rows.get(at)).map_or(0, |new_row| new_row.at), true)
                }
                _ => (0, false),
            };
            self.problems.push(((row, column), refused.problem.what.clone()));
            if is_new && table.columns().get(column).is_some_and(|column| column.required) {
                self.left_out.insert(row);
            }
        }
        // By row and column; a cell that could not even be read is told as that, and not as one that is empty.
        self.problems.order_by_key(|(place, _)| *place);
        self.problems.dedup_by_key(|(place, _)| *place);
    }
}

/// A sheet of a person has no ids: as in the form, one is made from the name.
fn name_new_row(plan: &Plan, table: Table, new_row: &mut NewRow, made: &mut MadeIds) {
    let of = |at: u8| new_row.cells.iter().find(|(column, _)| *column == at).map(|(_, text)| text);
    if table.has_identifiers() && of(0).is_none() {
        let id = made.of(plan, table, of(1).map_or("", |name| name));
        new_row.cells.insert(0, (0, id.into()));
    }
}

#[cfg(test)]
mod tests;
