//! What one organisation had to save.

use crate::calculation::Number;
use crate::plan::{CellAddress, Table};
use crate::quantity::Fixed;
use crate::rules::whole_and_parts::Given;

/// What one organisation had to save in a year, with the signs that are meant.
#[derive(Clone, Copy, Debug)]
pub(super) struct Delivery {
    pub(super) row: u32,
    pub(super) organisation: u32,
    pub(super) year: u32,
    pub(super) requirement: Number,
    pub(super) reserve: Option<Number>,
    pub(super) outturn: Option<Number>,
    /// How far each may be from what was rounded.
    pub(super) half_units: [Fixed; 3],
}

impl Delivery {
    pub(super) const fn subjects(&self) -> [u32; 2] {
        [self.organisation, self.year]
    }

    pub(super) const fn given(&self, amount: Number, half_unit: Fixed, column: &'static str) -> (u32, Given) {
        let place = CellAddress { table: Table::SavingsDelivery, row: self.row, column };
        (self.year, Given { organisation: Some(self.organisation), amount, half_unit, place })
    }
}
