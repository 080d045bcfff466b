//! What the rows of a tracker are looked at by: its cells, and what its reader makes of them.

use crate::headings::Field;
use crate::issues::Place;
use crate::sheet::Sheet;
use crate::tracker::header::{TrackerColumn, TrackerHeader};
use crate::vocabulary::Follows;
use one_plan_model::quantity::FinancialYear;

/// What stands in the cells of a tracker.
#[derive(Clone, Copy)]
pub struct CellsOfRows<'a> {
    /// The sheet.
    pub sheet: &'a Sheet,
    /// The file and the sheet.
    pub place: Place,
    /// Its headings.
    pub header: &'a TrackerHeader,
    /// The year for which it is read.
    pub year: FinancialYear,
    /// Whether its rows are schemes: in a finance report a target may be a line like others.
    pub are_schemes: bool,
    /// The amount in a row and a column, as text.
    pub amount: &'a dyn Fn(u32, &TrackerColumn) -> Option<Box<str>>,
    /// Whether words of a field stand in a row.
    pub says: &'a dyn Fn(u32, Field) -> bool,
}

impl CellsOfRows<'_> {
    /// Whether a row of a report is what its other lines leave, such as a surplus or the net of all.
    pub(super) fn is_what_is_left(&self, row: u32) -> bool {
        let name = |field: Field| self.header.column(field).map(|column| self.sheet.cell(row, column.at).shown());
        let name = name(Field::Line).filter(|name| !name.is_empty()).or_else(|| name(Field::Name));
        !self.are_schemes && name.is_some_and(|name| Follows::is_what_is_left(&name))
    }
}
