//! The activity of each provider in the base year.

use crate::calculation::{Ledger, Number};
use crate::quantity::InOrder;

/// The activity of each provider in the base year, by setting, point of delivery and provider.
pub(in crate::rules) fn activity_of_providers(ledger: &Ledger<'_>) -> Vec<([u32; 3], Number)> {
    let mut found: Vec<([u32; 3], Number)> = Vec::new();
    for (_, line) in ledger.plan.baseline_activity.iter() {
        let Some((provider, activity)) = line.provider().zip(line.activity()) else { continue };
        let place = [line.setting().index(), line.point_of_delivery().index(), provider.index()];
        found.push((place, Number::cell(activity)));
    }
    // The baseline gives each of them once.
    found.order_by_key(|(place, _)| *place);
    found
}

/// The activity of one provider at a setting and point of delivery, from the list of [`activity_of_providers`].
pub(in crate::rules) fn of_provider(activity: &[([u32; 3], Number)], place: [u32; 3]) -> Option<Number> {
    let at = activity.binary_search_by(|(other, _)| other.cmp(&place)).ok()?;
    activity.get(at).map(|(_, number)| *number)
}

/// Whether a provider, or any, has activity at a setting and point of delivery.
pub(super) fn provides(activity: &[([u32; 3], Number)], [setting, point]: [u32; 2], provider: Option<u32>) -> bool {
    let from = [setting, point, provider.unwrap_or(0)];
    let at = activity.partition_point(|(other, _)| *other < from);
    let of = activity.get(at).map(|(place, _)| *place);
    of.is_some_and(|place| place == from || provider.is_none() && place.starts_with(&[setting, point]))
}
