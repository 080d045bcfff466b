use super::store::TableStore;
use crate::quantity::InOrder;
use std::sync::Arc;

/// The column of identifiers in a table whose rows have them.
pub(super) const IDENTIFIER: usize = 0;
/// The column of names in such a table.
pub(super) const NAME: usize = 1;

/// The positions of the rows of a table in the order of their identifiers.
///
/// A sorted list and not a hash table: no file can choose identifiers that make it slow.
#[derive(Clone, Debug, Default)]
pub(super) struct SortedNames(Arc<Vec<u32>>);

impl SortedNames {
    /// The order of the rows of a table.
    pub(super) fn of(store: &TableStore) -> Self {
        let mut rows: Vec<u32> = (0..store.rows()).collect();
        let name = |row: u32| store.column(IDENTIFIER).text(row).unwrap_or_default();
        // Rows of the same identifier stay in the order of the file: the first is the one that is meant.
        rows.sort_by(|left, right| name(*left).cmp(name(*right)));
        Self(Arc::new(rows))
    }

    /// Takes a row out of the order, before its identifier becomes another one.
    pub(super) fn take_out(&mut self, store: &TableStore, row: u32) {
        let at = self.place(store, row);
        if self.0.get(at) == Some(&row) {
            Arc::make_mut(&mut self.0).remove(at);
        }
    }

    /// Puts a row into the order, after its identifier became another one.
    pub(super) fn put_in(&mut self, store: &TableStore, row: u32) {
        let at = self.place(store, row);
        Arc::make_mut(&mut self.0).insert(at, row);
    }

    /// Where a row stands in the order, or would stand.
    fn place(&self, store: &TableStore, row: u32) -> usize {
        let name = |row: u32| store.column(IDENTIFIER).text(row).unwrap_or_default();
        self.0.partition_point(|other| (name(*other), *other) < (name(row), row))
    }

    /// The first row with an identifier.
    pub(super) fn find(&self, store: &TableStore, identifier: &str) -> Option<u32> {
        let name = |row: u32| store.column(IDENTIFIER).text(row).unwrap_or_default();
        let at = self.0.partition_point(|row| name(*row) < identifier);
        self.0.get(at).copied().filter(|row| name(*row) == identifier)
    }

    /// The rows whose identifier an earlier row has, each with that row.
    pub(super) fn doubles(&self, store: &TableStore) -> Vec<(u32, u32)> {
        let name = |row: &u32| store.column(IDENTIFIER).text(*row);
        let mut doubles: Vec<(u32, u32)> = Vec::new();
        for same in self.0.chunk_by(|left, right| name(left) == name(right)) {
            let [first, others @ ..] = same else { continue };
            if name(first).is_some() {
                doubles.extend(others.iter().map(|row| (*row, *first)));
            }
        }
        doubles.order_by(Ord::cmp);
        doubles
    }
}
