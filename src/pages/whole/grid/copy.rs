//! Cells that are copied out of a grid.

use super::change_names::name;
use super::edits::written;
use one_plan_model::plan::{Plan, Table};
use std::ops::RangeInclusive;

/// The cells of rows of the plan in some columns, as a spreadsheet takes them.
pub fn copied(plan: &Plan, table: Table, rows: &[u32], columns: RangeInclusive<usize>, with_headings: bool) -> String {
    let mut text = String::new();
    let mut line = |cells: &mut dyn Iterator<Item = String>| {
        for (at, cell) in cells.enumerate() {
            if at > 0 {
                text.push('\t');
            }
            if cell.contains(['\t', '\n', '"']) {
                text.push_str(&format!("\"{}\"", cell.replace('"', "\"\"")));
            } else {
                text.push_str(&cell);
            }
        }
        text.push('\n');
    };
    if with_headings {
        line(&mut columns.clone().map(|column| name(table, column).to_owned()));
    }
    for row in rows {
        line(&mut columns.clone().map(|column| written(plan, table, *row, column)));
    }
    text
}
