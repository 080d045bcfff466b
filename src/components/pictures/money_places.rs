//! Where amounts of money are, and which of the places are drawn.

use crate::chart::NodeKind;
use crate::components::sum;
use one_plan_model::quantity::{Decimal, InOrder, Value};
use std::collections::BTreeMap;

/// More than so many side by side nobody tells apart; the smallest share one place.
pub(super) const MOST_NODES: usize = 14;

/// Where an amount is: whose it is, or what it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoneyPlace {
    apart: Apart,
    name: String,
}

/// What tells a place from others of its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Apart {
    /// It is a row of the plan.
    Row(u32),
    /// Nothing: all of one name are one place.
    Name,
    /// The plan does not place what is there.
    NotPlaced,
}

impl MoneyPlace {
    /// A row of the plan, whatever others are called.
    pub fn of_row(row: u32, name: impl Into<String>) -> Self {
        Self { apart: Apart::Row(row), name: name.into() }
    }

    /// Everything of one name, such as the same line of spending in the budgets of several organisations.
    pub fn of_name(name: impl Into<String>) -> Self {
        Self { apart: Apart::Name, name: name.into() }
    }

    /// What the plan does not place, named so that it is seen.
    pub fn not_placed(name: impl Into<String>) -> Self {
        Self { apart: Apart::NotPlaced, name: name.into() }
    }

    /// What it is called.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What tells it from all others. The sort of key that maps have elsewhere too: each other is compiled anew.
    fn key(&self) -> String {
        match self.apart {
            Apart::Row(row) => format!("{row} {}", self.name),
            Apart::Name => format!("= {}", self.name),
            Apart::NotPlaced => format!("- {}", self.name),
        }
    }

    /// Whether the plan places it.
    pub fn is_placed(&self) -> bool {
        self.apart != Apart::NotPlaced
    }
}

/// An amount with its place in each stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StagedMoney {
    /// One for each stage, in their order.
    pub places: Vec<MoneyPlace>,
    /// How much, in pounds.
    pub amount: Decimal,
}

/// The places of one stage that are drawn.
pub(super) struct MoneyNodes {
    /// Each with its name, how it is drawn, and what it holds in all.
    pub nodes: Vec<(String, NodeKind, Value)>,
    /// At which of them each amount is.
    pub of_amounts: Vec<usize>,
}

impl MoneyNodes {
    /// In the order in which they come first; where they are many, the smallest share the last place.
    pub fn of(stage: usize, amounts: &[&StagedMoney]) -> Self {
        let mut known: BTreeMap<String, u32> = BTreeMap::new();
        let mut nodes: Vec<(String, NodeKind, Value)> = Vec::new();
        let nowhere = MoneyPlace::not_placed("Not placed");
        let mut of_amounts = Vec::with_capacity(amounts.len());
        for money in amounts {
            let place = money.places.get(stage).unwrap_or(&nowhere);
            let of_place = *known.entry(place.key()).or_insert_with(|| {
                let kind = if place.is_placed() { NodeKind::Ordinary } else { NodeKind::Unaccounted };
                nodes.push((place.name().to_owned(), kind, Ok(Decimal::ZERO)));
                u32::try_from(nodes.len() - 1).unwrap_or(u32::MAX)
            });
            let position = of_place as usize;
            if let Some((_, _, all)) = nodes.get_mut(position) {
                *all = sum([*all, Ok(money.amount)]);
            }
            of_amounts.push(position);
        }
        Self { nodes, of_amounts }.with_few()
    }

    /// The sums of the amounts between each place here and each of others, where there is any. Few places stand on a side, so that
    /// every pair has room for its sum.
    pub fn sums_to(&self, others: &Self, amounts: &[&StagedMoney]) -> Vec<((usize, usize), Value)> {
        let mut sums: Vec<Option<Value>> = vec![None; self.nodes.len() * others.nodes.len()];
        for (money, (from, to)) in amounts.iter().zip(self.of_amounts.iter().zip(&others.of_amounts)) {
            if let Some(so_far) = sums.get_mut(from * others.nodes.len() + to) {
                *so_far = Some(sum([so_far.unwrap_or(Ok(Decimal::ZERO)), Ok(money.amount)]));
            }
        }
        let ends = |pair: usize| pair.checked_div(others.nodes.len()).zip(pair.checked_rem(others.nodes.len()));
        sums.into_iter().enumerate().filter_map(|(pair, sum)| ends(pair).zip(sum)).collect()
    }

    fn with_few(self) -> Self {
        if self.nodes.len() <= MOST_NODES {
            return self;
        }
        let mut by_size: Vec<usize> = (0..self.nodes.len()).collect();
        // What the plan does not place is never hidden among others.
        let of = |position: &usize| {
            let node = self.nodes.get(*position);
            node.map_or((true, Decimal::ZERO), |(_, kind, amount)| {
                (*kind == NodeKind::Ordinary, amount.unwrap_or_default())
            })
        };
        by_size.order_by(|one, other| {
            let ((is_placed, size), (other_is_placed, other_size)) = (of(one), of(other));
            is_placed.cmp(&other_is_placed).then(other_size.cmp(&size))
        });
        let rest = by_size.split_off(MOST_NODES - 1);
        // Those that stay keep the order in which they came.
        let mut new = vec![MOST_NODES - 1; self.nodes.len()];
        by_size.order_by(Ord::cmp);
        for (position, old) in by_size.iter().enumerate() {
            if let Some(place) = new.get_mut(*old) {
                *place = position;
            }
        }
        let of_amounts = self.of_amounts.iter().map(|old| new.get(*old).copied().unwrap_or(MOST_NODES - 1)).collect();
        let others = sum(rest.iter().filter_map(|old| self.nodes.get(*old)).map(|(_, _, amount)| *amount));
        let mut nodes: Vec<_> = by_size.iter().filter_map(|old| self.nodes.get(*old).cloned()).collect();
        nodes.push((format!("All others ({})", rest.len()), NodeKind::Ordinary, others));
        Self { nodes, of_amounts }
    }
}
