use super::change::Change;
use super::step::Step;
use one_plan_model::exchange::unusable;
use one_plan_model::outcome::edits_of_figure_ids;
use one_plan_model::plan::{Edit, Plan, Refused};
use std::rc::Rc;

/// What came of a change, before anything is computed.
#[derive(Clone)]
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
    let mut all = change.edits.to_vec();
    // Figures of a row that gets another id are named by it.
    all.extend(edits_of_figure_ids(plan, &change.edits));
    let mut plan = plan.clone();
    let applied = plan.apply(&all);
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
    let mut edits: Vec<Edit> = Vec::with_capacity(all.len());
    for (at, edit) in all.into_iter().enumerate() {
        if refused.next_if_eq(&at).is_none() {
            edits.push(edit);
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

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::example;
    use one_plan_model::plan::Table;

    #[test]
    fn a_row_that_gets_another_id_takes_the_ids_of_its_figures_along() {
        let plan = example::plan(
            r#""scheme_lists": [{"id": "a", "name": "A", "year": "2011/12"}],
            "stated": [{"figure": "schemes.list.a.gross", "value": "300", "unit": "£000"}]"#,
        );
        let edit = Edit::SetCell { table: Table::SchemeList, row: 0, column: 0, text: Some("b".into()) };
        let made = make(&plan, 1, &Change::new("Another id", vec![edit]), "");
        let figure = |plan: &Plan| plan.written_cell(Table::StatedFigure, 0, "figure");
        let (mut changed, step) = made.done.expect("it is made");
        assert_eq!(figure(&changed).as_deref(), Some("schemes.list.b.gross"));
        // The step holds all of it: it is taken back and made again as one.
        changed.apply(&step.undo);
        assert_eq!(figure(&changed).as_deref(), Some("schemes.list.a.gross"));
        changed.apply(&step.edits);
        assert_eq!(figure(&changed).as_deref(), Some("schemes.list.b.gross"));
    }
}
