//! The rows of a table that were found in a sheet.

use super::headings::HeaderRow;
use crate::cells::Adjustment;
use crate::issues::{Issue, Place};
use one_plan_model::exchange::GivenRows;
use one_plan_model::plan::Table;
use std::collections::BTreeMap;

/// The rows of a table that were found in a sheet, and all that is to be said of them.
#[derive(Clone, Debug)]
pub struct TableRows {
    /// The table.
    pub table: Table,
    /// The file and the sheet.
    pub place: Place,
    /// Where the headings stand.
    pub header: HeaderRow,
    /// The rows as text, with the identifier and the unit even where the sheet has no column for them.
    pub given: GivenRows,
    /// The row of the sheet of each row.
    pub positions: Vec<u32>,
    /// Rows that were read and are left out before a plan is made of the others.
    pub rejected: GivenRows,
    /// Cells of rows that are used without them, because nothing can be read from them: the row, the column of the table.
    pub unread_cells: Vec<(u32, usize)>,
    /// Everything that a person should know.
    pub issues: Vec<Issue>,
    /// What was done to cells, by column of the table: how many.
    pub adjustments: BTreeMap<(usize, Adjustment), usize>,
    /// How many rows are totals, how many are examples or headings once more, how many hold only words.
    pub other_rows: OtherRows,
    /// The reading of the tracker from which they come; nothing where the sheet is that of a table.
    pub tracker: Option<usize>,
    /// Of the schemes of a tracker, by position: as which reference each is written; nothing for all else.
    pub references: Vec<Option<SchemeReference>>,
}

/// The reference of a scheme as a tracker writes it.
#[derive(Clone, Debug)]
pub struct SchemeReference {
    /// What stands there.
    pub written: Box<str>,
    /// What is to be said if it stands more than once and all of these are schemes of their own.
    pub repeated: Option<Issue>,
}

/// Rows of a sheet that are no rows of its table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OtherRows {
    /// Total rows: held against the rows above them, and not added.
    pub totals: usize,
    /// The headings once more, and examples of the template.
    pub repeated: usize,
    /// Rows that hold only words, such as a heading over some rows or a note.
    pub notes: usize,
}

impl TableRows {
    /// No rows yet, of which these columns of the table are given, by position.
    pub fn new(table: Table, place: Place, header: HeaderRow, columns: Vec<usize>) -> Self {
        Self {
            table,
            place,
            header,
            given: GivenRows::new(table, columns.clone()),
            positions: Vec::new(),
            rejected: GivenRows::new(table, columns),
            unread_cells: Vec::new(),
            issues: Vec::new(),
            adjustments: BTreeMap::new(),
            other_rows: OtherRows::default(),
            tracker: None,
            references: Vec::new(),
        }
    }
}
