//! What the schemes change at each provider in activity and in what it is paid.
//!
//! * CR33: the sum of the changes, by provider, by kind of activity and by scheme.

use crate::calculation::{Ledger, ORGANISATION, POINT, SCHEME, SETTING, figures, run_formulas};
use crate::plan::ActivityEffect;

const TRIANGLE: &str = "Arden Cluster System Plan, l. 362, 937; NHS Surrey, One Plan, l. 504";

figures! {
    /// What schemes change at a provider in what it is paid for activity.
    PROVIDER_COST: money("provider-activity.{}.cost-change", "{}: change in the cost of activity", [ORGANISATION])
        by("CR33", "the sum of the schemes", TRIANGLE)
        { ActivityChange [provider] = cost }
    /// What schemes change at a provider in one kind of activity.
    PROVIDER_CHANGE: count("provider-activity.{}.{}.change", "{}: {}, change", [ORGANISATION, POINT])
        by("CR33", "the sum of the schemes", "Arden Cluster System Plan, l. 1459-1474")
        { ActivityChange [provider, point_of_delivery] = activity }
    /// What schemes change at all providers in one kind of activity.
    PROVIDERS_CHANGE: count("provider-activity.total.{}.change", "All providers: {}, change", [POINT])
        by("CR33", "the sum of the providers", "Arden Cluster System Plan, l. 1459-1474")
        { sum of PROVIDER_CHANGE [1] }
    /// Activity that is new: what a new offer of service brings that was not there before.
    NEW_ACTIVITY: count("activity-that-is-new.{}.{}", "{}, {}: new activity", [SETTING, POINT])
        by("CR33", "the sum of the changes that are new", "NHS Surrey, One Plan, l. 558")
        { ActivityChange [setting, point_of_delivery] if (effect is ActivityEffect::New) = activity }
    /// What one scheme changes at all providers.
    SCHEME_CHANGE: count("provider-activity.scheme.{}.{}.change", "{}: {}, change at all providers", [SCHEME, POINT])
        by("CR33", "the sum of the providers", "Arden Cluster System Plan, l. 1459-1474")
        { ActivityChange [scheme, point_of_delivery] if (provider given) = activity }
}

/// Computes what changes at each provider.
pub fn run(ledger: &mut Ledger<'_>) {
    run_formulas(ledger, FORMULAS);
}
