//! Unit costs, and what of a change of cost is volume and what is price.
//!
//! * CR61: a change of cost splits into what more or less activity costs at the old unit cost, and the rest,
//!   which is price.

use crate::calculation::{Ledger, POINT, SETTING, Term, figures, run_formulas};
use crate::rules::activity;

const SPLIT: &str = "NHS Surrey, One Plan, l. 802-811";

figures! {
    /// Cost for each case in the base year.
    UNIT_COST: money("unit-cost.{}.{}.baseline", "{}, {}: unit cost, baseline", [SETTING, POINT])
        by("CR61", "cost ÷ activity", SPLIT)
        { from activity::BASELINE_COST [0, 1] = {Term::Each} / [activity::BASELINE] }
    /// Cost for each case in the plan.
    UNIT_COST_PLAN: money("unit-cost.{}.{}.plan", "{}, {}: unit cost, plan", [SETTING, POINT])
        by("CR61", "planned cost ÷ planned activity", SPLIT)
        { from activity::PLAN_COST [0, 1] = {Term::Each} / [activity::PLAN] }
    /// What of the change of cost comes from more or less activity.
    VOLUME_EFFECT: money("cost.{}.{}.volume-effect", "{}, {}: change in cost by volume", [SETTING, POINT])
        by("CR61", "change in activity × unit cost of the baseline", SPLIT)
        { from UNIT_COST [0, 1] = {Term::Each} * [activity::CHANGE] }
    /// What of the change of cost comes from price and mix.
    PRICE_EFFECT: money("cost.{}.{}.price-effect", "{}, {}: change in cost by price", [SETTING, POINT])
        by("CR61", "change in cost − volume effect", SPLIT)
        { from activity::CHANGE_COST [0, 1] = {Term::Each} - [VOLUME_EFFECT] }
}

/// Computes unit costs and the split of changes.
pub fn run(ledger: &mut Ledger<'_>) {
    run_formulas(ledger, FORMULAS);
}
