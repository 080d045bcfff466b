use super::range::Range;
use crate::calculation::record::Entry;
use crate::calculation::{Reason, Record, StepId};
use crate::quantity::{Fault, Fixed, Total};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Between what limits the numbers of a recorded run lie, step by step: each worked out once, and only where it is
/// asked for.
#[derive(Debug)]
pub(super) struct Ranges {
    record: Rc<Record>,
    // One more than the position of the range of each step; nothing for a step that was not asked for.
    places: Vec<u32>,
    ranges: Vec<Range>,
    // The sums of the weights by which something is split, by where the list of weights lies.
    weights: BTreeMap<usize, Range>,
}

impl Ranges {
    /// None is worked out yet.
    pub(super) fn new(record: Rc<Record>) -> Self {
        let places = vec![0; record.len()];
        Self { record, places, ranges: Vec::new(), weights: BTreeMap::new() }
    }

    /// The largest distance from the value of a step, by its range; a fault where there is no limit.
    pub(super) fn radius(&self, step: StepId) -> Fixed {
        self.known(step).map_or(Fixed::ZERO, |range| range.tolerance())
    }

    /// The range of a step that was worked out.
    pub(super) fn known(&self, step: StepId) -> Option<Range> {
        let place = self.places.get(step.position()).and_then(|place| place.checked_sub(1))?;
        self.ranges.get(place as usize).copied()
    }

    /// The range of the sum of weights that was worked out.
    pub(super) fn sum_of(&self, weights: &[StepId]) -> Option<Range> {
        self.weights.get(&(weights.as_ptr() as usize)).copied()
    }

    /// Goes from a step down to what it stands on. The list of what is still to be done lies in memory of its own:
    /// how deep steps lie on one another is up to the file.
    pub(super) fn work_out(&mut self, step: StepId) {
        let record = Rc::clone(&self.record);
        let mut open = vec![step];
        while let Some(step) = open.last().copied() {
            if step.is_none() || self.known(step).is_some() {
                open.pop();
                continue;
            }
            let before = open.len();
            let is_split = matches!(record.entry(step), Some(Entry::Part(_)));
            if is_split && self.weights_are_known(&record, step) {
                // The weights are gone through once for all parts.
            } else {
                record.for_each_operand(step, |operand| {
                    if !operand.is_none() && self.known(operand).is_none() {
                        open.push(operand);
                    }
                });
            }
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

    fn weights_are_known(&self, record: &Record, step: StepId) -> bool {
        match record.step(step) {
            Some((_, Reason::Part { whole, weights, .. })) => {
                self.sum_of(weights).is_some() && self.known(whole).is_some()
            }
            _ => false,
        }
    }

    /// The range of a step from those of what it stands on.
    fn range(&mut self, record: &Record, step: StepId) -> Range {
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
            Reason::Sum(parts) => sum(parts.iter().map(|part| range(*part))),
            Reason::Product(factors) => {
                let ranges = factors.iter().map(|factor| range(*factor));
                ranges.reduce(|all, one| product(&all, &one)).unwrap_or(Range::exactly(Fixed::ONE))
            }
            Reason::Difference(left, right) => range(left).both(&range(right).negated(), Fixed::plus),
            Reason::Quotient(left, right) => quotient(&range(left), &range(right)),
            Reason::Negation(number) => range(number).negated(),
            Reason::Minimum(left, right) => range(left).both(&range(right), Fixed::minimum),
            Reason::Maximum(left, right) => range(left).both(&range(right), Fixed::maximum),
            Reason::Rounded(number, places) => range(number).ends(|end| end.rounded(places)),
            Reason::Part { whole, weights, position, places } => {
                let (whole, weight) = (range(whole), weights.get(position).map_or(whole, |weight| *weight));
                let weight = range(weight);
                let total = match self.sum_of(weights) {
                    Some(total) => total,
                    None => sum(weights.iter().map(|weight| range(*weight))),
                };
                self.weights.insert(weights.as_ptr() as usize, total);
                part(value, &whole, &weight, &total, places)
            }
            Reason::Chosen { number, .. } => range(number),
        }
    }
}

fn sum(parts: impl Iterator<Item = Range>) -> Range {
    let mut ends = [Total::default(); 3];
    for part in parts {
        for (total, number) in ends.iter_mut().zip([part.low, part.middle, part.high]) {
            total.add_fixed(number);
        }
    }
    let [low, middle, high] = ends.map(Total::finish_fixed);
    Range { low, middle, high }
}

/// The range of a product; what is cut off beyond ten decimal places widens it.
fn product(left: &Range, right: &Range) -> Range {
    let range = left.corners(right, Fixed::times);
    if left.middle.times_is_exact(right.middle) { range } else { range.widened(Fixed::SMALLEST) }
}

/// The same for a quotient.
fn quotient(left: &Range, right: &Range) -> Range {
    let range = left.over(right);
    if left.middle.over_is_exact(right.middle) { range } else { range.widened(Fixed::SMALLEST) }
}

/// The range of a part of a whole that is split. Where nothing is rounded the part is exact.
fn part(value: Fixed, whole: &Range, weight: &Range, total: &Range, places: u32) -> Range {
    if [whole, weight, total].iter().all(|range| range.tolerance().is_zero()) {
        return Range::exactly(value);
    }
    let unit = Fixed::of_digits(1, places, 0);
    let share = quotient(&product(whole, weight), total);
    // The largest remainder moves each part by less than one unit of the last place.
    Range { low: share.low.minus(unit), middle: value, high: share.high.plus(unit) }
}
