//! What the schemes change at each provider in activity and in what it is paid.
//!
//! * CR33: the sum of the changes, by provider, by kind of activity and by scheme.

use crate::calculation::{
    FigureIndex, Ledger, Number, ORGANISATION, POINT, SCHEME, SETTING, figures, run_formulas, summed,
};
use crate::plan::{ActivityChange, ActivityEffect, Plan};
use crate::quantity::{Amount, Count};
use crate::rules::activity::changes::{CountedChanges, at_providers};
use crate::rules::schemes::Repeats;

const TRIANGLE: &str = "Arden Cluster System Plan, l. 362, 937; NHS Surrey, One Plan, l. 504";

figures! {
    /// What schemes change at a provider in what it is paid for activity.
    PROVIDER_COST: money("provider-activity.{}.cost-change", "{}: change in the cost of activity", [ORGANISATION])
        by("CR33", "the sum of the schemes", TRIANGLE)
    /// What schemes change at a provider in one kind of activity.
    PROVIDER_CHANGE: count("provider-activity.{}.{}.change", "{}: {}, change", [ORGANISATION, POINT])
        by("CR33", "the sum of the schemes", "Arden Cluster System Plan, l. 1459-1474")
    /// What schemes change at all providers in one kind of activity.
    PROVIDERS_CHANGE: count("provider-activity.total.{}.change", "All providers: {}, change", [POINT])
        by("CR33", "the sum of the providers", "Arden Cluster System Plan, l. 1459-1474")
        { sum of PROVIDER_CHANGE [1] }
    /// Activity that is new: what a new offer of service brings that was not there before.
    NEW_ACTIVITY: count("activity-that-is-new.{}.{}", "{}, {}: new activity", [SETTING, POINT])
        by("CR33", "the sum of the changes that are new", "NHS Surrey, One Plan, l. 558")
    /// What one scheme changes at all providers.
    SCHEME_CHANGE: count("provider-activity.scheme.{}.{}.change", "{}: {}, change at all providers", [SCHEME, POINT])
        by("CR33", "the sum of the providers", "Arden Cluster System Plan, l. 1459-1474")
        { ActivityChange [scheme, point_of_delivery] if (provider given) = activity }
}

/// Computes what changes at each provider.
pub fn run(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let changes = &plan.activity_changes;
    let costs = changes.numbers::<Amount>(ActivityChange::cost);
    let counts = changes.numbers::<Count>(ActivityChange::activity);
    let cost = at_providers(plan, costs, |[_, _, provider]| FigureIndex::new([provider]));
    ledger.add(summed(&PROVIDER_COST, cost));
    let activity = at_providers(plan, counts, |[_, point, provider]| FigureIndex::new([provider, point]));
    ledger.add(summed(&PROVIDER_CHANGE, activity));
    ledger.add(summed(&NEW_ACTIVITY, new_activity(plan)));
    run_formulas(ledger, FORMULAS);
}

/// The changes that are new, each with its setting and point of delivery.
fn new_activity(plan: &Plan) -> Vec<(FigureIndex, Number)> {
    let changes = &plan.activity_changes;
    let effects = changes.codes(ActivityChange::effect);
    let mut new = (0..).zip(effects).filter(|(_, effect)| **effect == ActivityEffect::New as u32).peekable();
    if new.peek().is_none() {
        return Vec::new();
    }
    let counted = CountedChanges::of(plan);
    let once = Repeats::of(plan).counted_changes(plan);
    let counts = changes.numbers::<Count>(ActivityChange::activity);
    let settings = changes.codes(ActivityChange::setting);
    let points = changes.codes(ActivityChange::point_of_delivery);
    let number = |row: u32| {
        let place = [*settings.get(row as usize)?, *points.get(row as usize)?];
        Some((FigureIndex::new(place), Number::cell(counts.get(row)?)))
    };
    new.filter(|(row, _)| once.has(*row) && counted.has_activity(*row)).filter_map(|(row, _)| number(row)).collect()
}
