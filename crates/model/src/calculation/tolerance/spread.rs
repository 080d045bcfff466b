use super::ranges::Ranges;
use super::reach::Reach;
use crate::calculation::record::Entry;
use crate::calculation::{Reason, Record, StepId};
use crate::plan::Table;
use crate::quantity::{Decimal, Fixed, InOrder, coefficient, whole};
use std::collections::BTreeMap;

/// From a number back to the printed cells: by how much each of them moves it.
///
/// Near its value a number is taken to be a sum of its cells, each times a coefficient (affine arithmetic). A cell is
/// one unknown, however often it is read: 50 % and 40 % of it are 90 % of it. The steps are gone through from the
/// last to the first, and each gives what it stands on its part of its own coefficient, so that a number costs no
/// more than the steps below it. What is not in proportion (the product of two roundings, a step that may turn to
/// the other of two numbers) is added as a limit, the *rest*.
pub(super) struct Spread<'a> {
    ranges: &'a Ranges,
    record: &'a Record,
    /// What is still to be gone through, with its coefficient; the latest step is taken first.
    open: BTreeMap<Node, Decimal>,
    /// The lists of weights whose sums are among it, by where they lie, with the last of each.
    weights: BTreeMap<usize, (StepId, &'a [StepId])>,
    /// The coefficients of the cells that were reached, once for each reading, with their half units.
    cells: Vec<(Cell, Decimal, Fixed)>,
    rest: Decimal,
}

/// A step, or the sum of the weights by which something is split: it lies after the last of them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Node {
    step: StepId,
    /// Where the list of weights lies; nothing for a step.
    weights: usize,
}

/// A cell, by its table, row and column.
type Cell = (Table, u32, u8);

impl<'a> Spread<'a> {
    /// How far a sum of steps, each times a number, may lie from its value; nothing where that takes too long or
    /// the coefficients are too large.
    pub(super) fn over(
        ranges: &'a Ranges,
        record: &'a Record,
        terms: &[(StepId, Decimal)],
        half_unit: Decimal,
        most_steps: usize,
    ) -> Option<Reach> {
        let mut spread = Self {
            ranges,
            record,
            open: BTreeMap::new(),
            weights: BTreeMap::new(),
            cells: Vec::new(),
            rest: Decimal::ZERO,
        };
        for (step, factor) in terms {
            spread.give(*step, *factor)?;
        }
        let mut left = most_steps;
        while let Some((node, by)) = spread.open.pop_last() {
            // Before it is done: a sum may have very many parts.
            left = left.checked_sub(spread.parts_of(node) + 1)?;
            spread.pass_on(node, by)?;
        }
        spread.finish(half_unit)
    }

    /// Adds to the coefficient of a step. What no rounding moves is left out.
    fn give(&mut self, step: StepId, by: Decimal) -> Option<()> {
        if step.is_none() || by.is_zero() || self.ranges.radius(step).is_zero() {
            return Some(());
        }
        self.give_node(Node { step, weights: 0 }, by)
    }

    fn give_node(&mut self, node: Node, by: Decimal) -> Option<()> {
        let coefficient = self.open.entry(node).or_default();
        *coefficient = coefficient::plus(*coefficient, by)?;
        Some(())
    }

    /// Adds to the rest: so much of a step, or less, on either side.
    fn add_rest(&mut self, by: Decimal, most: Fixed) -> Option<()> {
        self.rest = coefficient::plus(self.rest, coefficient::times(by.abs(), most.value().ok()?)?)?;
        Some(())
    }

    /// To how many a node passes on.
    fn parts_of(&self, node: Node) -> usize {
        if let Some((_, weights)) = self.weights.get(&node.weights) {
            return weights.len();
        }
        match self.record.step(node.step) {
            Some((_, Reason::Sum(parts) | Reason::Product(parts))) => parts.len(),
            _ => 2,
        }
    }

    /// Gives what a node stands on its part.
    fn pass_on(&mut self, node: Node, by: Decimal) -> Option<()> {
        if let Some((_, weights)) = self.weights.get(&node.weights).copied() {
            for weight in weights {
                self.give(*weight, by)?;
            }
            return Some(());
        }
        let (value, reason) = self.record.step(node.step)?;
        match reason {
            Reason::Cell(_) => {
                if let Some(Entry::Cell { table, column, row, .. }) = self.record.entry(node.step) {
                    self.cells.push(((table, row, column), by, self.ranges.radius(node.step)));
                }
            }
            Reason::Constant(_) | Reason::Row { .. } | Reason::Parameter(_) | Reason::Fault(_) => {}
            Reason::Figure(_, of) => self.give(of, by)?,
            Reason::Chosen { number, .. } => self.give(number, by)?,
            Reason::Negation(number) => self.give(number, -by)?,
            Reason::Sum(parts) => {
                for part in parts {
                    self.give(*part, by)?;
                }
            }
            Reason::Difference(left, right) => {
                self.give(left, by)?;
                self.give(right, -by)?;
            }
            Reason::Product(factors) => self.product(factors, by)?,
            Reason::Quotient(left, right) => self.quotient(left, right, by)?,
            Reason::Minimum(left, right) => self.either(node.step, [left, right], by, false)?,
            Reason::Maximum(left, right) => self.either(node.step, [left, right], by, true)?,
            Reason::Rounded(number, places) => {
                let unit = Fixed::of_digits(1, places, 0);
                self.or_as_a_limit(node.step, unit, by, |spread| spread.give(number, by))?;
            }
            Reason::Part { whole, weights, position, places } => {
                self.part(value, whole, weights, position, places, by)?;
            }
        }
        Some(())
    }

    /// Passes on in proportion, with a limit on what is not; or takes the whole range of the step as a limit, where
    /// that is the nearer one.
    fn or_as_a_limit(
        &mut self,
        step: StepId,
        most: Fixed,
        by: Decimal,
        in_proportion: impl FnOnce(&mut Self) -> Option<()>,
    ) -> Option<()> {
        let radius = self.ranges.radius(step);
        if !radius.is_fault() && (most.is_fault() || !most.is_below(radius)) {
            return self.add_rest(by, radius);
        }
        in_proportion(self)?;
        self.add_rest(by, most)
    }

    /// Each factor counts times all others; the products of roundings are the rest.
    fn product(&mut self, factors: &'a [StepId], by: Decimal) -> Option<()> {
        // The products of all factors after each.
        let mut after = vec![by; factors.len()];
        let mut product = by;
        for (place, factor) in after.iter_mut().zip(factors).rev() {
            *place = product;
            product = coefficient::times(product, self.number(*factor)?)?;
        }
        let (mut before, mut radius) = (Fixed::ONE, Fixed::ZERO);
        for (factor, after) in factors.iter().zip(&after) {
            let (value, own) = (self.record.value(*factor), self.ranges.radius(*factor));
            self.give(*factor, coefficient::times(before.value().ok()?, *after)?)?;
            let mixed = radius.times(own);
            let cut = if before.times_is_exact(value) { Fixed::ZERO } else { Fixed::SMALLEST };
            self.add_rest(*after, mixed.plus(cut))?;
            radius = radius.times(size(value)).plus(size(before).times(own)).plus(mixed);
            before = before.times(value);
        }
        Some(())
    }

    /// x ÷ y moves with x by 1 ÷ y and with y by −x ÷ y².
    fn quotient(&mut self, left: StepId, right: StepId, by: Decimal) -> Option<()> {
        let (dividend, divisor) = (self.number(left)?, self.number(right)?);
        let of_left = coefficient::over(by, divisor)?;
        let of_right = -coefficient::times(of_left, coefficient::over(dividend, divisor)?)?;
        self.give(left, of_left)?;
        self.give(right, of_right)?;
        // What the divisor may lose makes both parts larger by its share: (dx − q dy) dy ÷ (y (y + dy)).
        let [own, of_divisor] = [left, right].map(|step| self.ranges.radius(step).value().ok());
        let (own, of_divisor) = (own?, of_divisor?);
        let least = coefficient::plus(divisor.abs(), -of_divisor)?;
        if least.is_zero() || least.is_sign_negative() {
            return None;
        }
        let both = coefficient::plus(
            coefficient::times(of_left.abs(), own)?,
            coefficient::times(of_right.abs(), of_divisor)?,
        )?;
        let mixed = coefficient::times(both, coefficient::over(of_divisor, least)?)?;
        self.rest = coefficient::plus(self.rest, mixed)?;
        let exact = self.record.value(left).over_is_exact(self.record.value(right));
        self.add_rest(by, if exact { Fixed::ZERO } else { Fixed::SMALLEST })
    }

    /// The smaller or the larger of two: the one that it is, and how far the other may lie beyond it.
    fn either(&mut self, step: StepId, [left, right]: [StepId; 2], by: Decimal, larger: bool) -> Option<()> {
        let is_left = self.record.value(right).is_below(self.record.value(left)) == larger;
        let (taken, other) = if is_left { (left, right) } else { (right, left) };
        let (of_taken, of_other) = (self.ranges.known(taken)?, self.ranges.known(other)?);
        let beyond = if larger { of_other.high.minus(of_taken.low) } else { of_taken.high.minus(of_other.low) };
        if beyond.is_negative() || beyond.is_zero() {
            return self.give(taken, by);
        }
        self.or_as_a_limit(step, beyond, by, |spread| spread.give(taken, by))
    }

    /// A part of a whole moves with the whole, with its own weight, and against the sum of the weights.
    fn part(
        &mut self,
        value: Fixed,
        whole: StepId,
        weights: &'a [StepId],
        position: usize,
        places: u32,
        by: Decimal,
    ) -> Option<()> {
        let weight = *weights.get(position)?;
        let total = self.ranges.sum_of(weights)?;
        let (all, own, sum) = (self.number(whole)?, self.number(weight)?, total.middle.value().ok()?);
        let of_whole = coefficient::over(coefficient::times(by, own)?, sum)?;
        let of_weight = coefficient::over(coefficient::times(by, all)?, sum)?;
        let of_total = -coefficient::over(coefficient::times(of_whole, all)?, sum)?;
        self.give(whole, of_whole)?;
        self.give(weight, of_weight)?;
        if !total.tolerance().is_zero() {
            let at = weights.as_ptr() as usize;
            let last = match self.weights.get(&at) {
                Some((last, _)) => *last,
                None => weights.iter().copied().max()?,
            };
            self.weights.insert(at, (last, weights));
            self.give_node(Node { step: last, weights: at }, of_total)?;
        }
        let radius = |fixed: Fixed| fixed.value().ok();
        let (of_all, of_own) = (radius(self.ranges.radius(whole))?, radius(self.ranges.radius(weight))?);
        let of_sum = radius(total.tolerance())?;
        let least = coefficient::plus(sum.abs(), -of_sum)?;
        if least.is_zero() || least.is_sign_negative() {
            return None;
        }
        // As for a product and a quotient: first the product of two roundings, then what the divisor may lose.
        let mixed = coefficient::over(coefficient::times(coefficient::times(by.abs(), of_all)?, of_own)?, sum.abs())?;
        let mut moved = mixed;
        for (of, radius) in [(of_whole, of_all), (of_weight, of_own), (of_total, of_sum)] {
            moved = coefficient::plus(moved, coefficient::times(of.abs(), radius)?)?;
        }
        let lost = coefficient::times(moved, coefficient::over(of_sum, least)?)?;
        self.rest = coefficient::plus(self.rest, coefficient::plus(mixed, lost)?)?;
        if value.is_fault() {
            return None;
        }
        // The largest remainder moves each part by less than one unit of the last place, before and after.
        self.add_rest(by, Fixed::of_digits(2, places, 0))
    }

    fn number(&self, step: StepId) -> Option<Decimal> {
        self.record.value(step).value().ok()
    }

    /// What all cells together may move the number by, each once.
    fn finish(mut self, half_unit: Decimal) -> Option<Reach> {
        self.cells.order_by_key(|(cell, ..)| *cell);
        let mut sizes = vec![half_unit];
        for readings in self.cells.chunk_by(|(left, ..), (right, ..)| left == right) {
            let [(.., half), ..] = readings else { continue };
            let by = readings.iter().try_fold(whole(0), |sum, (_, by, _)| coefficient::plus(sum, *by))?;
            sizes.push(coefficient::times(by.abs(), half.value().ok()?)?);
        }
        let all = sizes.iter().try_fold(self.rest, |sum, size| coefficient::plus(sum, *size))?;
        let deviation = coefficient::standard_deviation(&sizes)?;
        Some(Reach { farthest: coefficient::rounded_up(all), rest: self.rest, deviation })
    }
}

fn size(number: Fixed) -> Fixed {
    if number.is_negative() { number.negated() } else { number }
}
