//! What a plan says in a way that can be understood in two: rows about the same, and rows that lead back to themselves.
//! Each is an error at its cells. The rules are given a plan in which one way is taken, the same in any order of rows.

use super::circles::Circle;
use crate::pace::Pace;
use crate::plan::{ColumnStore, Plan, Table, observe};
use crate::quantity::InOrder;
use std::cmp::{Ordering, Reverse};

/// What can be understood in two ways.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Ambiguous {
    pub(crate) circles: Vec<Circle>,
    /// Rows about the same, all of one subject together; the first of them counts.
    pub(crate) doubles: Vec<(Table, Vec<u32>)>,
}

impl Ambiguous {
    pub(crate) async fn of(plan: &Plan, pace: &Pace<'_>) -> Self {
        let mut doubles = Vec::new();
        for table in Table::ALL {
            for mut same in plan.doubles_in_slices(*table, pace).await {
                plan.order_by_content(*table, &mut same);
                doubles.push((*table, same));
            }
            pace.checked_rows().await;
        }
        Self { circles: plan.circles(), doubles }
    }

    /// For each row of a table whether it counts: of several rows about the same one does.
    pub(crate) fn rows_that_count(&self, plan: &Plan, table: Table) -> Vec<bool> {
        let mut count = vec![true; plan.store(table).rows() as usize];
        let doubles = self.doubles.iter().filter(|(of, _)| *of == table);
        for row in doubles.flat_map(|(_, same)| same.iter().skip(1)) {
            count.get_mut(*row as usize).into_iter().for_each(|counts| *counts = false);
        }
        count
    }

    /// The plan in which one way is taken; nothing where there is only one.
    pub(crate) fn decided(&self, plan: &Plan) -> Option<Plan> {
        if self.circles.is_empty() && self.doubles.is_empty() {
            return None;
        }
        let mut decided = plan.without_circles(&self.circles);
        for (table, same) in &self.doubles {
            for row in same.iter().skip(1) {
                decided.leave_out(*table, *row);
            }
        }
        Some(decided)
    }
}

impl Plan {
    /// Of rows about the same the one that fills the most cells comes first, and of two that fill as many the one whose
    /// cells come first: it does not matter where in the table they stand.
    fn order_by_content(&self, table: Table, rows: &mut [u32]) {
        let store = self.store(table);
        let columns = || (0..table.columns().len()).map(|at| store.column(at));
        let filled = |row: u32| columns().filter(|column| is_filled(column, row)).count();
        rows.order_by(|left, right| {
            let fuller = Reverse(filled(*left)).cmp(&Reverse(filled(*right)));
            fuller.then_with(|| {
                let cells = (0..table.columns().len()).map(|at| self.compare_content(table, at, *left, *right));
                cells.fold(Ordering::Equal, Ordering::then)
            })
        });
    }

    fn compare_content(&self, table: Table, at: usize, left: u32, right: u32) -> Ordering {
        let text = |row: u32| table.columns().get(at).and_then(|column| self.written_cell(table, row, column.name));
        match self.store(table).column(at) {
            ColumnStore::Empty => Ordering::Equal,
            ColumnStore::Numbers(numbers) => {
                // Which of the rows counts depends on the number.
                let number = |row: u32| {
                    observe::note(table, row, u8::try_from(at).unwrap_or(u8::MAX));
                    numbers.get(row).map(|(number, _)| number)
                };
                match (number(left), number(right)) {
                    (Some(left), Some(right)) => left.cmp(&right),
                    (left, right) => left.is_some().cmp(&right.is_some()),
                }
                .then_with(|| text(left).cmp(&text(right)))
            }
            _ => text(left).cmp(&text(right)),
        }
    }

    /// Leaves a row out beside another about the same. Its numbers and words are emptied too, for those who look at a
    /// column and not at rows.
    fn leave_out(&mut self, table: Table, row: u32) {
        let key = table.key();
        self.store_mut(table).leave_out(row);
        for (column, at) in table.columns().iter().zip(0_u8..) {
            let says = matches!(self.store(table).column(at.into()), ColumnStore::Numbers(_) | ColumnStore::Codes(_));
            if says && !column.required && !key.contains(&at) {
                self.store_mut(table).replace(row, at.into(), None);
            }
        }
    }
}

fn is_filled(column: &ColumnStore, row: u32) -> bool {
    match column {
        ColumnStore::Empty => false,
        ColumnStore::Codes(_) => column.code(row).is_some(),
        ColumnStore::Texts(texts) => texts.get(row).is_some(),
        ColumnStore::Numbers(numbers) => numbers.get(row).is_some(),
    }
}
