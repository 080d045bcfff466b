//! The rows of tables that are made of contract monitoring, each with the cells from which it comes.

use super::column::Column;
use super::sheet_read::SheetRead;
use crate::cells::{Heading, at_most_places};
use crate::tables::{FoundColumn, HeaderRow, TableRows};
use one_plan_model::plan::Table;
use one_plan_model::quantity::Decimal;
use std::collections::BTreeMap;

/// A number of a plan has no more decimal places.
const MOST_PLACES: usize = 6;

/// What the prices of files are in.
pub const UNIT: &str = "£";

/// A column of a table: its name, and the column of the file from which its cells come.
pub type Source = (&'static str, Option<Column>);

/// A file and a sheet in it.
pub type SheetAt = (usize, usize);

/// The rows of tables, by table and by the sheet from which they come.
#[derive(Debug)]
pub struct Lists<'a> {
    sheets: &'a [SheetRead],
    lists: BTreeMap<(Table, SheetAt), TableRows>,
    /// How many sums are rounded to the places that a plan has.
    pub rounded: usize,
}

impl<'a> Lists<'a> {
    /// None yet, of these sheets.
    pub const fn new(sheets: &'a [SheetRead]) -> Self {
        Self { sheets, lists: BTreeMap::new(), rounded: 0 }
    }

    /// Adds a row with the text of each of its columns, and the row of the sheet from which it comes.
    pub fn push(&mut self, table: Table, columns: &[Source], at: (SheetAt, u32), cells: Vec<Option<String>>) {
        let (sheet, row) = at;
        let Some(read) =
            self.sheets.iter().find(|read| (read.place.file, read.place.sheet.unwrap_or_default()) == sheet)
        else {
            return;
        };
        let rows = self.lists.entry((table, sheet)).or_insert_with(|| empty_rows(table, columns, read));
        rows.given.push(cells.into_iter().map(|cell| cell.map(String::into)));
        rows.positions.push(row);
    }

    /// A sum as a plan holds it.
    pub fn number(&mut self, number: Decimal) -> String {
        let (digits, is_rounded) = at_most_places(&number.to_string(), MOST_PLACES);
        self.rounded += usize::from(is_rounded);
        digits
    }

    /// All of them.
    pub fn finish(self) -> Vec<TableRows> {
        self.lists.into_values().collect()
    }
}

fn empty_rows(table: Table, columns: &[Source], read: &SheetRead) -> TableRows {
    let position = |name: &str| table.column(name);
    let given: Vec<usize> = columns.iter().filter_map(|(name, _)| position(name)).collect();
    let found = columns.iter().filter_map(|(name, column)| {
        let sheet_column = read.layout.place((*column)?)?;
        Some(FoundColumn { sheet_column, table_column: position(name)?, heading: Heading::default() })
    });
    let row = read.layout.row;
    let header = HeaderRow::of_columns(row, row + 1, found.collect());
    TableRows::new(table, read.place, header, given)
}
