use super::record::{Reason, Record, StepId};
use super::{FigureKey, Series};
use crate::plan::Content;
use crate::quantity::{Decimal, Fixed, Total, Value};
use std::rc::Rc;

/// A number and the range in which it may lie, because what it stands on is printed rounded.
///
/// A printed 13.1 may stand for anything from 13.05 to 13.15. Sums widen the range by the half
/// units of their parts, which is what makes a difference explainable by rounding or not.
#[derive(Clone, Copy, Debug)]
pub(super) struct Range {
    low: Fixed,
    pub(super) middle: Fixed,
    high: Fixed,
}

impl Range {
    pub(super) const fn exactly(number: Fixed) -> Self {
        Self { low: number, middle: number, high: number }
    }

    /// The range of what is printed in a cell; nothing where that is no number.
    pub(super) fn of(content: Content<'_>) -> Option<Self> {
        content.number().map(|(number, half_unit)| Self::around(number, half_unit))
    }

    fn around(middle: Fixed, half_unit: Decimal) -> Self {
        let half_unit = Fixed::from(half_unit);
        Self { low: middle.minus(half_unit), middle, high: middle.plus(half_unit) }
    }

    /// Whether the two have nothing in common; what has no value is not apart from anything.
    pub(super) fn is_apart_from(&self, other: &Self) -> bool {
        let below = |left: Fixed, right: Fixed| left.minus(right).is_negative();
        let faulty = self.middle.is_fault() || other.middle.is_fault();
        !faulty && (below(self.high, other.low) || below(other.high, self.low))
    }

    fn ends(&self, operation: impl Fn(Fixed) -> Fixed) -> Self {
        Self { low: operation(self.low), middle: operation(self.middle), high: operation(self.high) }
    }

    fn both(&self, other: &Self, operation: fn(Fixed, Fixed) -> Fixed) -> Self {
        Self {
            low: operation(self.low, other.low),
            middle: operation(self.middle, other.middle),
            high: operation(self.high, other.high),
        }
    }

    fn negated(&self) -> Self {
        Self { low: self.high.negated(), middle: self.middle.negated(), high: self.low.negated() }
    }

    /// The range of an operation that may turn the order of its operands' ends round.
    pub(super) fn corners(&self, other: &Self, operation: fn(Fixed, Fixed) -> Fixed) -> Self {
        let middle = operation(self.middle, other.middle);
        let ends = [self.low, self.high].map(|left| [other.low, other.high].map(|right| operation(left, right)));
        let [[first, second], [third, fourth]] = ends;
        let low = first.minimum(second).minimum(third).minimum(fourth);
        let high = first.maximum(second).maximum(third).maximum(fourth);
        Self { low, middle, high }
    }

    fn over(&self, other: &Self) -> Self {
        if other.low.is_negative() != other.high.is_negative() {
            // The range of the divisor crosses zero: no range can be given, only the value.
            return Self::exactly(self.middle.over(other.middle));
        }
        self.corners(other, Fixed::over)
    }
}

/// How far figures may lie from their values, found by going through their explanations.
#[derive(Debug)]
pub struct Ranges {
    series: Vec<Series>,
    record: Rc<Record>,
    // What is already known, series by series and figure by figure.
    known: Vec<Vec<Option<Range>>>,
}

impl Ranges {
    /// The ranges of the figures of a recorded run.
    pub fn new(series: Vec<Series>, record: Record) -> Self {
        let known = series.iter().map(|series| vec![None; series.len()]).collect();
        Self { series, record: Rc::new(record), known }
    }

    /// The largest distance from the value of a figure at which the unrounded number may lie;
    /// `None` if there is no such figure.
    pub fn reach(&mut self, figure: FigureKey) -> Option<Value> {
        let range = self.of_figure(figure)?;
        let up = range.high.minus(range.middle);
        Some(up.maximum(range.middle.minus(range.low)).value())
    }

    fn of_figure(&mut self, figure: FigureKey) -> Option<Range> {
        let at = self.series.iter().position(|series| std::ptr::eq(series.kind(), figure.kind))?;
        let series = self.series.get(at)?;
        let position = series.position(figure.subjects)?;
        if let Some(Some(range)) = self.known.get(at).and_then(|known| known.get(position)) {
            return Some(*range);
        }
        let step = series.get(figure.subjects)?.step();
        // A figure stands on figures that were published before it, and lists of schemes are nested
        // to a limited depth only, so this comes to an end soon.
        let range = self.of(step);
        if let Some(known) = self.known.get_mut(at).and_then(|known| known.get_mut(position)) {
            *known = Some(range);
        }
        Some(range)
    }

    fn of(&mut self, step: StepId) -> Range {
        let record = Rc::clone(&self.record);
        let Some((value, reason)) = record.step(step) else {
            return Range::exactly(Fixed::fault(crate::quantity::Fault::NotGiven));
        };
        let mut range = |step: &StepId| self.of(*step);
        match reason {
            Reason::Cell(_, half_unit) => Range::around(*value, *half_unit),
            Reason::Figure(figure) => self.of_figure(*figure).unwrap_or(Range::exactly(*value)),
            Reason::Constant(_) | Reason::Row { .. } | Reason::Parameter(_) | Reason::Fault(_) => {
                Range::exactly(*value)
            }
            Reason::Sum(parts) => {
                let mut ends = [Total::default(); 3];
                for part in parts {
                    let part = range(part);
                    for (total, number) in ends.iter_mut().zip([part.low, part.middle, part.high]) {
                        total.add_fixed(number);
                    }
                }
                let [low, middle, high] = ends.map(Total::finish_fixed);
                Range { low, middle, high }
            }
            Reason::Difference(left, right) => range(left).both(&range(right).negated(), Fixed::plus),
            Reason::Product(left, right) => range(left).corners(&range(right), Fixed::times),
            Reason::Quotient(left, right) => range(left).over(&range(right)),
            Reason::Negation(number) => range(number).negated(),
            Reason::Minimum(left, right) => range(left).both(&range(right), Fixed::minimum),
            Reason::Maximum(left, right) => range(left).both(&range(right), Fixed::maximum),
            Reason::Rounded(number, places) => range(number).ends(|end| end.rounded(*places)),
            Reason::Part { whole, .. } => {
                // The part moves with the whole, in proportion.
                let whole = range(whole);
                let middle = *value;
                let end = |end: Fixed| {
                    if whole.middle.is_zero() { middle } else { end.times(middle).over(whole.middle) }
                };
                Range { low: end(whole.low), middle, high: end(whole.high) }
            }
            Reason::Chosen { number, .. } => range(number),
        }
    }
}
