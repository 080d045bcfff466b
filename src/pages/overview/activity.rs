use crate::app::Page;
use crate::components::{DataTable, Shown, counted, figure_cell, number_heading, words_heading};
use crate::session::Session;
use one_plan_model::calculation::{FigureKey, FigureKind};
use one_plan_model::outcome::{Destination, Flow, flows};
use one_plan_model::plan::Table;
use one_plan_model::quantity::{Decimal, absolute, add};
use one_plan_model::rules::shifts::{ARRIVES, AVOIDED, LEAVES, UNACCOUNTED};
use yew::prelude::*;

/// So many schemes are shown here; the page of activity shows all.
const MOST_SCHEMES: usize = 10;

/// What activity moves. Spells and attendances are never added up: changes are counted, and each
/// scheme has its own sums. Nothing where the plan moves nothing.
pub fn section(session: &Session) -> Html {
    let flows = flows(session.plan());
    if flows.is_empty() {
        return html! {};
    }
    let (largest, schemes) = by_size(session, &flows);
    html! {
        <section class="section" aria-labelledby="activity-title">
            <div class="section__head">
                <h2 id="activity-title">{ "Activity that moves" }</h2>
                <a href={Page::Activity.hash()}>{ "More on Activity" }</a>
            </div>
            <p class="prose">{ sentence(&flows, schemes) }</p>
            <DataTable id="activity-by-scheme" caption={caption(schemes)} stack={true}>
                <thead><tr>
                    { words_heading("Scheme") }
                    { number_heading("Leaves") }
                    { number_heading("Arrives elsewhere") }
                    { number_heading("Avoided") }
                    { number_heading("Not accounted for") }
                </tr></thead>
                <tbody>
                    { for largest.into_iter().map(|scheme| row(session, scheme)) }
                </tbody>
            </DataTable>
        </section>
    }
}

fn row(session: &Session, scheme: u32) -> Html {
    let name = session.plan().title(Table::Scheme, scheme).unwrap_or_default().to_owned();
    let cell = |label: &'static str, kind: &'static FigureKind| {
        let figure: FigureKey = kind.about([scheme]);
        figure_cell(label, figure, Shown::POUNDS)
    };
    html! {
        <tr key={scheme}>
            <th scope="row">{ name }</th>
            { cell("Leaves", &LEAVES) }
            { cell("Arrives elsewhere", &ARRIVES) }
            { cell("Avoided", &AVOIDED) }
            { cell("Not accounted for", &UNACCOUNTED) }
        </tr>
    }
}

fn caption(schemes: usize) -> String {
    if schemes > MOST_SCHEMES {
        format!("Activity by scheme: the {MOST_SCHEMES} that change most, of {}", counted(schemes))
    } else {
        "Activity by scheme".to_owned()
    }
}

/// The changes, counted by what becomes of the activity.
fn sentence(flows: &[Flow], schemes: usize) -> String {
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
    let all = sizes.iter().filter(|size| !size.is_zero()).count();
    let mut largest = Vec::new();
    while largest.len() < all.min(MOST_SCHEMES) {
        // The first of several that are equal.
        let Some((position, size)) = sizes.iter_mut().enumerate().rev().max_by_key(|(_, size)| **size) else { break };
        *size = Decimal::ZERO;
        largest.extend(u32::try_from(position).ok());
    }
    (largest, all)
}
