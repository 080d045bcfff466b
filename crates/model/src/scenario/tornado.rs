//! How much a figure moves when one number or one lever moves, for all of them.

mod cells;
mod swing;

use super::definition::SetLever;
use super::lever::{Lever, NARROWED_BY, millionths};
use super::levered::Levered;
use super::moves::narrowed_by;
use super::together::together_with;
use crate::calculation::FigureKey;
use crate::outcome::{Replay, not_used_in};
use crate::pace::{Pace, Stage, at_once};
use crate::plan::{CellAddress, LeverKind, Plan, Scheme, Table};
use crate::quantity::{Fixed, InOrder};
use cells::Cells;
use std::collections::{BTreeMap, BTreeSet};
pub(super) use swing::own_range;
pub use swing::{Input, Swing};
use swing::{apart, moves};

/// Inputs that do not move the figure, for one reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Still {
    /// Why.
    pub why: String,
    /// Which they are.
    pub inputs: Vec<Input>,
}

/// What moves a figure, and what does not.
#[derive(Clone, Debug)]
pub struct Tornado {
    /// The figure in the plan.
    pub base: Option<Fixed>,
    /// What moves it, the most first.
    pub swings: Vec<Swing>,
    /// What does not, by why.
    pub still: Vec<Still>,
    /// How many variations were computed whole.
    pub computed_whole: usize,
}

const STANDS_APART: &str = "the figure does not stand on it";
const HELD: &str = "within this range the figure stays as it is: a limit, a rounding or a decision holds it";
const IS_NOTHING: &str = "it is 0, and a tenth of nothing is nothing";
const MOVES_NOTHING: &str = "the plan has no number that it moves";

/// The tornado of a figure: every number of the plan a tenth down and up, or to the plan's own low and high, and every
/// lever by its swing, one at a time.
///
/// ```
/// use one_plan_model::scenario::{Input, tornado};
/// use one_plan_model::{example, outcome};
/// let plan = example::plan(r#"
///     "scheme_lists": [{"id": "l", "name": "L", "year": "2011/12"}],
///     "schemes": [{"id": "a", "name": "A", "list": "l", "gross": "200", "low": "120", "high": "210", "unit": "£"},
///                 {"id": "b", "name": "B", "list": "l", "gross": "500", "reinvestment": "50", "unit": "£"}]
/// "#);
/// let net = outcome::resolve(&plan, "schemes.list.l.net").unwrap();
/// let tornado = tornado(&plan, net);
/// // £500 moves by £50 down and up, £200 from £120 to £210, £50 by £5 down and up.
/// let cells = tornado.swings.iter().filter(|swing| matches!(swing.input, Input::Cell(_)));
/// let apart: Vec<String> = cells.map(|swing| swing.apart.value().unwrap().to_string()).collect();
/// assert_eq!(apart, ["100", "90", "10"]);
/// ```
pub fn tornado(plan: &Plan, figure: FigureKey) -> Tornado {
    at_once(tornado_in_slices(plan, figure, &Pace::UNBROKEN))
}

/// The same, giving way as the pace says, which is told how many of the inputs are done.
pub async fn tornado_in_slices(plan: &Plan, figure: FigureKey, pace: &Pace<'_>) -> Tornado {
    let replay = Replay::of(plan);
    let all: Vec<CellAddress> = plan.number_cells().filter(|cell| !cell.table.is_beside_the_plan()).collect();
    let may_move: BTreeSet<CellAddress> = replay.cells_that_move(figure).into_iter().collect();
    // Of the others it is known without a run that they move nothing.
    let varied: Vec<CellAddress> = all.iter().filter(|cell| may_move.contains(cell)).copied().collect();
    let levers = levers_of(plan);
    let inputs = varied.len() + levers.len();
    let done = |done: usize| pace.reached(Stage::Computing { done, of: inputs });
    let mut cells = Cells::of(plan, &replay, &varied, figure);
    while cells.run_some() {
        done(cells.swings.len()).await;
    }
    let mut tornado = Tornado { base: cells.base, swings: vec![], still: vec![], computed_whole: cells.computed_whole };
    let mut still: BTreeMap<String, Vec<Input>> = BTreeMap::new();
    tornado.swings = cells.swings;
    tornado.swings.retain(moves);
    let moving: BTreeSet<CellAddress> = tornado.swings.iter().filter_map(Swing::cell).collect();
    let unused = unused(plan, &replay);
    let under: BTreeSet<CellAddress> = replay.cells_under(figure).into_iter().collect();
    for cell in all.into_iter().filter(|cell| !moving.contains(cell)) {
        let why = match unused.get(&cell) {
            Some(why) => why.as_str(),
            None if !under.contains(&cell) => STANDS_APART,
            None if plan.number(cell).is_some_and(|number| number.is_zero()) => IS_NOTHING,
            None => HELD,
        };
        still.entry(why.to_owned()).or_default().push(Input::Cell(cell));
    }
    for (at, lever) in levers.into_iter().enumerate() {
        let (swing, moved, computed_whole) = of_lever(plan, &replay, lever, figure);
        tornado.computed_whole += computed_whole;
        if moves(&swing) {
            tornado.swings.push(swing);
        } else {
            let why = if moved { STANDS_APART } else { MOVES_NOTHING };
            still.entry(why.to_owned()).or_default().push(swing.input);
        }
        done(varied.len() + at + 1).await;
    }
    tornado.swings.order_by(|left, right| right.apart.cmp(&left.apart));
    tornado.still = still.into_iter().map(|(why, inputs)| Still { why, inputs }).collect();
    tornado
}

/// The swing of a lever, whether it moves any number, and how many plans were computed whole for it.
fn of_lever(plan: &Plan, replay: &Replay, lever: SetLever, figure: FigureKey) -> (Swing, bool, usize) {
    let of = Lever::of(lever.kind);
    let low = if lever.kind == LeverKind::Delay { 0 } else { of.neutral() - of.swing };
    let ends = (millionths(low), millionths(of.neutral() + of.swing));
    let levered = Levered::of(plan, std::slice::from_ref(&lever));
    let plans = [levered.at(|_| ends.0), levered.at(|_| ends.1)];
    let found = together_with(plan, replay, &plans, &[figure]);
    let mut values = found.values.into_iter().map(|one| one.first().copied().flatten());
    let values = (values.next().flatten(), values.next().flatten());
    let swing = Swing { input: Input::Lever(lever), ends, is_own_range: false, values, apart: apart(values) };
    (swing, levered.moves() > 0, found.computed_whole)
}

/// Why nothing stands on a cell, for those on which nothing stands.
fn unused(plan: &Plan, replay: &Replay) -> BTreeMap<CellAddress, String> {
    let mut unused = BTreeMap::new();
    for one in not_used_in(plan, replay) {
        let cells = one.rows.iter().map(|row| CellAddress { table: one.table, row: *row, column: one.column });
        unused.extend(cells.map(|cell| (cell, one.why.clone())));
    }
    unused
}

/// Whether a plan itself says of any saving between which ends it lies. A saving that has only its ends is no number that
/// could be drawn.
pub fn has_own_ranges(plan: &Plan) -> bool {
    let mut rows = 0..u32::try_from(plan.row_count(Table::Scheme)).unwrap_or_default();
    rows.any(|row| {
        let cell = CellAddress::at(Table::Scheme, row, Scheme::gross as u8);
        plan.number(cell).is_some() && own_range(plan, cell).is_some()
    })
}

/// Every lever that is set by a number: for the whole plan, and of the delivery for each programme, status, risk and
/// organisation that its schemes have.
pub fn levers_of(plan: &Plan) -> Vec<SetLever> {
    let whole = LeverKind::ALL.iter().filter(|kind| Lever::of(**kind).is_number());
    let mut levers: Vec<SetLever> = whole.map(|kind| SetLever::to(*kind, Lever::of(*kind).neutral())).collect();
    let delivery = SetLever::to(LeverKind::Delivery, Lever::of(LeverKind::Delivery).neutral());
    for (at, (_, by)) in NARROWED_BY.iter().enumerate() {
        for of in narrowed_by(plan, &delivery, *by) {
            let mut lever = delivery.clone();
            if let Some(place) = lever.narrowing.get_mut(at) {
                *place = Some(of);
            }
            levers.push(lever);
        }
    }
    levers
}
