//! What rows are called in messages: by their names, and by their identifiers too where a name is that of several.

use crate::plan::{Plan, Table};
use crate::quantity::InOrder;
use std::cell::OnceCell;

/// The titles of the rows of a table.
pub(super) struct Titles<'a> {
    plan: &'a Plan,
    table: Table,
    // Only a message needs it, and most plans have none.
    shared: OnceCell<Vec<bool>>,
}

impl<'a> Titles<'a> {
    pub(super) const fn of(plan: &'a Plan, table: Table) -> Self {
        Self { plan, table, shared: OnceCell::new() }
    }

    /// Whether each title is that of several rows.
    fn shared(plan: &Plan, table: Table) -> Vec<bool> {
        let count = u32::try_from(plan.row_count(table)).unwrap_or(u32::MAX);
        let mut rows: Vec<u32> = (0..count).collect();
        rows.order_by_key(|row| plan.title(table, *row));
        let mut shared = vec![false; rows.len()];
        for same in rows.chunk_by(|left, right| plan.title(table, *left) == plan.title(table, *right)) {
            for row in same.iter().filter(|_| same.len() > 1) {
                shared.get_mut(*row as usize).into_iter().for_each(|is| *is = true);
            }
        }
        shared
    }

    /// What a row is called.
    pub(super) fn get(&self, row: u32) -> String {
        let title = self.plan.title(self.table, row).unwrap_or("A row without a name").to_owned();
        let identifier = self.plan.identifier(self.table, row).filter(|_| {
            let shared = self.shared.get_or_init(|| Self::shared(self.plan, self.table));
            shared.get(row as usize) == Some(&true)
        });
        match identifier {
            Some(identifier) if identifier != title => format!("{title} ({identifier})"),
            _ => title,
        }
    }
}
