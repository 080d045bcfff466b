use super::change::Change;
use super::step::Step;
use one_plan_model::exchange::unusable;
use one_plan_model::plan::{Edit, Plan, Refused};
use std::rc::Rc;

/// What came of a change, before anything is computed.
pub struct Made {
    /// The plan afterwards and the step that leads to it; nothing where nothing changed.
    pub done: Option<(Plan, Step)>,
    /// What could not be done.
    pub refused: Vec<Refused>,
    /// Why the change was not made at all; empty where it was, as far as it could be.
    pub unusable: String,
}

/// Makes a change.
pub fn make(plan: &Plan, number: u32, change: &Change, time: &str) -> Made {
    let mut plan = plan.clone();
    let applied = plan.apply(&change.edits);
    let mut made = Made { done: None, refused: applied.refused, unusable: String::new() };
    if applied.undo.is_empty() {
        return made;
    }
    if let Some(problem) = unusable(&plan).first() {
        made.unusable = problem.to_string();
        return made;
    }
    // What was refused is no part of what was done.
    let mut refused =
        made.refused.iter().filter(|refused| refused.new_row.is_none()).map(|refused| refused.edit).peekable();
    let mut edits: Vec<Edit> = Vec::with_capacity(change.edits.len());
    for (at, edit) in change.edits.iter().enumerate() {
        if refused.next_if_eq(&at).is_none() {
            edits.push(edit.clone());
        }
    }
    let step = Step {
        number,
        name: Rc::clone(&change.name),
        reason: Rc::clone(&change.reason),
        time: time.into(),
        edits: edits.into(),
        undo: applied.undo.into(),
        effects: Rc::new([]),
        is_typed: change.is_typed,
    };
    made.done = Some((plan, step));
    made
}
