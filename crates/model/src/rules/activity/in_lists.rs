//! What schemes change, in the lists in which they stand.

use super::changes::CountedChanges;
use super::grid::Grid;
use super::kinds::SCHEME_COST;
use super::sum::Sum;
use super::wholes::{Given, Wholes};
use crate::calculation::{Ledger, Number};
use crate::plan::{ActivityChange, CellAddress, Plan, Scheme, Table};
use crate::quantity::{Amount, Count, InOrder};
use crate::rules::schemes::Repeats;

/// What the schemes change.
pub(super) struct InLists {
    /// For each list, what its own schemes change, less what it would count twice.
    pub(super) lists: Vec<Grid>,
    /// Less what all lists together would count twice.
    pub(super) all: Grid,
    /// For each scheme, what it costs or saves.
    pub(super) scheme_costs: Vec<Sum>,
    /// The lists that would count a cost twice, each with what is taken off it.
    pub(super) twice: Vec<(u32, Number)>,
}

impl InLists {
    /// Adds up the changes that count.
    pub(super) fn of(ledger: &mut Ledger<'_>, counted: &CountedChanges, wholes: &Wholes) -> Self {
        let plan = ledger.plan;
        let width = plan.points_of_delivery.len();
        let mut in_lists = Self {
            lists: plan.scheme_lists.iter().map(|_| Grid::new(width)).collect(),
            all: Grid::new(width),
            scheme_costs: vec![Sum::NOTHING; plan.schemes.len()],
            twice: Vec::new(),
        };
        let parts = Parts { wholes, given: wholes.given_by_schemes(plan) };
        let repeats = Repeats::of(plan);
        let repeated = in_lists.add_changes(ledger, counted, &parts, &repeats);
        in_lists.take_off_twice(&parts, counted_twice(plan, &repeats, repeated));
        in_lists
    }

    /// Adds every change to the list of its scheme. Gives those of schemes that stand in several lists.
    fn add_changes(
        &mut self,
        ledger: &mut Ledger<'_>,
        counted: &CountedChanges,
        parts: &Parts<'_>,
        repeats: &Repeats,
    ) -> Vec<Repeated> {
        let changes = &ledger.plan.activity_changes;
        let counts = changes.numbers::<Count>(ActivityChange::activity);
        let costs = changes.numbers::<Amount>(ActivityChange::cost);
        let lists_of_schemes = ledger.plan.schemes.codes(Scheme::list);
        let mut repeated = Vec::new();
        let places =
            changes.codes(ActivityChange::setting).iter().zip(changes.codes(ActivityChange::point_of_delivery));
        for ((row, scheme), (setting, point)) in (0..).zip(changes.codes(ActivityChange::scheme)).zip(places) {
            let activity = if counted.has_activity(row) { counts.get(row).map(Number::cell) } else { None };
            let cost = if counted.has_cost(row) { costs.get(row).map(Number::cell) } else { None };
            if let (Some(cost), Some(sum)) = (&cost, self.scheme_costs.get_mut(*scheme as usize)) {
                sum.add(cost);
            } else if counted.has_cost(row) {
                // What the scheme changes without a cost is no part of what its cost comes to.
                let cell = CellAddress { table: Table::ActivityChange, row, column: "cost" };
                ledger.lacks(SCHEME_COST.at([*scheme]), cell);
            }
            let list = lists_of_schemes.get(*scheme as usize).and_then(|list| self.lists.get_mut(*list as usize));
            if let Some(grid) = list {
                grid.add((*setting as usize, *point as usize), activity.as_ref(), cost.as_ref());
                if parts.wholes.of_part(*point as usize).is_some() {
                    parts.add_to_whole(grid, *scheme, (*setting, *point), [activity, cost]);
                }
            }
            if repeats.has_others(*scheme) {
                repeated.push(Repeated { scheme: *scheme, place: (*setting, *point), activity, cost });
            }
        }
        repeated
    }

    /// Takes off what a list, or all of them together, would count twice.
    fn take_off_twice(&mut self, parts: &Parts<'_>, twice: Vec<(Option<u32>, Repeated)>) {
        for (list, repeated) in twice {
            let off = |number: Option<Number>| {
                number.map(|number| number.negated().because("the same scheme stands in it a second time", &[]))
            };
            let (activity, cost) = (off(repeated.activity), off(repeated.cost));
            if let Some((list, cost)) = list.zip(cost) {
                self.twice.push((list, cost));
            }
            let grid = match list {
                Some(list) => self.lists.get_mut(list as usize),
                None => Some(&mut self.all),
            };
            if let Some(grid) = grid {
                let (setting, point) = repeated.place;
                grid.add((setting as usize, point as usize), activity.as_ref(), cost.as_ref());
                parts.add_to_whole(grid, repeated.scheme, repeated.place, [activity, cost]);
            }
        }
    }
}

/// Kinds of activity that are part of another, and what schemes say themselves of the others.
struct Parts<'a> {
    wholes: &'a Wholes,
    given: Given,
}

impl Parts<'_> {
    /// What is changed in a part of a kind of activity is changed in the kind too, unless the scheme says how much it is.
    #[inline(always)]
    fn add_to_whole(&self, grid: &mut Grid, scheme: u32, (setting, point): (u32, u32), numbers: [Option<Number>; 2]) {
        let Some(whole) = self.wholes.of_part(point as usize) else { return };
        let [activity, cost] = numbers;
        let [given_activity, given_cost] = self.given.has([scheme, setting, whole.index()]);
        let activity = activity.filter(|_| !given_activity).and_then(|activity| whole.counted(&activity));
        let cost = cost.filter(|_| !given_cost);
        grid.add((setting as usize, whole.position()), activity.as_ref(), cost.as_ref());
    }
}

/// What a scheme changes that stands in several lists.
struct Repeated {
    scheme: u32,
    /// The setting and the point of delivery.
    place: (u32, u32),
    activity: Option<Number>,
    cost: Option<Number>,
}

/// The changes that a list would count twice, or all lists together, because a scheme that is the same changes the same
/// kind of activity in it.
fn counted_twice(plan: &Plan, repeats: &Repeats, mut changes: Vec<Repeated>) -> Vec<(Option<u32>, Repeated)> {
    let about = |change: &Repeated| (change.place, change.scheme);
    changes.order_by_key(about);
    let mut all: Vec<((u32, u32), u32)> = changes.iter().map(about).collect();
    all.dedup();
    let twice = repeats.counted_twice(plan, all.into_iter());
    let mut found = Vec::new();
    for (list, place, scheme) in twice {
        let first = changes.partition_point(|change| about(change) < (place, scheme));
        for change in changes.iter().skip(first).take_while(|change| about(change) == (place, scheme)) {
            found.push((list, Repeated { scheme, place, activity: change.activity, cost: change.cost }));
        }
    }
    found
}
