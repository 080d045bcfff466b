use crate::components::{
    FigureColumn, Shown, answer, body, column, counted, data_table, figure_cells, flow_figure, flows_by_unit, head,
    headings, place_name, row, tag,
};
use crate::navigation::Page;
use crate::page_context::PageContext;
use crate::session::Session;
use one_plan_model::calculation::{FigureIndex, format};
use one_plan_model::outcome::{Destination, Flow, flows};
use one_plan_model::plan::{Plan, Table};
use one_plan_model::quantity::{Decimal, absolute, add};
use one_plan_model::rules::shifts::{ARRIVES, AVOIDED, LEAVES, UNACCOUNTED};
use std::cmp::Reverse;
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
    let flows = flows(plan);
    if flows.is_empty() {
        return None;
    }
    let (largest, schemes) = by_size(&context.session, &flows);
    let mut rows = Vec::with_capacity(largest.len());
    for scheme in largest {
        let name = plan.title(Table::Scheme, scheme).unwrap_or_default().to_owned();
        rows.push(row(scheme, name, figure_cells(context, &COLUMNS, FigureIndex::new([scheme]))).html());
    }
    let head = head(headings(&["Scheme"], &COLUMNS.map(|column| column.label)));
    let by_unit = flows_by_unit(plan, &flows);
    // One picture: of the unit in which most moves.
    let most = by_unit.iter().max_by_key(|(_, of_unit)| (of_unit.len(), Reverse(0)));
    let picture =
        most.map(|(unit, of_unit)| flow_figure(&context.session, "overview-shifts", 0, unit, "All schemes", of_unit));
    let sentence = tag("p").words(sentence(plan, &flows, schemes));
    let section = answer("activity-title", "What moves from where to where?", sentence, Page::Activity)
        .child(tag("div").maybe(picture))
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

/// The changes, counted by what becomes of the activity.
fn sentence(plan: &Plan, flows: &[Flow], schemes: usize) -> String {
    let count = |fits: fn(&Flow) -> bool| flows.iter().filter(|flow| fits(flow)).count();
    let arrive = count(|flow| matches!((flow.from, flow.to), (Destination::Place(..), Destination::Place(..))));
    let avoided = count(|flow| flow.to == Destination::Avoided);
    let lost = count(|flow| flow.to == Destination::Unaccounted);
    let gained = count(|flow| flow.from == Destination::Unaccounted);
    let changes = |count: usize| if count == 1 { "1 change".to_owned() } else { format!("{} changes", counted(count)) };
    let through = if schemes == 1 { "one scheme".to_owned() } else { format!("{} schemes", counted(schemes)) };
    let mut text = format!(
        "Through {through}: in {} activity leaves one place and arrives in another; in {} it is avoided",
        changes(arrive),
        changes(avoided)
    );
    if lost > 0 {
        text.push_str(&format!("; in {} it leaves and the plan does not say where it arrives", changes(lost)));
    }
    if gained > 0 {
        text.push_str(&format!("; in {} more arrives than left", changes(gained)));
    }
    text.push('.');
    if let Some(largest) = flows.iter().max_by_key(|flow| absolute(flow.activity)) {
        text.push_str(&format!(
            " The largest movement by one scheme: {} from {} to {}.",
            format::count(Ok(absolute(largest.activity))),
            place_name(plan, largest.from),
            place_name(plan, largest.to)
        ));
    }
    text
}

/// The schemes that change activity, the largest change first, and how many there are.
fn by_size(session: &Session, flows: &[Flow]) -> (Vec<u32>, usize) {
    let mut sizes = vec![Decimal::ZERO; session.plan().schemes.len()];
    for flow in flows {
        // Only to put them in order: within a scheme the sizes are of one kind or of near ones.
        if let Some(size) = sizes.get_mut(flow.scheme.position()) {
            *size = add(*size, absolute(flow.activity)).unwrap_or(*size);
        }
    }
    let mut changing: Vec<(u32, Decimal)> = (0..).zip(sizes).filter(|(_, size)| !size.is_zero()).collect();
    let all = changing.len();
    // The first of several that are equal stays before the others.
    changing.sort_by_key(|(_, size)| Reverse(*size));
    (changing.into_iter().take(MOST_SCHEMES).map(|(scheme, _)| scheme).collect(), all)
}
