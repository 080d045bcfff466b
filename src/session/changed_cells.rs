//! Which cells of a table the person changed, and which rows came, as they stand now.

use super::history::History;
use super::moves::after;
use super::step::Step;
use one_plan_model::plan::{Edit, Table};
use std::collections::{BTreeMap, HashSet};
use std::rc::Rc;

/// What stands otherwise in a table than in the plan as it was opened, each with the last change that did it.
#[derive(Clone, Default)]
pub struct ChangedCells {
    /// By row and column.
    cells: BTreeMap<(u32, u8), Rc<Step>>,
    /// Rows that are new.
    rows: BTreeMap<u32, Rc<Step>>,
    /// How many rows went.
    gone: usize,
    /// The last change of the table.
    last: Option<Rc<Step>>,
}

impl ChangedCells {
    /// What the changes that stand did to a table.
    pub fn of(history: &History, table: Table) -> Self {
        let mut changed = Self::default();
        for step in history.standing() {
            let touches = step.edits.iter().any(|edit| edit.table() == table);
            if touches {
                changed.take_in(step, table);
                changed.last = Some(Rc::clone(step));
            }
        }
        changed
    }

    fn take_in(&mut self, step: &Rc<Step>, table: Table) {
        // What is written over the same text changes nothing, and nothing of it is taken back. Where rows come or go the cells
        // stand elsewhere in what takes it back.
        let moves = step.edits.iter().any(|edit| edit.table() == table && edit.cell().is_none());
        let undone: HashSet<_> = step.undo.iter().filter_map(Edit::cell).collect();
        for edit in step.edits.iter().filter(|edit| edit.table() == table) {
            match edit {
                Edit::SetCell { row, column, .. } => {
                    if moves || undone.contains(&(table, *row, *column)) {
                        self.cells.insert((*row, *column), Rc::clone(step));
                    }
                }
                Edit::InsertRows { rows, .. } => {
                    self.moved(edit, table);
                    self.rows.extend(rows.iter().map(|new| (new.at, Rc::clone(step))));
                }
                Edit::RemoveRows { rows, .. } => {
                    self.moved(edit, table);
                    self.gone += rows.len();
                }
            }
        }
    }

    /// Rows that come or go move what stands below them.
    fn moved(&mut self, by: &Edit, table: Table) {
        let cells = std::mem::take(&mut self.cells).into_iter();
        self.cells = cells.filter_map(|((row, column), of)| Some(((after(by, table, row)?, column), of))).collect();
        let rows = std::mem::take(&mut self.rows).into_iter();
        self.rows = rows.filter_map(|(row, of)| Some((after(by, table, row)?, of))).collect();
    }

    /// The last change of a cell; nothing where it stands as it was opened.
    pub fn cell(&self, row: u32, column: usize) -> Option<&Rc<Step>> {
        let column = u8::try_from(column).ok()?;
        self.rows.get(&row).or_else(|| self.cells.get(&(row, column)))
    }

    /// Whether a row is new, or any cell of it is changed.
    pub fn has_row(&self, row: u32) -> bool {
        self.rows.contains_key(&row) || self.cells.range((row, 0)..=(row, u8::MAX)).next().is_some()
    }

    /// How many cells of rows that were there are changed, how many rows are new, and how many went.
    pub fn counts(&self) -> [usize; 3] {
        let cells = self.cells.keys().filter(|(row, _)| !self.rows.contains_key(row)).count();
        [cells, self.rows.len(), self.gone]
    }

    /// The last change of the table.
    pub fn last(&self) -> Option<&Rc<Step>> {
        self.last.as_ref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::{Change, Session};
    use one_plan_model::example;
    use one_plan_model::outcome::compute;
    use one_plan_model::plan::NewRow;

    fn changed(edits: Vec<Vec<Edit>>) -> ChangedCells {
        let plan = example::plan(
            r#""programmes": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}, {"id": "c", "name": "C"}]"#,
        );
        let mut session = Session::open(plan.clone(), compute(&plan), "plan.json");
        for (at, edits) in edits.into_iter().enumerate() {
            session = session.changed(&Change::new(format!("Change {at}"), edits), "").session.expect("it is made");
        }
        ChangedCells::of(session.history(), Table::Programme)
    }

    fn name(row: u32, text: &str) -> Edit {
        Edit::SetCell { table: Table::Programme, row, column: 1, text: Some(text.into()) }
    }

    #[test]
    fn cells_that_are_changed_are_known_and_others_are_not() {
        let found = changed(vec![vec![name(1, "New")], vec![name(1, "Newer"), name(2, "C")]]);
        assert_eq!(found.cell(1, 1).map(|step| &*step.name), Some("Change 1"));
        assert!(found.cell(2, 1).is_none(), "the same text was written over it");
        assert!(found.has_row(1) && !found.has_row(0) && !found.has_row(2));
        assert_eq!(found.counts(), [1, 0, 0]);
        assert_eq!(found.last().map(|step| &*step.name), Some("Change 1"));
    }

    #[test]
    fn they_move_with_their_rows() {
        let row = NewRow { at: 0, cells: vec![(0, "x".into()), (1, "X".into())] };
        let come = Edit::InsertRows { table: Table::Programme, rows: vec![row] };
        let go = Edit::RemoveRows { table: Table::Programme, rows: vec![1] };
        let found = changed(vec![vec![name(2, "New")], vec![come], vec![go]]);
        assert!(found.cell(2, 1).is_some(), "one came above it and one went");
        assert!(found.cell(0, 0).is_some() && found.cell(0, 1).is_some(), "every cell of a new row is new");
        assert_eq!(found.counts(), [1, 1, 1]);
    }
}
