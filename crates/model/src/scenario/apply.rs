//! A scenario applied to a plan gives a plan.

use super::definition::{Change, Definition};
use super::lever::{Lever, millionths};
use super::moves::{filled, moved, moves_nothing, worded};
use crate::plan::{CellInput, LeverKind, Plan};
use crate::quantity::Fixed;

/// The plan as it would be, and what of the scenario could not be applied, in words.
///
/// Changes come first and then the levers, each in the order of its rows. Numbers keep the form in which they are
/// printed, and are exact behind it: everything that follows is a whole run over this plan.
///
/// ```
/// use one_plan_model::plan::Id;
/// use one_plan_model::scenario::{Definition, applied};
/// use one_plan_model::{example, outcome};
/// let plan = example::plan(r#"
///     "scheme_lists": [{"id": "l", "name": "L", "year": "2011/12"}],
///     "schemes": [{"id": "a", "name": "A", "list": "l", "gross": "200", "unit": "£000"}],
///     "scenarios": [{"id": "late", "name": "Less is delivered"}],
///     "scenario_levers": [{"scenario": "late", "lever": "delivery", "setting": "80%"}]
/// "#);
/// let (less, problems) = applied(&plan, &Definition::of(&plan, Id::at(0)));
/// assert!(problems.is_empty());
/// let gross = outcome::resolve(&less, "schemes.list.l.gross").unwrap();
/// assert_eq!(outcome::compute(&less).value(gross).unwrap().unwrap().to_string(), "160000");
/// ```
pub fn applied(plan: &Plan, definition: &Definition) -> (Plan, Vec<String>) {
    let mut problems = definition.problems.clone();
    let mut changed = plan.clone();
    for change in &definition.changes {
        problems.extend(made(&mut changed, change));
    }
    // A lever that leaves the plan as it is fills no cell.
    let levers: Vec<_> = definition
        .levers
        .iter()
        .filter(|set| set.form.is_some() || !is_neutral(set.kind, set.setting))
        .cloned()
        .collect();
    let idle = levers.iter().filter(|set| moves_nothing(&changed, set));
    problems.extend(
        idle.map(|set| format!("{}: no row of the plan fits it, so that it moves nothing", set.name(&changed))),
    );
    let changed = filled(&worded(&changed, &levers), &levers);
    let setting = |lever: usize| levers.get(lever).map_or(Fixed::ZERO, |set| set.setting);
    let numbers = moved(&changed, &levers);
    let plan = changed.with_numbers(numbers.iter().map(|moved| (moved.cell, moved.number(moved.original, setting))));
    (plan, problems)
}

fn is_neutral(kind: LeverKind, setting: Fixed) -> bool {
    setting == millionths(Lever::of(kind).neutral())
}

/// Makes a change; what is wrong with it in words.
fn made(plan: &mut Plan, change: &Change) -> Option<String> {
    let cell = change.cell;
    let column = u8::try_from(cell.table.column(cell.column)?).ok()?;
    let input = change.value.as_deref().map(CellInput::Text);
    let problem = plan.set_cell(cell.table, cell.row, column, input).err()?;
    Some(format!(
        "{}, row {}, {}: {}; expected {}",
        cell.table.name(),
        cell.row.saturating_add(1),
        cell.column,
        problem.what,
        problem.expected
    ))
}
