use super::headlines::Effect;
use one_plan_model::plan::Edit;
use std::rc::Rc;

/// A change that was made: what was done, when and why, and what takes it back.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Which step it is; no two steps of a session have the same number, those that were taken back included.
    pub number: u32,
    /// What it is called.
    pub name: Rc<str>,
    /// Why; empty where nobody said.
    pub reason: Rc<str>,
    /// When, as the page gives it: a date and a time as text, in the form of ISO 8601.
    pub time: Rc<str>,
    /// What is done to the plan.
    pub edits: Rc<[Edit]>,
    /// What takes it back, in the order in which it is done.
    pub undo: Rc<[Edit]>,
    /// What it did to the headline figures.
    pub effects: Rc<[Effect]>,
    /// Whether it may go on, because it is being typed.
    pub is_typed: bool,
}

impl Step {
    /// The cell that is changed, where it is one alone.
    pub fn only_cell(&self) -> Option<(usize, u32, u8)> {
        match &*self.edits {
            [Edit::SetCell { table, row, column, .. }] => Some((*table as usize, *row, *column)),
            _ => None,
        }
    }

    /// Whether another change touches what this one changed, so that this one cannot be taken back before it.
    pub fn is_built_on_by(&self, later: &Self) -> bool {
        self.undo.iter().any(|own| later.edits.iter().any(|other| touches(own, other)))
    }
}

fn touches(one: &Edit, other: &Edit) -> bool {
    use Edit::SetCell;
    match (one, other) {
        (
            SetCell { table, row, column, .. },
            SetCell { table: other_table, row: other_row, column: other_column, .. },
        ) => (table, row, column) == (other_table, other_row, other_column),
        // Where rows come or go, the others stand elsewhere.
        _ => table_of(one) == table_of(other),
    }
}

fn table_of(edit: &Edit) -> one_plan_model::plan::Table {
    match edit {
        Edit::SetCell { table, .. } | Edit::InsertRows { table, .. } | Edit::RemoveRows { table, .. } => *table,
    }
}
