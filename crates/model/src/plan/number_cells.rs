use super::number_cell::{NumberCell, NumberType};
use super::store::{NumberColumn, TableStore};
use std::marker::PhantomData;

/// The numbers of one column, for rules that go through a table of very many rows column by column.
#[derive(Clone, Copy, Debug)]
pub struct NumberCells<'a, T> {
    pub(super) store: &'a TableStore,
    pub(super) numbers: Option<&'a NumberColumn>,
    pub(super) column: u8,
    pub(super) number: PhantomData<fn() -> T>,
}

impl<T: NumberType> NumberCells<'_, T> {
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
