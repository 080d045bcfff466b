//! Which steps are needed, and how often each.

use super::super::stands::Walk;
use super::Compiler;
use crate::calculation::{Reason, StepId};

impl Compiler<'_> {
    /// The varying steps on which some steps stand, and those themselves, in ascending order.
    pub(super) fn needed(&self, steps: impl Iterator<Item = StepId>) -> Vec<usize> {
        let mut walk = Walk::over(self.record);
        let mut open: Vec<StepId> = steps.collect();
        while let Some(step) = open.pop() {
            if !self.reach.varies(step) || !walk.is_new(step) {
                continue;
            }
            if walk.leads_on(self.record, step) {
                self.record.for_each_value(step, &mut |operand| open.push(self.record.origin(operand)));
            }
        }
        walk.positions().collect()
    }

    /// Counts how often each number is needed, notes which numbers go into which sums, and brings the parts of a split together.
    pub(super) fn count_uses(&mut self, needed: &[usize]) {
        for position in needed {
            let step = StepId::at(*position);
            match self.record.step(step) {
                Some((_, Reason::Sum(parts))) => {
                    for part in parts {
                        let part = self.record.origin(*part);
                        if self.reach.varies(part) {
                            self.sums_of.entry(part.position()).or_default().push(*position);
                        }
                    }
                }
                Some((_, Reason::Part { whole, weights, .. })) => {
                    let parts = self.splits.entry((whole, weights.as_ptr() as usize)).or_default();
                    parts.push(step);
                    if parts.len() == 1 {
                        let operands: Vec<StepId> = std::iter::once(whole).chain(weights.iter().copied()).collect();
                        for operand in operands {
                            self.use_more(self.record.origin(operand));
                        }
                    }
                }
                Some((_, Reason::Cell(_))) | None => {}
                Some(_) => {
                    let mut operands = Vec::new();
                    self.record.for_each_value(step, &mut |operand| operands.push(self.record.origin(operand)));
                    for operand in operands {
                        self.use_more(operand);
                    }
                }
            }
        }
    }

    /// A number is needed once more.
    #[inline(never)]
    pub(super) fn use_more(&mut self, step: StepId) {
        if let Some(uses) = self.uses.get_mut(step.position()) {
            *uses = uses.saturating_add(1);
        }
    }
}
