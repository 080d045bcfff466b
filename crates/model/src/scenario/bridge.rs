//! What of the difference between two scenarios is due to what: exact, to the penny, with nothing left over.
//!
//! Two scenarios differ in changes and levers. The stated order makes them one after the other: each has what the figure
//! moves by when it is made, and another order would give others. The split without an order gives each its average over
//! all orders (Shapley) for up to [`MOST_IN_EVERY_ORDER`] of them; for more than that the middle of what it adds alone and
//! what it adds last, which is the same average as long as no three of them work on each other, and what three or more do
//! together in proportion to that. Either way the parts sum to the difference of the two figures as they are shown.

use super::apply::applied;
use super::definition::{Change, Definition, SetLever};
use super::together::together;
use crate::calculation::{FigureKey, Unit};
use crate::plan::Plan;
use crate::quantity::{
    Fault, Fixed, MOST_IN_EVERY_ORDER, WORKING_PLACES, parts_from_both_ends, parts_in_every_order, parts_in_order,
};

/// What differs between two scenarios, one of it.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Difference {
    /// A cell: what stands there in the one and in the other; nothing where the scenario does not change it.
    Cell(Option<Change>, Option<Change>),
    /// A lever: how it is set in the one and in the other.
    Lever(Option<SetLever>, Option<SetLever>),
}

/// How a difference is split.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Split {
    /// One after the other, in the order in which they are listed.
    InOrder,
    /// Without an order, the average over all orders.
    EveryOrder,
    /// Without an order, from both ends.
    BothEnds,
}

/// One part of a bridge.
#[derive(Clone, Debug)]
pub struct BridgePart {
    /// What is otherwise, in words.
    pub what: String,
    /// What it adds.
    pub amount: Fixed,
}

/// The way from the one figure to the other.
#[derive(Clone, Debug)]
pub struct Bridge {
    /// The figure in the first scenario, rounded as it is shown.
    pub from: Fixed,
    /// The parts; they sum to the difference of the two.
    pub parts: Vec<BridgePart>,
    /// The figure in the second, rounded as it is shown.
    pub to: Fixed,
    /// How it was split.
    pub split: Split,
    /// How many plans were computed for it.
    pub computed: usize,
}

impl Difference {
    fn words(&self, plan: &Plan) -> String {
        match self {
            Self::Cell(from, to) => match (from, to) {
                (_, Some(to)) => to.words(plan),
                (Some(from), None) => format!("without: {}", from.words(plan)),
                (None, None) => String::new(),
            },
            Self::Lever(from, to) => match (from, to) {
                (Some(from), Some(to)) => {
                    format!("{} instead of {}", to.words(plan), from.setting_words(from.setting))
                }
                (None, Some(to)) => to.words(plan),
                (Some(from), None) => format!("without: {}", from.words(plan)),
                (None, None) => String::new(),
            },
        }
    }
}

/// What differs between two scenarios, in the order in which it stands in them. The same lever in both, set otherwise, is
/// one difference.
fn differences(from: &Definition, to: &Definition) -> Vec<Difference> {
    let mut all: Vec<Difference> = Vec::new();
    let cell = |of: &Definition, like: &Change| of.changes.iter().rfind(|change| change.cell == like.cell).cloned();
    for change in from.changes.iter().chain(&to.changes) {
        all.push(Difference::Cell(cell(from, change), cell(to, change)));
    }
    // The second lever of a kind on the same rows is another than the first.
    let place = |of: &Definition, at: usize| {
        let Some(this) = of.levers.get(at) else { return 0 };
        of.levers.iter().take(at).filter(|other| (other.kind, other.narrowing) == (this.kind, this.narrowing)).count()
    };
    let like = |of: &Definition, this: &SetLever, nth: usize| {
        let same = of.levers.iter().filter(|other| (other.kind, other.narrowing) == (this.kind, this.narrowing));
        same.skip(nth).map(SetLever::clone).next()
    };
    for of in [from, to] {
        for (at, lever) in of.levers.iter().enumerate() {
            let nth = place(of, at);
            all.push(Difference::Lever(like(from, lever, nth), like(to, lever, nth)));
        }
    }
    let mut each: Vec<Difference> = Vec::new();
    for difference in all {
        let is_one = match &difference {
            Difference::Cell(from, to) => from.as_ref().map(|one| &one.value) != to.as_ref().map(|one| &one.value),
            Difference::Lever(from, to) => {
                let set = |lever: &Option<SetLever>| lever.as_ref().map(|one| (one.setting, one.form));
                set(from) != set(to)
            }
        };
        if is_one && !each.contains(&difference) {
            each.push(difference);
        }
    }
    each
}

/// The first scenario with some of the differences made. Levers keep the order of the scenarios: what both have or only the
/// first has stands where the first has it, what only the second has behind that.
fn between(from: &Definition, differences: &[Difference], is_made: impl Fn(usize) -> bool) -> Definition {
    let mut changes = from.changes.clone();
    let mut levers: Vec<Option<SetLever>> = from.levers.iter().cloned().map(Some).collect();
    for (at, difference) in differences.iter().enumerate() {
        if !is_made(at) {
            continue;
        }
        match difference {
            Difference::Cell(was, to) => {
                let cell = was.as_ref().or(to.as_ref()).map(|change| change.cell);
                changes.retain(|change| Some(change.cell) != cell);
                changes.extend(to.clone());
            }
            Difference::Lever(was, to) => match levers.iter_mut().find(|lever| was.is_some() && *lever == was) {
                Some(place) => place.clone_from(to),
                None => levers.push(to.clone()),
            },
        }
    }
    Definition { changes, levers: levers.into_iter().flatten().collect(), problems: vec![] }
}

/// With how many places a figure is split.
const fn places(figure: FigureKey) -> u32 {
    match figure.kind.unit {
        Unit::Money => 2,
        _ => WORKING_PLACES,
    }
}

/// Splits the difference of a figure between two scenarios of a plan.
///
/// # Errors
///
/// What is wrong, in words: a figure without a value on the way, or nothing that differs.
///
/// ```
/// use one_plan_model::quantity::Fixed;
/// use one_plan_model::scenario::{Definition, SetLever, Split, bridge};
/// use one_plan_model::plan::LeverKind::{Outturn, Price};
/// use one_plan_model::{example, outcome};
/// let plan = example::plan(r#"
///     "organisations": [{"id": "t", "name": "Trust", "kind": "nhs-trust"}],
///     "contracts": [{"id": "c", "name": "C", "provider": "t", "year": "2011/12", "form": "payment-by-results",
///                    "value": "100", "unit": "£"}]
/// "#);
/// let payment = outcome::resolve(&plan, "contract.c.payment").unwrap();
/// // A tenth more activity at prices that are a fifth higher: £100 become £132.
/// let both = Definition {
///     levers: vec![SetLever::to(Outturn, 1_100_000), SetLever::to(Price, 1_200_000)],
///     ..Definition::default()
/// };
/// let amounts = |split| {
///     let bridge = bridge(&plan, &Definition::default(), &both, payment, split).unwrap();
///     bridge.parts.iter().map(|part| part.amount).collect::<Vec<_>>()
/// };
/// // First £10 of activity, then £22 of prices; without an order £11 and £21.
/// assert_eq!(amounts(Split::InOrder), [10, 22].map(Fixed::whole));
/// assert_eq!(amounts(Split::EveryOrder), [11, 21].map(Fixed::whole));
/// assert_eq!(amounts(Split::BothEnds), [11, 21].map(Fixed::whole));
/// ```
pub fn bridge(
    plan: &Plan,
    from: &Definition,
    to: &Definition,
    figure: FigureKey,
    split: Split,
) -> Result<Bridge, String> {
    let differences = differences(from, to);
    let count = differences.len();
    let split = if split == Split::EveryOrder && count > MOST_IN_EVERY_ORDER { Split::BothEnds } else { split };
    let sets: Vec<Vec<bool>> = match split {
        Split::InOrder => (0..=count).map(|made| (0..count).map(|at| at < made).collect()).collect(),
        Split::EveryOrder => {
            (0..1_usize << count).map(|set| (0..count).map(|at| set >> at & 1 == 1).collect()).collect()
        }
        Split::BothEnds => {
            let ends = [vec![false; count], vec![true; count]];
            let alone = (0..count).map(|only| (0..count).map(|at| at == only).collect());
            let but = (0..count).map(|missing| (0..count).map(|at| at != missing).collect());
            ends.into_iter().chain(alone).chain(but).collect()
        }
    };
    let made = |set: &Vec<bool>| applied(plan, &between(from, &differences, |at| set.get(at) == Some(&true))).0;
    let plans: Vec<Plan> = sets.iter().map(made).collect();
    let values: Option<Vec<Fixed>> = together(&plans, &[figure]).values.iter().map(|one| *one.first()?).collect();
    let label = || figure.label(plan);
    let values = values.ok_or_else(|| format!("{} is not there for all that lies between the two", label()))?;
    let places = places(figure);
    let (first, last) = match split {
        Split::BothEnds => (values.first(), values.get(1)),
        _ => (values.first(), values.last()),
    };
    let (first, last) = (first.copied().unwrap_or(Fixed::ZERO), last.copied().unwrap_or(Fixed::ZERO));
    let parts = match split {
        Split::InOrder => parts_in_order(&values, places),
        Split::EveryOrder => parts_in_every_order(&values, count, places),
        Split::BothEnds => {
            let alone = values.iter().skip(2).take(count).copied().collect::<Vec<_>>();
            let but = values.iter().skip(2 + count).copied().collect::<Vec<_>>();
            parts_from_both_ends(first, &alone, &but, last, places)
        }
    };
    let parts = parts.map_err(|fault: Fault| format!("{} cannot be split: {fault}", label()))?;
    let words = differences.iter().map(|difference| difference.words(plan));
    let parts = words.zip(parts).map(|(what, amount)| BridgePart { what, amount }).collect();
    Ok(Bridge { from: first.rounded(places), parts, to: last.rounded(places), split, computed: plans.len() })
}
