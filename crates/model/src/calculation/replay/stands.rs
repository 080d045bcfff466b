//! What stands on what in a record: which steps on which cells, rows and other steps, and which cells under which steps.

use crate::calculation::record::{Entry, Record};
use crate::calculation::{Reason, StepId};
use crate::plan::Table;
use std::collections::BTreeSet;
use std::ops::BitOr;

/// A cell by table, row and position of the column.
pub(super) type Cell = (Table, u32, u8);

impl Record {
    /// What each step has, in order: `of` tells it from the step and from what the steps on which it stands have together,
    /// and `for_each` tells on what a step stands, which are always earlier steps. Linear in the steps and their operands.
    pub(super) fn carried_up<T: Copy + Default + BitOr<Output = T>>(
        &self,
        for_each: impl Fn(&Self, StepId, &mut dyn FnMut(StepId)),
        mut of: impl FnMut(StepId, T) -> T,
    ) -> Vec<T> {
        let mut all: Vec<T> = Vec::with_capacity(self.len());
        let mut under_split = T::default();
        for position in 0..self.len() {
            let step = StepId::at(position);
            let first_part = self.first_part(step);
            let below = match first_part {
                Some(first) if first != step => under_split,
                _ => {
                    let mut below = T::default();
                    for_each(self, step, &mut |operand| {
                        below = below | all.get(operand.position()).copied().unwrap_or_default();
                    });
                    below
                }
            };
            if first_part.is_some() {
                under_split = below;
            }
            all.push(of(step, below));
        }
        all
    }

    /// Tells each step on whose value that of a step stands: not those that a choice only names as its reason.
    pub(super) fn for_each_value(&self, step: StepId, tell: &mut dyn FnMut(StepId)) {
        match self.step(step) {
            Some((_, Reason::Chosen { number, .. })) => tell(number),
            _ => self.for_each_operand(step, tell),
        }
    }

    /// The step whose value a step only hands on.
    pub(super) fn origin(&self, mut step: StepId) -> StepId {
        loop {
            match self.step(step) {
                Some((_, Reason::Chosen { number: of, .. } | Reason::Figure(_, of))) if !of.is_none() => step = of,
                _ => return step,
            }
        }
    }

    /// Whether each step stands on one of the cells that are meant.
    pub(crate) fn depends_on(&self, is_meant: &dyn Fn(Cell) -> bool) -> Vec<bool> {
        self.standing_on_those(&|step| self.cell(step).is_some_and(is_meant))
    }

    /// The cell that a step is.
    pub(super) fn cell(&self, step: StepId) -> Option<Cell> {
        match self.entry(step) {
            Some(Entry::Cell { table, row, column, .. }) => Some((table, row, column)),
            _ => None,
        }
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
        self.carried_up_all(|step, below| below || is_meant(step))
    }

    /// What each step has from itself and from all on which it stands, as [`Record::carried_up`].
    pub(crate) fn carried_up_all<T: Copy + Default + BitOr<Output = T>>(
        &self,
        of: impl FnMut(StepId, T) -> T,
    ) -> Vec<T> {
        self.carried_up(|record, step, tell| record.for_each_operand(step, tell), of)
    }

    /// Tells each step on which a step stands.
    pub(crate) fn operands_of(&self, step: StepId, tell: impl FnMut(StepId)) {
        self.for_each_operand(step, tell);
    }

    /// The cells on which some steps stand, in ascending order.
    pub(crate) fn cells_under(&self, steps: impl Iterator<Item = StepId>) -> BTreeSet<Cell> {
        let mut cells = BTreeSet::new();
        let mut walk = Walk::over(self);
        let mut open: Vec<StepId> = steps.collect();
        while let Some(step) = open.pop() {
            if walk.is_new(step) {
                cells.extend(self.cell(step));
                if walk.leads_on(self, step) {
                    self.for_each_operand(step, |operand| open.push(operand));
                }
            }
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

/// The steps that were gone to on a way down, each once.
pub(super) struct Walk {
    seen: Vec<bool>,
    /// The splits of which one part was gone to, by their first parts.
    splits: BTreeSet<StepId>,
}

impl Walk {
    pub(super) fn over(record: &Record) -> Self {
        Self { seen: vec![false; record.len()], splits: BTreeSet::new() }
    }

    /// Whether a step was not gone to before; from now on it was.
    pub(super) fn is_new(&mut self, step: StepId) -> bool {
        self.seen.get_mut(step.position()).is_some_and(|seen| !std::mem::replace(seen, true))
    }

    /// Whether what a step stands on is still to be gone to: not where another part of its split led there.
    pub(super) fn leads_on(&mut self, record: &Record, step: StepId) -> bool {
        record.first_part(step).is_none_or(|first| self.splits.insert(first))
    }

    /// The positions of the steps that were gone to, in ascending order.
    pub(super) fn positions(&self) -> impl Iterator<Item = usize> {
        self.seen.iter().enumerate().filter(|(_, seen)| **seen).map(|(position, _)| position)
    }
}
