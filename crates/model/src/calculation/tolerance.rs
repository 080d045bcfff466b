use super::range::Range;
use super::record::{Entry, Record};
use super::{Reason, StepId};
use crate::quantity::{Fault, Fixed, Total};
use std::rc::Rc;

/// How far numbers may lie from their values because what they stand on is printed rounded, found by going through
/// the steps by which they came about. Each step is worked out once, and only where it is asked for.
#[derive(Debug)]
pub struct Tolerances {
    record: Rc<Record>,
    // One more than the position of the range of each step; nothing for a step that was not asked for.
    places: Vec<u32>,
    ranges: Vec<Range>,
}

impl Tolerances {
    /// The tolerances of the numbers of a recorded run.
    pub fn new(record: Rc<Record>) -> Self {
        let places = vec![0; record.len()];
        Self { record, places, ranges: Vec::new() }
    }

    /// The largest distance from the value of a step at which the unrounded number may lie.
    pub fn of(&mut self, step: StepId) -> Fixed {
        self.work_out(step);
        let Some(range) = self.known(step) else { return Fixed::ZERO };
        range.tolerance()
    }

    fn known(&self, step: StepId) -> Option<Range> {
        let place = self.places.get(step.position()).and_then(|place| place.checked_sub(1))?;
        self.ranges.get(place as usize).copied()
    }

    /// Goes from a step down to what it stands on. The list of what is still to be done lies in memory of its own:
    /// how deep steps lie on one another is up to the file.
    fn work_out(&mut self, step: StepId) {
        let record = Rc::clone(&self.record);
        let mut open = vec![step];
        while let Some(step) = open.last().copied() {
            if step.is_none() || self.known(step).is_some() {
                open.pop();
                continue;
            }
            let before = open.len();
            record.for_each_operand(step, |operand| {
                if !operand.is_none() && self.known(operand).is_none() {
                    open.push(operand);
                }
            });
            if open.len() > before {
                continue;
            }
            let range = self.range(&record, step);
            self.ranges.push(range);
            if let Some(place) = self.places.get_mut(step.position()) {
                *place = u32::try_from(self.ranges.len()).unwrap_or_default();
            }
            open.pop();
        }
    }

    /// The range of a step from those of what it stands on.
    fn range(&self, record: &Record, step: StepId) -> Range {
        let value = record.value(step);
        if let Some(Entry::Cell { table, column, form, .. }) = record.entry(step) {
            let kind = table.columns().get(usize::from(column)).map(|column| column.kind);
            return Range::around(value, kind.map_or(Fixed::ZERO, |kind| form.half_unit(kind)));
        }
        let Some((_, reason)) = record.step(step) else { return Range::exactly(Fixed::fault(Fault::NotGiven)) };
        let range = |step: StepId| self.known(step).unwrap_or(Range::exactly(Fixed::fault(Fault::NotGiven)));
        match reason {
            Reason::Figure(_, of) if !of.is_none() => range(of),
            Reason::Cell(_)
            | Reason::Figure(..)
            | Reason::Constant(_)
            | Reason::Row { .. }
            | Reason::Parameter(_)
            | Reason::Fault(_) => Range::exactly(value),
            Reason::Sum(parts) => {
                let mut ends = [Total::default(); 3];
                for part in parts {
                    let part = range(*part);
                    for (total, number) in ends.iter_mut().zip([part.low, part.middle, part.high]) {
                        total.add_fixed(number);
                    }
                }
                let [low, middle, high] = ends.map(Total::finish_fixed);
                Range { low, middle, high }
            }
            Reason::Product(factors) => {
                let ranges = factors.iter().map(|factor| range(*factor));
                ranges.reduce(|all, one| all.corners(&one, Fixed::times)).unwrap_or(Range::exactly(Fixed::ONE))
            }
            Reason::Difference(left, right) => range(left).both(&range(right).negated(), Fixed::plus),
            Reason::Quotient(left, right) => range(left).over(&range(right)),
            Reason::Negation(number) => range(number).negated(),
            Reason::Minimum(left, right) => range(left).both(&range(right), Fixed::minimum),
            Reason::Maximum(left, right) => range(left).both(&range(right), Fixed::maximum),
            Reason::Rounded(number, places) => range(number).ends(|end| end.rounded(places)),
            Reason::Part { whole, .. } => {
                // The part moves with the whole, in proportion.
                let whole = range(whole);
                let middle = value;
                let end = |end: Fixed| {
                    if whole.middle.is_zero() { middle } else { end.times(middle).over(whole.middle) }
                };
                Range { low: end(whole.low), middle, high: end(whole.high) }
            }
            Reason::Chosen { number, .. } => range(number),
        }
    }
}
