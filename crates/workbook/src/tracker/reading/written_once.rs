//! Names that stand once, in the first column, above the empty cells of the other rows of their block: in the first of these rows,
//! or in a row of their own above them.

use super::reader::Reader;
use crate::cells::key_of;
use crate::headings::Field;
use crate::issues::{Effect, Severity};
use crate::sheet::Cell;
use crate::vocabulary::is_unidentified;
use std::collections::{BTreeMap, BTreeSet};

/// So many empty cells must stand below names: one alone may well be meant.
const FEWEST_EMPTY: usize = 2;

impl Reader<'_> {
    /// Reads a programme that is written once in each of the rows of its block. Only a first column is laid out so, in which
    /// each name stands once; what else may be meant so is said, and stays empty.
    pub(crate) fn fill_names_written_once(&mut self, rows: &[u32]) {
        let Some(column) = self.header.column(Field::Programme) else { return };
        let (at, is_said_so) = (column.at, column.words.line());
        let headed = self.empty_below_headings(rows, at);
        if !headed.is_empty() {
            return self.read_written_once(headed, at);
        }
        let first = self.header.columns.iter().filter(|column| column.field.is_some()).map(|column| column.at).min();
        let Some(found) = self.empty_below_names(rows, at) else { return };
        let Some((first_empty, _)) = found.first_key_value().map(|(row, above)| (*row, *above)) else { return };
        let cells = if found.len() == 1 { "1 cell" } else { "cells" };
        if first == Some(at) && found.len() >= FEWEST_EMPTY {
            self.read_written_once(found, at);
        } else {
            let what = format!(
                "each name of the programme stands once, above empty cells: whether it is meant for the rows below too is not \
                 said, and {} of \"{is_said_so}\" stay empty",
                if found.len() == 1 { cells.to_owned() } else { format!("{} {cells}", found.len()) }
            );
            let expected = "the programme in each row that it is meant for, and a dash in each that has none";
            self.tell(Severity::Warning, first_empty, Field::Programme, what, expected, Effect::Used);
        }
    }

    fn read_written_once(&mut self, found: BTreeMap<u32, u32>, at: u32) {
        let Some(first) = found.keys().next().copied() else { return };
        let what = format!(
            "each name of the programme stands once, above empty cells, and is read in {} of them: those of the rows down to the \
             next name",
            found.len()
        );
        self.written_once = found.into_iter().map(|(row, above)| ((row, at), above)).collect();
        let expected = "nothing, if that is meant; a dash in each row that has no programme";
        self.tell(Severity::Information, first, Field::Programme, what, expected, Effect::Used);
    }

    /// The rows with an empty cell below a name that has a row of its own, each with the row of that name; nothing where only one
    /// such row stands above others: it may be a note.
    fn empty_below_headings(&self, rows: &[u32], at: u32) -> BTreeMap<u32, u32> {
        let is_scheme: BTreeSet<u32> = rows.iter().copied().collect();
        let is_alone = |row: u32| {
            let mut others = self.header.columns.iter().map(|column| column.at).filter(|other| *other != at);
            matches!(self.sheet.cell(row, at), Cell::Text(_))
                && others.all(|other| self.sheet.cell(row, other).is_empty())
        };
        let mut found = BTreeMap::new();
        let mut above: Option<u32> = None;
        for (row, _) in self.sheet.rows().filter(|(row, _)| *row >= self.header.first_row) {
            let is_empty = self.sheet.cell(row, at).is_empty();
            if is_scheme.contains(&row) {
                let name = self.words(row, Field::Name);
                let is_of_none =
                    name.is_some_and(|name| is_unidentified(&name)) || self.merged.first_row(row, at).is_some();
                match above {
                    Some(above) if is_empty && !is_of_none => drop(found.insert(row, above)),
                    _ if is_empty => {}
                    // It has a programme of its own, and what stands below it may be of that one.
                    _ => above = None,
                }
            } else if !is_empty && is_alone(row) {
                above = Some(row);
            } else if self.has_amount(row) {
                // Below a total the block is over.
                above = None;
            }
        }
        let headings: BTreeSet<u32> = found.values().copied().collect();
        if headings.len() < 2 { BTreeMap::new() } else { found }
    }

    /// The rows with an empty cell below a name, each with the row of that name; nothing where a name stands twice, or none
    /// stands above the first empty cell, as where names stand in every row that they are meant for.
    fn empty_below_names(&self, rows: &[u32], at: u32) -> Option<BTreeMap<u32, u32>> {
        let mut names: BTreeMap<String, u32> = BTreeMap::new();
        let mut empty = BTreeMap::new();
        let mut above: Option<u32> = None;
        let mut last: Option<u32> = None;
        for row in rows {
            let cell = self.sheet.cell(*row, at);
            let is_merged = self.merged.first_row(*row, at).is_some_and(|first| first != *row);
            // Below a total the block is over.
            let is_next = last.is_none_or(|last| last + 1 == *row || !self.stands_between(last, *row));
            last = Some(*row);
            if let Cell::Text(words) = cell
                && !cell.is_empty()
            {
                if names.insert(key_of(words), *row).is_some() {
                    return None;
                }
                above = Some(*row);
            } else if cell.is_empty() && !is_merged {
                let name = self.words(*row, Field::Name);
                if name.is_some_and(|name| is_unidentified(&name)) {
                    continue;
                }
                empty.insert(*row, above.filter(|_| is_next)?);
            }
        }
        (names.len() >= 2).then_some(empty)
    }

    /// Whether a row between two others holds an amount: a total.
    fn stands_between(&self, above: u32, below: u32) -> bool {
        (above.saturating_add(1)..below).any(|row| self.has_amount(row))
    }

    fn has_amount(&self, row: u32) -> bool {
        let mut amounts = self.header.columns.iter().filter(|column| column.field.is_some_and(Field::is_money));
        amounts.any(|column| column.is_filled(self.sheet, row))
    }
}
