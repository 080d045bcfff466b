//! Rows that lead back to themselves through a column that refers to its own table.

use crate::plan::{ColumnKind, ColumnStore, Plan, Scheme, Table};
use crate::quantity::InOrder;

/// Rows of which each names the next in one column, and the last the first; a row that names itself is one too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Circle {
    pub(crate) table: Table,
    /// The position of the column.
    pub(crate) column: u8,
    /// In the order of their identifiers, so that nothing depends on the order of the rows.
    pub(crate) rows: Vec<u32>,
}

impl Circle {
    /// Of schemes that are all the same the first, which stands for all, so that they count once: it alone leaves out whom
    /// it names. Of anything else nobody knows where it begins: each stands alone.
    pub(crate) fn first(&self) -> Option<u32> {
        let are_the_same = self.table == Table::Scheme && self.column == Scheme::same_as as u8;
        self.rows.first().copied().filter(|_| are_the_same)
    }
}

impl Plan {
    /// The rows that lead back to themselves. The rules are given the plan [without them](Plan::without_circles).
    pub(crate) fn circles(&self) -> Vec<Circle> {
        let mut circles = Vec::new();
        for table in Table::ALL {
            for (column, at) in table.columns().iter().zip(0_u8..) {
                let refers = matches!(column.kind, ColumnKind::Reference(to) if to == *table);
                if !refers || matches!(self.store(*table).column(at.into()), ColumnStore::Empty) {
                    continue;
                }
                for mut rows in self.circles_through(*table, at) {
                    rows.order_by_key(|row| self.identifier(*table, *row));
                    circles.push(Circle { table: *table, column: at, rows });
                }
            }
        }
        circles
    }

    /// The same plan in which no row of a circle names another of it: the references are left out, of schemes that are the
    /// same only that of the one whose identifier comes first.
    pub(crate) fn without_circles(&self, circles: &[Circle]) -> Self {
        let mut plan = self.clone();
        for circle in circles {
            let count = match circle.first() {
                Some(_) => 1,
                // What a contract pays that follows itself is not known; its rule sees that.
                None if circle.table == Table::Contract => 0,
                None => circle.rows.len(),
            };
            for row in circle.rows.iter().take(count) {
                plan.store_mut(circle.table).replace(*row, circle.column.into(), None);
            }
        }
        plan
    }

    /// Each circle of a column once, however far round. Every row is gone through once.
    fn circles_through(&self, table: Table, column: u8) -> Vec<Vec<u32>> {
        let store = self.store(table);
        let target = |row: u32| store.column(column.into()).code(row);
        // In which walk each row was seen first; nothing for a row that was not seen yet.
        let mut seen = vec![0_u32; store.rows() as usize];
        let mut circles = Vec::new();
        for start in 0..store.rows() {
            let walk = start + 1;
            let mut row = Some(start);
            while let Some(at) = row {
                match seen.get_mut(at as usize) {
                    Some(seen) if *seen == 0 => *seen = walk,
                    Some(seen) if *seen == walk => {
                        let mut circle = vec![at];
                        let mut next = target(at);
                        while let Some(other) = next.filter(|other| *other != at) {
                            circle.push(other);
                            next = target(other);
                        }
                        circles.push(circle);
                        break;
                    }
                    _ => break,
                }
                row = target(at);
            }
        }
        circles
    }
}
