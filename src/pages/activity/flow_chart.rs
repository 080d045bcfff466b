//! The picture of shifts in one unit, and the table that says the same.

use crate::chart::{self, ChartFigure, Column, Node, NodeKind, Row, Sankey, Table};
use crate::components::{ROWS_AT_A_TIME, counted, drawn_count, sum};
use one_plan_model::outcome::{Destination, Flow, words};
use one_plan_model::plan::Plan;
use one_plan_model::quantity::Value;
use yew::prelude::*;

/// How much of the height a place takes.
const ROOM_FOR_A_NODE: f64 = 64.0;
/// With more places than this the picture grows no higher.
const MOST_ROOM: usize = 6;

/// The chart of the flows of one unit, with its table.
pub(super) fn figure(plan: &Plan, position: usize, unit: &str, whose: &str, flows: &[Flow]) -> Html {
    let heading = heading(unit);
    let chart = chart(plan, position, unit, whose, flows);
    let Ok(scene) = chart.scene() else {
        // The flows were sorted by unit before; the table says everything in any case.
        return html! { <p>{ "This picture cannot be drawn; the table of schemes below holds its numbers." }</p> };
    };
    let narrow = chart.narrow().scene().ok();
    html! { <ChartFigure {heading} level={3} {scene} {narrow} table={table(plan, unit, whose, flows)} /> }
}

fn heading(unit: &str) -> String {
    let mut letters = unit.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn chart(plan: &Plan, position: usize, unit: &str, whose: &str, flows: &[Flow]) -> Sankey {
    let mut left = Side::default();
    let mut right = Side::default();
    // Schemes that do the same become one ribbon: in the picture it matters what moves where.
    let mut ribbons: Vec<((usize, usize), Vec<Value>)> = Vec::new();
    for flow in flows {
        let ends = (left.add(flow.from, flow), right.add(flow.to, flow));
        match ribbons.iter_mut().find(|(known, _)| *known == ends) {
            Some((_, values)) => values.push(Ok(flow.activity)),
            None => ribbons.push((ends, vec![Ok(flow.activity)])),
        }
    }
    let ribbons = ribbons
        .into_iter()
        .map(|((from, to), values)| chart::Flow::new(from, to, drawn_count(sum(values)), unit))
        .collect();
    let most_nodes = left.0.len().max(right.0.len()).min(MOST_ROOM);
    let all = words::count(sum(flows.iter().map(|flow| Ok(flow.activity))));
    Sankey {
        id: format!("shifts-{position}"),
        title: format!("{whose}: where {unit} leave and where they arrive"),
        description: format!(
            "{all} {unit} leave a kind of care. On the right stands where they arrive, what is avoided, and what the plan does not account for."
        ),
        unit: unit.to_owned(),
        left: left.nodes(plan, "Not accounted for: arrives without having left"),
        right: right.nodes(plan, "Not accounted for"),
        flows: ribbons,
        // One ribbon alone needs no more than a band: the height is for telling several apart.
        flow_height: ROOM_FOR_A_NODE * f64::from(u8::try_from(most_nodes).unwrap_or(u8::MAX)),
        ..Sankey::default()
    }
}

/// The places on one side of the picture, in the order in which the flows name them.
#[derive(Default)]
struct Side(Vec<(Destination, Vec<Value>)>);

impl Side {
    fn add(&mut self, place: Destination, flow: &Flow) -> usize {
        let known = self.0.iter().position(|(known, _)| *known == place);
        let index = known.unwrap_or_else(|| {
            self.0.push((place, Vec::new()));
            self.0.len() - 1
        });
        if let Some((_, values)) = self.0.get_mut(index) {
            values.push(Ok(flow.activity));
        }
        index
    }

    fn nodes(self, plan: &Plan, unaccounted: &str) -> Vec<Node> {
        let node = |(place, values): (Destination, Vec<Value>)| {
            let (name, kind) = match place {
                Destination::Unaccounted => (unaccounted.to_owned(), NodeKind::Unaccounted),
                Destination::Avoided => (place_name(plan, place), NodeKind::Avoided),
                Destination::Place(..) => (place_name(plan, place), NodeKind::Ordinary),
            };
            Node::new(name, words::count(sum(values))).of_kind(kind)
        };
        self.0.into_iter().map(node).collect()
    }
}

/// What people call a place.
pub(super) fn place_name(plan: &Plan, place: Destination) -> String {
    match place {
        Destination::Avoided => "Avoided: no longer needed or bought".to_owned(),
        Destination::Unaccounted => "Not accounted for".to_owned(),
        Destination::Place(setting, point) => {
            let setting = plan.settings.get(setting).map(|setting| setting.name.as_str()).unwrap_or_default();
            let point = plan.points_of_delivery.get(point).map(|point| point.name.as_str()).unwrap_or_default();
            format!("{point}, {setting}")
        }
    }
}

/// Every flow with its scheme; where these are very many, the sums that the picture shows.
fn table(plan: &Plan, unit: &str, whose: &str, flows: &[Flow]) -> Table {
    let columns =
        vec![Column::words("Scheme"), Column::words("From"), Column::words("To"), Column::numbers(heading(unit))];
    let caption = format!("{whose}: {unit} that move, and where");
    let row = |scheme: String, from, to, value: Value| Row {
        cells: vec![scheme, place_name(plan, from), place_name(plan, to), words::count(value)],
        total: false,
    };
    if flows.len() <= ROWS_AT_A_TIME {
        let scheme = |flow: &Flow| plan.schemes.get(flow.scheme).map(|scheme| scheme.name.clone()).unwrap_or_default();
        let rows = flows.iter().map(|flow| row(scheme(flow), flow.from, flow.to, Ok(flow.activity)));
        return Table { caption, columns, rows: rows.collect() };
    }
    let mut pairs: Vec<((Destination, Destination), Vec<Value>)> = Vec::new();
    for flow in flows {
        let ends = (flow.from, flow.to);
        match pairs.iter_mut().find(|(known, _)| *known == ends) {
            Some((_, values)) => values.push(Ok(flow.activity)),
            None => pairs.push((ends, vec![Ok(flow.activity)])),
        }
    }
    let rows = pairs
        .into_iter()
        .map(|((from, to), values)| row(format!("{} shifts", counted(values.len())), from, to, sum(values)));
    Table { caption: format!("{caption}; shifts between the same places are added up"), columns, rows: rows.collect() }
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
        let chart = chart(&plan, 0, "spells", "All schemes", &flows);
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
        let table = table(&plan, "spells", "All schemes", &flows);
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
        let table = table(&plan, "spells", "All schemes", &many);
        assert_eq!(table.rows.len(), 3);
        assert_eq!(table.rows.first().map(|row| row.cells.first().cloned()), Some(Some("102 shifts".into())));
    }
}
