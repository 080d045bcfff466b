//! Formulas that are too long for one cell, and parts of wholes that are split: what a formula is made of that stands elsewhere.

use super::figures::{Maker, PartsOfSplit};
use super::formula::{Formula, arguments_of_sum, sum};
use super::steps::number;
use one_plan_model::quantity::Decimal;

/// The most characters of a formula that is no part of another.
const LONGEST: usize = 6_000;
/// The most arguments of a function; Excel ends at 255.
const MOST_ARGUMENTS: usize = 200;

impl Maker<'_> {
    /// A sum, in parts where it is too long for a formula.
    pub(super) fn sum(&mut self, parts: Vec<(Formula, Decimal)>) -> Formula {
        let mut parts = parts;
        loop {
            let formulas: Vec<&Formula> = parts.iter().map(|(formula, _)| formula).collect();
            let arguments = arguments_of_sum(&formulas);
            let length: usize = arguments.iter().map(|one| one.text().len() + 1).sum();
            if (arguments.len() <= MOST_ARGUMENTS && length <= LONGEST) || parts.len() < 2 {
                return sum(&arguments);
            }
            let mut shorter = Vec::new();
            let mut open: Vec<(Formula, Decimal)> = Vec::new();
            let mut length = 0;
            for part in parts {
                let own = part.0.text().len();
                if open.len() >= MOST_ARGUMENTS || (open.len() > 1 && length + own > LONGEST / 2) {
                    shorter.push(self.part_of_sum(&std::mem::take(&mut open)));
                    length = 0;
                }
                length += own + 1;
                open.push(part);
            }
            shorter.push(self.part_of_sum(&open));
            parts = shorter;
        }
    }

    /// A part of a long sum, in a row of its own.
    fn part_of_sum(&mut self, parts: &[(Formula, Decimal)]) -> (Formula, Decimal) {
        let formulas: Vec<&Formula> = parts.iter().map(|(formula, _)| formula).collect();
        let value = parts.iter().fold(Decimal::ZERO, |sum, (_, value)| sum.saturating_add(*value));
        let formula = sum(&arguments_of_sum(&formulas));
        (self.row("part of a long sum".to_owned(), &formula, Some(value.normalize().to_string())), value)
    }

    /// The cell of a part of a split, where its formula gives what the engine does.
    pub(super) fn part_of_split(&mut self, split: u32, position: u32, own: Decimal) -> Option<Formula> {
        if self.parts_of_splits.get(split as usize)?.is_none() {
            let cells = self.cells_of_split(split);
            *self.parts_of_splits.get_mut(split as usize)? = Some(cells);
        }
        let cells = self.parts_of_splits.get(split as usize)?.as_ref()?.as_ref()?;
        let (cell, value) = cells.get(position as usize)?;
        (own == *value).then(|| Formula::whole(cell.clone(), 0))
    }

    fn cells_of_split(&mut self, split: u32) -> PartsOfSplit {
        let split = self.results.splits.get(split as usize)?;
        let operand = |at: u32| {
            let value = number(&self.results.steps.get(at as usize)?.value)?;
            Some((self.parts.get(at as usize)?.as_ref()?, value))
        };
        let weights: Option<Vec<(&Formula, Decimal)>> = split.weights.iter().map(|at| operand(*at)).collect();
        self.splits.add(operand(split.whole)?, &weights?, split.places)
    }
}
