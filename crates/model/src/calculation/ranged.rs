use super::number::{Number, NumberTotal, Printed};
use super::plain::{Plain, PlainTotal};
use super::{CellAddress, FigureKey};
use crate::parameters::ParameterValue;
use crate::quantity::{Decimal, Fault, Value};

/// A number and the range in which it may lie, because what it stands on is printed rounded.
///
/// A printed 13.1 may stand for anything from 13.05 to 13.15. Sums widen the range by the half
/// units of their parts, which is what makes a difference explainable by rounding or not.
#[derive(Clone, Copy, Debug)]
pub struct Ranged {
    low: Plain,
    middle: Plain,
    high: Plain,
}

/// A running sum of [`Ranged`] numbers.
#[derive(Clone, Copy, Debug, Default)]
pub struct RangedTotal {
    low: PlainTotal,
    middle: PlainTotal,
    high: PlainTotal,
}

impl Ranged {
    const fn exactly(number: Plain) -> Self {
        Self { low: number, middle: number, high: number }
    }

    /// The largest distance from the value at which the unrounded number may lie.
    pub fn reach(&self) -> Value {
        let up = self.high.minus(&self.middle);
        up.maximum(&self.middle.minus(&self.low)).value()
    }

    fn both(&self, other: &Self, operation: impl Fn(&Plain, &Plain) -> Plain) -> Self {
        Self {
            low: operation(&self.low, &other.low),
            middle: operation(&self.middle, &other.middle),
            high: operation(&self.high, &other.high),
        }
    }

    /// The range of an operation that may turn the order of its operands' ends round.
    fn corners(&self, other: &Self, operation: impl Fn(&Plain, &Plain) -> Plain) -> Self {
        let middle = operation(&self.middle, &other.middle);
        let ends = [&self.low, &self.high].map(|left| [&other.low, &other.high].map(|right| operation(left, right)));
        let [[first, second], [third, fourth]] = ends;
        let low = first.minimum(&second).minimum(&third).minimum(&fourth);
        let high = first.maximum(&second).maximum(&third).maximum(&fourth);
        Self { low, middle, high }
    }
}

impl Number for Ranged {
    type Total = RangedTotal;

    fn cell(printed: &impl Printed, _address: CellAddress) -> Self {
        let middle = Plain(printed.number());
        let half_unit = Plain::of(Ok(printed.half_unit()));
        Self { low: middle.minus(&half_unit), middle, high: middle.plus(&half_unit) }
    }
    fn constant(value: Decimal, what: &'static str) -> Self {
        Self::exactly(Plain::constant(value, what))
    }
    fn parameter(value: &ParameterValue) -> Self {
        Self::exactly(Plain::parameter(value))
    }
    fn fault(fault: Fault) -> Self {
        Self::exactly(Plain::fault(fault))
    }
    fn value(&self) -> Value {
        self.middle.value()
    }
    fn plus(&self, other: &Self) -> Self {
        self.both(other, Plain::plus)
    }
    fn minus(&self, other: &Self) -> Self {
        self.plus(&other.negated())
    }
    fn times(&self, other: &Self) -> Self {
        self.corners(other, Plain::times)
    }
    fn over(&self, other: &Self) -> Self {
        match (other.low.value(), other.high.value()) {
            (Ok(low), Ok(high)) if low.is_sign_negative() != high.is_sign_negative() => {
                // The range of the divisor crosses zero: no range can be given, only the value.
                Self::exactly(self.middle.over(&other.middle))
            }
            _ => self.corners(other, Plain::over),
        }
    }
    fn negated(&self) -> Self {
        Self { low: self.high.negated(), middle: self.middle.negated(), high: self.low.negated() }
    }
    fn minimum(&self, other: &Self) -> Self {
        self.both(other, Plain::minimum)
    }
    fn maximum(&self, other: &Self) -> Self {
        self.both(other, Plain::maximum)
    }
    fn rounded(&self, places: u32) -> Self {
        Self { low: self.low.rounded(places), middle: self.middle.rounded(places), high: self.high.rounded(places) }
    }
    fn split(&self, weights: &[Self], places: u32) -> Vec<Self> {
        let weights: Vec<Plain> = weights.iter().map(|weight| weight.middle).collect();
        let lows = self.low.split(&weights, places);
        let highs = self.high.split(&weights, places);
        let middles = self.middle.split(&weights, places);
        let ranged = lows.into_iter().zip(middles).zip(highs);
        ranged.map(|((low, middle), high)| Self { low, middle, high }).collect()
    }
    fn because(self, _words: &'static str, _basis: &[&Self]) -> Self {
        self
    }
    fn named(&self, _figure: FigureKey) -> Self {
        *self
    }
}

impl NumberTotal<Ranged> for RangedTotal {
    fn add(&mut self, number: &Ranged) {
        self.low.add(&number.low);
        self.middle.add(&number.middle);
        self.high.add(&number.high);
    }
    fn finish(self) -> Ranged {
        Ranged { low: self.low.finish(), middle: self.middle.finish(), high: self.high.finish() }
    }
}
