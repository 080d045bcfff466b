use super::{FigureKey, Number, NumberTotal, Plain, PlainTotal, Reason, Series, Traced};
use crate::quantity::Value;
use std::collections::HashMap;

/// A number and the range in which it may lie, because what it stands on is printed rounded.
///
/// A printed 13.1 may stand for anything from 13.05 to 13.15. Sums widen the range by the half
/// units of their parts, which is what makes a difference explainable by rounding or not.
#[derive(Clone, Copy, Debug)]
struct Range {
    low: Plain,
    middle: Plain,
    high: Plain,
}

impl Range {
    const fn exactly(number: Plain) -> Self {
        Self { low: number, middle: number, high: number }
    }

    fn ends(&self, operation: impl Fn(&Plain) -> Plain) -> Self {
        Self { low: operation(&self.low), middle: operation(&self.middle), high: operation(&self.high) }
    }

    fn both(&self, other: &Self, operation: fn(&Plain, &Plain) -> Plain) -> Self {
        Self {
            low: operation(&self.low, &other.low),
            middle: operation(&self.middle, &other.middle),
            high: operation(&self.high, &other.high),
        }
    }

    fn negated(&self) -> Self {
        Self { low: self.high.negated(), middle: self.middle.negated(), high: self.low.negated() }
    }

    /// The range of an operation that may turn the order of its operands' ends round.
    fn corners(&self, other: &Self, operation: fn(&Plain, &Plain) -> Plain) -> Self {
        let middle = operation(&self.middle, &other.middle);
        let ends = [&self.low, &self.high].map(|left| [&other.low, &other.high].map(|right| operation(left, right)));
        let [[first, second], [third, fourth]] = ends;
        let low = first.minimum(&second).minimum(&third).minimum(&fourth);
        let high = first.maximum(&second).maximum(&third).maximum(&fourth);
        Self { low, middle, high }
    }

    fn over(&self, other: &Self) -> Self {
        if other.low.0.is_negative() != other.high.0.is_negative() {
            // The range of the divisor crosses zero: no range can be given, only the value.
            return Self::exactly(self.middle.over(&other.middle));
        }
        self.corners(other, Plain::over)
    }
}

/// How far figures may lie from their values, found by going through their explanations.
#[derive(Debug)]
pub struct Ranges {
    series: Vec<Series<Traced>>,
    known: HashMap<FigureKey, Range>,
}

impl Ranges {
    /// The ranges of figures with how they came about.
    pub fn new(series: Vec<Series<Traced>>) -> Self {
        Self { series, known: HashMap::new() }
    }

    /// The largest distance from the value of a figure at which the unrounded number may lie;
    /// `None` if there is no such figure.
    pub fn reach(&mut self, figure: FigureKey) -> Option<Value> {
        let range = self.of_figure(figure)?;
        let up = range.high.minus(&range.middle);
        Some(up.maximum(&range.middle.minus(&range.low)).value())
    }

    fn of_figure(&mut self, figure: FigureKey) -> Option<Range> {
        if let Some(range) = self.known.get(&figure) {
            return Some(*range);
        }
        let series = self.series.iter().find(|series| std::ptr::eq(series.kind(), figure.kind))?;
        let number = series.get(figure.subjects)?.clone();
        let range = self.of(&number);
        self.known.insert(figure, range);
        Some(range)
    }

    fn of(&mut self, number: &Traced) -> Range {
        match number.reason() {
            Reason::Cell(_, half_unit) => {
                let half_unit = Plain::of(Ok(*half_unit));
                let middle = number.plain();
                Range { low: middle.minus(&half_unit), middle, high: middle.plus(&half_unit) }
            }
            Reason::Figure(figure) => self.of_figure(*figure).unwrap_or(Range::exactly(number.plain())),
            Reason::Constant(_) | Reason::Parameter(_) | Reason::Fault(_) => Range::exactly(number.plain()),
            Reason::Sum(parts) => {
                let mut ends = [PlainTotal::default(), PlainTotal::default(), PlainTotal::default()];
                for part in parts {
                    let range = self.of(part);
                    for (total, number) in ends.iter_mut().zip([range.low, range.middle, range.high]) {
                        total.add(&number);
                    }
                }
                let [low, middle, high] = ends.map(PlainTotal::finish);
                Range { low, middle, high }
            }
            Reason::Difference(left, right) => self.of(left).both(&self.of(right).negated(), Plain::plus),
            Reason::Product(left, right) => self.of(left).corners(&self.of(right), Plain::times),
            Reason::Quotient(left, right) => self.of(left).over(&self.of(right)),
            Reason::Negation(number) => self.of(number).negated(),
            Reason::Minimum(left, right) => self.of(left).both(&self.of(right), Plain::minimum),
            Reason::Maximum(left, right) => self.of(left).both(&self.of(right), Plain::maximum),
            Reason::Rounded(number, places) => self.of(number).ends(|end| end.rounded(*places)),
            Reason::Part { whole, weights, position, places } => {
                let weights: Vec<Plain> = weights.iter().map(Traced::plain).collect();
                let part = |whole: &Plain| whole.split(&weights, *places).get(*position).copied().unwrap_or(*whole);
                self.of(whole).ends(part)
            }
            Reason::Chosen { number, .. } => self.of(number),
        }
    }
}
