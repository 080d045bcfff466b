use crate::quantity::{Fault, Fixed};

/// A number and the range in which it may lie, because what it stands on is printed rounded.
///
/// A printed 13.1 may stand for anything from 13.05 to 13.15. Sums widen the range by the half
/// units of their parts, which is what makes a difference explainable by rounding or not.
#[derive(Clone, Copy, Debug)]
pub(in crate::calculation) struct Range {
    pub(super) low: Fixed,
    pub(in crate::calculation) middle: Fixed,
    pub(super) high: Fixed,
}

impl Range {
    pub(in crate::calculation) const fn exactly(number: Fixed) -> Self {
        Self { low: number, middle: number, high: number }
    }

    pub(in crate::calculation) fn around(middle: Fixed, half_unit: Fixed) -> Self {
        Self { low: middle.minus(half_unit), middle, high: middle.plus(half_unit) }
    }

    /// The largest distance from the value: a fault where there is no limit, nothing where the value is no number.
    pub(super) fn tolerance(&self) -> Fixed {
        if self.middle.is_fault() {
            return Fixed::ZERO;
        }
        self.high.minus(self.middle).maximum(self.middle.minus(self.low))
    }

    /// Anything, around a value.
    fn without_limit(middle: Fixed) -> Self {
        let limit = Fixed::fault(Fault::TooLarge);
        Self { low: limit, middle, high: limit }
    }

    /// The same, a little wider on both sides.
    pub(super) fn widened(self, by: Fixed) -> Self {
        Self { low: self.low.minus(by), middle: self.middle, high: self.high.plus(by) }
    }

    /// Whether the two have nothing in common; what has no value is not apart from anything.
    pub(in crate::calculation) fn is_apart_from(&self, other: &Self) -> bool {
        let below = |left: Fixed, right: Fixed| left.minus(right).is_negative();
        let faulty = self.middle.is_fault() || other.middle.is_fault();
        !faulty && (below(self.high, other.low) || below(other.high, self.low))
    }

    pub(super) fn ends(&self, operation: impl Fn(Fixed) -> Fixed) -> Self {
        Self { low: operation(self.low), middle: operation(self.middle), high: operation(self.high) }
    }

    pub(super) fn both(&self, other: &Self, operation: fn(Fixed, Fixed) -> Fixed) -> Self {
        Self {
            low: operation(self.low, other.low),
            middle: operation(self.middle, other.middle),
            high: operation(self.high, other.high),
        }
    }

    pub(super) fn negated(&self) -> Self {
        Self { low: self.high.negated(), middle: self.middle.negated(), high: self.low.negated() }
    }

    /// The range of an operation that may turn the order of its operands' ends round.
    pub(in crate::calculation) fn corners(&self, other: &Self, operation: fn(Fixed, Fixed) -> Fixed) -> Self {
        let middle = operation(self.middle, other.middle);
        let ends = [self.low, self.high].map(|left| [other.low, other.high].map(|right| operation(left, right)));
        let [[first, second], [third, fourth]] = ends;
        let low = first.minimum(second).minimum(third).minimum(fourth);
        let high = first.maximum(second).maximum(third).maximum(fourth);
        Self { low, middle, high }
    }

    pub(super) fn over(&self, other: &Self) -> Self {
        let middle = self.middle.over(other.middle);
        if other.low.is_zero() || other.high.is_zero() || other.low.is_negative() != other.high.is_negative() {
            // The divisor may be as near to nothing as one likes, and the quotient as large.
            return if other.low == other.high { Self::exactly(middle) } else { Self::without_limit(middle) };
        }
        self.corners(other, Fixed::over)
    }
}
