//! What stands on what in a record: which steps on which cells, rows and other steps, and which cells under which steps.

use crate::calculation::record::{Entry, Record};
use crate::calculation::{Reason, StepId};
use crate::plan::Table;
use std::collections::BTreeSet;

/// A cell by table, row and position of the column.
pub(super) type Cell = (Table, u32, u8);

impl Record {
    /// Whether each step is a cell that is meant, or stands on one; `for_each` tells on what a step stands, which are
    /// always earlier steps.
    pub(super) fn standing_on(
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
pub(super) fn is_new(seen: &mut [bool], step: StepId) -> bool {
    seen.get_mut(step.position()).is_some_and(|seen| !std::mem::replace(seen, true))
}
