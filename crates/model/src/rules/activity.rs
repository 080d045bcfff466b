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

mod arrow;
mod baseline;
pub(crate) mod changes;
pub(super) mod counted;
mod grid;
mod in_lists;
mod kinds;
mod limits;
mod parts_at_providers;
pub(super) mod providers;
mod published;
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

use super::schemes::parts_first;
use crate::calculation::{FigureIndex, Ledger, findings, run_formulas, summed};
use crate::plan::ActivityChange;
use crate::quantity::{Amount, Count};
use baseline::{ACTIVITY, COST, baseline};
use changes::{CountedChanges, at_providers};
use grid::Grid;
use in_lists::InLists;
use kinds::FORMULAS;
use published::{publish_changes_of_list, publish_costs, publish_plan};
use wholes::Wholes;

findings! {
    ..baseline
    ..counted
    ..wholes
    ..limits
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
    let InLists { mut lists, all: mut changes, scheme_costs, twice } = InLists::of(ledger, &counted, &wholes);
    let order = parts_first(plan);
    publish_costs(ledger, scheme_costs, &twice, &order);
    for (list, parent) in order {
        let Some(grid) = lists.get_mut(list.position()).map(Grid::take) else { continue };
        // The changes of a list also count in its parent list; those of a list without a parent count in the total.
        let above = parent.and_then(|parent| lists.get_mut(parent.position()));
        publish_changes_of_list(ledger, list, grid, &baseline, above.unwrap_or(&mut changes));
    }
    publish_plan(ledger, changes, &baseline);
    if ledger.wants_findings() {
        limits::check(ledger);
    }
}
