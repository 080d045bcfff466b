use super::headlines::Effect;
use one_plan_model::plan::{Edit, Table};
use std::collections::HashSet;
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
    pub fn only_cell(&self) -> Option<(Table, u32, u8)> {
        match &*self.edits {
            [edit] => edit.cell(),
            _ => None,
        }
    }

    /// Whether another change touches what this one changed, so that this one cannot be taken back before it.
    pub fn is_built_on_by(&self, later: &Self) -> bool {
        let tables: HashSet<Table> = self.undo.iter().map(Edit::table).collect();
        let cells: HashSet<(Table, u32, u8)> = self.undo.iter().filter_map(Edit::cell).collect();
        let rows = self.undo.iter().filter(|own| own.cell().is_none());
        let tables_of_rows: HashSet<Table> = rows.map(Edit::table).collect();
        later.edits.iter().any(|other| match other.cell() {
            Some(cell) => cells.contains(&cell) || tables_of_rows.contains(&cell.0),
            // Where rows come or go, the others stand elsewhere.
            None => tables.contains(&other.table()),
        })
    }
}
