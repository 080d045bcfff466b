//! The steps of a record worked out again from their reasons.

use super::reason::Reason;
use super::step_id::StepId;
use super::steps::Record;
use crate::quantity::{Fault, Fixed, Total, Value, split_fixed};

impl Record {
    /// Computes the values of all steps again from their reasons, each once and in order. Cells, parameters,
    /// constants and other figures are taken from `leaf`.
    ///
    /// This is what a test holds against the calculation for every figure.
    pub fn evaluate_all(&self, leaf: &dyn Fn(&Reason<'_>, Value) -> Value) -> Vec<Value> {
        let mut values: Vec<Fixed> = Vec::with_capacity(self.len());
        for position in 0..self.len() {
            let Some((value, reason)) = self.step(StepId::at(position)) else { continue };
            let value = match reason {
                Reason::Cell(..)
                | Reason::Constant(_)
                | Reason::Row { .. }
                | Reason::Parameter(_)
                | Reason::Figure(..) => leaf(&reason, value.value()).into(),
                _ => apply(&reason, &|step: StepId| {
                    values.get(step.position()).copied().unwrap_or(Fixed::fault(Fault::NotGiven))
                }),
            };
            values.push(value);
        }
        values.into_iter().map(Fixed::value).collect()
    }
}

/// The result of an operation on values; a leaf has none.
fn apply(reason: &Reason<'_>, value: &dyn Fn(StepId) -> Fixed) -> Fixed {
    match *reason {
        Reason::Cell(..) | Reason::Constant(_) | Reason::Row { .. } | Reason::Parameter(_) => {
            Fixed::fault(Fault::NotGiven)
        }
        Reason::Figure(_, of) => value(of),
        Reason::Fault(fault) => Fixed::fault(fault),
        Reason::Sum(parts) => {
            let mut total = Total::default();
            parts.iter().for_each(|part| total.add_fixed(value(*part)));
            total.finish_fixed()
        }
        Reason::Product(factors) => {
            factors.iter().map(|factor| value(*factor)).reduce(Fixed::times).unwrap_or(Fixed::ONE)
        }
        Reason::Difference(left, right) => value(left).minus(value(right)),
        Reason::Quotient(left, right) => value(left).over(value(right)),
        Reason::Negation(number) => value(number).negated(),
        Reason::Minimum(left, right) => value(left).minimum(value(right)),
        Reason::Maximum(left, right) => value(left).maximum(value(right)),
        Reason::Rounded(number, places) => value(number).rounded(places),
        Reason::Part { whole, weights, position, places } => {
            let weights: Vec<Fixed> = weights.iter().map(|weight| value(*weight)).collect();
            let parts = split_fixed(value(whole), &weights, places);
            parts.get(position).copied().unwrap_or(Fixed::fault(Fault::NotGiven))
        }
        Reason::Chosen { number, .. } => value(number),
    }
}
