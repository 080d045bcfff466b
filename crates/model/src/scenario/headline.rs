//! The figures by which scenarios are compared when nobody chooses others.

use crate::calculation::{FigureKey, FigureKind};
use crate::outcome::Outcome;
use crate::rules::finance::{providers, resource_limit, savings_delivery};
use crate::rules::{contracts, cquin, savings, schemes};

/// Their kinds, in the order in which they are shown.
const KINDS: &[&FigureKind] = &[
    &resource_limit::PLANNED_SURPLUS,
    &resource_limit::PLAN_GAP,
    &resource_limit::CONTROL_TOTAL_GAP,
    &savings::TOTAL,
    &savings::TOTAL_YEAR,
    &schemes::LIST_NET,
    &savings_delivery::VARIANCE_ALL,
    &cquin::TOTAL_EARNED,
    &contracts::TOTAL_DUE,
    &providers::SURPLUS_AFTER,
    &providers::PROVIDER_SURPLUS,
];

/// The kinds that say whether a plan balances, the first that a plan has before the others.
const BALANCES: &[&FigureKind] = &[
    &resource_limit::PLAN_GAP,
    &resource_limit::PLANNED_SURPLUS,
    &resource_limit::CONTROL_TOTAL_GAP,
    &savings_delivery::VARIANCE_ALL,
    &providers::PROVIDER_SURPLUS,
];

/// The headline figures of a plan.
pub fn headlines(outcome: &Outcome) -> Vec<FigureKey> {
    KINDS.iter().flat_map(|kind| outcome.figures_of(kind)).map(|(figure, _)| figure).collect()
}

/// The kinds that say the same of single organisations.
const LIMITS_OF_ONE: &[&FigureKind] = &[
    &resource_limit::PLANNED_SURPLUS_OF,
    &resource_limit::PLAN_GAP_OF,
    &resource_limit::CONTROL_TOTAL_GAP_OF,
    &providers::SURPLUS_AFTER,
];

/// The figure that says whether a plan balances: it does where this is nothing or more. Nothing for a plan that holds
/// nothing against a limit, a control total or a requirement.
pub fn balance(outcome: &Outcome) -> Option<FigureKey> {
    BALANCES.iter().find_map(|kind| outcome.figures_of(kind).next()).map(|(figure, _)| figure)
}

/// Every figure that says whether a limit, a control total or a requirement is kept: it is where it is nothing or more.
pub(super) fn limits(outcome: &Outcome) -> impl Iterator<Item = FigureKey> {
    BALANCES.iter().chain(LIMITS_OF_ONE).flat_map(|kind| outcome.figures_of(kind)).map(|(figure, _)| figure)
}
