use super::data::{SheetCell, SheetValue};
use crate::calculation::{CellAddress, FigureIndex, FigureKey};
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

/// A value as a sheet has it.
pub(super) fn sheet_value(value: Value) -> SheetValue {
    match value {
        Ok(number) => SheetValue::Number(number.normalize()),
        Err(fault) => SheetValue::Fault(fault.short().to_owned()),
    }
}

/// A cell as a sheet has it.
pub(super) fn sheet_cell(address: CellAddress) -> SheetCell {
    let column = address.table.column(address.column).and_then(|column| u8::try_from(column).ok());
    SheetCell { table: address.table, row: address.row, column: column.unwrap_or(u8::MAX) }
}
