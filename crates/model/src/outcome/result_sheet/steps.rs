use super::data::{ResultSheet, SheetStep, SheetValue, StepHow};
use super::parameters::ParameterList;
use super::positions::{Positions, position, sheet_cell, sheet_value};
use crate::calculation::{Reason, Record, StepId};
use crate::quantity::Fault;
use std::collections::BTreeMap;

/// Fills in the steps on which figures stand, and the parameters that those use. What a step stands on has a smaller
/// number, so that one pass down finds them all, and one up writes them.
pub(super) fn fill(sheet: &mut ResultSheet, record: &Record, of_figures: &[StepId], positions: &Positions) {
    let mut needed = vec![false; record.len()];
    for step in of_figures {
        if let Some(needed) = needed.get_mut(step.position()) {
            *needed = true;
        }
    }
    for at in (0..record.len()).rev() {
        if needed.get(at).copied().unwrap_or_default() {
            operands(record, StepId::at(at), |operand| {
                if let Some(needed) = needed.get_mut(operand.position()) {
                    *needed = true;
                }
            });
        }
    }
    let mut places: BTreeMap<StepId, u32> = BTreeMap::new();
    let mut parameters = ParameterList::default();
    for at in needed.iter().enumerate().filter(|(_, needed)| **needed).map(|(at, _)| at) {
        let step = StepId::at(at);
        let Some((value, reason)) = record.step(step) else { continue };
        places.insert(step, position(sheet.steps.len()));
        let how = how(&reason, &places, positions, &mut parameters);
        sheet.steps.push(SheetStep { value: sheet_value(value.value()), how });
    }
    sheet.parameters = parameters.finish();
    let fault = position(sheet.steps.len());
    let mut is_missing = false;
    for (figure, step) in sheet.figures.iter_mut().zip(of_figures) {
        figure.step = places.get(step).copied().unwrap_or_else(|| {
            is_missing = true;
            fault
        });
    }
    if is_missing {
        let value = SheetValue::Fault(Fault::NotGiven.short().to_owned());
        sheet.steps.push(SheetStep { value, how: StepHow::Fault });
    }
}

/// The steps on which a step stands: a figure has its own, and the reason for a choice is no part of the number.
fn operands(record: &Record, step: StepId, mut tell: impl FnMut(StepId)) {
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
        Some(Reason::Part { whole, weights, position, .. }) => {
            tell(whole);
            if let Some(weight) = weights.get(position) {
                tell(*weight);
            }
        }
        _ => {}
    }
}

fn how(
    reason: &Reason<'_>,
    places: &BTreeMap<StepId, u32>,
    positions: &Positions,
    parameters: &mut ParameterList,
) -> StepHow {
    let at = |step: &StepId| places.get(step).copied().unwrap_or(u32::MAX);
    match reason {
        Reason::Cell(address) => StepHow::Cell(sheet_cell(*address)),
        Reason::Constant(words) => StepHow::Constant((*words).to_owned()),
        Reason::Row { what, .. } => StepHow::Constant((*what).to_owned()),
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
        Reason::Part { whole, weights, position: of, .. } => {
            StepHow::Part(at(whole), weights.get(*of).map_or(u32::MAX, at), position(weights.len()))
        }
        Reason::Chosen { number, words, .. } => StepHow::Chosen(at(number), (*words).to_owned()),
    }
}
