//! Into which columns cells go that are pasted.

use super::super::column_heading::column_heading;
use one_plan_model::plan::{Column, Table};
use std::collections::BTreeSet;

/// Into which column each of some cells goes; nothing where a cell goes nowhere.
pub type Columns = Vec<Option<usize>>;

/// The columns from one on, for cells that stand beside each other.
pub fn columns_from(table: Table, first: usize) -> Columns {
    (first..table.columns().len()).map(Some).collect()
}

/// The columns that a first row of cells names, where it is one of headings: every cell that is filled is the heading of a
/// column of its own, and at least two are. What is copied with its headings, here or in a spreadsheet, comes back so.
pub fn columns_of_headings(table: Table, cells: &[String]) -> Option<Columns> {
    let key = |words: &str| -> String {
        words.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let column_of = |words: &str| {
        let words = key(words);
        let is_named = |column: &Column| {
            let headings = [column.name.to_owned(), column_heading(column)];
            headings
                .iter()
                .map(String::as_str)
                .chain(column.other_names().iter().copied())
                .any(|name| key(name) == words)
        };
        table.columns().iter().position(is_named)
    };
    let mut seen = BTreeSet::new();
    let mut columns = Columns::new();
    for cell in cells.iter().map(|cell| cell.trim()) {
        if cell.is_empty() {
            columns.push(None);
            continue;
        }
        let column = column_of(cell)?;
        if !seen.insert(column) {
            return None;
        }
        columns.push(Some(column));
    }
    (seen.len() > 1).then_some(columns)
}
