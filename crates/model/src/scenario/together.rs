//! Many plans that differ in numbers, computed together.

use crate::calculation::FigureKey;
use crate::outcome::{Replay, values};
use crate::plan::{CellAddress, Plan};
use crate::quantity::Fixed;

/// What came of many plans.
#[derive(Clone, Debug, Default)]
pub struct Together {
    /// For each plan the value of each figure; nothing where it gives rise to no such figure.
    pub values: Vec<Vec<Option<Fixed>>>,
    /// How many of them were computed whole.
    pub computed_whole: usize,
}

/// Fewer than so many are computed faster one by one.
const WORTH_RECORDING: usize = 6;

/// The values of some figures of many plans. Those that differ from the first in numbers alone are replayed from it, the
/// others computed whole; the digits are the same either way.
pub fn together(plans: &[Plan], asked: &[FigureKey]) -> Together {
    let Some(base) = plans.first().filter(|_| plans.len() >= WORTH_RECORDING) else {
        return Together {
            values: plans.iter().map(|plan| values(plan, asked)).collect(),
            computed_whole: plans.len(),
        };
    };
    together_with(base, &Replay::of(base), plans, asked)
}

/// The same beside a plan that was recorded already.
pub(super) fn together_with(base: &Plan, replay: &Replay, plans: &[Plan], asked: &[FigureKey]) -> Together {
    let differing: Vec<Option<Vec<CellAddress>>> = plans.iter().map(|plan| base.numbers_that_differ(plan)).collect();
    let mut cells: Vec<CellAddress> = differing.iter().flatten().flatten().copied().collect();
    cells.sort_unstable();
    cells.dedup();
    let replayed: Vec<&Plan> =
        plans.iter().zip(&differing).filter(|(_, cells)| cells.is_some()).map(|(plan, _)| plan).collect();
    let program = replay.program(asked, &cells);
    let varied = program.varied().to_vec();
    let answers = program.run(replayed.len(), &|input, variation| {
        let number = replayed.get(variation).zip(varied.get(input)).and_then(|(plan, cell)| plan.number(*cell));
        number.unwrap_or(Fixed::ZERO)
    });
    let mut of_replayed = (0..replayed.len()).map(|at| {
        answers.values.iter().map(|values| values.get(at).copied().flatten()).collect::<Vec<Option<Fixed>>>()
    });
    let mut together = Together { computed_whole: answers.computed_whole, ..Together::default() };
    for (plan, differs) in plans.iter().zip(&differing) {
        let found = if differs.is_some() { of_replayed.next() } else { None };
        together.values.push(found.unwrap_or_else(|| {
            together.computed_whole += 1;
            values(plan, asked)
        }));
    }
    together
}
