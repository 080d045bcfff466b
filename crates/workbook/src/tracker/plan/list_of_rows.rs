//! Lists of rows of a table that are made of a tracker, each of which knows where its columns stand.

use crate::cells::{Adjustment, Heading};
use crate::headings::Field;
use crate::issues::Place;
use crate::tables::{FoundColumn, HeaderRow, TableRows};
use crate::tracker::header::TrackerHeader;
use one_plan_model::plan::Table;
use std::collections::BTreeMap;

/// An empty list of rows of a table: the columns that stand in the tracker, each with its field, and those that are made.
///
/// One tracker gives several lists, for each list knows of each of its columns where in the sheet it stands: so a problem
/// in any row of any table leads back to its cell.
pub fn list_of(
    table: Table,
    header: &TrackerHeader,
    place: Place,
    in_sheet: &[(&str, Field)],
    made: &[&str],
) -> TableRows {
    let position = |name: &str| table.column(name);
    let found = in_sheet.iter().filter_map(|(name, field)| {
        Some(FoundColumn {
            sheet_column: header.column(*field)?.at,
            table_column: position(name)?,
            heading: Heading::default(),
        })
    });
    let columns = in_sheet.iter().map(|(name, _)| *name).chain(made.iter().copied()).filter_map(position).collect();
    let header = HeaderRow::of_columns(header.row, header.first_row, found.collect());
    TableRows::new(table, place, header, columns)
}

/// Adds a row that comes from a row of the sheet.
pub fn push(list: &mut TableRows, row: u32, cells: Vec<Option<Box<str>>>) {
    list.given.push(cells);
    list.positions.push(row);
}

/// Puts what was done to the cells of a field to the first list that has its column.
pub fn note_adjustments(
    lists: &mut [TableRows],
    header: &TrackerHeader,
    adjustments: &BTreeMap<(Field, Adjustment), usize>,
) {
    for ((field, adjustment), cells) in adjustments {
        let Some(at) = header.column(*field).map(|column| column.at) else { continue };
        let found = lists.iter_mut().find_map(|list| {
            let column = list.header.columns.iter().find(|column| column.sheet_column == at)?.table_column;
            Some((list, column))
        });
        if let Some((list, column)) = found {
            *list.adjustments.entry((column, *adjustment)).or_default() += cells;
        }
    }
}
