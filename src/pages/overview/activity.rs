use crate::components::{
    FigureColumn, Shown, answer, body, column, counted, data_table, figure_cells, flow_figure, head, headings,
    place_name, tag,
};
use crate::navigation::Page;
use crate::page_context::PageContext;
use crate::pages::several_units::{in_several_units, sizes};
use crate::session::Session;
use one_plan_model::calculation::{FigureIndex, format};
use one_plan_model::outcome::{Destination, Flow, FlowSum, flow_sums, flows_by_unit};
use one_plan_model::plan::{Plan, Table};
use one_plan_model::quantity::Fixed;
use one_plan_model::rules::shifts::{ARRIVES, AVOIDED, LEAVES, UNACCOUNTED};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use yew::prelude::*;

/// So many schemes are shown here; the page of activity shows all.
const MOST_SCHEMES: usize = 10;

const COLUMNS: [FigureColumn; 4] = [
    column("Leaves", &LEAVES, Shown::POUNDS),
    column("Arrives elsewhere", &ARRIVES, Shown::POUNDS),
    column("Avoided", &AVOIDED, Shown::POUNDS),
    column("Not accounted for", &UNACCOUNTED, Shown::POUNDS),
];

/// What activity moves. Spells and attendances are never added up: changes are counted, and each
/// scheme has its own sums. Nothing where the plan moves nothing.
pub fn section(context: &PageContext) -> Option<Html> {
    let plan = context.session.plan();
    let flows = context.session.flows();
    if flows.is_empty() {
        return None;
    }
    let (largest, schemes) = by_size(&context.session, flows);
    let several_units = in_several_units(&context.session);
    let mut rows = Vec::with_capacity(largest.len());
    for scheme in largest {
        let mut name = tag("span").words(plan.title(Table::Scheme, scheme).unwrap_or_default().to_owned());
        if let Some(words) = several_units.get(&scheme) {
            name = name.child(tag("small").class("part-of").words(words.clone()));
        }
        let heading = tag("th").attribute("scope", "row").child(name);
        let cells = figure_cells(context, &COLUMNS, FigureIndex::new([scheme]));
        rows.push(tag("tr").key(scheme).child(heading).children(cells).html());
    }
    let head = head(headings(&["Scheme"], &COLUMNS.map(|column| column.label)));
    let by_unit = flows_by_unit(plan, flows);
    // One picture: of the unit in which most moves.
    let most = by_unit.iter().max_by_key(|(_, of_unit)| (of_unit.len(), Reverse(0)));
    let picture =
        most.map(|(unit, of_unit)| flow_figure(&context.session, "overview-shifts", 0, unit, "All schemes", of_unit));
    let drawn = most.map(|(unit, _)| *unit).unwrap_or_default();
    let not_drawn =
        tag("div").maybe(not_drawn(&by_unit, drawn).map(|words| tag("p").class("note").words(words).html()));
    let sentence = tag("p").words(sentence(plan, flows, schemes));
    let section = answer("activity-title", "What moves from where to where?", sentence, Page::Activity)
        .child(tag("div").maybe(picture))
        .child(not_drawn)
        .child(data_table("activity-by-scheme", caption(schemes), true, vec![head, body(rows)]));
    Some(section.html())
}

fn caption(schemes: usize) -> String {
    if schemes > MOST_SCHEMES {
        format!("Activity by scheme: the {MOST_SCHEMES} that change most, of {}", counted(schemes))
    } else {
        "Activity by scheme".to_owned()
    }
}

/// What moves in the units that the picture does not show; nothing where it shows all.
fn not_drawn(by_unit: &BTreeMap<&str, Vec<Flow>>, drawn: &str) -> Option<String> {
    let others = by_unit.iter().filter(|(unit, _)| **unit != drawn);
    let parts: Vec<String> = others.map(|(unit, flows)| sizes(unit, flows)).collect();
    (!parts.is_empty()).then(|| {
        format!("The picture shows {drawn}. Not in it: {}; the page of activity draws each.", parts.join(" and "))
    })
}

/// The changes, counted by what becomes of the activity.
fn sentence(plan: &Plan, flows: &[Flow], schemes: usize) -> String {
    let sums = flow_sums(flows);
    let count = |fits: fn(&FlowSum) -> bool| sums.iter().filter(|sum| fits(sum)).map(|sum| sum.count).sum::<usize>();
    let arrive = count(|sum| matches!((sum.from, sum.to), (Destination::Place(..), Destination::Place(..))));
    let avoided = count(|sum| sum.to == Destination::Avoided);
    let lost = count(|sum| sum.to == Destination::Unaccounted);
    let gained = count(|sum| sum.from == Destination::Unaccounted);
    let changes = |count: usize| if count == 1 { "1 change".to_owned() } else { format!("{} changes", counted(count)) };
    let through = if schemes == 1 { "one scheme".to_owned() } else { format!("{} schemes", counted(schemes)) };
    // What does not occur is not said.
    let parts = [
        (arrive, "activity leaves one place and arrives in another"),
        (avoided, "activity is avoided"),
        (lost, "it leaves and the plan does not say where it arrives"),
        (gained, "more arrives than left"),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| format!("in {} {what}", changes(count)))
        .collect();
    let mut text = format!("Through {through}: {}.", parts.join("; "));
    if let Some(largest) = flows.iter().max_by_key(|flow| flow.activity) {
        text.push_str(&format!(
            " The largest single movement: {} from {} to {}.",
            format::count(largest.activity.value()),
            place_name(plan, largest.from),
            place_name(plan, largest.to)
        ));
    }
    text
}

/// The schemes that change activity, the largest change first, and how many there are.
fn by_size(session: &Session, flows: &[Flow]) -> (Vec<u32>, usize) {
    let mut sizes = vec![Fixed::ZERO; session.plan().schemes.len()];
    for flow in flows {
        // Only to put them in order: within a scheme the sizes are of one kind or of near ones.
        if let Some(size) = sizes.get_mut(flow.scheme.position()) {
            *size = size.plus(flow.activity);
        }
    }
    let mut changing: Vec<(u32, Fixed)> = (0..).zip(sizes).filter(|(_, size)| !size.is_zero()).collect();
    let all = changing.len();
    // The first of several that are equal stays before the others.
    changing.sort_by_key(|(_, size)| Reverse(*size));
    (changing.into_iter().take(MOST_SCHEMES).map(|(scheme, _)| scheme).collect(), all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::several_units::IN_TWO_UNITS;
    use one_plan_model::example;
    use one_plan_model::outcome::flows;

    #[test]
    fn what_the_picture_leaves_out_is_said() {
        let plan = example::plan(IN_TWO_UNITS);
        let flows = flows(&plan);
        let by_unit = flows_by_unit(&plan, &flows);
        assert_eq!(
            not_drawn(&by_unit, "attendances").as_deref(),
            Some("The picture shows attendances. Not in it: 100 spells; the page of activity draws each.")
        );
        assert_eq!(
            sentence(&plan, &flows, 2).split_once(". ").map(|(first, _)| first),
            Some("Through 2 schemes: in 3 changes activity is avoided")
        );
    }
}
