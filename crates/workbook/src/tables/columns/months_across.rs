//! Months as columns, in a sheet that is no tracker: the tables of a plan have a row for each month.

use crate::headings::{HeadingWords, LAST_ROW_OF_HEADINGS};
use crate::issues::{Effect, Issue, Place, Severity};
use crate::sheet::{Cell, Sheet, column_letters};
use one_plan_model::plan::{ColumnKind, Table};

/// Fewer months are no year of them: two dates may stand beside each other in any table.
const FEWEST: usize = 6;

/// What the column of the month is called.
const MONTH: &str = "month";

/// Columns of a sheet whose headings are months.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthsAcross {
    row: u32,
    columns: Vec<u32>,
}

impl MonthsAcross {
    /// The first row of a sheet that has many months beside one another.
    pub fn of(sheet: &Sheet) -> Option<Self> {
        let rows = sheet.rows().take_while(|(row, _)| *row <= LAST_ROW_OF_HEADINGS);
        rows.into_iter().find_map(|(row, cells)| {
            let headings =
                (sheet.first_column()..).zip(cells).filter(|(_, cell)| matches!(cell, Cell::Text(_) | Cell::Date(_)));
            Self::among(row, headings.map(|(column, cell)| (column, cell.shown())))
        })
    }

    /// The months among some headings of a row.
    pub fn among(row: u32, headings: impl Iterator<Item = (u32, String)>) -> Option<Self> {
        let months: Vec<(u32, u8)> =
            headings.filter_map(|(column, words)| Some((column, HeadingWords::read(&words).month()?.nth()))).collect();
        let mut different: Vec<u8> = months.iter().map(|(_, month)| *month).collect();
        different.sort_unstable();
        different.dedup();
        let columns = months.into_iter().map(|(column, _)| column).collect();
        (different.len() >= FEWEST).then_some(Self { row, columns })
    }

    /// Whether a column of the sheet is one of them.
    pub fn has(&self, column: u32) -> bool {
        self.columns.contains(&column)
    }

    /// Says that they are not read, and in which form they would be. Of a sheet that is a table nothing is left out in passing;
    /// one that is none may be of no matter to the plan.
    pub fn issue(&self, sheet: &Sheet, place: Place, table: Option<Table>) -> Issue {
        let first = self.columns.first().copied().unwrap_or_default();
        let last = self.columns.last().copied().unwrap_or_default();
        let columns = format!("{} to {}", column_letters(first), column_letters(last));
        let (severity, what) = match table {
            Some(table) => (
                Severity::Error,
                format!(
                    "months stand beside one another, in the columns {columns}: \"{}\" cannot be read so, and these columns are \
                     left alone",
                    table.name()
                ),
            ),
            None => (
                Severity::Warning,
                format!(
                    "the sheet \"{}\" is left alone: months stand beside one another, in the columns {columns}, which only a \
                     tracker can have, and nothing says that it is one",
                    sheet.name
                ),
            ),
        };
        Issue {
            severity,
            place: place.cell(self.row, first),
            column: table.map(|table| (table, None)),
            value: sheet.cell(self.row, first).shown(),
            what,
            expected: format!(
                "a row for each month, with a column \"{MONTH}\" and one for the number, on a sheet that is called after its \
                 table: {}; or, for savings, \"Plan\", \"Actual\" or \"Forecast\" over the months",
                tables_of_months().join(", ")
            ),
            effect: Effect::LeftAlone,
        }
    }
}

/// The tables that have a row for each month, each with the columns that it needs.
fn tables_of_months() -> Vec<String> {
    let is_of_months = |table: &&Table| {
        table
            .columns()
            .iter()
            .any(|column| column.required && matches!(column.kind, ColumnKind::Month) && column.name == MONTH)
    };
    let words = |table: &Table| {
        let needed = table.columns().iter().filter(|column| column.required).map(|column| column.name);
        format!("\"{}\" ({})", table.name(), needed.collect::<Vec<_>>().join(", "))
    };
    Table::ALL.iter().filter(is_of_months).map(words).collect()
}
