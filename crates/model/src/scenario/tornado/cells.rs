//! How much a figure moves with each number alone, a part of the numbers at a time.

use super::swing::{Input, Swing, apart, ends_of};
use crate::calculation::FigureKey;
use crate::outcome::{Replay, ReplayProgram};
use crate::plan::{CellAddress, Plan};
use crate::quantity::Fixed;

/// So many instructions take some milliseconds.
const INSTRUCTIONS_AT_A_TIME: usize = 2_000_000;

/// The swings of some numbers of a plan.
pub(super) struct Cells<'a> {
    program: ReplayProgram<'a>,
    originals: Vec<Fixed>,
    /// The ends of each, and whether they are the plan's own.
    ends: Vec<((Fixed, Fixed), bool)>,
    /// The figure in the plan.
    pub base: Option<Fixed>,
    /// Those that are worked out, in the order of the cells.
    pub swings: Vec<Swing>,
    /// How many variations were computed whole.
    pub computed_whole: usize,
}

impl<'a> Cells<'a> {
    pub fn of(plan: &Plan, replay: &'a Replay, cells: &[CellAddress], figure: FigureKey) -> Self {
        let program = replay.program(&[figure], cells);
        let originals: Vec<Fixed> =
            program.varied().iter().map(|cell| plan.number(*cell).unwrap_or(Fixed::ZERO)).collect();
        let ends =
            program.varied().iter().zip(&originals).map(|(cell, number)| ends_of(plan, *cell, *number)).collect();
        let unmoved = program.run(1, &|input, _| originals.get(input).copied().unwrap_or(Fixed::ZERO));
        let base = unmoved.values.into_iter().flatten().next().flatten();
        Self { program, originals, ends, base, swings: vec![], computed_whole: unmoved.computed_whole }
    }

    /// Works out some more; whether there were any.
    pub fn run_some(&mut self) -> bool {
        let first = self.swings.len();
        let most = (INSTRUCTIONS_AT_A_TIME / 2 / self.program.instructions().max(1)).max(1);
        let count = most.min(self.ends.len() - first);
        if count == 0 {
            return false;
        }
        // Each number at its low end and at its high one.
        let number = |input: usize, variation: usize| {
            let moved = if first + variation / 2 == input { self.ends.get(input) } else { None };
            let original = self.originals.get(input).copied().unwrap_or(Fixed::ZERO);
            moved.map_or(original, |((low, high), _)| if variation.is_multiple_of(2) { *low } else { *high })
        };
        let answers = self.program.run(2 * count, &number);
        self.computed_whole += answers.computed_whole;
        let mut values = answers.values.into_iter().next().unwrap_or_default().into_iter();
        let some = self.program.varied().iter().zip(&self.ends).skip(first).take(count);
        self.swings.extend(some.map(|(cell, (ends, is_own_range))| {
            let values = (values.next().flatten(), values.next().flatten());
            Swing { input: Input::Cell(*cell), ends: *ends, is_own_range: *is_own_range, values, apart: apart(values) }
        }));
        true
    }
}
