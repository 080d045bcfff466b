//! The program of a record for some asked steps.

mod emit;
mod slots;
mod sums;
mod uses;

use super::reach::Reach;
use super::relevant::Relevant;
use super::stands::Cell;
use super::{Instruction, Program};
use crate::calculation::StepId;
use crate::calculation::record::{Condition, Record, Section};
use std::collections::{BTreeMap, BTreeSet};

impl Record {
    /// A program for the asked steps; `kinds` are the kinds of figures, by ordinal, for which they stand, and
    /// `varied` the cells whose numbers will be others.
    pub(crate) fn program(&self, asked: &[StepId], kinds: &[usize], varied: &[Cell]) -> Program {
        let reach = Reach::of(self, varied);
        let guards = Relevant::find(self, asked, kinds);
        Compiler::new(self, &reach, &guards).compile(asked, varied)
    }
}

/// Puts the instructions together.
struct Compiler<'r> {
    record: &'r Record,
    reach: &'r Reach,
    sections: &'r [&'r Section],
    instructions: Vec<Instruction>,
    /// For each step how many instructions still need its number; asked ones are needed to the end.
    uses: Vec<u32>,
    /// One more than the slot of each step that has one.
    slots: Vec<u32>,
    free: Vec<u32>,
    slot_count: u32,
    /// The sums, by their steps, to which the number of a step is added.
    sums_of: BTreeMap<usize, Vec<usize>>,
    /// Where the sums that have begun and are not complete are kept.
    begun: BTreeMap<usize, u32>,
    free_sums: Vec<u32>,
    sum_count: u32,
    /// The needed parts of each split, by its whole and its first weight.
    splits: BTreeMap<(StepId, usize), Vec<StepId>>,
}

const TO_THE_END: u32 = u32::MAX;

impl<'r> Compiler<'r> {
    fn new(record: &'r Record, reach: &'r Reach, sections: &'r [&'r Section]) -> Self {
        Self {
            record,
            reach,
            sections,
            instructions: Vec::new(),
            uses: vec![0; record.len()],
            slots: vec![0; record.len()],
            free: Vec::new(),
            slot_count: 0,
            sums_of: BTreeMap::new(),
            begun: BTreeMap::new(),
            free_sums: Vec::new(),
            sum_count: 0,
            splits: BTreeMap::new(),
        }
    }

    fn compile(mut self, asked: &[StepId], varied: &[Cell]) -> Program {
        let asked: Vec<StepId> = asked.iter().map(|step| self.record.origin(*step)).collect();
        // Which decisions rest on what is varied, by the step after which they can be checked.
        let mut checks: BTreeMap<usize, Vec<(StepId, StepId, Condition)>> = BTreeMap::new();
        for guard in self.sections.iter().flat_map(|section| &section.guards) {
            let step = self.record.origin(guard.step);
            let (other, condition) = match guard.condition {
                Condition::Below(other, was) => {
                    let other = self.record.origin(other);
                    (other, Condition::Below(other, was))
                }
                condition => (StepId::NONE, condition),
            };
            if self.reach.varies(step) || self.reach.varies(other) {
                let after = [step, other].into_iter().filter(|step| self.reach.varies(*step)).max().unwrap_or(step);
                checks.entry(after.position()).or_default().push((step, other, condition));
            }
        }
        let checked = checks.values().flatten().flat_map(|(step, other, _)| [*step, *other]);
        let needed = self.needed(asked.iter().copied().chain(checked));
        self.count_uses(&needed);
        for (step, other, _) in checks.values().flatten() {
            self.use_more(*step);
            self.use_more(*other);
        }
        for step in &asked {
            if let Some(uses) = self.uses.get_mut(step.position()) {
                *uses = TO_THE_END;
            }
        }
        self.check_cells(varied);
        for position in needed {
            self.emit(StepId::at(position));
            for (step, other, condition) in checks.remove(&position).unwrap_or_default() {
                let (number, against) = (self.operand(step), self.operand(other));
                self.instructions.push(Instruction::Check { number, other: against, condition });
                self.release(step);
                self.release(other);
            }
            self.release_if_unused(StepId::at(position));
        }
        let results = asked.iter().map(|step| self.peek(*step)).collect();
        Program {
            instructions: self.instructions,
            slots: self.slot_count as usize,
            sums: self.sum_count as usize,
            results,
        }
    }

    /// A cell that a rule looked at without calculating with it must not change.
    fn check_cells(&mut self, varied: &[Cell]) {
        let mut read: BTreeSet<Cell> = BTreeSet::new();
        read.extend(self.sections.iter().flat_map(|section| section.cells_read.iter().copied()));
        for (input, cell) in (0..).zip(varied) {
            if read.contains(cell) {
                self.instructions.push(Instruction::CheckInput { input });
            }
        }
    }
}
