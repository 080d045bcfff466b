//! Where the number of each step is kept while it is needed.

use super::super::Operand;
use super::{Compiler, TO_THE_END};
use crate::calculation::StepId;

impl Compiler<'_> {
    /// A free slot for the number of a step.
    #[inline(never)]
    pub(super) fn slot(&mut self, step: StepId) -> u32 {
        let slot = self.free.pop().unwrap_or_else(|| {
            self.slot_count += 1;
            self.slot_count - 1
        });
        if let Some(place) = self.slots.get_mut(step.position()) {
            *place = slot + 1;
        }
        slot
    }

    /// The number of a step where it is read without being used up.
    #[inline(never)]
    pub(super) fn peek(&self, step: StepId) -> Operand {
        match self.slots.get(step.position()).and_then(|slot| slot.checked_sub(1)) {
            Some(slot) if self.reach.varies(step) => Operand::Slot(slot),
            _ => Operand::Constant(self.record.value(step)),
        }
    }

    /// The number of the step whose value a step hands on.
    #[inline(never)]
    pub(super) fn operand(&self, step: StepId) -> Operand {
        self.peek(self.record.origin(step))
    }

    /// One use less of a number: after the last its slot is free.
    #[inline(never)]
    pub(super) fn release(&mut self, step: StepId) {
        let step = self.record.origin(step);
        if let Some(uses) = self.uses.get_mut(step.position()).filter(|uses| **uses != TO_THE_END) {
            *uses = uses.saturating_sub(1);
        }
        self.release_if_unused(step);
    }

    /// The slot of a number that nothing needs is free.
    #[inline(never)]
    pub(super) fn release_if_unused(&mut self, step: StepId) {
        let is_unused = self.uses.get(step.position()) == Some(&0);
        if let Some(slot) = self.slots.get_mut(step.position()).filter(|slot| is_unused && **slot > 0) {
            self.free.push(*slot - 1);
            *slot = 0;
        }
    }
}
