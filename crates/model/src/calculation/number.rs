use super::{CellAddress, FigureKey};
use crate::parameters::ParameterValue;
use crate::quantity::{Amount, Count, Decimal, Fault, Fixed, Rate, Value};

/// A value as a plan prints it: the number, and how far the unrounded one may lie away.
pub trait Printed {
    /// The value: pounds, things, or a fraction.
    fn number(&self) -> Fixed;
    /// Half a unit of the last printed place; zero where the printed number is exact.
    fn half_unit(&self) -> Decimal;
}

impl Printed for Amount {
    fn number(&self) -> Fixed {
        self.fixed()
    }
    fn half_unit(&self) -> Decimal {
        (*self).half_unit()
    }
}

impl Printed for Count {
    fn number(&self) -> Fixed {
        self.fixed()
    }
    /// Things are counted exactly.
    fn half_unit(&self) -> Decimal {
        Decimal::ZERO
    }
}

impl Printed for Decimal {
    fn number(&self) -> Fixed {
        (*self).into()
    }
    fn half_unit(&self) -> Decimal {
        Self::ZERO
    }
}

impl Printed for Rate {
    fn number(&self) -> Fixed {
        self.fraction().into()
    }
    fn half_unit(&self) -> Decimal {
        (*self).half_unit()
    }
}

/// A number on which rules calculate. See the [module](super) for the three kinds.
///
/// A fault in any operand is the result: a calculation never stops and never panics.
pub trait Number: Clone + Sized {
    /// How many numbers are added up.
    type Total: NumberTotal<Self>;

    /// Whether findings are wanted from this run.
    const REPORTS_FINDINGS: bool = false;

    /// What stands in a cell.
    fn cell(printed: &impl Printed, address: CellAddress) -> Self;
    /// A number that is part of the rule itself, such as the twelve months of a year.
    fn constant(value: Decimal, what: &'static str) -> Self;
    /// A dated parameter.
    fn parameter(value: &ParameterValue) -> Self;
    /// No number, and why.
    fn fault(fault: Fault) -> Self;
    /// The value.
    fn value(&self) -> Value;

    /// `self + other`
    fn plus(&self, other: &Self) -> Self;
    /// `self − other`
    fn minus(&self, other: &Self) -> Self;
    /// `self × other`
    fn times(&self, other: &Self) -> Self;
    /// `self ÷ other`
    fn over(&self, other: &Self) -> Self;
    /// `−self`
    fn negated(&self) -> Self;
    /// The smaller of two.
    fn minimum(&self, other: &Self) -> Self;
    /// The larger of two.
    fn maximum(&self, other: &Self) -> Self;
    /// Rounded half away from zero to so many places.
    fn rounded(&self, places: u32) -> Self;
    /// Splits by weights into parts that sum to the whole, by the largest remainder.
    fn split(&self, weights: &[Self], places: u32) -> Vec<Self>;

    /// Notes why a rule chose this number among others, and on what the choice stands.
    #[must_use]
    fn because(self, words: &'static str, basis: &[&Self]) -> Self;
    /// The number as other rules see it: a figure with a name.
    #[must_use]
    fn named(&self, figure: FigureKey) -> Self;
}

/// A running sum of numbers.
pub trait NumberTotal<N>: Default + Clone {
    /// Adds a number.
    fn add(&mut self, number: &N);
    /// The sum.
    fn finish(self) -> N;
}
