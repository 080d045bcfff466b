//! A plan with levers, computed once for as many settings of them as wanted.

use super::definition::SetLever;
use super::moves::{Moved, filled, moved, worded};
use crate::calculation::FigureKey;
use crate::outcome::{Replay, ReplayProgram, Replayed};
use crate::plan::{CellAddress, Plan};
use crate::quantity::Fixed;
use std::cell::OnceCell;

/// A plan that was computed once, to be computed again with its levers set otherwise.
///
/// ```
/// use one_plan_model::plan::LeverKind;
/// use one_plan_model::scenario::{Levered, SetLever, millionths};
/// use one_plan_model::{example, outcome};
/// let plan = example::plan(r#"
///     "scheme_lists": [{"id": "l", "name": "L", "year": "2011/12"}],
///     "schemes": [{"id": "a", "name": "A", "list": "l", "gross": "200", "unit": "£000"}]
/// "#);
/// let gross = outcome::resolve(&plan, "schemes.list.l.gross").unwrap();
/// let levered = Levered::of(&plan, &[SetLever::to(LeverKind::Delivery, 1_000_000)]);
/// // Delivered are 0%, 1%, 2% and so on of what is planned.
/// let answers = levered.run(&[gross], 101, &|_, percent| millionths(10_000 * percent as i64));
/// assert_eq!(answers.values[0][80].unwrap().value().unwrap().to_string(), "160000");
/// ```
#[derive(Debug)]
pub struct Levered {
    // Recorded when it is first asked for figures: who only wants the plans needs none.
    replay: OnceCell<Replay>,
    plan: Plan,
    moved: Vec<Moved>,
}

impl Levered {
    /// A plan, and the levers that are to be set. Their own settings do not matter, the form of contracts does.
    pub fn of(plan: &Plan, levers: &[SetLever]) -> Self {
        let plan = filled(&worded(plan, levers), levers);
        let moved = moved(&plan, levers);
        Self { replay: OnceCell::new(), plan, moved }
    }

    /// How many numbers the levers move.
    pub const fn moves(&self) -> usize {
        self.moved.len()
    }

    /// The plan from which it starts.
    pub const fn plan(&self) -> &Plan {
        &self.plan
    }

    pub(super) fn moved(&self) -> &[Moved] {
        &self.moved
    }

    /// Computes the plan with every step noted, where that is not done yet.
    pub(super) fn record(&self) {
        self.replay.get_or_init(|| Replay::of(&self.plan));
    }

    pub(super) fn program(&self, asked: &[FigureKey], cells: &[CellAddress]) -> ReplayProgram<'_> {
        self.replay.get_or_init(|| Replay::of(&self.plan)).program(asked, cells)
    }

    /// The values of some figures for so many settings: `setting` gives where a lever is set in a variation.
    pub fn run(&self, asked: &[FigureKey], variations: usize, setting: &dyn Fn(usize, usize) -> Fixed) -> Replayed {
        let cells: Vec<CellAddress> = self.moved.iter().map(|moved| moved.cell).collect();
        let number = |input: usize, variation: usize| {
            let moved = self.moved.get(input);
            moved.map_or(Fixed::ZERO, |moved| moved.number(moved.original, |lever| setting(lever, variation)))
        };
        self.program(asked, &cells).run(variations, &number)
    }

    /// The plan with its levers at some settings.
    pub fn at(&self, setting: impl Fn(usize) -> Fixed) -> Plan {
        self.plan.with_numbers(self.moved.iter().map(|moved| (moved.cell, moved.number(moved.original, &setting))))
    }
}
