use super::flow::{Destination, Flow};
use crate::plan::Plan;
use crate::quantity::{Fixed, Total};
use std::collections::{BTreeMap, HashMap};

/// What all flows between the same two places come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FlowSum {
    /// Where they leave.
    pub from: Destination,
    /// Where they arrive.
    pub to: Destination,
    /// How many they are.
    pub count: usize,
    /// How much they move together.
    pub activity: Fixed,
}

/// Flows added up by where they leave and where they arrive, in the order in which the places come first: however many
/// schemes a plan has, it names few places.
///
/// ```
/// use one_plan_model::example;
/// use one_plan_model::outcome::{flow_sums, flows};
/// let plan = example::plan(r#"
///     "settings": [{"id": "acute", "name": "Acute"}],
///     "points_of_delivery": [{"id": "spells", "name": "Spells"}],
///     "scheme_lists": [{"id": "l", "name": "L", "year": "2026/27"}],
///     "schemes": [{"id": "a", "name": "A", "list": "l"}, {"id": "b", "name": "B", "list": "l"}],
///     "activity_changes": [
///         {"scheme": "a", "setting": "acute", "point_of_delivery": "spells", "effect": "avoided", "activity": "-20"},
///         {"scheme": "b", "setting": "acute", "point_of_delivery": "spells", "effect": "avoided", "activity": "-5"}
///     ]
/// "#);
/// let [sum] = flow_sums(&flows(&plan))[..] else { panic!() };
/// assert_eq!((sum.count, sum.activity.value().unwrap().to_string()), (2, "25".to_owned()));
/// ```
pub fn flow_sums(flows: &[Flow]) -> Vec<FlowSum> {
    let mut positions = HashMap::new();
    let mut sums: Vec<(Destination, Destination, usize, Total)> = Vec::new();
    for flow in flows {
        let position = *positions.entry((flow.from, flow.to)).or_insert(sums.len());
        if position == sums.len() {
            sums.push((flow.from, flow.to, 0, Total::default()));
        }
        if let Some((.., count, all)) = sums.get_mut(position) {
            *count += 1;
            all.add_fixed(flow.activity);
        }
    }
    let sum = |(from, to, count, all): (_, _, _, Total)| FlowSum { from, to, count, activity: all.finish_fixed() };
    sums.into_iter().map(sum).collect()
}

/// Flows apart by what is counted where they come from, so that different things are never added up; where that is unknown,
/// by what is counted where they go.
pub fn flows_by_unit<'p>(plan: &'p Plan, flows: &[Flow]) -> BTreeMap<&'p str, Vec<Flow>> {
    let mut units: BTreeMap<&str, Vec<Flow>> = BTreeMap::new();
    for flow in flows {
        units.entry(unit_of(plan, flow)).or_default().push(*flow);
    }
    units
}

fn unit_of<'p>(plan: &'p Plan, flow: &Flow) -> &'p str {
    let counted_in = |place| match place {
        Destination::Place(_, point) => plan.points_of_delivery.get(point).and_then(|point| point.counted_in()),
        Destination::Avoided | Destination::Unaccounted => None,
    };
    let place = if matches!(flow.from, Destination::Place(..)) { flow.from } else { flow.to };
    counted_in(place).unwrap_or("activity as the plan counts it")
}
