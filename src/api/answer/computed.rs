use super::digits::digits_and_note;
use one_plan_model::outcome::Outcome;
use one_plan_model::plan::Plan;
use serde::Serialize;

/// Every figure of a plan. The fields stand in the order in which the command line writes them, so
/// that `JSON.stringify` gives the same bytes.
#[derive(Serialize)]
pub struct Computed {
    check: &'static str,
    figures: Vec<Figure>,
}

/// A number that follows from a plan.
#[derive(Serialize)]
struct Figure {
    id: String,
    label: String,
    note: Option<String>,
    unit: &'static str,
    value: Option<String>,
}

impl Computed {
    pub fn of(plan: &Plan, outcome: &Outcome) -> Self {
        let figures = outcome.figures().map(|(key, value)| {
            let unit = key.kind.unit;
            let (value, note) = digits_and_note(value, unit);
            Figure { id: key.id(plan), label: key.label(plan), note, unit: unit.word(), value }
        });
        Self { check: outcome.master_check().word(), figures: figures.collect() }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use one_plan_model::exchange::read_json;
    use one_plan_model::outcome::{compute, figures_as_json};

    #[test]
    fn the_fields_stand_as_the_command_line_writes_them() {
        let plan = read_json(include_bytes!("../../../plans/surrey-one-plan.json")).unwrap().plan;
        let outcome = compute(&plan);
        let answer = serde_json::to_string(&Computed::of(&plan, &outcome)).unwrap();
        assert!(answer.contains("\"note\":\""), "there is a figure without a value");
        assert_eq!(format!("{answer}\n"), figures_as_json(&plan, &outcome));
    }
}
