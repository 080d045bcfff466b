use super::table_store::TableStore;
use crate::pace::{Pace, ROWS_AT_A_TIME};
use crate::quantity::{InOrder, ordered_rows};
use std::sync::Arc;

/// The column of identifiers in a table whose rows have them.
pub(in crate::plan) const IDENTIFIER: usize = 0;
/// The column of names in such a table.
pub(in crate::plan) const NAME: usize = 1;

/// The positions of the rows of a table in the order of their identifiers.
///
/// A sorted list and not a hash table: no file can choose identifiers that make it slow.
#[derive(Clone, Debug, Default)]
pub(in crate::plan) struct SortedNames(Arc<Vec<u32>>);

impl SortedNames {
    /// The order of the rows of a table.
    pub(in crate::plan) async fn of(store: &TableStore, pace: &Pace<'_>) -> Self {
        let name = |row: u32| store.column(IDENTIFIER).text(row).unwrap_or_default();
        // Rows of the same identifier stay in the order of the file: the first is the one that is meant.
        let compare = |left: u32, right: u32| name(left).cmp(name(right));
        Self(Arc::new(ordered_rows(store.rows(), &compare, pace).await))
    }

    /// Takes a row out of the order, before its identifier becomes another one.
    pub(in crate::plan) fn take_out(&mut self, store: &TableStore, row: u32) {
        let at = self.place(store, row);
        if self.0.get(at) == Some(&row) {
            Arc::make_mut(&mut self.0).remove(at);
        }
    }

    /// Puts a row into the order, after its identifier became another one.
    pub(in crate::plan) fn put_in(&mut self, store: &TableStore, row: u32) {
        let at = self.place(store, row);
        Arc::make_mut(&mut self.0).insert(at, row);
    }

    /// Where a row stands in the order, or would stand.
    fn place(&self, store: &TableStore, row: u32) -> usize {
        let name = |row: u32| store.column(IDENTIFIER).text(row).unwrap_or_default();
        self.0.partition_point(|other| (name(*other), *other) < (name(row), row))
    }

    /// The first row with an identifier.
    pub(in crate::plan) fn find(&self, store: &TableStore, identifier: &str) -> Option<u32> {
        let name = |row: u32| store.column(IDENTIFIER).text(row).unwrap_or_default();
        let at = self.0.partition_point(|row| name(*row) < identifier);
        self.0.get(at).copied().filter(|row| name(*row) == identifier)
    }

    /// The rows whose identifier an earlier row has, each with that row.
    pub(super) async fn doubles(&self, store: &TableStore, pace: &Pace<'_>) -> Vec<(u32, u32)> {
        let name = |row: u32| store.column(IDENTIFIER).text(row);
        let mut doubles: Vec<(u32, u32)> = Vec::new();
        let mut first = None;
        for rows in self.0.chunks(ROWS_AT_A_TIME) {
            for row in rows.iter().copied() {
                match first {
                    Some(first) if name(first) == name(row) => {
                        if name(row).is_some() {
                            doubles.push((row, first));
                        }
                    }
                    _ => first = Some(row),
                }
            }
            pace.checked_rows().await;
        }
        doubles.order_by(Ord::cmp);
        doubles
    }
}
