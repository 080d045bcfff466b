use super::columns::NumberColumn;
use super::table_store::TableStore;
use crate::plan::{NumberCell, NumberType};
use crate::quantity::Fixed;
use std::marker::PhantomData;

/// The numbers of one column, for rules that go through a table of very many rows column by column.
#[derive(Clone, Copy, Debug)]
pub struct NumberCells<'a, T> {
    pub(super) store: &'a TableStore,
    pub(super) numbers: Option<&'a NumberColumn>,
    pub(super) column: u8,
    pub(super) number: PhantomData<fn() -> T>,
}

impl<'a, T: NumberType> NumberCells<'a, T> {
    /// The number of every row, nothing (zero) where a cell is empty; none at all where no row has a number. For what
    /// decides about no figure: which of them are read is not noted.
    pub fn values(&self) -> &'a [Fixed] {
        self.numbers.map_or(&[], NumberColumn::values)
    }

    /// Whether no row has a number.
    pub const fn is_empty(&self) -> bool {
        self.numbers.is_none()
    }

    /// The number of a row.
    #[inline(always)]
    pub fn get(&self, row: u32) -> Option<NumberCell<T>> {
        let (value, form) = self.numbers?.get(row)?;
        Some(NumberCell::new(value, form, self.store.table(), row, self.column))
    }
}
