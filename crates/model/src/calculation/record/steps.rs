use super::entry::{Choice, Entry, Operands, Part};
use super::reason::Reason;
use super::section::Section;
use super::step_id::StepId;
use crate::calculation::FigureKey;
use crate::parameters::ParameterValue;
use crate::plan::CellAddress;
use crate::quantity::{Fault, Fixed};
use std::collections::BTreeSet;

/// Every step of a run, with its value and its reason.
#[derive(Debug, Default)]
pub struct Record {
    pub(super) values: Vec<Fixed>,
    pub(super) entries: Vec<Entry>,
    pub(super) operands: Vec<StepId>,
    pub(super) words: Vec<&'static str>,
    pub(super) figures: Vec<FigureKey>,
    pub(super) parameters: Vec<ParameterValue>,
    pub(super) parts: Vec<Part>,
    pub(super) choices: Vec<Choice>,
    pub(super) sections: Vec<Section>,
}

impl Record {
    /// How many steps there are.
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Whether nothing was recorded.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// What each rule did, in order.
    pub(in crate::calculation) fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// The value of a step.
    pub(in crate::calculation) fn value(&self, step: StepId) -> Fixed {
        self.values.get(step.position()).copied().unwrap_or(Fixed::fault(Fault::NotGiven))
    }

    pub(in crate::calculation) fn entry(&self, step: StepId) -> Option<Entry> {
        self.entries.get(step.position()).copied()
    }

    /// The steps of a part of the list.
    fn list(&self, operands: Operands) -> &[StepId] {
        let start = operands.start as usize;
        self.operands.get(start..start + operands.length as usize).unwrap_or_default()
    }

    /// The value and the reason of a step; `None` for [`StepId::NONE`].
    pub fn step(&self, step: StepId) -> Option<(Fixed, Reason<'_>)> {
        let words = |at: u32| self.words.get(at as usize).copied().unwrap_or_default();
        let reason = match self.entry(step)? {
            Entry::Cell { table, column, row, .. } => Reason::Cell(CellAddress::at(table, row, column)),
            Entry::Constant(what) => Reason::Constant(words(what)),
            Entry::Row { table, row, what } => Reason::Row { table, row, what: words(what) },
            Entry::Parameter(at) => Reason::Parameter(self.parameters.get(at as usize)?),
            Entry::Figure { figure, of } => Reason::Figure(*self.figures.get(figure as usize)?, of),
            Entry::Fault(fault) => Reason::Fault(fault),
            Entry::Sum(parts) => Reason::Sum(self.list(parts)),
            Entry::Product(factors) => Reason::Product(self.list(factors)),
            Entry::Difference(left, right) => Reason::Difference(left, right),
            Entry::Quotient(left, right) => Reason::Quotient(left, right),
            Entry::Negation(number) => Reason::Negation(number),
            Entry::Minimum(left, right) => Reason::Minimum(left, right),
            Entry::Maximum(left, right) => Reason::Maximum(left, right),
            Entry::Rounded(number, places) => Reason::Rounded(number, places),
            Entry::Part(at) => {
                let Part { whole, weights, position, places } = *self.parts.get(at as usize)?;
                Reason::Part { whole, weights: self.list(weights), position: position as usize, places }
            }
            Entry::Chosen(at) => {
                let Choice { number, words, basis } = *self.choices.get(at as usize)?;
                Reason::Chosen { number, words, basis: self.list(basis) }
            }
        };
        Some((self.value(step), reason))
    }

    /// The cells on which a step stands, in the order of the tables, so many at most.
    pub fn cells_below(&self, step: StepId, most: usize) -> Vec<CellAddress> {
        let mut seen = BTreeSet::new();
        let mut open = vec![step];
        let mut cells = BTreeSet::new();
        while let Some(step) = open.pop().filter(|_| cells.len() < most) {
            if step.is_none() || !seen.insert(step.position()) {
                continue;
            }
            if let Some(Entry::Cell { table, column, row, .. }) = self.entry(step) {
                cells.insert((table as usize, row, column, table));
            }
            let before = open.len();
            self.for_each_operand(step, |operand| open.push(operand));
            // The first operand first.
            if let Some(operands) = open.get_mut(before..) {
                operands.reverse();
            }
        }
        cells.into_iter().map(|(_, row, column, table)| CellAddress::at(table, row, column)).collect()
    }

    /// The first part of the split of which a step is a part. The parts of a split follow one another and stand on the same,
    /// so that what goes through all steps may go through the weights of a split once, and not once for each part.
    pub(in crate::calculation) fn first_part(&self, step: StepId) -> Option<StepId> {
        let Some(Entry::Part(at)) = self.entry(step) else { return None };
        let part = self.parts.get(at as usize)?;
        step.position().checked_sub(part.position as usize).map(StepId::at)
    }

    /// Tells each step on which a step stands.
    pub(in crate::calculation) fn for_each_operand(&self, step: StepId, mut tell: impl FnMut(StepId)) {
        match self.entry(step) {
            None
            | Some(
                Entry::Cell { .. } | Entry::Constant(_) | Entry::Row { .. } | Entry::Parameter(_) | Entry::Fault(_),
            ) => {}
            Some(Entry::Figure { of, .. }) => tell(of),
            Some(Entry::Sum(operands) | Entry::Product(operands)) => {
                self.list(operands).iter().for_each(|operand| tell(*operand));
            }
            Some(
                Entry::Difference(left, right)
                | Entry::Quotient(left, right)
                | Entry::Minimum(left, right)
                | Entry::Maximum(left, right),
            ) => {
                tell(left);
                tell(right);
            }
            Some(Entry::Negation(number) | Entry::Rounded(number, _)) => tell(number),
            Some(Entry::Part(at)) => {
                if let Some(part) = self.parts.get(at as usize) {
                    tell(part.whole);
                    self.list(part.weights).iter().for_each(|weight| tell(*weight));
                }
            }
            Some(Entry::Chosen(at)) => {
                if let Some(choice) = self.choices.get(at as usize) {
                    tell(choice.number);
                    self.list(choice.basis).iter().for_each(|basis| tell(*basis));
                }
            }
        }
    }
}
