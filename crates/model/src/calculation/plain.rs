use super::number::{Number, NumberTotal, Printed};
use super::{CellAddress, FigureKey};
use crate::parameters::ParameterValue;
use crate::quantity::{self, Decimal, Fault, Fixed, Total, Value};

/// A number and nothing else: the fast way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plain(pub Fixed);

/// A running sum of [`Plain`] numbers.
#[derive(Clone, Copy, Debug, Default)]
pub struct PlainTotal(Total);

impl Plain {
    /// A number from a value.
    pub fn of(value: Value) -> Self {
        Self(value.into())
    }

    /// Whether it is a fault and not a number.
    pub const fn is_fault(self) -> bool {
        self.0.is_fault()
    }
}

impl Number for Plain {
    type Total = PlainTotal;
    const REPORTS_FINDINGS: bool = true;

    fn cell(printed: &impl Printed, _address: CellAddress) -> Self {
        Self(printed.number())
    }
    fn constant(value: Decimal, _what: &'static str) -> Self {
        Self(value.into())
    }
    fn parameter(value: &ParameterValue) -> Self {
        Self(value.number.into())
    }
    fn fault(fault: Fault) -> Self {
        Self(Fixed::fault(fault))
    }
    fn value(&self) -> Value {
        self.0.value()
    }
    fn plus(&self, other: &Self) -> Self {
        Self(self.0.add(other.0))
    }
    fn minus(&self, other: &Self) -> Self {
        Self(self.0.subtract(other.0))
    }
    fn times(&self, other: &Self) -> Self {
        Self(self.0.multiply(other.0))
    }
    fn over(&self, other: &Self) -> Self {
        Self(self.0.divide(other.0))
    }
    fn negated(&self) -> Self {
        Self(self.0.negate())
    }
    fn minimum(&self, other: &Self) -> Self {
        Self(self.0.minimum(other.0))
    }
    fn maximum(&self, other: &Self) -> Self {
        Self(self.0.maximum(other.0))
    }
    fn rounded(&self, places: u32) -> Self {
        Self(self.0.rounded(places))
    }
    fn split(&self, weights: &[Self], places: u32) -> Vec<Self> {
        let parts = self.value().and_then(|whole| {
            let weights = weights.iter().map(Self::value).collect::<Result<Vec<_>, _>>()?;
            quantity::split_by_largest_remainder(whole, &weights, places)
        });
        match parts {
            Ok(parts) => parts.into_iter().map(|part| Self(part.into())).collect(),
            Err(fault) => vec![Self::fault(fault); weights.len()],
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
        self.0.add_fixed(number.0);
    }
    fn finish(self) -> Plain {
        Plain(self.0.finish_fixed())
    }
}
