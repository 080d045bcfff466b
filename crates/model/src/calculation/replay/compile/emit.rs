//! The instructions of each step.

use super::super::{Binary, Instruction, Operand};
use super::Compiler;
use crate::calculation::{Reason, StepId};

impl Compiler<'_> {
    /// The instructions of one step.
    pub(super) fn emit(&mut self, step: StepId) {
        let position = step.position();
        if self.slots.get(position).is_some_and(|slot| *slot > 0) {
            // A part of a split that was made with an earlier one.
            self.add_to_sums(step);
            return;
        }
        let Some((_, reason)) = self.record.step(step) else { return };
        match reason {
            Reason::Cell(_) => {
                let input = self.reach.inputs.get(&position).copied().unwrap_or_default();
                let to = self.slot(step);
                self.instructions.push(Instruction::Input { input, to });
            }
            Reason::Sum(_) => {
                let sum = self.begin_sum(position);
                self.begun.remove(&position);
                self.free_sums.push(sum);
                let to = self.slot(step);
                self.instructions.push(Instruction::EndSum { sum, to });
            }
            Reason::Product(factors) => self.product(step, factors),
            Reason::Difference(left, right) => self.binary(step, Binary::Subtract, left, right),
            Reason::Quotient(left, right) => self.binary(step, Binary::Divide, left, right),
            Reason::Minimum(left, right) => self.binary(step, Binary::Minimum, left, right),
            Reason::Maximum(left, right) => self.binary(step, Binary::Maximum, left, right),
            Reason::Negation(number) => self.unary(step, number, |from, to| Instruction::Negate { from, to }),
            Reason::Rounded(number, places) => {
                self.unary(step, number, |from, to| Instruction::Round { from, places, to });
            }
            Reason::Part { whole, weights, places, .. } => self.split(whole, weights, places),
            // What is handed on has no number of its own, and the rest does not vary.
            Reason::Constant(_)
            | Reason::Row { .. }
            | Reason::Parameter(_)
            | Reason::Figure(..)
            | Reason::Fault(_)
            | Reason::Chosen { .. } => {}
        }
        self.add_to_sums(step);
    }

    #[inline(never)]
    fn binary(&mut self, step: StepId, operation: Binary, left: StepId, right: StepId) {
        let (from_left, from_right) = (self.operand(left), self.operand(right));
        self.release(left);
        self.release(right);
        let to = self.slot(step);
        self.instructions.push(Instruction::Binary { operation, left: from_left, right: from_right, to });
    }

    fn unary(&mut self, step: StepId, number: StepId, instruction: impl Fn(u32, u32) -> Instruction) {
        let Operand::Slot(from) = self.operand(number) else { return };
        self.release(number);
        let to = self.slot(step);
        self.instructions.push(instruction(from, to));
    }

    /// From the first factor to the last, as the rules multiply.
    fn product(&mut self, step: StepId, factors: &[StepId]) {
        let [first, others @ ..] = factors else { return };
        let mut left = self.operand(*first);
        let to = self.slot(step);
        if others.is_empty() {
            let one = Operand::Constant(crate::quantity::Fixed::ONE);
            self.instructions.push(Instruction::Binary { operation: Binary::Multiply, left, right: one, to });
        }
        for factor in others {
            let right = self.operand(*factor);
            self.instructions.push(Instruction::Binary { operation: Binary::Multiply, left, right, to });
            left = Operand::Slot(to);
        }
        factors.iter().for_each(|factor| self.release(*factor));
    }

    fn split(&mut self, whole: StepId, weights: &[StepId], places: u32) {
        let parts = self.splits.get(&(whole, weights.as_ptr() as usize)).cloned().unwrap_or_default();
        let from_whole = self.operand(whole);
        let from_weights: Box<[Operand]> = weights.iter().map(|weight| self.operand(*weight)).collect();
        let mut to = Vec::with_capacity(parts.len());
        for part in parts {
            if let Some((_, Reason::Part { position, .. })) = self.record.step(part) {
                to.push((u32::try_from(position).unwrap_or(u32::MAX), self.slot(part)));
            }
        }
        self.instructions.push(Instruction::Split {
            whole: from_whole,
            weights: from_weights,
            places,
            parts: to.into_boxed_slice(),
        });
        self.release(whole);
        weights.iter().for_each(|weight| self.release(*weight));
    }
}
