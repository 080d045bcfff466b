//! The picture of shifts in one unit, and the table that says the same.

use super::chart_figure::figure_with_table;
use crate::chart::{self, Column, Frame, Node, NodeKind, Row, Sankey, Table};
use crate::components::{ROWS_AT_A_TIME, capitalised, drawn_count, tag};
use crate::session::Session;
use one_plan_model::calculation::format;
use one_plan_model::calculation::format::counted;
use one_plan_model::outcome::{Destination, Flow, FlowSum, flow_sums};
use one_plan_model::plan::Plan;
use one_plan_model::quantity::{Fixed, Total, Value};
use yew::prelude::*;

/// How much of the height a place takes.
const ROOM_FOR_A_NODE: f64 = 64.0;
/// With more places than this the picture grows no higher.
const MOST_ROOM: usize = 6;

/// The chart of the flows of one unit, with its table. `name` begins its id, and is followed by its position.
pub fn flow_figure(session: &Session, name: &str, position: usize, unit: &str, whose: &str, flows: &[Flow]) -> Html {
    let plan = session.plan();
    let sums = flow_sums(flows);
    let chart = chart(plan, format!("{name}-{position}"), unit, whose, &sums);
    if chart.check().is_err() {
        // The flows were sorted by unit before; the table says everything in any case.
        let words = "This picture cannot be drawn; the table of schemes below holds its numbers.";
        return tag("p").words(words).html();
    }
    figure_with_table(session, capitalised(unit), "h3", &chart, &table(plan, unit, whose, flows, &sums))
}

fn chart(plan: &Plan, id: String, unit: &str, whose: &str, sums: &[FlowSum]) -> Sankey {
    let mut left = Side::default();
    let mut right = Side::default();
    let mut together = Total::default();
    // Schemes that do the same become one ribbon: in the picture it matters what moves where.
    let mut drawn = Vec::with_capacity(sums.len());
    for sum in sums {
        together.add_fixed(sum.activity);
        let (from, to) = (left.add(sum.from, sum.activity), right.add(sum.to, sum.activity));
        drawn.push(chart::Flow::new(from, to, drawn_count(sum.activity.value()), unit));
    }
    let most_nodes = left.0.len().max(right.0.len()).min(MOST_ROOM);
    let all = format::count(together.finish());
    Sankey {
        frame: Frame::new(
            id,
            format!("{whose}: where {unit} leave and where they arrive"),
            format!(
                "{all} {unit} leave a kind of care. On the right stands where they arrive, what is avoided, and what the plan does not account for."
            ),
        ),
        unit: unit.to_owned(),
        left: left.nodes(plan, "Not accounted for: arrives without having left"),
        right: right.nodes(plan, "Not accounted for"),
        flows: drawn,
        // One ribbon alone needs no more than a band: the height is for telling several apart.
        flow_height: ROOM_FOR_A_NODE * f64::from(u8::try_from(most_nodes).unwrap_or(u8::MAX)),
        ..Sankey::default()
    }
}

/// The places on one side of the picture, in the order in which the flows name them, each with what it comes to.
#[derive(Default)]
struct Side(Vec<(Destination, Total)>);

impl Side {
    /// Adds what leaves a place or arrives in it, and says at which position the place stands.
    fn add(&mut self, place: Destination, activity: Fixed) -> usize {
        let position = self.0.iter().position(|(known, _)| *known == place).unwrap_or(self.0.len());
        if position == self.0.len() {
            self.0.push((place, Total::default()));
        }
        if let Some((_, all)) = self.0.get_mut(position) {
            all.add_fixed(activity);
        }
        position
    }

    fn nodes(self, plan: &Plan, unaccounted: &str) -> Vec<Node> {
        let mut nodes = Vec::with_capacity(self.0.len());
        for (place, all) in self.0 {
            let (name, kind) = match place {
                Destination::Unaccounted => (unaccounted.to_owned(), NodeKind::Unaccounted),
                Destination::Avoided => (place_name(plan, place), NodeKind::Avoided),
                Destination::Place(..) => (place_name(plan, place), NodeKind::Ordinary),
            };
            nodes.push(Node::new(name, format::count(all.finish())).of_kind(kind));
        }
        nodes
    }
}

/// What people call a place.
pub fn place_name(plan: &Plan, place: Destination) -> String {
    match place {
        Destination::Avoided => "Avoided: no longer needed or bought".to_owned(),
        Destination::Unaccounted => "Not accounted for".to_owned(),
        Destination::Place(setting, point) => {
            let setting = plan.settings.get(setting).map(|setting| setting.name()).unwrap_or_default();
            let point = plan.points_of_delivery.get(point).map(|point| point.name()).unwrap_or_default();
            format!("{point}, {setting}")
        }
    }
}

/// Every flow with its scheme; where these are very many, the sums that the picture shows.
fn table(plan: &Plan, unit: &str, whose: &str, flows: &[Flow], sums: &[FlowSum]) -> Table {
    let columns =
        vec![Column::words("Scheme"), Column::words("From"), Column::words("To"), Column::numbers(capitalised(unit))];
    let caption = format!("{whose}: {unit} that move, and where");
    let row = |scheme: String, from, to, value: Value| Row {
        cells: vec![scheme, place_name(plan, from), place_name(plan, to), format::count(value)],
        total: false,
    };
    let mut rows = Vec::new();
    if flows.len() <= ROWS_AT_A_TIME {
        for flow in flows {
            let scheme = plan.schemes.get(flow.scheme).map(|scheme| scheme.name().to_owned()).unwrap_or_default();
            rows.push(row(scheme, flow.from, flow.to, flow.activity.value()));
        }
        return Table { caption, columns, rows };
    }
    for sum in sums {
        rows.push(row(format!("{} shifts", counted(sum.count)), sum.from, sum.to, sum.activity.value()));
    }
    Table { caption: format!("{caption}; shifts between the same places are added up"), columns, rows }
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::example;
    use one_plan_model::outcome::flows;

    fn shifts() -> (Plan, Vec<Flow>) {
        let plan = example::plan(
            r#""settings": [{"id": "acute", "name": "Acute"}],
            "points_of_delivery": [{"id": "spells", "name": "Spells", "counted_in": "spells"}, {"id": "local", "name": "Local", "counted_in": "spells"}],
            "scheme_lists": [{"id": "plan", "name": "Plan", "year": "2011/12"}],
            "schemes": [{"id": "a", "name": "A", "list": "plan"}, {"id": "b", "name": "B", "list": "plan"}],
            "activity_changes": [
                {"scheme": "a", "setting": "acute", "point_of_delivery": "spells", "effect": "moves", "activity": "-2,000"},
                {"scheme": "a", "setting": "acute", "point_of_delivery": "local", "effect": "moves", "activity": "1,500"},
                {"scheme": "b", "setting": "acute", "point_of_delivery": "spells", "effect": "moves", "activity": "-100"},
                {"scheme": "b", "setting": "acute", "point_of_delivery": "local", "effect": "moves", "activity": "100"},
                {"scheme": "b", "setting": "acute", "point_of_delivery": "spells", "effect": "avoided", "activity": "-30"}
            ]"#,
        );
        let flows = flows(&plan);
        (plan, flows)
    }

    #[test]
    fn schemes_that_move_the_same_share_a_ribbon_and_the_table_keeps_them_apart() {
        let (plan, flows) = shifts();
        let chart = chart(&plan, "shifts".to_owned(), "spells", "All schemes", &flow_sums(&flows));
        let drawn: Vec<(usize, usize, &str)> =
            chart.flows.iter().map(|flow| (flow.from, flow.to, flow.value.label.as_str())).collect();
        assert_eq!(drawn, [(0, 0, "1,600"), (0, 1, "500"), (0, 2, "30")]);
        let names: Vec<(&str, &str, NodeKind)> =
            chart.right.iter().map(|node| (node.name.as_str(), node.total.as_str(), node.kind)).collect();
        assert_eq!(
            names,
            [
                ("Local, Acute", "1,600", NodeKind::Ordinary),
                ("Not accounted for", "500", NodeKind::Unaccounted),
                ("Avoided: no longer needed or bought", "30", NodeKind::Avoided),
            ]
        );
        assert_eq!(chart.left.first().map(|node| node.total.as_str()), Some("2,130"));
        let table = table(&plan, "spells", "All schemes", &flows, &flow_sums(&flows));
        assert_eq!(table.rows.len(), 4);
        assert_eq!(
            table.rows.first().map(|row| row.cells.clone()),
            Some(vec!["A".into(), "Spells, Acute".into(), "Local, Acute".into(), "1,500".into()])
        );
    }

    #[test]
    fn a_very_long_table_adds_up_shifts_between_the_same_places() {
        let (plan, flows) = shifts();
        let many: Vec<Flow> = flows.into_iter().cycle().take(ROWS_AT_A_TIME + 4).collect();
        let table = table(&plan, "spells", "All schemes", &many, &flow_sums(&many));
        assert_eq!(table.rows.len(), 3);
        assert_eq!(table.rows.first().map(|row| row.cells.first().cloned()), Some(Some("102 shifts".into())));
    }
}
