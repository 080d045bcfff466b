use super::ranges::Ranges;
use super::reach::Reach;
use super::spread::Spread;
use crate::calculation::{Reason, Record, StepId};
use crate::quantity::{Decimal, Fixed, coefficient};
use std::rc::Rc;

/// How far numbers may lie from their values because what they stand on is printed rounded, found by going through
/// the steps by which they came about.
///
/// It is done in two ways. Forwards, each step has a range, worked out once and only where it is asked for; but a
/// range has forgotten of which cells it is made, so that 50 % of a cell and 40 % of the same cell seem to go apart.
/// Backwards, from one number down to the cells, each cell is one unknown, however often it is read (`spread.rs`); the
/// ranges say what is not in proportion. Both are limits, and the nearer holds.
#[derive(Debug)]
pub struct Tolerances {
    record: Rc<Record>,
    ranges: Ranges,
    most_steps: usize,
    is_short_of_time: bool,
}

/// A number that is one divided by another, less a third.
#[derive(Clone, Copy, Debug)]
pub struct Ratio {
    /// What is divided.
    pub dividend: StepId,
    /// By what.
    pub divisor: StepId,
    /// Less what: the one of a change in per cent, or nothing.
    pub less: Decimal,
}

/// So many steps are gone through backwards for all numbers together, beside a few times what was recorded.
const MOST_STEPS: usize = 1_000_000;

impl Tolerances {
    /// The tolerances of the numbers of a recorded run.
    pub fn new(record: Rc<Record>) -> Self {
        let ranges = Ranges::new(Rc::clone(&record));
        Self { record, ranges, most_steps: MOST_STEPS, is_short_of_time: false }
    }

    /// Says of how many numbers it will be asked: each may take its part of the time. One that needs more has no
    /// more than its range, whatever else is asked before it.
    pub fn expect(&mut self, numbers: usize) {
        let all = self.record.len().saturating_mul(8).saturating_add(MOST_STEPS);
        self.most_steps = all / numbers.max(1);
        self.is_short_of_time = self.most_steps < self.record.len();
    }

    /// Whether there are so many numbers that one may have to do with its range.
    pub const fn is_short_of_time(&self) -> bool {
        self.is_short_of_time
    }

    /// How far a sum of steps, each times a number, may lie from its value. What is printed beside it is one more
    /// unknown, within half a unit.
    pub fn of(&mut self, terms: &[(StepId, Decimal)], half_unit: Decimal) -> Reach {
        for (step, _) in terms {
            self.ranges.work_out(*step);
        }
        let range = self.by_ranges(terms, half_unit);
        let spread = Spread::over(&self.ranges, &self.record, terms, half_unit, self.most_steps);
        match spread {
            Some(reach) => Reach { farthest: reach.farthest.min(range.farthest), ..reach },
            None => range,
        }
    }

    /// The same from the ranges alone: once they are there it takes no time.
    pub fn quickly(&mut self, terms: &[(StepId, Decimal)], half_unit: Decimal) -> Reach {
        for (step, _) in terms {
            self.ranges.work_out(*step);
        }
        self.by_ranges(terms, half_unit)
    }

    fn by_ranges(&self, terms: &[(StepId, Decimal)], half_unit: Decimal) -> Reach {
        let parts = terms.iter().map(|(step, factor)| self.ranges.radius(*step).times(Fixed::from(factor.abs())));
        Reach::within(parts.fold(Fixed::from(half_unit), Fixed::plus))
    }

    /// If a number is one divided by another, less something that no rounding moves: these.
    pub fn ratio(&mut self, step: StepId) -> Option<Ratio> {
        self.ranges.work_out(step);
        let (mut step, mut less) = (step, Decimal::ZERO);
        loop {
            step = match self.record.step(step)?.1 {
                Reason::Figure(_, of) => of,
                Reason::Chosen { number, .. } => number,
                Reason::Sum([only]) => *only,
                Reason::Difference(left, right) if self.ranges.radius(right).is_zero() => {
                    less = coefficient::plus(less, self.value(right).value().ok()?)?;
                    left
                }
                Reason::Quotient(dividend, divisor) => return Some(Ratio { dividend, divisor, less }),
                _ => return None,
            };
        }
    }

    /// The value of a step.
    pub fn value(&self, step: StepId) -> Fixed {
        self.record.value(step)
    }
}
