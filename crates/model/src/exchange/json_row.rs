//! One row of a table in a plan file: its cells by their columns.

use super::json_cell::RawCell;
use super::json_cursor::{Broken, Cursor};
use super::place::Place;
use super::problems::Problems;
use crate::plan::{Column, Table, no_column};
use serde::de::{DeserializeSeed, Deserializer, Visitor};
use serde_json::value::RawValue;
use std::cell::Cell;
use std::fmt;

/// Reads the cells of the row that stands at the cursor; whether it is a row.
pub(super) fn read_row<'t>(
    cursor: &mut Cursor<'t>,
    table: Table,
    row: u32,
    cells: &mut [Option<RawCell<'t>>],
    problems: &mut Problems,
) -> Result<bool, Broken> {
    let columns = table.columns();
    let mut row = RowCells { columns, cells, problems, table, row, seen: 0, repeats: Repeats::default() };
    // The columns of a row mostly stand in the order of the table: the next is looked for first.
    let next = Cell::new(0);
    let is_row = cursor.object(
        || ColumnName { columns, next: next.get() },
        |key, value| match key {
            ColumnKey::Known(at) => {
                next.set(at + 1);
                row.cell(at, value);
            }
            ColumnKey::Unknown(name) => row.unknown_column(&name),
        },
    )?;
    if !is_row {
        cursor.value()?;
        row.report(None, 0, "this row is not an object", "an object in braces");
    }
    Ok(is_row)
}

/// The names of an object that do not belong where they stand, so that each can be found again.
#[derive(Default)]
pub(super) struct Repeats(Vec<String>);

impl Repeats {
    /// How often a name was counted before. Where no more problems are listed it does not matter any more.
    pub(super) fn count(&mut self, name: &str, problems: &Problems) -> u32 {
        if problems.are_many() {
            return 0;
        }
        let count = self.0.iter().filter(|other| *other == name).count();
        self.0.push(name.to_owned());
        u32::try_from(count).unwrap_or_default()
    }
}

/// The cells of a row.
struct RowCells<'r, 't> {
    columns: &'static [Column],
    cells: &'r mut [Option<RawCell<'t>>],
    problems: &'r mut Problems,
    table: Table,
    row: u32,
    /// One bit for each column that was there.
    seen: u64,
    repeats: Repeats,
}

impl<'t> RowCells<'_, 't> {
    fn report(&mut self, column: Option<&str>, repeat: u32, what: impl Into<String>, expected: impl Into<String>) {
        let place = Place { table: Some(self.table), row: Some(self.row), column: column.map(str::to_owned), repeat };
        self.problems.report(place, what, expected);
    }

    #[cold]
    #[inline(never)]
    fn unknown_column(&mut self, name: &str) {
        let repeat = self.repeats.count(name, self.problems);
        let known: Vec<&str> = self.columns.iter().map(|column| column.name).collect();
        self.report(Some(name), repeat, no_column(self.table, name), format!("one of {}", known.join(", ")));
    }

    fn cell(&mut self, at: usize, value: &'t RawValue) {
        if self.seen & (1 << at) != 0 {
            self.second_cell(at, value);
            return;
        }
        self.seen |= 1 << at;
        match RawCell::read(value) {
            Ok(cell) => {
                if let Some(slot) = self.cells.get_mut(at) {
                    *slot = cell;
                }
            }
            Err(what) => {
                let column = self.columns.get(at);
                let expected = column.map(|column| column.kind.expected()).unwrap_or_default();
                self.report(column.map(|column| column.name), 0, what, expected);
            }
        }
    }

    #[cold]
    #[inline(never)]
    fn second_cell(&mut self, at: usize, value: &'t RawValue) {
        let name = self.columns.get(at).map(|column| column.name).unwrap_or_default();
        let repeat = 1 + self.repeats.count(name, self.problems);
        let what = format!("the column \"{name}\" stands twice in this row");
        self.report(Some(name), repeat, what, "each column once");
        // Where nothing stood at first, the row is judged by what stands here: it is not empty as well.
        if let (Some(slot @ None), Ok(cell)) = (self.cells.get_mut(at), RawCell::read(value)) {
            *slot = cell;
        }
    }
}

/// The name of a column, as its position.
struct ColumnName {
    columns: &'static [Column],
    next: usize,
}

enum ColumnKey {
    Known(usize),
    Unknown(String),
}

impl<'de> DeserializeSeed<'de> for ColumnName {
    type Value = ColumnKey;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<ColumnKey, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for ColumnName {
    type Value = ColumnKey;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the name of a column")
    }

    fn visit_str<E>(self, name: &str) -> Result<ColumnKey, E> {
        let is = |at: &usize| self.columns.get(*at).is_some_and(|column| column.name == name);
        let at = Some(self.next).filter(is).or_else(|| (0..self.columns.len()).find(is));
        Ok(at.map_or_else(|| ColumnKey::Unknown(name.to_owned()), ColumnKey::Known))
    }
}
