//! At which settings of a lever a check, a payment or the balance flips. Many plans are computed for it, so it is asked for,
//! shows how far it is, and can be stopped; the page goes on meanwhile.

use crate::browser::in_slices;
use crate::components::{body, capitalised, count_of, data_table, head, row, tag, words_cell, words_heading};
use crate::page_context::PageContext;
use crate::session::Session;
use one_plan_model::pace::{Pace, Stage};
use one_plan_model::plan::Plan;
use one_plan_model::quantity::InOrder;
use one_plan_model::scenario::{Flip, FlipAbout, Flips, Lever, SetLever, levers_of, millionths, thresholds_in_slices};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Properties of [`FlipsOfLever`].
#[derive(Clone, PartialEq, Properties)]
pub struct FlipsProperties {
    /// The session, and how to ask for things.
    pub context: PageContext,
    /// The position of the lever among those that move something.
    pub lever: usize,
}

/// How far the search is, or what came of it.
#[derive(Clone)]
enum Search {
    Tenths(usize),
    Found(SetLever, Rc<Flips>),
}

/// The part of the section. Of another plan nothing is shown, and what is under way for it is stopped.
#[component]
pub fn FlipsOfLever(properties: &FlipsProperties) -> Html {
    let FlipsProperties { context, lever } = properties;
    let session = &context.session;
    let search = use_state(|| None::<(Session, Search)>);
    let wanted = use_mut_ref(|| Rc::new(Cell::new(false)));
    use_effect_with(session.clone(), {
        let wanted = Rc::clone(&wanted);
        move |_| move || wanted.borrow().set(false)
    });
    let of_plan = (*search).as_ref().filter(|(of, _)| of == session).map(|(_, search)| search.clone());
    let is_under_way = matches!(of_plan, Some(Search::Tenths(_)));
    let onclick = Callback::from({
        let (search, session, wanted) = (search.clone(), session.clone(), Rc::clone(&wanted));
        let lever = levers_of(session.plan()).into_iter().nth(*lever);
        move |_: MouseEvent| {
            wanted.borrow().set(false);
            match lever.clone().filter(|_| !is_under_way) {
                Some(lever) => {
                    let ticket = Rc::new(Cell::new(true));
                    *wanted.borrow_mut() = Rc::clone(&ticket);
                    search.set(Some((session.clone(), Search::Tenths(0))));
                    spawn_local(look(session.clone(), lever, ticket, search.clone()));
                }
                None => search.set(None),
            }
        }
    });
    let words = if is_under_way { "Stop looking" } else { "Show where checks and payments flip with this lever" };
    let button = tag("button").attribute("type", "button").class("button button--secondary").onclick(onclick);
    let (said, table) = match &of_plan {
        None => (String::new(), tag("div").html()),
        Some(Search::Tenths(tenths)) => {
            (format!("{}% of the settings are looked through.", tenths * 10), tag("div").html())
        }
        Some(Search::Found(lever, flips)) => (found_words(flips), flips_tables(session.plan(), lever, flips)),
    };
    tag("div")
        .child(tag("p").child(button.words(words)))
        .child(tag("p").attribute("role", "status").words(said))
        .child(table)
        .html()
}

/// Looks, and says how far it is as long as it is wanted.
async fn look(
    session: Session,
    lever: SetLever,
    ticket: Rc<Cell<bool>>,
    search: UseStateHandle<Option<(Session, Search)>>,
) {
    let work = async |pace: &Pace<'_>| thresholds_in_slices(session.plan(), &lever, pace).await;
    // Said in tenths, so that not every slice is read out.
    let told = Cell::new(0);
    let tell = |stage| {
        if let Stage::Computing { done, of } = stage {
            let tenths = done * 10 / of.max(1);
            if ticket.get() && told.replace(tenths) != tenths {
                search.set(Some((session.clone(), Search::Tenths(tenths))));
            }
        }
    };
    let found = in_slices(work, tell, || ticket.get()).await;
    if let Some(flips) = found.filter(|_| ticket.get()) {
        search.set(Some((session.clone(), Search::Found(lever.clone(), Rc::new(flips)))));
    }
}

fn found_words(found: &Flips) -> String {
    match (found.flips.is_empty(), found.is_cut) {
        (true, _) => "Nothing flips wherever this lever is set.".to_owned(),
        (false, true) => "There are more than are looked for.".to_owned(),
        (false, false) => "All settings are looked through.".to_owned(),
    }
}

/// What flips, by what matters: money and payments first; what else the checks report is folded.
fn flips_tables(plan: &Plan, lever: &SetLever, found: &Flips) -> Html {
    let name = lever.name(plan);
    let nothing_moved = millionths(Lever::of(lever.kind).neutral());
    let of = |about: &[FlipAbout]| -> Vec<&Flip> {
        let mut chosen: Vec<&Flip> = found.flips.iter().filter(|flip| about.contains(&flip.about)).collect();
        // Within what matters as much, what flips first as the lever leaves where it does nothing: what is nearest to the plan.
        chosen.order_by_key(|flip| (flip.about, flip.first_above.distance(nothing_moved)));
        chosen
    };
    let (money, checks) = (of(&[FlipAbout::Balance, FlipAbout::Payment]), of(&[FlipAbout::Money, FlipAbout::Other]));
    let rounding = of(&[FlipAbout::Rounding]);
    let mut parts = tag("div");
    if !money.is_empty() {
        parts = parts.child(table("flips", format!("{name}: where limits and payments flip"), lever, &money));
    } else if !found.flips.is_empty() {
        let words = "No limit, control total or payment flips wherever this lever is set; only checks do.";
        parts = parts.child(tag("p").words(words));
    }
    let folded = |id: &'static str, words: String, caption: String, flips: &[&Flip]| {
        let content = table(id, caption, lever, flips);
        tag("details").key(id).class("disclosure").child(tag("summary").words(words)).child(content)
    };
    if !checks.is_empty() {
        let words = format!(
            "{} to report something on the way",
            count_of(checks.len(), "check begins or stops", "checks begin or stop")
        );
        let caption = format!("{name}: where checks begin or end to report");
        parts = parts.child(folded("flips-checks", words, caption, &checks));
    }
    if !rounding.is_empty() {
        let count = count_of(rounding.len(), "more says", "more say");
        let words = format!("{count} only whether rounding can explain a difference");
        let caption = format!("{name}: where rounding begins or ends to explain a difference");
        parts = parts.child(folded("flips-rounding", words, caption, &rounding));
    }
    parts.html()
}

fn table(id: &'static str, caption: String, lever: &SetLever, flips: &[&Flip]) -> Html {
    let mut rows = Vec::with_capacity(flips.len());
    for (at, flip) in flips.iter().enumerate() {
        let cells = vec![
            words_cell("Changes at", Some(lever.setting_words(flip.first_above))),
            words_cell("Below that", Some(flip.below.clone())),
            words_cell("From there on", Some(flip.above.clone())),
        ];
        rows.push(row(at, capitalised(&flip.what), cells).html());
    }
    let headings = ["What", "Changes at", "Below that", "From there on"].map(words_heading).to_vec();
    data_table(id, caption, true, vec![head(headings), body(rows)])
}
