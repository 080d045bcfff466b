use super::number::{Number, NumberTotal, Printed};
use super::{CellAddress, FigureKey};
use crate::parameters::ParameterValue;
use crate::quantity::{self, Decimal, Fault, Total, Value};

/// A number and nothing else: the fast way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plain(pub Value);

/// A running sum of [`Plain`] numbers.
#[derive(Clone, Copy, Debug, Default)]
pub struct PlainTotal(Total);

impl Plain {
    fn combine(self, other: Self, operation: fn(Decimal, Decimal) -> Value) -> Self {
        Self(self.0.and_then(|left| operation(left, other.0?)))
    }
}

impl Number for Plain {
    type Total = PlainTotal;
    const REPORTS_FINDINGS: bool = true;

    fn cell(printed: &impl Printed, _address: CellAddress) -> Self {
        Self(Ok(printed.number()))
    }
    fn constant(value: Decimal, _what: &'static str) -> Self {
        Self(Ok(value))
    }
    fn parameter(value: &ParameterValue) -> Self {
        Self(Ok(value.number))
    }
    fn fault(fault: Fault) -> Self {
        Self(Err(fault))
    }
    fn value(&self) -> Value {
        self.0
    }
    fn plus(&self, other: &Self) -> Self {
        self.combine(*other, quantity::add)
    }
    fn minus(&self, other: &Self) -> Self {
        self.combine(*other, quantity::subtract)
    }
    fn times(&self, other: &Self) -> Self {
        self.combine(*other, quantity::multiply)
    }
    fn over(&self, other: &Self) -> Self {
        self.combine(*other, quantity::divide)
    }
    fn negated(&self) -> Self {
        Self(self.0.map(quantity::negate))
    }
    fn minimum(&self, other: &Self) -> Self {
        self.combine(*other, |left, right| Ok(left.min(right)))
    }
    fn maximum(&self, other: &Self) -> Self {
        self.combine(*other, |left, right| Ok(left.max(right)))
    }
    fn rounded(&self, places: u32) -> Self {
        Self(self.0.map(|number| quantity::round_half_away(number, places)))
    }
    fn split(&self, weights: &[Self], places: u32) -> Vec<Self> {
        let parts = self.0.and_then(|whole| {
            let weights = weights.iter().map(|weight| weight.0).collect::<Result<Vec<_>, _>>()?;
            quantity::split_by_largest_remainder(whole, &weights, places)
        });
        match parts {
            Ok(parts) => parts.into_iter().map(|part| Self(Ok(part))).collect(),
            Err(fault) => vec![Self(Err(fault)); weights.len()],
        }
    }
    fn because(self, _words: &'static str, _basis: &[&Self]) -> Self {
        self
    }
    fn named(&self, _figure: FigureKey) -> Self {
        *self
    }
}

impl NumberTotal<Plain> for PlainTotal {
    fn add(&mut self, number: &Plain) {
        match number.0 {
            Ok(number) => self.0.add(number),
            Err(fault) => self.0.fail(fault),
        }
    }
    fn finish(self) -> Plain {
        Plain(self.0.finish())
    }
}
