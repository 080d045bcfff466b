use crate::calculation::record::{Condition, Entry, Record, guard, record, unguarded};
use crate::calculation::{FigureKey, StepId};
use crate::parameters::ParameterValue;
use crate::plan::{NumberCell, NumberForm, NumberType, Table};
use crate::quantity::{Decimal, Fault, Fixed, Total, Value, split_fixed};
use std::cmp::Ordering;

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
    fn new(value: Fixed, entry: impl FnOnce(&mut Record) -> Entry) -> Self {
        Self { value, step: record(value, entry) }
    }

    /// The result of an operation: only while a run is recorded is there more to do than this.
    #[inline(always)]
    fn result(&self, value: Fixed, entry: impl FnOnce(&mut Record) -> Entry) -> Self {
        if self.step.is_none() { Self { value, step: StepId::NONE } } else { Self::new(value, entry) }
    }

    /// A number whose step is known already.
    #[inline(always)]
    pub(super) const fn at(value: Fixed, step: StepId) -> Self {
        Self { value, step }
    }

    /// What stands in a cell.
    #[inline(always)]
    pub fn cell<T: NumberType>(cell: NumberCell<T>) -> Self {
        let (table, row, column) = cell.position();
        Self::in_cell(cell.for_calculation(), cell.form(), table, row, column)
    }

    /// What stands in a cell that may be empty: an empty one is no number.
    #[inline]
    pub fn given<T: NumberType>(cell: Option<NumberCell<T>>) -> Self {
        cell.map_or_else(|| Self::fault(Fault::NotGiven), Self::cell)
    }

    /// The same for a cell of a type that is not known here.
    #[inline(always)]
    pub(in crate::calculation) fn in_cell(value: Fixed, form: NumberForm, table: Table, row: u32, column: u8) -> Self {
        Self::new(value, |_| Entry::Cell { table, column, form, row })
    }

    /// A number that is part of the rule itself, such as the twelve months of a year.
    pub fn constant(value: Decimal, what: &'static str) -> Self {
        Self::fixed_constant(value.into(), what)
    }

    /// The same in the form in which the model calculates.
    #[inline]
    pub(crate) fn fixed_constant(value: Fixed, what: &'static str) -> Self {
        Self::new(value, |record| record.constant(what))
    }

    /// A whole number that is part of the rule itself.
    #[inline]
    pub fn whole(number: i64, what: &'static str) -> Self {
        Self::fixed_constant(Fixed::whole(number), what)
    }

    /// What a cell that may be empty counts as.
    pub fn nothing() -> Self {
        Self::fixed_constant(Fixed::ZERO, "nothing")
    }

    /// The whole, of which shares are taken.
    pub fn the_whole() -> Self {
        Self::fixed_constant(Fixed::ONE, "the whole")
    }

    /// Twelve.
    pub fn months_of_a_year() -> Self {
        Self::whole(12, "months of a year")
    }

    /// How far printed numbers may lie from the exact ones.
    pub fn rounding(half_unit: Fixed) -> Self {
        Self::fixed_constant(half_unit, "half of the last digit that is printed")
    }

    /// How many there are of something.
    pub fn counted(number: usize, what: &'static str) -> Self {
        Self::whole(i64::try_from(number).unwrap_or(i64::MAX), what)
    }

    /// One, for a row that is counted.
    pub(in crate::calculation) fn row(table: Table, row: u32, what: &'static str) -> Self {
        Self::new(Fixed::ONE, |record| record.row(table, row, what))
    }

    /// A dated parameter. Where it changes within the year, each value counts for its months.
    pub fn parameter(value: &ParameterValue) -> Self {
        if value.parts.is_empty() {
            return Self::new(value.number.into(), |record| record.parameter(value.clone()));
        }
        let mut total = NumberTotal::default();
        for part in &value.parts {
            let months = Self::whole(part.months, "months of the year in which it holds");
            total.add(&Self::parameter(&part.value).times(&months));
        }
        total.finish().over(&Self::months_of_a_year()).because("it changes within the year: by months", &[])
    }

    /// No number, and why.
    pub fn fault(fault: Fault) -> Self {
        Self::new(Fixed::fault(fault), |_| Entry::Fault(fault))
    }

    /// The value itself. A rule that decides about a figure asks [`Number::is_below`] and the like instead: what
    /// follows from a value that was looked at holds for no other value.
    pub fn value(&self) -> Value {
        self.fixed().value()
    }

    /// The value in the form in which the model calculates; the same holds for it.
    pub fn fixed(&self) -> Fixed {
        guard(self.step, || Condition::Value(self.value));
        self.value
    }

    /// The value for the words of a finding: no figure stands on it.
    pub const fn shown(&self) -> Fixed {
        self.value
    }

    /// Whether it is below nothing.
    pub fn is_negative(&self) -> bool {
        let is = self.value.is_negative();
        guard(self.step, || Condition::Negative(is));
        is
    }

    /// Whether it is nothing.
    pub fn is_zero(&self) -> bool {
        let is = self.value.is_zero();
        guard(self.step, || Condition::Zero(is));
        is
    }

    /// Whether it is above nothing; a fault is not.
    pub fn is_positive(&self) -> bool {
        !self.is_fault() && !self.is_negative() && !self.is_zero()
    }

    /// Whether it is a fault and no number.
    pub fn is_fault(&self) -> bool {
        let is = self.value.is_fault();
        guard(self.step, || Condition::Fault(is));
        is
    }

    /// Whether it comes from a division by nothing.
    pub fn is_division_by_zero(&self) -> bool {
        let is = self.value.is_division_by_zero();
        guard(self.step, || Condition::DivisionByZero(is));
        is
    }

    /// Whether it is less than another; a fault is above every number.
    pub fn is_below(&self, other: &Self) -> bool {
        let is = self.value.is_below(other.value);
        if other.step.is_none() {
            guard(self.step, || Condition::Value(self.value));
        } else {
            guard(self.step, || Condition::Below(other.step, is));
        }
        is
    }

    /// Whether it is another number, or another fault, than this.
    pub fn differs_from(&self, other: &Self) -> bool {
        self.is_below(other) || other.is_below(self)
    }

    /// Which of two comes first in ascending order.
    pub fn compare(&self, other: &Self) -> Ordering {
        if self.is_below(other) {
            Ordering::Less
        } else if other.is_below(self) {
            Ordering::Greater
        } else {
            Ordering::Equal
        }
    }

    /// The step by which it came about, in a run that was recorded.
    pub const fn step(&self) -> StepId {
        self.step
    }

    /// `self + other`
    #[must_use]
    #[inline(never)]
    pub fn plus(&self, other: &Self) -> Self {
        self.result(self.value.plus(other.value), |record| Entry::Sum(record.operands(&[self.step, other.step])))
    }

    /// `self − other`
    #[must_use]
    pub fn minus(&self, other: &Self) -> Self {
        self.result(self.value.minus(other.value), |_| Entry::Difference(self.step, other.step))
    }

    /// `self × other`
    #[must_use]
    #[inline(never)]
    pub fn times(&self, other: &Self) -> Self {
        self.result(self.value.times(other.value), |record| Entry::Product(record.operands(&[self.step, other.step])))
    }

    /// The product of all factors, from the first to the last; one where there is none.
    pub fn product(factors: &[Self]) -> Self {
        let value = factors.iter().map(|factor| factor.value).reduce(Fixed::times).unwrap_or(Fixed::ONE);
        Self::new(value, |record| {
            let steps: Vec<StepId> = factors.iter().map(|factor| factor.step).collect();
            Entry::Product(record.operands(&steps))
        })
    }

    /// `self ÷ other`
    #[must_use]
    #[inline(never)]
    pub fn over(&self, other: &Self) -> Self {
        self.result(self.value.over(other.value), |_| Entry::Quotient(self.step, other.step))
    }

    /// `−self`
    #[must_use]
    #[inline(never)]
    pub fn negated(&self) -> Self {
        self.result(self.value.negated(), |_| Entry::Negation(self.step))
    }

    /// The smaller of two.
    #[must_use]
    #[inline(never)]
    pub fn minimum(&self, other: &Self) -> Self {
        self.result(self.value.minimum(other.value), |_| Entry::Minimum(self.step, other.step))
    }

    /// The larger of two.
    #[must_use]
    #[inline(never)]
    pub fn maximum(&self, other: &Self) -> Self {
        self.result(self.value.maximum(other.value), |_| Entry::Maximum(self.step, other.step))
    }

    /// Rounded half away from zero to so many places.
    #[must_use]
    #[inline(never)]
    pub fn rounded(&self, places: u32) -> Self {
        self.result(self.value.rounded(places), |_| Entry::Rounded(self.step, places))
    }

    /// Splits by weights into parts that sum to the whole, by the largest remainder.
    pub fn split(&self, weights: &[Self], places: u32) -> Vec<Self> {
        let values: Vec<Fixed> = weights.iter().map(|weight| weight.value).collect();
        let parts = split_fixed(self.value, &values, places);
        let mut operands = None;
        let part = |(position, part)| {
            self.result(part, |record| {
                let steps = || weights.iter().map(|weight| weight.step).collect::<Vec<_>>();
                let weights = *operands.get_or_insert_with(|| record.operands(&steps()));
                record.part(self.step, weights, position, places)
            })
        };
        parts.into_iter().enumerate().map(part).collect()
    }

    /// Notes why a rule chose this number among others, and on what the choice stands.
    #[must_use]
    pub fn because(self, words: &'static str, basis: &[&Self]) -> Self {
        self.result(self.value, |record| {
            let basis: Vec<StepId> = basis.iter().map(|number| number.step).collect();
            record.choice(self.step, words, &basis)
        })
    }

    /// The number as other rules see it: a figure with a name.
    #[must_use]
    #[inline(always)]
    pub(in crate::calculation) fn named(&self, figure: FigureKey) -> Self {
        self.result(self.value, |record| record.figure(figure, self.step))
    }
}

/// Runs something that decides about no figure, such as what words a finding has.
pub(super) fn for_words<T>(run: impl FnOnce() -> T) -> T {
    unguarded(run)
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
        Number::new(self.total.finish_fixed(), |record| Entry::Sum(record.operands(&self.steps)))
    }
}
