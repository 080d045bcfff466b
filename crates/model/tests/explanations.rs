//! The explanation of every figure gives the same value as the calculation, down to the cells.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use one_plan_model::calculation::{CellAddress, Reason};
use one_plan_model::outcome::{self, Link, Recording};
use one_plan_model::parameters::Parameters;
use one_plan_model::plan::{ColumnKind, Plan};
use one_plan_model::quantity::{Amount, Digits, Fault, MoneyUnit, Rate, Value};

#[path = "support/plans.rs"]
mod plans;

fn published(name: &str) -> Plan {
    one_plan_model::exchange::read_json(&plans::bytes(name)).unwrap().plan
}

/// The value of a cell, read again from the text of the plan and not from the calculation.
fn cell_value(plan: &Plan, address: CellAddress) -> Value {
    let cells = plan.written(address.table, address.row);
    let text = |name: &str| cells.iter().find(|(column, _)| *column == name).map(|(_, text)| text.as_str());
    let column = address.table.columns().iter().find(|column| column.name == address.column).unwrap();
    let printed = text(address.column).unwrap_or_else(|| panic!("{address:?} is empty"));
    match column.kind {
        ColumnKind::Money => {
            let unit = MoneyUnit::read(text("unit").unwrap()).unwrap();
            Ok(Amount::printed(Digits::read(printed).unwrap(), unit).unwrap().pounds())
        }
        ColumnKind::Rate => Ok(Rate::read(printed).unwrap().fraction()),
        ColumnKind::Count | ColumnKind::Number | ColumnKind::Measured => Ok(Digits::read(printed).unwrap().number()),
        kind => panic!("{address:?} is not a number but {kind:?}"),
    }
}

#[test]
fn every_explanation_evaluates_to_the_figure() {
    plans::PLANS.into_iter().map(published).for_each(|plan| explanations_evaluate(&plan));
}

fn explanations_evaluate(plan: &Plan) {
    let outcome = outcome::compute(plan);
    let parameters = Parameters::of(plan);
    let leaf = |reason: &Reason<'_>, value: Value| match reason {
        Reason::Cell(address) => cell_value(plan, *address),
        Reason::Figure(key, _) => outcome.value(*key).unwrap_or(Err(Fault::NotGiven)),
        Reason::Parameter(value) => {
            let all = one_plan_model::parameters::all().find(|parameter| parameter.id == value.id).unwrap();
            let year = plan.details().unwrap().first_year();
            Ok(parameters.value(all, year).unwrap().number)
        }
        _ => value,
    };
    let mut count = 0;
    let recording = Recording::of(plan);
    let values = recording.record().evaluate_all(&leaf);
    for series in recording.series().iter() {
        for (key, number) in series.iter() {
            let figure = outcome.value(key).unwrap_or_else(|| panic!("{} is not computed", key.id(plan)));
            assert_eq!(values[number.step().position()], figure, "{}", key.id(plan));
            count += 1;
        }
    }
    assert_eq!(count, outcome.figure_count());
    assert!(count > 500, "only {count} figures");
}

#[test]
fn every_figure_resolves_by_its_id_and_leads_to_cells_with_their_lines() {
    plans::PLANS.into_iter().map(published).for_each(|plan| figures_resolve(&plan));
}

fn figures_resolve(plan: &Plan) {
    let outcome = outcome::compute(plan);
    // A plan that is made up has no document, and no lines of one.
    let is_printed = plan.details().unwrap().document().is_some();
    let mut ids = std::collections::BTreeSet::new();
    for (key, _) in outcome.figures() {
        let id = key.id(plan);
        assert_eq!(outcome::resolve(plan, &id), Some(key), "{id}");
        assert!(!key.label(plan).contains("unknown"), "{id}: {}", key.label(plan));
        assert!(ids.insert(id.clone()), "{id} is there twice");
    }
    for (key, _) in outcome.figures().step_by(7) {
        let explanation = outcome::explain(plan, key).unwrap();
        assert!(!explanation.steps.is_empty());
        for step in &explanation.steps {
            if let Some(Link::Cell { address, lines }) = &step.link {
                assert_eq!(lines.is_some(), is_printed, "{address:?}: a line of the document");
                assert!(!step.shown.is_empty());
            }
        }
    }
}
