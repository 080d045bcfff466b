//! Names that are written once and left out below, as pivot tables write them: "Northbank", two empty cells, "Northbank
//! Total".

use crate::cells::{MergedRows, is_called_like_total, key_of};
use crate::issues::{Effect, Issue, Severity};
use crate::sheet::{Area, Cell, Sheet};
use crate::tables::table_rows::TableRows;
use one_plan_model::plan::ColumnKind;
use std::collections::HashSet;

impl TableRows {
    /// The cells whose words hold for several rows: those that are merged, and those whose total stands below empty cells.
    /// Where no total says that a name holds for the rows below, that is said, and the cells stay empty.
    pub(super) fn cells_of_several_rows(&mut self, sheet: &Sheet) -> MergedRows {
        let mut merged = MergedRows::of(sheet, self.header.first_row);
        let columns = self.header.columns.clone();
        for (at, column) in columns.iter().enumerate() {
            let Some(of) = self.table.columns().get(column.table_column) else { continue };
            if !matches!(of.kind, ColumnKind::Reference(_) | ColumnKind::Choice(_)) {
                continue;
            }
            let outline = Outline::of(sheet, self.header.first_row, column.sheet_column, |row| self.is_row(sheet, row));
            let filled: u32 = outline.closed.iter().map(|area| area.last_row - area.first_row).sum();
            if let Some(area) = outline.closed.first() {
                self.issues.push(Issue {
                    severity: Severity::Information,
                    place: self.place.cell(area.first_row, column.sheet_column),
                    column: Some((self.table, Some(column.table_column))),
                    value: sheet.cell(area.first_row, column.sheet_column).shown(),
                    what: format!(
                        "words in this column stand once for the rows down to their total, and are read in each of these rows: \
                         {filled} empty {}",
                        if filled == 1 { "cell" } else { "cells" }
                    ),
                    expected: "nothing, if that is meant".to_owned(),
                    effect: Effect::Used,
                });
            }
            if at == 0
                && outline.closed.is_empty()
                && let Some(row) = outline.first_open
            {
                self.issues.push(Issue {
                    severity: Severity::Warning,
                    place: self.place.cell(row, column.sheet_column),
                    column: Some((self.table, Some(column.table_column))),
                    value: String::new(),
                    what: format!(
                        "each name stands once in the column \"{}\", with empty cells below: those rows are read without it",
                        of.name
                    ),
                    expected: "the name in each row that it is meant for, if the one above is meant".to_owned(),
                    effect: Effect::Used,
                });
            }
            merged.extend(&outline.closed);
        }
        merged
    }

    /// Whether something stands in a row beside the words of its first columns.
    fn is_row(&self, sheet: &Sheet, row: u32) -> bool {
        self.header.columns.iter().any(|column| {
            let kind = self.table.columns().get(column.table_column).map(|of| of.kind);
            kind.is_some_and(|kind| kind.is_number()) && !sheet.cell(row, column.sheet_column).is_empty()
        })
    }
}

/// What stands in a column whose names may hold for the rows below them.
#[derive(Debug, Default)]
struct Outline {
    /// From a name to the last empty cell before its total.
    closed: Vec<Area>,
    /// The first empty cell below a name, where every name stands once and none has a total.
    first_open: Option<u32>,
}

impl Outline {
    fn of(sheet: &Sheet, from: u32, column: u32, is_row: impl Fn(u32) -> bool) -> Self {
        let mut found = Self::default();
        let mut seen: HashSet<String> = HashSet::new();
        let mut names_stand_once = true;
        // The row of the name that is open, the name, and its last empty cell.
        let mut open: Option<(u32, String, Option<u32>)> = None;
        for (row, _) in sheet.rows().filter(|(row, _)| *row >= from) {
            let cell = sheet.cell(row, column);
            if cell.is_empty() {
                if is_row(row) {
                    // Nothing stands above the first name that could be meant.
                    names_stand_once &= open.is_some();
                    if let Some((.., last)) = &mut open {
                        *last = Some(row);
                        found.first_open.get_or_insert(row);
                    }
                }
                continue;
            }
            let key = key_of(&cell.shown());
            if is_total(cell) {
                if let Some((first_row, name, Some(last_row))) = open.take()
                    && key == format!("{name}total")
                {
                    found.closed.push(Area { first_row, first_column: column, last_row, last_column: column });
                }
                continue;
            }
            if is_row(row) {
                names_stand_once &= seen.insert(key.clone());
                open = Some((row, key, None));
            }
        }
        if !names_stand_once {
            found.first_open = None;
        }
        found
    }
}

fn is_total(cell: &Cell) -> bool {
    is_called_like_total(&[cell])
}
