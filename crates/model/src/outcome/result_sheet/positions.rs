use super::data::{SheetCell, SheetValue};
use crate::calculation::{CellAddress, FigureIndex, FigureKey, Unit};
use crate::outcome::listing::digits;
use crate::quantity::Value;
use std::collections::BTreeMap;

/// Where each figure stands in the list.
#[derive(Default)]
pub(super) struct Positions(BTreeMap<(usize, FigureIndex), u32>);

impl Positions {
    /// Notes where a figure stands.
    pub(super) fn add(&mut self, key: FigureKey, at: usize) {
        self.0.insert((key.kind.ordinal(), key.index), position(at));
    }

    /// Where a figure stands.
    pub(super) fn of(&self, key: FigureKey) -> Option<u32> {
        self.0.get(&(key.kind.ordinal(), key.index)).copied()
    }
}

/// A position in a list: no plan that can be read has more than 2³² of anything.
pub(super) fn position(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// A value as digits.
pub(super) fn sheet_value(value: Value) -> SheetValue {
    match digits(value, Unit::Number) {
        (_, fault) if !fault.is_empty() => SheetValue::Fault(fault),
        (number, _) => SheetValue::Number(number),
    }
}

/// A cell by name.
pub(super) fn sheet_cell(address: CellAddress) -> SheetCell {
    SheetCell { table: address.table.name().to_owned(), row: address.row, column: address.column.to_owned() }
}
