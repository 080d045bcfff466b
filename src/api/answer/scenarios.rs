use super::digits::{digits, digits_and_note};
use one_plan_model::calculation::{FigureKey, Unit};
use one_plan_model::plan::{Id, Plan};
use one_plan_model::quantity::Value;
use one_plan_model::scenario::compared;
use serde::Serialize;

/// The plan and its scenarios side by side.
#[derive(Serialize)]
pub struct Scenarios {
    scenarios: Vec<Scenario>,
}

/// The plan as it is, or one of its scenarios.
#[derive(Serialize)]
struct Scenario {
    /// Nothing for the plan as it is.
    id: Option<String>,
    name: String,
    assumes: Vec<String>,
    problems: Vec<String>,
    figures: Vec<Figure>,
}

/// A figure as it would be.
#[derive(Serialize)]
struct Figure {
    id: String,
    label: String,
    note: Option<String>,
    unit: &'static str,
    value: Option<String>,
    difference: Option<String>,
}

impl Scenarios {
    pub fn of(plan: &Plan, figures: &[FigureKey]) -> Self {
        let columns = compared(plan, figures).into_iter().enumerate().map(|(at, column)| {
            let row = at.checked_sub(1).and_then(|row| u32::try_from(row).ok());
            let row = row.and_then(|row| plan.scenarios.get(Id::at(row)));
            let at = |values: &[Option<Value>], position: usize| values.get(position).copied().flatten();
            let of = figures.iter().enumerate().map(|(position, key)| {
                let apart = at(&column.differences, position);
                Figure::of(plan, *key, at(&column.values, position), apart)
            });
            let figures = of.collect();
            let id = row.map(|row| row.id().to_owned());
            Scenario { id, name: column.name, assumes: column.assumes, problems: column.problems, figures }
        });
        Self { scenarios: columns.collect() }
    }
}

impl Figure {
    fn of(plan: &Plan, key: FigureKey, value: Option<Value>, difference: Option<Value>) -> Self {
        let unit: Unit = key.kind.unit;
        let (value, note) = value.map_or_else(|| (None, None), |value| digits_and_note(value, unit));
        let difference = difference.and_then(|apart| digits(apart, unit));
        Self { id: key.id(plan), label: key.label(plan), note, unit: unit.word(), value, difference }
    }
}
