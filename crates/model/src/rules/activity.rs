//! Activity and its cost: the baseline, what all schemes change, and the plan that results.
//!
//! * CR10: plan = baseline (forecast outturn) + the changes of **all** schemes; a scheme that several lists print changes
//!   a kind of activity once.
//! * CR21: change in per cent = change ÷ baseline; a baseline of nothing has no percentage.
//! * CR22: arrows by the size of the change, rounded to a whole per cent.
//!
//! Where the plan prints a percentage but no baseline, the printed percentage is used.
//! Source: Surrey l. 745-819 and 833-877.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "settings": [{"id": "acute", "name": "Acute"}],
//!     "points_of_delivery": [{"id": "spells", "name": "Emergency spells"}],
//!     "scheme_lists": [{"id": "plan", "name": "Plan", "year": "2011/12"}],
//!     "schemes": [{"id": "cap", "name": "Cap", "list": "plan"}],
//!     "baseline_activity": [{"setting": "acute", "point_of_delivery": "spells", "activity": "79,511"}],
//!     "activity_changes": [{"scheme": "cap", "setting": "acute", "point_of_delivery": "spells",
//!                           "effect": "avoided", "activity": "-25,280"}]
//! "#);
//! assert_eq!(outcome.text("activity.acute.spells.plan"), "54231");
//! assert_eq!(outcome.text("activity.acute.spells.change-percent"), "-0.3179434292");
//! assert_eq!(outcome.text("activity.acute.spells.arrow"), "-3");
//! ```

mod baseline;
pub(crate) mod changes;
pub(super) mod counted;
mod kinds;
mod limits;
mod parts_at_providers;
pub(super) mod providers;
mod sum;
pub(crate) mod units;
mod wholes;

pub(super) use baseline::PARTS_EXCEED_WHOLE;
pub use kinds::files;
pub use kinds::{
    ARROW, BASELINE, BASELINE_COST, BASELINE_COST_LESS_PARTS, BASELINE_LESS_PARTS, CHANGE, CHANGE_COST,
    CHANGE_COST_LESS_PROVIDERS, CHANGE_LESS_PROVIDERS, KINDS, LIST_CHANGE, LIST_CHANGE_COST, LIST_COST_TOTAL,
    LIST_PLAN, LIST_PLAN_COST, PERCENT, PERCENT_COST, PLAN, PLAN_COST, PROVIDER_BASELINE, PROVIDER_BASELINE_COST,
    PROVIDER_CHANGE, PROVIDER_CHANGE_COST, PROVIDER_PARTS, PROVIDER_PARTS_COST, PROVIDER_PLAN, PROVIDER_PLAN_COST,
    PROVIDERS_COST_DIFFERENCE, PROVIDERS_DIFFERENCE, SCHEME_COST,
};

use super::schemes::{Repeats, parts_first};
use crate::calculation::{FigureIndex, Ledger, Number, Series, findings, run_formulas, summed};
use crate::parameters::{THREE_ARROWS_FROM, TWO_ARROWS_FROM};
use crate::plan::{ActivityChange, CellAddress, Id, Plan, Scheme, SchemeList, Table};
use crate::quantity::{Amount, Count, Decimal, Fault, InOrder, whole};
use baseline::{ACTIVITY, Baseline, COST, baseline};
use changes::{CountedChanges, at_providers};
use kinds::FORMULAS;
use sum::{Sum, change_slot, places};
use wholes::Wholes;

findings! {
    ..baseline
    ..counted
    ..wholes
    ..limits
}

/// Sums of activity and of cost for each setting and point of delivery, as far as the last one to which something
/// was added: a list of schemes changes few of them.
struct Grid {
    width: usize,
    activity: Vec<Sum>,
    cost: Vec<Sum>,
}

impl Grid {
    const fn new(width: usize) -> Self {
        Self { width, activity: Vec::new(), cost: Vec::new() }
    }

    const fn slot(&self, setting: usize, point: usize) -> usize {
        setting * self.width + point
    }

    /// Adds to a kind of activity in a setting.
    #[inline(always)]
    fn add(&mut self, (setting, point): (usize, usize), activity: Option<&Number>, cost: Option<&Number>) {
        let slot = self.slot(setting, point);
        if let Some(number) = activity {
            add_at(&mut self.activity, slot, number);
        }
        if let Some(number) = cost {
            add_at(&mut self.cost, slot, number);
        }
    }
}

#[inline(always)]
fn add_at(sums: &mut Vec<Sum>, slot: usize, number: &Number) {
    match sums.get_mut(slot) {
        Some(sum) => sum.add(number),
        None => change_slot(sums, slot, |sum| sum.add(number)),
    }
}

/// Computes the baseline, the changes and the plan.
pub fn run(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let changes = &plan.activity_changes;
    let counts = changes.numbers::<Count>(ActivityChange::activity);
    let costs = changes.numbers::<Amount>(ActivityChange::cost);
    let place = |[setting, point, provider]: [u32; 3]| FigureIndex::new([provider, setting, point]);
    ledger.add(summed(&PROVIDER_CHANGE, at_providers(plan, counts, place)));
    ledger.add(summed(&PROVIDER_CHANGE_COST, at_providers(plan, costs, place)));
    run_formulas(ledger, FORMULAS);
    if plan.settings.is_empty() || plan.points_of_delivery.is_empty() {
        return;
    }
    let wholes = Wholes::of(plan);
    wholes.report(ledger);
    let baseline = baseline(ledger, &wholes);
    for side in [&ACTIVITY, &COST] {
        parts_at_providers::publish(ledger, side, &wholes);
    }
    let counted = CountedChanges::of(plan);
    counted.hold_totals(ledger);
    let width = plan.points_of_delivery.len();
    let mut lists: Vec<Grid> = plan.scheme_lists.iter().map(|_| Grid::new(width)).collect();
    let mut scheme_costs: Vec<Sum> = vec![Sum::NOTHING; plan.schemes.len()];
    let lists_of_schemes = plan.schemes.codes(Scheme::list);
    let given = wholes.given_by_schemes(plan);
    // What is changed in a part of a kind of activity is changed in the kind too, unless the scheme says how much it is.
    let add_to_whole = |grid: &mut Grid, scheme: u32, (setting, point): (u32, u32), numbers: [Option<Number>; 2]| {
        let Some(whole) = wholes.of_part(point as usize) else { return };
        let [activity, cost] = numbers;
        let [given_activity, given_cost] = given.has([scheme, setting, whole.index()]);
        let activity = activity.filter(|_| !given_activity).and_then(|activity| whole.counted(&activity));
        let cost = cost.filter(|_| !given_cost);
        grid.add((setting as usize, whole.position()), activity.as_ref(), cost.as_ref());
    };
    let repeats = Repeats::of(plan);
    let mut repeated = Vec::new();
    let places = changes.codes(ActivityChange::setting).iter().zip(changes.codes(ActivityChange::point_of_delivery));
    for ((row, scheme), (setting, point)) in (0..).zip(changes.codes(ActivityChange::scheme)).zip(places) {
        let activity = if counted.has_activity(row) { counts.get(row).map(Number::cell) } else { None };
        let cost = if counted.has_cost(row) { costs.get(row).map(Number::cell) } else { None };
        if let (Some(cost), Some(sum)) = (&cost, scheme_costs.get_mut(*scheme as usize)) {
            sum.add(cost);
        } else if counted.has_cost(row) {
            // What the scheme changes without a cost is no part of what its cost comes to.
            let cell = CellAddress { table: Table::ActivityChange, row, column: "cost" };
            ledger.lacks(SCHEME_COST.at([*scheme]), cell);
        }
        let list = lists_of_schemes.get(*scheme as usize).and_then(|list| lists.get_mut(*list as usize));
        if let Some(grid) = list {
            grid.add((*setting as usize, *point as usize), activity.as_ref(), cost.as_ref());
            if wholes.of_part(*point as usize).is_some() {
                add_to_whole(grid, *scheme, (*setting, *point), [activity, cost]);
            }
        }
        if repeats.has_others(*scheme) {
            repeated.push(Repeated { scheme: *scheme, place: (*setting, *point), activity, cost });
        }
    }
    let order = parts_first(plan);
    let mut changes = Grid::new(width);
    let mut twice: Vec<(u32, Number)> = Vec::new();
    for (list, repeated) in counted_twice(plan, &repeats, repeated) {
        let off = |number: Option<Number>| {
            number.map(|number| number.negated().because("the same scheme stands in it a second time", &[]))
        };
        let (activity, cost) = (off(repeated.activity), off(repeated.cost));
        if let Some((list, cost)) = list.zip(cost) {
            twice.push((list, cost));
        }
        let grid = match list {
            Some(list) => lists.get_mut(list as usize),
            None => Some(&mut changes),
        };
        if let Some(grid) = grid {
            let (setting, point) = repeated.place;
            grid.add((setting as usize, point as usize), activity.as_ref(), cost.as_ref());
            add_to_whole(grid, repeated.scheme, repeated.place, [activity, cost]);
        }
    }
    publish_costs(ledger, scheme_costs, &twice, &order);
    for (list, parent) in order {
        let Some(grid) = lists.get_mut(list.position()).map(|grid| std::mem::replace(grid, Grid::new(width))) else {
            continue;
        };
        // The changes of a list also count in its parent list; those of a list without a parent count in the total.
        let above = parent.and_then(|parent| lists.get_mut(parent.position()));
        publish_changes_of_list(ledger, list, grid, &baseline, above.unwrap_or(&mut changes));
    }
    publish_plan(ledger, changes, &baseline);
    if ledger.wants_findings() {
        limits::check(ledger);
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

/// What each scheme changes in cost, and each list as the sum of its schemes, less what it would count twice.
fn publish_costs(
    ledger: &mut Ledger<'_>,
    scheme_costs: Vec<Sum>,
    twice: &[(u32, Number)],
    order: &[(Id<SchemeList>, Option<Id<SchemeList>>)],
) {
    let plan = ledger.plan;
    let mut lists: Vec<Sum> = vec![Sum::NOTHING; plan.scheme_lists.len()];
    let mut series = Series::with_capacity(&SCHEME_COST, scheme_costs.len());
    for ((row, scheme), sum) in plan.schemes.iter().zip(scheme_costs) {
        let Some(total) = sum.0 else { continue };
        let cost = series.push([row.index()], total.finish());
        if let Some(list) = lists.get_mut(scheme.list().position()) {
            list.add(&cost);
        }
    }
    ledger.add(series);
    for (list, cost) in twice {
        if let Some(list) = lists.get_mut(*list as usize) {
            list.add(cost);
        }
    }
    for (list, parent) in order {
        let Some(total) = lists.get_mut(list.position()).and_then(|sum| sum.0.take()) else { continue };
        let cost = ledger.publish(&LIST_COST_TOTAL, [list.index()], total.finish());
        if let Some(above) = parent.and_then(|parent| lists.get_mut(parent.position())) {
            above.add(&cost);
        }
    }
}

fn publish_changes_of_list(
    ledger: &mut Ledger<'_>,
    list: Id<SchemeList>,
    grid: Grid,
    baseline: &Baseline,
    changes: &mut Grid,
) {
    let sides = [
        (grid.activity, &baseline.activity, &mut changes.activity, &LIST_CHANGE, &LIST_PLAN),
        (grid.cost, &baseline.cost, &mut changes.cost, &LIST_CHANGE_COST, &LIST_PLAN_COST),
    ];
    // A list that changes nothing has no plan of its own.
    if sides.iter().all(|side| side.0.iter().all(|sum| sum.0.is_none())) {
        return;
    }
    for (sums, baseline, all, change_kind, plan_kind) in sides {
        // Where neither list nor baseline has anything there is no figure.
        let used = sums.len().max(baseline.len());
        let mut sums = sums.into_iter();
        for (slot, [setting, point]) in places(ledger.plan).enumerate().take(used) {
            let (sum, baseline) = (sums.next().unwrap_or(Sum::NOTHING), given(baseline, slot));
            let subjects = [list.index(), setting, point];
            let Some(change) = change_of(sum, baseline.is_some(), "no scheme of the list changes it") else { continue };
            let change = ledger.publish(change_kind, subjects, change);
            change_slot(all, slot, |sum| sum.add(&change));
            if let Some(baseline) = baseline {
                ledger.publish(plan_kind, subjects, baseline.plus(&change));
            }
        }
    }
}

/// The baseline of a place, if it has one.
fn given(baseline: &[Option<Number>], slot: usize) -> Option<&Number> {
    baseline.get(slot)?.as_ref()
}

/// The change: nought where there is a baseline that no scheme changes, `None` where there is neither.
fn change_of(sum: Sum, has_baseline: bool, nothing: &'static str) -> Option<Number> {
    match sum.0 {
        Some(total) => Some(total.finish()),
        None => has_baseline.then(|| Number::constant(Decimal::ZERO, nothing)),
    }
}

fn publish_plan(ledger: &mut Ledger<'_>, grid: Grid, baseline: &Baseline) {
    let plan = ledger.plan;
    let mut outlook: Vec<Option<usize>> = Vec::new();
    for (row, line) in plan.activity_outlook.iter() {
        let slot = grid.slot(line.setting().position(), line.point_of_delivery().position());
        change_slot(&mut outlook, slot, |printed| *printed = Some(row.position()));
    }
    let sides = [
        (grid.activity, &baseline.activity, [&CHANGE, &PLAN, &PERCENT], "activity_percent"),
        (grid.cost, &baseline.cost, [&CHANGE_COST, &PLAN_COST, &PERCENT_COST], "cost_percent"),
    ];
    for (changes, baseline, [change_kind, plan_kind, percent_kind], column) in sides {
        let used = changes.len().max(baseline.len()).max(outlook.len());
        let mut sums = changes.into_iter();
        for (slot, subjects) in places(plan).enumerate().take(used) {
            let (sum, baseline) = (sums.next().unwrap_or(Sum::NOTHING), given(baseline, slot));
            let outlook = outlook.get(slot).copied().flatten();
            let change = change_of(sum, baseline.is_some(), "no scheme changes it")
                .map(|change| ledger.publish(change_kind, subjects, change));
            let percent = match (baseline, &change) {
                (Some(baseline), Some(change)) => {
                    ledger.publish(plan_kind, subjects, baseline.plus(change));
                    Some(change.over(baseline))
                }
                _ => outlook.and_then(|row| printed_percent(ledger, row, column)),
            };
            let Some(percent) = percent else { continue };
            let percent = ledger.publish(percent_kind, subjects, percent);
            if column == "activity_percent" && !percent.is_division_by_zero() {
                let arrow = arrow(ledger, &percent);
                ledger.publish(&ARROW, subjects, arrow);
            }
        }
    }
}

fn printed_percent(ledger: &Ledger<'_>, row: usize, column: &'static str) -> Option<Number> {
    let row = Id::at(u32::try_from(row).ok()?);
    let line = ledger.plan.activity_outlook.get(row)?;
    let printed = if column == "activity_percent" { line.activity_percent() } else { line.cost_percent() }?;
    Some(Number::cell(printed))
}

/// CR22: how many arrows a change gets, once it is rounded to a whole per cent.
fn arrow(ledger: &Ledger<'_>, fraction: &Number) -> Number {
    let year = ledger.plan.details().map(|details| details.first_year());
    let percent = fraction.times(&Number::constant(whole(100), "per cent")).rounded(0);
    if percent.is_fault() {
        return percent;
    }
    let fewer = percent.is_negative();
    let size = if fewer { percent.negated() } else { percent };
    let from = |parameter| year.and_then(|year| ledger.parameters.value(parameter, year));
    let (Some(two), Some(three)) = (from(&TWO_ARROWS_FROM), from(&THREE_ARROWS_FROM)) else {
        return Number::fault(Fault::NotGiven);
    };
    let (two, three) = (Number::parameter(&two), Number::parameter(&three));
    let (arrows, why) = if size.is_zero() {
        (0, "rounds to no change: stable")
    } else if size.is_below(&two) {
        (1, "below the second band: one arrow")
    } else if size.is_below(&three) {
        (2, "in the second band: two arrows")
    } else {
        (3, "in the third band: three arrows")
    };
    let arrows = if fewer { -arrows } else { arrows };
    Number::constant(whole(arrows), "arrows for this band, with the sign of the change")
        .because(why, &[fraction, &two, &three])
}
