use super::data::{ResultSheet, SheetSplit, SheetStep, SheetValue, StepHow};
use super::parameters::ParameterList;
use super::positions::{Positions, position, sheet_cell, sheet_value};
use crate::calculation::{CellAddress, Reason, Record, StepId};
use crate::pace::{FIGURES_AT_A_TIME, Pace, ROWS_AT_A_TIME};
use crate::plan::{Plan, Table};
use crate::quantity::Fault;

/// Fills in the steps on which figures stand, and the parameters that those use. What a step stands on has a smaller
/// number, so that one pass down finds them all, and one up writes them.
pub(super) async fn fill(
    plan: &Plan,
    sheet: &mut ResultSheet,
    record: &Record,
    of_figures: &[StepId],
    positions: &Positions,
    pace: &Pace<'_>,
) {
    let mut needed = vec![false; record.len()];
    for step in of_figures {
        if let Some(needed) = needed.get_mut(step.position()) {
            *needed = true;
        }
    }
    let mut told = None;
    for at in (0..record.len()).rev() {
        if at.is_multiple_of(ROWS_AT_A_TIME) {
            pace.checked_rows().await;
        }
        if needed.get(at).copied().unwrap_or_default() {
            operands(record, StepId::at(at), &mut told, |operand| {
                if let Some(needed) = needed.get_mut(operand.position()) {
                    *needed = true;
                }
            });
        }
    }
    // The place of each step among those that are needed.
    let mut places: Vec<u32> = vec![u32::MAX; record.len()];
    let mut parameters = ParameterList::default();
    let mut splits = Splits::default();
    for at in needed.iter().enumerate().filter(|(_, needed)| **needed).map(|(at, _)| at) {
        if sheet.steps.len().is_multiple_of(FIGURES_AT_A_TIME) {
            pace.checked_rows().await;
        }
        let step = StepId::at(at);
        let Some((value, reason)) = record.step(step) else { continue };
        if let Some(place) = places.get_mut(at) {
            *place = position(sheet.steps.len());
        }
        let how = how(plan, &reason, &places, positions, &mut parameters, &mut splits);
        sheet.steps.push(SheetStep { value: sheet_value(value.value()), how });
    }
    sheet.parameters = parameters.finish();
    sheet.splits = splits.list;
    let fault = position(sheet.steps.len());
    let mut is_missing = false;
    for (figure, step) in sheet.figures.iter_mut().zip(of_figures) {
        figure.step = places.get(step.position()).copied().filter(|place| *place != u32::MAX).unwrap_or_else(|| {
            is_missing = true;
            fault
        });
    }
    if is_missing {
        let value = SheetValue::Fault(Fault::NotGiven.short().to_owned());
        sheet.steps.push(SheetStep { value, how: StepHow::Fault });
    }
}

/// The splits of which parts are taken. The parts of one follow one another and share the list of its weights: it is gone
/// through once, and not once for each part.
#[derive(Default)]
struct Splits {
    list: Vec<SheetSplit>,
    last: Option<*const StepId>,
}

impl Splits {
    fn position(&mut self, weights: &[StepId], split: impl FnOnce() -> SheetSplit) -> u32 {
        if self.last.replace(weights.as_ptr()) != Some(weights.as_ptr()) {
            self.list.push(split());
        }
        position(self.list.len().saturating_sub(1))
    }
}

/// The steps on which a step stands: a figure has its own, and the reason for a choice is no part of the number. `told` are
/// the weights of a split that were told last.
fn operands(record: &Record, step: StepId, told: &mut Option<*const StepId>, mut tell: impl FnMut(StepId)) {
    match record.step(step).map(|(_, reason)| reason) {
        Some(Reason::Sum(parts) | Reason::Product(parts)) => parts.iter().for_each(|part| tell(*part)),
        Some(
            Reason::Difference(left, right)
            | Reason::Quotient(left, right)
            | Reason::Minimum(left, right)
            | Reason::Maximum(left, right),
        ) => {
            tell(left);
            tell(right);
        }
        Some(Reason::Negation(number) | Reason::Rounded(number, _) | Reason::Chosen { number, .. }) => tell(number),
        Some(Reason::Part { whole, weights, .. }) if told.replace(weights.as_ptr()) != Some(weights.as_ptr()) => {
            tell(whole);
            weights.iter().for_each(|weight| tell(*weight));
        }
        _ => {}
    }
}

fn how(
    plan: &Plan,
    reason: &Reason<'_>,
    places: &[u32],
    positions: &Positions,
    parameters: &mut ParameterList,
    splits: &mut Splits,
) -> StepHow {
    let at = |step: &StepId| places.get(step.position()).copied().unwrap_or(u32::MAX);
    match reason {
        Reason::Cell(address) => StepHow::Cell(sheet_cell(*address)),
        Reason::Constant(words) => StepHow::Constant((*words).to_owned()),
        Reason::Row { table, row, what } => {
            let column = column_that_is_filled(plan, *table, *row);
            StepHow::Row(sheet_cell(CellAddress { table: *table, row: *row, column }), (*what).to_owned())
        }
        Reason::Parameter(value) => StepHow::Parameter(parameters.position(value)),
        Reason::Figure(key, _) => positions.of(*key).map_or(StepHow::Fault, StepHow::Figure),
        Reason::Fault(_) => StepHow::Fault,
        Reason::Sum(parts) => StepHow::Sum(parts.iter().map(at).collect()),
        Reason::Product(factors) => StepHow::Product(factors.iter().map(at).collect()),
        Reason::Difference(left, right) => StepHow::Difference(at(left), at(right)),
        Reason::Quotient(left, right) => StepHow::Quotient(at(left), at(right)),
        Reason::Negation(number) => StepHow::Negation(at(number)),
        Reason::Minimum(left, right) => StepHow::Minimum(at(left), at(right)),
        Reason::Maximum(left, right) => StepHow::Maximum(at(left), at(right)),
        Reason::Rounded(number, places) => StepHow::Rounded(at(number), *places),
        Reason::Part { whole, weights, position: of, places } => {
            let weights_at = || weights.iter().map(at).collect();
            let split = || SheetSplit { whole: at(whole), weights: weights_at(), places: *places };
            StepHow::Part(splits.position(weights, split), position(*of))
        }
        Reason::Chosen { number, words, .. } => StepHow::Chosen(at(number), (*words).to_owned()),
    }
}

/// A column of a row that is filled: the one by which rows are told apart, or the first that every row needs.
fn column_that_is_filled(plan: &Plan, table: Table, row: u32) -> &'static str {
    let is_filled = |name: &str| plan.content(table, row, name).is_some_and(|content| !content.is_empty());
    let columns = || table.columns().iter().map(|column| column.name).filter(|name| is_filled(name));
    let first = if table.has_identifiers() { table.columns().first().map(|column| column.name) } else { None };
    let needed = || table.columns().iter().find(|column| column.required).map(|column| column.name);
    first.or_else(needed).filter(|name| is_filled(name)).or_else(|| columns().next()).unwrap_or_default()
}
