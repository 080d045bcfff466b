//! Which rules' decisions the asked figures rest on.

use super::stands::Walk;
use crate::calculation::StepId;
use crate::calculation::record::{Record, Section};

/// The rules whose decisions the asked figures rest on: those that took a step of theirs, those that could have
/// added a figure that one of these looked for, and so on.
pub(super) struct Relevant<'r> {
    record: &'r Record,
    is: Vec<bool>,
    walk: Walk,
}

impl<'r> Relevant<'r> {
    /// The rules for the asked steps; `kinds` are the kinds of figures, by ordinal, for which they stand.
    pub(super) fn find(record: &'r Record, asked: &[StepId], kinds: &[usize]) -> Vec<&'r Section> {
        let sections = record.sections();
        let mut relevant = Self { record, is: vec![false; sections.len()], walk: Walk::over(record) };
        let mut open: Vec<usize> = Vec::new();
        // What is read before the first rule begins concerns all of them.
        relevant.mark_adding(kinds, &mut open);
        relevant.mark_under(asked.iter().copied(), &mut open);
        while let Some(at) = open.pop() {
            let Some(section) = sections.get(at) else { continue };
            let looked_at: Vec<usize> = section.looked_at.iter().copied().collect();
            relevant.mark_adding(&looked_at, &mut open);
            let of_guards = section.guards.iter().flat_map(|guard| guard.steps());
            relevant.mark_under(of_guards, &mut open);
        }
        let is = relevant.is;
        sections.iter().zip(is).filter(|(_, is)| *is).map(|(section, _)| section).collect()
    }

    fn mark(&mut self, at: usize, open: &mut Vec<usize>) {
        if let Some(is) = self.is.get_mut(at).filter(|is| !**is) {
            *is = true;
            open.push(at);
        }
    }

    /// The rules that add figures of some kinds.
    fn mark_adding(&mut self, kinds: &[usize], open: &mut Vec<usize>) {
        for at in 0..self.record.sections().len() {
            let is_asked = self.record.sections().get(at).is_some_and(|section| {
                section.first_step == 0 && section.adds.is_empty() && section.looked_at.is_empty()
                    || kinds.iter().any(|kind| section.adds.contains(kind))
            });
            if is_asked {
                self.mark(at, open);
            }
        }
    }

    /// The rules that took the steps on which some steps stand.
    fn mark_under(&mut self, steps: impl Iterator<Item = StepId>, open: &mut Vec<usize>) {
        let mut below: Vec<StepId> = steps.collect();
        while let Some(step) = below.pop() {
            if !self.walk.is_new(step) {
                continue;
            }
            let sections = self.record.sections();
            let after = sections.partition_point(|section| section.first_step <= step.position());
            if let Some(at) = after.checked_sub(1) {
                self.mark(at, open);
            }
            if self.walk.leads_on(self.record, step) {
                self.record.for_each_operand(step, |operand| below.push(operand));
            }
        }
    }
}
