use super::columns::ColumnStore;
use super::number_cells::NumberCells;
use super::table_store::TableStore;
use crate::plan::{CellPosition, CellType, Id, NumberType, RowType};
use std::marker::PhantomData;
use std::sync::Arc;

/// The rows of one table. Two plans that have the same rows share them, so that a plan is copied
/// in no time; a change copies only the table that is changed.
#[derive(Debug)]
pub struct Rows<T> {
    store: Arc<TableStore>,
    table: PhantomData<fn() -> T>,
}

/// One row of a table: each of its columns is a function that gives what is in the cell.
#[derive(Debug)]
pub struct Row<'a, T> {
    store: &'a TableStore,
    row: u32,
    table: PhantomData<fn() -> T>,
}

impl<T> Clone for Row<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Row<'_, T> {}

impl<'a, T> Row<'a, T> {
    /// What is in the cell of a column.
    #[inline]
    pub(in crate::plan) fn cell<C: CellType>(self, column: u8) -> C::Value<'a> {
        let cell = CellPosition { store: self.store, row: self.row, column };
        C::read(cell).unwrap_or_else(|| C::missing(cell))
    }
}

impl<T> Clone for Rows<T> {
    fn clone(&self) -> Self {
        Self { store: Arc::clone(&self.store), table: PhantomData }
    }
}

impl<T: RowType> Default for Rows<T> {
    fn default() -> Self {
        Self { store: Arc::new(TableStore::new(T::TABLE)), table: PhantomData }
    }
}

impl<T> Rows<T> {
    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.store.rows() as usize
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.store.rows() == 0
    }

    /// The row that a reference names.
    #[inline]
    pub fn get(&self, id: Id<T>) -> Option<Row<'_, T>> {
        (id.index() < self.store.rows()).then(|| self.at(id.index()))
    }

    #[inline]
    fn at(&self, row: u32) -> Row<'_, T> {
        Row { store: &self.store, row, table: PhantomData }
    }

    /// Every row with its reference, in the order of the file. In the plan that the rules are given, of rows about the
    /// same only the one that counts.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Id<T>, Row<'_, T>)> + Clone {
        let rows = (0..self.store.rows()).filter(|row| self.store.counts(*row));
        rows.map(|row| (Id::at(row), self.at(row)))
    }

    /// The first row.
    pub fn first(&self) -> Option<Row<'_, T>> {
        self.get(Id::at(0))
    }

    /// The codes of a column that refers to rows, or holds words, years or the like: one for each row, or none at all
    /// where no cell is filled. [`EMPTY_CODE`](crate::plan::EMPTY_CODE) stands in an empty cell.
    pub fn codes(&self, column: T) -> &[u32]
    where
        T: RowType,
    {
        match self.store.column(column.position().into()) {
            ColumnStore::Codes(codes) => codes,
            _ => &[],
        }
    }

    /// Whether no cell of a column is filled: then there is nothing to go through for it.
    pub fn is_unused(&self, column: T) -> bool
    where
        T: RowType,
    {
        matches!(self.store.column(column.position().into()), ColumnStore::Empty)
    }

    /// The numbers of a column.
    pub fn numbers<N: NumberType>(&self, column: T) -> NumberCells<'_, N>
    where
        T: RowType,
    {
        let numbers = match self.store.column(column.position().into()) {
            ColumnStore::Numbers(numbers) => Some(numbers),
            _ => None,
        };
        NumberCells { store: &self.store, numbers, column: column.position(), number: PhantomData }
    }

    /// The rows without their type.
    pub(in crate::plan) fn store(&self) -> &TableStore {
        &self.store
    }

    /// The rows, to be changed: a copy of their own where another plan shares them.
    pub(in crate::plan) fn store_mut(&mut self) -> &mut TableStore {
        Arc::make_mut(&mut self.store)
    }
}
