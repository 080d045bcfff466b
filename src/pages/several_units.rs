//! What a scheme moves in several units has no sum: each unit is said, wherever the scheme stands.

use crate::session::Session;
use one_plan_model::calculation::{FigureKind, format};
use one_plan_model::outcome::{Flow, flow_sums, flows_by_unit};
use one_plan_model::quantity::Fixed;
use one_plan_model::rules::shifts::{ARRIVES, AVOIDED, LEAVES, UNACCOUNTED};

/// The sums of what a scheme moves; it has none of them where it moves several units.
const SUMS: [&FigureKind; 4] = [&LEAVES, &ARRIVES, &AVOIDED, &UNACCOUNTED];

/// What a scheme changes that has no figure, because it is counted in several units: each of them by itself. Nothing where it
/// has figures.
pub fn in_several_units(session: &Session, scheme: u32) -> Option<String> {
    if SUMS.iter().any(|kind| session.outcome().value(kind.at([scheme])).is_some()) {
        return None;
    }
    let of_scheme: Vec<Flow> = session.flows().iter().filter(|flow| flow.scheme.index() == scheme).copied().collect();
    let by_unit = flows_by_unit(session.plan(), &of_scheme);
    let parts: Vec<String> = by_unit.iter().map(|(unit, flows)| sizes(unit, flows)).collect();
    (!parts.is_empty()).then(|| format!("{}: in different units, so not added up", parts.join(" and ")))
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
        assert_eq!(
            in_several_units(&session, 0).as_deref(),
            Some("800 attendances and 100 spells: in different units, so not added up")
        );
        assert_eq!(in_several_units(&session, 1), None);
    }
}
