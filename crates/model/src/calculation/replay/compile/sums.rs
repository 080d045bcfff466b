//! Sums, to which the numbers of steps are added as they come.

use super::super::{Instruction, Operand};
use super::Compiler;
use crate::calculation::{Reason, StepId};
use crate::quantity::Total;

impl Compiler<'_> {
    /// Adds the number of a step to all sums that have it.
    #[inline(never)]
    pub(super) fn add_to_sums(&mut self, step: StepId) {
        let Operand::Slot(from) = self.peek(step) else { return };
        for sum in self.sums_of.remove(&step.position()).unwrap_or_default() {
            let sum = self.begin_sum(sum);
            self.instructions.push(Instruction::AddTo { sum, from });
        }
    }

    /// Where a sum is kept; it begins with what does not vary.
    #[inline(never)]
    pub(super) fn begin_sum(&mut self, position: usize) -> u32 {
        if let Some(sum) = self.begun.get(&position) {
            return *sum;
        }
        let sum = self.free_sums.pop().unwrap_or_else(|| {
            self.sum_count += 1;
            self.sum_count - 1
        });
        let mut total = Total::default();
        if let Some((_, Reason::Sum(parts))) = self.record.step(StepId::at(position)) {
            for part in parts.iter().filter(|part| !self.reach.varies(**part)) {
                total.add_fixed(self.record.value(*part));
            }
        }
        self.instructions.push(Instruction::BeginSum { sum, total });
        self.begun.insert(position, sum);
        sum
    }
}
