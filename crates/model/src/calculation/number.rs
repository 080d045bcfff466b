use super::record::{Reason, StepId, is_recording, record};
use super::{CellAddress, FigureKey};
use crate::parameters::ParameterValue;
use crate::plan::Table;
use crate::quantity::{
    Amount, Count, Decimal, Fault, Fixed, Measured, Rate, Total, Value, split_by_largest_remainder, whole,
};

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

impl Printed for Measured {
    fn number(&self) -> Fixed {
        self.fixed()
    }
    fn half_unit(&self) -> Decimal {
        (*self).half_unit()
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

/// A number on which rules calculate: its value and, while a run is recorded, the step by which
/// it came about.
///
/// A fault in any operand is the result: a calculation never stops and never panics.
#[derive(Clone, Copy, Debug)]
pub struct Number {
    value: Fixed,
    step: StepId,
}

impl Number {
    #[inline(always)]
    fn new(value: Fixed, reason: impl FnOnce() -> Reason) -> Self {
        Self { value, step: record(value, reason) }
    }

    /// The result of an operation: only while a run is recorded is there more to do than this.
    #[inline(always)]
    fn result(&self, value: Fixed, reason: impl FnOnce() -> Reason) -> Self {
        if self.step.is_none() { Self { value, step: StepId::NONE } } else { Self::new(value, reason) }
    }

    /// What stands in a cell.
    #[inline(always)]
    pub(super) fn cell(printed: &impl Printed, address: CellAddress) -> Self {
        let value = printed.number();
        if is_recording() { Self::recorded_cell(value, printed, address) } else { Self { value, step: StepId::NONE } }
    }

    #[cold]
    #[inline(never)]
    fn recorded_cell(value: Fixed, printed: &impl Printed, address: CellAddress) -> Self {
        Self::new(value, || Reason::Cell(address, printed.half_unit()))
    }

    /// A number that is part of the rule itself, such as the twelve months of a year.
    pub fn constant(value: Decimal, what: &'static str) -> Self {
        Self::new(value.into(), || Reason::Constant(what))
    }

    /// What a cell that may be empty counts as.
    pub fn nothing() -> Self {
        Self::constant(whole(0), "nothing")
    }

    /// The whole, of which shares are taken.
    pub fn the_whole() -> Self {
        Self::constant(whole(1), "the whole")
    }

    /// Twelve.
    pub fn months_of_a_year() -> Self {
        Self::constant(whole(12), "months of a year")
    }

    /// How many there are of something.
    pub fn counted(number: usize, what: &'static str) -> Self {
        Self::constant(whole(i64::try_from(number).unwrap_or(i64::MAX)), what)
    }

    /// One, for a row that is counted.
    pub(super) fn row(table: Table, row: u32, what: &'static str) -> Self {
        Self::new(whole(1).into(), || Reason::Row { table, row, what })
    }

    /// A dated parameter.
    pub fn parameter(value: &ParameterValue) -> Self {
        Self::new(value.number.into(), || Reason::Parameter(value.clone()))
    }

    /// No number, and why.
    pub fn fault(fault: Fault) -> Self {
        Self::new(Fixed::fault(fault), || Reason::Fault(fault))
    }

    /// The value.
    pub fn value(&self) -> Value {
        self.value.value()
    }

    /// The value in the form in which the model calculates.
    pub const fn fixed(&self) -> Fixed {
        self.value
    }

    /// The step by which it came about, in a run that was recorded.
    pub const fn step(&self) -> StepId {
        self.step
    }

    /// `self + other`
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        self.result(self.value.plus(other.value), || Reason::Sum(vec![self.step, other.step]))
    }

    /// `self − other`
    #[must_use]
    pub fn minus(&self, other: &Self) -> Self {
        self.result(self.value.minus(other.value), || Reason::Difference(self.step, other.step))
    }

    /// `self × other`
    #[must_use]
    pub fn times(&self, other: &Self) -> Self {
        self.result(self.value.times(other.value), || Reason::Product(self.step, other.step))
    }

    /// `self ÷ other`
    #[must_use]
    pub fn over(&self, other: &Self) -> Self {
        self.result(self.value.over(other.value), || Reason::Quotient(self.step, other.step))
    }

    /// `−self`
    #[must_use]
    pub fn negated(&self) -> Self {
        self.result(self.value.negated(), || Reason::Negation(self.step))
    }

    /// The smaller of two.
    #[must_use]
    pub fn minimum(&self, other: &Self) -> Self {
        self.result(self.value.minimum(other.value), || Reason::Minimum(self.step, other.step))
    }

    /// The larger of two.
    #[must_use]
    pub fn maximum(&self, other: &Self) -> Self {
        self.result(self.value.maximum(other.value), || Reason::Maximum(self.step, other.step))
    }

    /// Rounded half away from zero to so many places.
    #[must_use]
    pub fn rounded(&self, places: u32) -> Self {
        self.result(self.value.rounded(places), || Reason::Rounded(self.step, places))
    }

    /// Splits by weights into parts that sum to the whole, by the largest remainder.
    pub fn split(&self, weights: &[Self], places: u32) -> Vec<Self> {
        let values: Vec<Fixed> = weights.iter().map(|weight| weight.value).collect();
        let steps: std::rc::Rc<[StepId]> = weights.iter().map(|weight| weight.step).collect();
        let parts = split_fixed(self.value, &values, places);
        let part = |(position, part)| {
            let weights = std::rc::Rc::clone(&steps);
            self.result(part, || Reason::Part { whole: self.step, weights, position, places })
        };
        parts.into_iter().enumerate().map(part).collect()
    }

    /// Notes why a rule chose this number among others, and on what the choice stands.
    #[must_use]
    pub fn because(self, words: &'static str, basis: &[&Self]) -> Self {
        self.result(self.value, || Reason::Chosen {
            number: self.step,
            words,
            basis: basis.iter().map(|number| number.step).collect(),
        })
    }

    /// The number as other rules see it: a figure with a name.
    #[must_use]
    pub(super) fn named(&self, figure: FigureKey) -> Self {
        self.result(self.value, || Reason::Figure(figure))
    }
}

/// Splits a whole by weights; every part is the fault if there is one.
pub(super) fn split_fixed(whole: Fixed, weights: &[Fixed], places: u32) -> Vec<Fixed> {
    let parts = whole.value().and_then(|whole| {
        let weights = weights.iter().map(|weight| weight.value()).collect::<Result<Vec<_>, _>>()?;
        split_by_largest_remainder(whole, &weights, places)
    });
    match parts {
        Ok(parts) => parts.into_iter().map(Fixed::from).collect(),
        Err(fault) => vec![Fixed::fault(fault); weights.len()],
    }
}

/// A running sum of numbers: exact, and cheap to add to.
#[derive(Clone, Debug, Default)]
pub struct NumberTotal {
    total: Total,
    // Stays empty, and without memory of its own, unless the run is recorded.
    steps: Vec<StepId>,
}

impl NumberTotal {
    /// Adds a number.
    #[inline(always)]
    pub fn add(&mut self, number: &Number) {
        self.total.add_fixed(number.value);
        if !number.step.is_none() {
            self.steps.push(number.step);
        }
    }

    /// The sum.
    pub fn finish(self) -> Number {
        Number::new(self.total.finish_fixed(), || Reason::Sum(self.steps))
    }
}
