//! What a scheme moves in several units has no sum: each unit is said, wherever the scheme stands.

use crate::session::Session;
use one_plan_model::calculation::{FigureKind, format};
use one_plan_model::outcome::{Flow, flow_sums, flows_by_unit};
use one_plan_model::quantity::Fixed;
use one_plan_model::rules::shifts::{ARRIVES, AVOIDED, LEAVES, UNACCOUNTED};
use std::collections::BTreeMap;

/// The sums of what a scheme moves; it has none of them where it moves several units.
const SUMS: [&FigureKind; 4] = [&LEAVES, &ARRIVES, &AVOIDED, &UNACCOUNTED];

/// What each scheme changes that has no figures, because it is counted in several units: each of them by itself. Schemes that
/// have figures are not in it. All at once, in one pass over the flows: a list of schemes asks for each of its rows.
pub fn in_several_units(session: &Session) -> BTreeMap<u32, String> {
    let has_sums = |scheme: u32| SUMS.iter().any(|kind| session.outcome().value(kind.at([scheme])).is_some());
    let mut by_scheme: BTreeMap<u32, Vec<Flow>> = BTreeMap::new();
    for flow in session.flows() {
        by_scheme.entry(flow.scheme.index()).or_default().push(*flow);
    }
    by_scheme.retain(|scheme, _| !has_sums(*scheme));
    let words = |flows: &[Flow]| {
        let by_unit = flows_by_unit(session.plan(), flows);
        let parts: Vec<String> = by_unit.iter().map(|(unit, flows)| sizes(unit, flows)).collect();
        format!("{}: in different units, so not added up", parts.join(" and "))
    };
    by_scheme.iter().map(|(scheme, flows)| (*scheme, words(flows))).collect()
}

/// How much flows of one unit come to.
pub fn sizes(unit: &str, flows: &[Flow]) -> String {
    let all = flow_sums(flows).iter().fold(Fixed::ZERO, |all, sum| all.plus(sum.activity));
    format!("{} {unit}", format::count(all.value()))
}

/// Tables in which one scheme moves two units and another one.
#[cfg(test)]
pub const IN_TWO_UNITS: &str = r#""settings": [{"id": "acute", "name": "Acute"}],
    "points_of_delivery": [
        {"id": "ae", "name": "A&E", "counted_in": "attendances"},
        {"id": "spell", "name": "Emergency", "counted_in": "spells"}
    ],
    "scheme_lists": [{"id": "l", "name": "L", "year": "2026/27"}],
    "schemes": [{"id": "homes", "name": "Care homes", "list": "l"}, {"id": "other", "name": "Other", "list": "l"}],
    "activity_changes": [
        {"scheme": "homes", "setting": "acute", "point_of_delivery": "ae", "effect": "avoided", "activity": "-800"},
        {"scheme": "homes", "setting": "acute", "point_of_delivery": "spell", "effect": "avoided", "activity": "-100"},
        {"scheme": "other", "setting": "acute", "point_of_delivery": "ae", "effect": "avoided", "activity": "-50"}
    ]"#;

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::example;

    #[test]
    fn what_is_counted_in_several_units_is_said() {
        let plan = example::plan(IN_TWO_UNITS);
        let outcome = one_plan_model::outcome::compute(&plan);
        let session = Session::open(plan, outcome, "plan.json");
        let words = "800 attendances and 100 spells: in different units, so not added up".to_owned();
        assert_eq!(in_several_units(&session), BTreeMap::from([(0, words)]));
    }
}
