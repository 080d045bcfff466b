//! At which setting of a lever a figure reaches a goal.
//!
//! The figure is computed at every step of a grid; between two steps of which one reaches the goal and the other does not,
//! the grid is made finer until the two are one smallest step apart (a millionth: 0.0001 of a percentage point). Then the
//! straight line between the two is solved, and if the figure there is the goal to the last digit, that setting is exact.
//! Two crossings within one step of the first grid may be missed.

use super::definition::SetLever;
use super::lever::{Lever, millionths};
use super::levered::Levered;
use crate::calculation::FigureKey;
use crate::outcome::ReplayProgram;
use crate::pace::{Pace, at_once};
use crate::plan::{CellAddress, Plan};
use crate::quantity::Fixed;

/// What is sought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Goal {
    /// The figure.
    pub figure: FigureKey,
    /// What it is to be, or more.
    pub target: Fixed,
}

/// Where a figure reaches its goal: between two settings that are one smallest step apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Crossing {
    /// The last setting, from below, at which it is as below.
    pub below: Fixed,
    /// The first at which it is as above.
    pub above: Fixed,
    /// Whether the goal is reached above; otherwise below.
    pub reached_above: bool,
    /// The setting at which the figure is the goal to the last digit, if there is one of at most ten decimal places.
    pub exact: Option<Fixed>,
    /// The figure at the two settings.
    pub values: (Fixed, Fixed),
}

impl Crossing {
    /// The setting next to the crossing at which the goal is reached.
    pub const fn reached(&self) -> Fixed {
        match self.exact {
            Some(exact) => exact,
            None if self.reached_above => self.above,
            None => self.below,
        }
    }
}

/// What was found.
#[derive(Clone, Debug)]
pub struct Sought {
    /// Every crossing, from the lowest setting up.
    pub crossings: Vec<Crossing>,
    /// Between which settings it was looked.
    pub range: (Fixed, Fixed),
    /// The figure at the two ends; nothing where it has no value there.
    pub ends: (Option<Fixed>, Option<Fixed>),
    /// How many numbers of the plan the lever moves.
    pub moves: usize,
}

impl Sought {
    /// Whether the goal is reached wherever the lever is set.
    pub fn always(&self, target: Fixed) -> bool {
        let reaches = |end: Option<Fixed>| end.is_some_and(|value| !value.is_fault() && !value.is_below(target));
        self.crossings.is_empty() && reaches(self.ends.0) && reaches(self.ends.1)
    }
}

/// Into so many steps the range is divided at first.
const GRID: i64 = 200;
/// And so many each time that it is made finer.
const FINER: i64 = 100;
/// So many variations are replayed side by side; then something else may be done.
const VARIATIONS_AT_A_TIME: usize = 64;

/// Seeks a goal with a lever of a plan; the plan may be one to which a scenario was applied.
///
/// ```
/// use one_plan_model::plan::LeverKind;
/// use one_plan_model::quantity::Fixed;
/// use one_plan_model::scenario::{Goal, SetLever, seek};
/// use one_plan_model::{example, outcome};
/// let plan = example::plan(r#"
///     "scheme_lists": [{"id": "l", "name": "L", "year": "2011/12"}],
///     "schemes": [{"id": "a", "name": "A", "list": "l", "gross": "200", "reinvestment": "50", "unit": "£"}]
/// "#);
/// let figure = outcome::resolve(&plan, "schemes.list.l.net").unwrap();
/// // 0.85 × £200 − £50 = £120.
/// let found = seek(&plan, &SetLever::to(LeverKind::Delivery, 0), Goal { figure, target: Fixed::whole(120) });
/// assert_eq!(found.crossings[0].exact, Some(Fixed::of_digits(85, 2, 0)));
/// ```
pub fn seek(plan: &Plan, lever: &SetLever, goal: Goal) -> Sought {
    at_once(seek_in_slices(plan, lever, goal, &Pace::UNBROKEN))
}

/// The same in slices, between any two of which something else can be done.
pub async fn seek_in_slices(plan: &Plan, lever: &SetLever, goal: Goal, pace: &Pace<'_>) -> Sought {
    let of = Lever::of(lever.kind);
    let levered = Levered::of(plan, std::slice::from_ref(lever));
    pace.checked_rows().await;
    let mut sought = Sought {
        crossings: vec![],
        range: (millionths(of.from), millionths(of.to)),
        ends: (None, None),
        moves: levered.moves(),
    };
    if !of.is_number() {
        return sought;
    }
    let cells: Vec<CellAddress> = levered.moved().iter().map(|moved| moved.cell).collect();
    levered.record();
    pace.checked_rows().await;
    let program = levered.program(&[goal.figure], &cells);
    let seeker = Seeker { levered: &levered, program, goal, pace };
    let step = ((of.to - of.from) / GRID).max(of.step);
    let settings = grid(of.from, of.to, step);
    let values = seeker.values(&settings).await;
    sought.ends = (values.first().copied().flatten(), values.last().copied().flatten());
    for (below, above) in seeker.changes(&settings, &values) {
        sought.crossings.extend(seeker.finer(below, above, of.step).await);
    }
    sought
}

fn grid(from: i64, to: i64, step: i64) -> Vec<i64> {
    let mut settings: Vec<i64> = (0..).map(|at| from + at * step).take_while(|setting| *setting < to).collect();
    settings.push(to);
    settings
}

struct Seeker<'a, 'p> {
    levered: &'a Levered,
    program: ReplayProgram<'a>,
    goal: Goal,
    pace: &'a Pace<'p>,
}

impl Seeker<'_, '_> {
    async fn values(&self, settings: &[i64]) -> Vec<Option<Fixed>> {
        let mut values = Vec::with_capacity(settings.len());
        for slice in settings.chunks(VARIATIONS_AT_A_TIME) {
            let settings: Vec<Fixed> = slice.iter().map(|setting| millionths(*setting)).collect();
            values.extend(self.run(&settings).into_iter().map(|value| value.filter(|value| !value.is_fault())));
            self.pace.checked_rows().await;
        }
        values
    }

    /// The figure at some settings of the lever.
    fn run(&self, settings: &[Fixed]) -> Vec<Option<Fixed>> {
        let setting = |at: usize| settings.get(at).copied().unwrap_or(Fixed::ZERO);
        let moved = self.levered.moved();
        let number = |input: usize, at: usize| {
            moved.get(input).map_or(Fixed::ZERO, |moved| moved.number(moved.original, |_| setting(at)))
        };
        self.program.run(settings.len(), &number).values.pop().unwrap_or_default()
    }

    fn reaches(&self, value: Option<Fixed>) -> bool {
        value.is_some_and(|value| !value.is_below(self.goal.target))
    }

    /// The neighbours of which one reaches the goal and the other does not. A setting without a value reaches nothing.
    fn changes(&self, settings: &[i64], values: &[Option<Fixed>]) -> Vec<(i64, i64)> {
        let pairs = settings.iter().zip(settings.iter().skip(1)).zip(values.iter().zip(values.iter().skip(1)));
        let changes = pairs.filter(|(_, (left, right))| self.reaches(**left) != self.reaches(**right));
        changes.map(|((below, above), _)| (*below, *above)).collect()
    }

    /// Makes the grid between two settings finer until they are one smallest step apart.
    async fn finer(&self, below: i64, above: i64, smallest: i64) -> Option<Crossing> {
        let (mut below, mut above) = (below, above);
        while above - below > smallest {
            let step = ((above - below) / FINER).max(smallest);
            let settings = grid(below, above, step);
            let values = self.values(&settings).await;
            (below, above) = self.changes(&settings, &values).first().copied()?;
        }
        let values = self.values(&[below, above]).await;
        let reached_above = self.reaches(values.last().copied().flatten());
        let values = (values.first().copied().flatten()?, values.last().copied().flatten()?);
        let (low, high) = (millionths(below), millionths(above));
        let share = self.goal.target.minus(values.0).over(values.1.minus(values.0));
        let solved = low.plus(high.minus(low).times(share));
        let is_exact = |setting: Fixed| self.run(&[setting]).first().copied().flatten() == Some(self.goal.target);
        // A lever that moves by whole steps has none between them.
        let candidates = [low, high, if smallest == 1 { solved } else { high }];
        let exact = candidates.into_iter().find(|setting| !setting.is_fault() && is_exact(*setting));
        Some(Crossing { below: low, above: high, reached_above, exact, values })
    }
}
