//! How reasons are put into a record.

use super::entry::{Choice, Entry, Operands, Part};
use super::step_id::StepId;
use super::steps::Record;
use crate::calculation::FigureKey;
use crate::parameters::ParameterValue;
use crate::plan::Table;

fn length(list: &[impl Sized]) -> u32 {
    u32::try_from(list.len()).unwrap_or(u32::MAX)
}

impl Record {
    pub(in crate::calculation) fn operands(&mut self, steps: &[StepId]) -> Operands {
        let start = length(&self.operands);
        self.operands.extend_from_slice(steps);
        Operands { start, length: length(steps) }
    }

    fn words(&mut self, words: &'static str) -> u32 {
        // The same words mostly follow one another.
        if self.words.last().is_none_or(|last| !std::ptr::eq(*last, words)) {
            self.words.push(words);
        }
        length(&self.words) - 1
    }

    pub(in crate::calculation) fn constant(&mut self, what: &'static str) -> Entry {
        Entry::Constant(self.words(what))
    }

    pub(in crate::calculation) fn row(&mut self, table: Table, row: u32, what: &'static str) -> Entry {
        Entry::Row { table, row, what: self.words(what) }
    }

    pub(in crate::calculation) fn parameter(&mut self, value: ParameterValue) -> Entry {
        self.parameters.push(value);
        Entry::Parameter(length(&self.parameters) - 1)
    }

    pub(in crate::calculation) fn figure(&mut self, figure: FigureKey, of: StepId) -> Entry {
        self.figures.push(figure);
        Entry::Figure { figure: length(&self.figures) - 1, of }
    }

    pub(in crate::calculation) fn part(
        &mut self,
        whole: StepId,
        weights: Operands,
        position: usize,
        places: u32,
    ) -> Entry {
        let position = u32::try_from(position).unwrap_or(u32::MAX);
        self.parts.push(Part { whole, weights, position, places });
        Entry::Part(length(&self.parts) - 1)
    }

    pub(in crate::calculation) fn choice(&mut self, number: StepId, words: &'static str, basis: &[StepId]) -> Entry {
        let basis = self.operands(basis);
        self.choices.push(Choice { number, words, basis });
        Entry::Chosen(length(&self.choices) - 1)
    }
}
