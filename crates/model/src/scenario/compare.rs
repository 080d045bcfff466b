//! Scenarios side by side.

use super::apply::applied;
use super::definition::Definition;
use super::together::together;
use crate::calculation::FigureKey;
use crate::plan::{Id, Plan, Scenario, Table};
use crate::quantity::{Fixed, Value};

/// One column of a comparison.
#[derive(Clone, Debug)]
pub struct Compared {
    /// What it is called: the name of the scenario, or "The plan".
    pub name: String,
    /// What it assumes, in words, in the order in which it works.
    pub assumes: Vec<String>,
    /// What of it could not be applied.
    pub problems: Vec<String>,
    /// The value of each figure; nothing where there is no such figure.
    pub values: Vec<Option<Value>>,
    /// By how much each value differs from that of the plan; nothing where one of the two has none.
    pub differences: Vec<Option<Value>>,
}

/// What the plan without any scenario is called.
pub const THE_PLAN: &str = "The plan";

/// The plan and all its scenarios, with the values of some figures.
///
/// ```
/// use one_plan_model::scenario::compared;
/// use one_plan_model::{example, outcome};
/// let plan = example::plan(r#"
///     "scheme_lists": [{"id": "l", "name": "L", "year": "2011/12"}],
///     "schemes": [{"id": "a", "name": "A", "list": "l", "gross": "200", "unit": "£000"}],
///     "scenarios": [{"id": "half", "name": "Half"}],
///     "scenario_levers": [{"scenario": "half", "lever": "delivery", "setting": "50%"}]
/// "#);
/// let net = outcome::resolve(&plan, "schemes.list.l.net").unwrap();
/// let columns = compared(&plan, &[net]);
/// assert_eq!(columns[1].name, "Half");
/// assert_eq!(columns[1].differences[0].unwrap().unwrap().to_string(), "-100000");
/// assert_eq!(columns[1].assumes, ["Delivery of savings: 50% of the planned savings are delivered"]);
/// ```
pub fn compared(plan: &Plan, figures: &[FigureKey]) -> Vec<Compared> {
    let all = plan.scenarios.iter().map(|(id, scenario)| (scenario.name().to_owned(), Definition::of(plan, id)));
    side_by_side(plan, all.collect(), figures)
}

/// The plan and some scenarios, each with its name, with the values of some figures.
pub fn side_by_side(plan: &Plan, scenarios: Vec<(String, Definition)>, figures: &[FigureKey]) -> Vec<Compared> {
    let mut plans = vec![plan.clone()];
    let mut columns = vec![Compared {
        name: THE_PLAN.to_owned(),
        assumes: vec![],
        problems: vec![],
        values: vec![],
        differences: vec![],
    }];
    for (name, definition) in scenarios {
        let (applied, problems) = applied(plan, &definition);
        plans.push(applied);
        columns.push(Compared { name, assumes: definition.words(plan), problems, values: vec![], differences: vec![] });
    }
    let found = together(&plans, figures).values;
    let of_plan = found.first().cloned().unwrap_or_default();
    for (column, values) in columns.iter_mut().zip(found) {
        let apart = values.iter().zip(&of_plan).map(|(value, of_plan)| Some((*value)?.minus((*of_plan)?).value()));
        column.differences = apart.collect();
        column.values = values.into_iter().map(|value| value.map(Fixed::value)).collect();
    }
    columns
}

/// The scenario with an identifier; nothing for the plan itself.
///
/// # Errors
///
/// Which scenarios there are, where there is none of that name.
pub fn scenario_named(plan: &Plan, identifier: &str) -> Result<Option<Id<Scenario>>, String> {
    if identifier == "plan" {
        return Ok(None);
    }
    match plan.find(Table::Scenario, identifier) {
        Some(row) => Ok(Some(Id::at(row))),
        None => {
            let there: Vec<&str> = plan.scenarios.iter().map(|(_, scenario)| scenario.id()).collect();
            Err(format!(
                "there is no scenario \"{identifier}\"; there are plan{}{}",
                if there.is_empty() { "" } else { ", " },
                there.join(", ")
            ))
        }
    }
}
