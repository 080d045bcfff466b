//! By what the submissions in a sheet are told apart.
//!
//! A file may hold several, each with the time at which it was put together. Spreadsheets spoil such times, until every row has
//! another: then they tell nothing.

use super::column::Column;
use super::layout::Layout;
use super::plan_columns::cell_in;
use super::sheet_read::SheetRead;
use super::values::text_in;
use crate::issues::{Effect, Issue, Severity};
use crate::sheet::Sheet;
use std::collections::HashSet;

/// No file holds more submissions.
const MOST: usize = 24;

/// Which columns tell the submissions of a sheet apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ToldApart {
    created: bool,
    reporting: bool,
}

impl ToldApart {
    /// Those of a sheet. Of a column that has too many values for that it is said that it is not used.
    pub fn of(sheet: &Sheet, read: &mut SheetRead) -> Self {
        let mut is_used = |column: Column| {
            let is_used = has_few_values(sheet, &read.layout, column);
            if let Some(at) = read.layout.place(column).filter(|_| !is_used) {
                read.issues.push(Issue {
                    severity: Severity::Warning,
                    place: read.place.cell(read.layout.row, at),
                    column: None,
                    value: sheet.cell(read.layout.row, at).shown(),
                    what: format!(
                        "this column has more than {MOST} values, and does not tell submissions apart: all rows of the sheet count \
                         as those of one"
                    ),
                    expected: "nothing, if the sheet states each month once; otherwise a file of each submission".to_owned(),
                    effect: Effect::LeftAlone,
                });
            }
            is_used
        };
        Self { created: is_used(Column::Created), reporting: is_used(Column::ReportingType) }
    }

    /// Whether a column is used.
    pub const fn by(self, column: Column) -> bool {
        match column {
            Column::Created => self.created,
            Column::ReportingType => self.reporting,
            _ => false,
        }
    }
}

fn has_few_values(sheet: &Sheet, layout: &Layout, column: Column) -> bool {
    if !layout.has(column) {
        return true;
    }
    let mut values = HashSet::new();
    for (_, cells) in sheet.rows().filter(|(row, _)| *row > layout.row) {
        let cell = cell_in(sheet, cells, layout, column);
        if !cell.is_empty() && values.insert(text_in(cell)) && values.len() > MOST {
            return false;
        }
    }
    true
}
