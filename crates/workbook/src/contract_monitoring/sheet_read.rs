//! What was read of sheets of contract monitoring.

use super::figures::Both;
use super::layout::Layout;
use super::market_forces::MarketForces;
use super::names::NamesInFiles;
use super::rows_and_pounds::Control;
use super::stated::AllStated;
use crate::issues::{Issue, Place};
use crate::tables::OtherRows;

/// What was read of all sheets.
#[derive(Clone, Debug, Default)]
pub struct Read {
    /// What they state.
    pub stated: AllStated,
    /// What codes are called.
    pub names: NamesInFiles,
    /// Rows that are left out because something of them cannot be read.
    pub left_out: Control,
}

/// What is to be said of a sheet that was read.
#[derive(Clone, Debug)]
pub struct SheetRead {
    /// The file and the sheet.
    pub place: Place,
    /// Its headings.
    pub layout: Layout,
    /// How many rows it has below them.
    pub rows: usize,
    /// Rows that are none of these.
    pub other_rows: OtherRows,
    /// What its columns of market forces factors hold.
    pub market_forces: Both<MarketForces>,
    /// Cells with a dash, which say nothing.
    pub dashes: usize,
    /// Rows without a point of delivery.
    pub without_point: usize,
    /// What is wrong with cells and total rows.
    pub issues: Vec<Issue>,
}

impl SheetRead {
    /// Nothing yet.
    pub fn new(place: Place, layout: Layout) -> Self {
        Self {
            place,
            layout,
            rows: 0,
            other_rows: OtherRows::default(),
            market_forces: Both::default(),
            dashes: 0,
            without_point: 0,
            issues: Vec::new(),
        }
    }
}
