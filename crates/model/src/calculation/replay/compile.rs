use super::{Binary, Instruction, Operand, Program};
use crate::calculation::guard::Condition;
use crate::calculation::record::{Entry, Record, Section};
use crate::calculation::{Reason, StepId};
use crate::plan::Table;
use crate::quantity::Total;
use std::collections::{BTreeMap, BTreeSet};

/// A cell by table, row and position of the column.
type Cell = (Table, u32, u8);

impl Record {
    /// A program for the asked steps; `kinds` are the kinds of figures, by ordinal, for which they stand, and
    /// `varied` the cells whose numbers will be others.
    pub(crate) fn program(&self, asked: &[StepId], kinds: &[usize], varied: &[Cell]) -> Program {
        let reach = self.reach(varied);
        let guards = Relevant::find(self, asked, kinds);
        Compiler::new(self, &reach, &guards).compile(asked, varied)
    }

    /// Which steps depend on a varied cell.
    fn reach(&self, varied: &[Cell]) -> Reach {
        let mut of_cells: BTreeMap<Cell, u32> = BTreeMap::new();
        of_cells.extend(varied.iter().copied().zip(0..));
        let mut inputs = BTreeMap::new();
        let varies = self.standing_on(Self::for_each_value, |position, cell| {
            let input = of_cells.get(&cell);
            inputs.extend(input.map(|input| (position, *input)));
            input.is_some()
        });
        Reach { varies, inputs }
    }

    /// Whether each step is a cell that is meant, or stands on one; `for_each` tells on what a step stands, which are
    /// always earlier steps.
    fn standing_on(
        &self,
        for_each: impl Fn(&Self, StepId, &mut dyn FnMut(StepId)),
        mut is_meant: impl FnMut(usize, Cell) -> bool,
    ) -> Vec<bool> {
        let mut stands: Vec<bool> = Vec::with_capacity(self.len());
        for position in 0..self.len() {
            let step = StepId::at(position);
            let is = match self.entry(step) {
                Some(Entry::Cell { table, row, column, .. }) => is_meant(position, (table, row, column)),
                _ => {
                    let mut any = false;
                    for_each(self, step, &mut |operand| {
                        any |= stands.get(operand.position()).copied().unwrap_or_default();
                    });
                    any
                }
            };
            stands.push(is);
        }
        stands
    }

    /// Tells each step on whose value that of a step stands: not those that a choice only names as its reason.
    fn for_each_value(&self, step: StepId, tell: &mut dyn FnMut(StepId)) {
        match self.step(step) {
            Some((_, Reason::Chosen { number, .. })) => tell(number),
            _ => self.for_each_operand(step, tell),
        }
    }

    /// The step whose value a step only hands on.
    fn origin(&self, mut step: StepId) -> StepId {
        loop {
            match self.step(step) {
                Some((_, Reason::Chosen { number: of, .. } | Reason::Figure(_, of))) if !of.is_none() => step = of,
                _ => return step,
            }
        }
    }

    /// Whether each step stands on one of the cells that are meant.
    pub(crate) fn depends_on(&self, is_meant: &dyn Fn(Cell) -> bool) -> Vec<bool> {
        self.standing_on(|record, step, tell| record.for_each_operand(step, tell), |_, found| is_meant(found))
    }

    /// Whether each step stands on a row: on one of its cells, or on the row as one thing that is counted.
    pub(crate) fn standing_on_row(&self, table: Table, row: u32) -> Vec<bool> {
        let is_row = |step| match self.step(step) {
            Some((_, Reason::Cell(address))) => address.table == table && address.row == row,
            Some((_, Reason::Row { table: of, row: at, .. })) => of == table && at == row,
            _ => false,
        };
        self.standing_on_those(&is_row)
    }

    /// Whether each step is a step or stands on it.
    pub(crate) fn standing_on_step(&self, step: StepId) -> Vec<bool> {
        self.standing_on_those(&|other| other == step)
    }

    fn standing_on_those(&self, is_meant: &dyn Fn(StepId) -> bool) -> Vec<bool> {
        let mut stands: Vec<bool> = Vec::with_capacity(self.len());
        for position in 0..self.len() {
            let step = StepId::at(position);
            let mut is = is_meant(step);
            self.for_each_operand(step, |operand| is |= stands.get(operand.position()).copied().unwrap_or_default());
            stands.push(is);
        }
        stands
    }

    /// Tells each step on which a step stands.
    pub(crate) fn operands_of(&self, step: StepId, tell: impl FnMut(StepId)) {
        self.for_each_operand(step, tell);
    }

    /// The cells on which some steps stand, in ascending order.
    pub(crate) fn cells_under(&self, steps: impl Iterator<Item = StepId>) -> BTreeSet<Cell> {
        let mut cells = BTreeSet::new();
        let mut seen = vec![false; self.len()];
        let mut open: Vec<StepId> = steps.collect();
        while let Some(step) = open.pop() {
            if !is_new(&mut seen, step) {
                continue;
            }
            if let Some(Entry::Cell { table, row, column, .. }) = self.entry(step) {
                cells.insert((table, row, column));
            }
            self.for_each_operand(step, |operand| open.push(operand));
        }
        cells
    }

    /// The cells on which the decisions of rules stand, in ascending order.
    pub(crate) fn cells_under_decisions(&self) -> BTreeSet<Cell> {
        let guards = self.sections().iter().flat_map(|section| &section.guards);
        self.cells_under(guards.flat_map(|guard| guard.steps()).filter(|step| !step.is_none()))
    }

    /// The cells whose numbers a rule read without calculating with them.
    pub(crate) fn cells_read(&self) -> BTreeSet<Cell> {
        let mut cells = BTreeSet::new();
        cells.extend(self.sections().iter().flat_map(|section| section.cells_read.iter().copied()));
        cells
    }
}

/// Whether a step was not seen before; from now on it was.
fn is_new(seen: &mut [bool], step: StepId) -> bool {
    seen.get_mut(step.position()).is_some_and(|seen| !std::mem::replace(seen, true))
}

/// Which steps depend on a varied cell.
struct Reach {
    varies: Vec<bool>,
    /// The varied cell of a step that is one.
    inputs: BTreeMap<usize, u32>,
}

impl Reach {
    fn varies(&self, step: StepId) -> bool {
        self.varies.get(step.position()).copied().unwrap_or_default()
    }
}

/// The rules whose decisions the asked figures rest on: those that took a step of theirs, those that could have
/// added a figure that one of these looked for, and so on.
struct Relevant<'r> {
    record: &'r Record,
    is: Vec<bool>,
    seen: Vec<bool>,
}

impl<'r> Relevant<'r> {
    fn find(record: &'r Record, asked: &[StepId], kinds: &[usize]) -> Vec<&'r Section> {
        let sections = record.sections();
        let mut relevant = Self { record, is: vec![false; sections.len()], seen: vec![false; record.len()] };
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
            if !is_new(&mut self.seen, step) {
                continue;
            }
            let sections = self.record.sections();
            let after = sections.partition_point(|section| section.first_step <= step.position());
            if let Some(at) = after.checked_sub(1) {
                self.mark(at, open);
            }
            self.record.for_each_operand(step, |operand| below.push(operand));
        }
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

    /// The varying steps on which some steps stand, and those themselves, in ascending order.
    fn needed(&self, steps: impl Iterator<Item = StepId>) -> Vec<usize> {
        let mut needed = vec![false; self.record.len()];
        let mut open: Vec<StepId> = steps.collect();
        while let Some(step) = open.pop() {
            if !self.reach.varies(step) || !is_new(&mut needed, step) {
                continue;
            }
            self.record.for_each_value(step, &mut |operand| open.push(self.record.origin(operand)));
        }
        needed.into_iter().enumerate().filter(|(_, needed)| *needed).map(|(position, _)| position).collect()
    }

    #[inline(never)]
    fn use_more(&mut self, step: StepId) {
        if let Some(uses) = self.uses.get_mut(step.position()) {
            *uses = uses.saturating_add(1);
        }
    }

    /// Counts how often each number is needed, notes which numbers go into which sums, and brings the parts of a split together.
    fn count_uses(&mut self, needed: &[usize]) {
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

    #[inline(never)]
    fn slot(&mut self, step: StepId) -> u32 {
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
    fn peek(&self, step: StepId) -> Operand {
        match self.slots.get(step.position()).and_then(|slot| slot.checked_sub(1)) {
            Some(slot) if self.reach.varies(step) => Operand::Slot(slot),
            _ => Operand::Constant(self.record.value(step)),
        }
    }

    #[inline(never)]
    fn operand(&self, step: StepId) -> Operand {
        self.peek(self.record.origin(step))
    }

    /// One use less of a number: after the last its slot is free.
    #[inline(never)]
    fn release(&mut self, step: StepId) {
        let step = self.record.origin(step);
        if let Some(uses) = self.uses.get_mut(step.position()).filter(|uses| **uses != TO_THE_END) {
            *uses = uses.saturating_sub(1);
        }
        self.release_if_unused(step);
    }

    #[inline(never)]
    fn release_if_unused(&mut self, step: StepId) {
        let is_unused = self.uses.get(step.position()) == Some(&0);
        if let Some(slot) = self.slots.get_mut(step.position()).filter(|slot| is_unused && **slot > 0) {
            self.free.push(*slot - 1);
            *slot = 0;
        }
    }

    /// The instructions of one step.
    fn emit(&mut self, step: StepId) {
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

    #[inline(never)]
    fn add_to_sums(&mut self, step: StepId) {
        let Operand::Slot(from) = self.peek(step) else { return };
        for sum in self.sums_of.remove(&step.position()).unwrap_or_default() {
            let sum = self.begin_sum(sum);
            self.instructions.push(Instruction::AddTo { sum, from });
        }
    }

    /// Where a sum is kept; it begins with what does not vary.
    #[inline(never)]
    fn begin_sum(&mut self, position: usize) -> u32 {
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
