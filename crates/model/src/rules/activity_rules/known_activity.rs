//! What the base year has of the kind of activity to which a rule applies.

use super::ACTIVITY_OF_RULE;
use crate::calculation::{Ledger, Number, NumberTotal};
use crate::plan::ActivityRuleKind;
use crate::rules::activity::BASELINE;
use std::collections::BTreeMap;

/// Whether a rule counts cases of its kind of activity, and not days, journeys or placements.
const fn counts_cases(rule: ActivityRuleKind) -> bool {
    use ActivityRuleKind as Kind;
    !matches!(rule, Kind::ExcessBedDays | Kind::Conveyance | Kind::Placement | Kind::Recharge)
}

/// Publishes it for every rule whose kind of activity has a baseline. A plan may count what is eligible a year later, when
/// there is a little more: a tenth more is no contradiction.
pub(super) fn publish(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let mut of_points: BTreeMap<u32, NumberTotal> = BTreeMap::new();
    for (key, activity) in ledger.all(&BASELINE) {
        of_points.entry(key.index.get(1)).or_default().add(&activity);
    }
    let open: Vec<_> = ledger.lacking().keys(&BASELINE).map(|key| key.index.get(1)).collect();
    let tenth_more = Number::whole(11, "tenths, one more than all").over(&Number::whole(10, "tenths"));
    for (row, rule) in plan.activity_rules.iter().filter(|(_, rule)| counts_cases(rule.rule())) {
        let Some(point) = rule.point_of_delivery().map(|point| point.index()) else { continue };
        let Some(activity) = of_points.get(&point).filter(|_| !open.contains(&point)) else { continue };
        ledger.publish(&ACTIVITY_OF_RULE, [row.index()], activity.clone().finish().times(&tenth_more));
    }
}
