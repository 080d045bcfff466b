//! At which settings of a lever a check, a payment or the balance flips. Many plans are computed for it, so it is asked for,
//! shows how far it is, and can be stopped; the page goes on meanwhile.

use crate::components::{
    body, capitalised, count_of, data_table, head, row, tag, use_asked_work, words_cell, words_heading,
};
use crate::page_context::PageContext;
use one_plan_model::plan::Plan;
use one_plan_model::quantity::InOrder;
use one_plan_model::scenario::{Flip, FlipAbout, Flips, Lever, SetLever, millionths, thresholds_in_slices};
use yew::prelude::*;

/// Properties of [`FlipsOfLever`].
#[derive(Clone, PartialEq, Properties)]
pub struct FlipsProperties {
    /// The session, and how to ask for things.
    pub context: PageContext,
    /// The lever; nothing while it is not known yet which there are.
    pub lever: Option<SetLever>,
}

/// The part of the section. Of another plan or lever nothing is shown, and what is under way for it is stopped.
#[component]
pub fn FlipsOfLever(properties: &FlipsProperties) -> Html {
    let FlipsProperties { context, lever } = properties;
    let session = &context.session;
    let search = use_asked_work::<_, Flips>((session.clone(), lever.clone()));
    let words = match search.tenths() {
        Some(_) => "Stop looking",
        None => "Show where checks and payments change with this lever",
    };
    let (said, table) = match (search.tenths(), search.found(), lever) {
        (Some(tenths), ..) => (format!("{}% of the settings are looked through.", tenths * 10), tag("div").html()),
        (None, Some(flips), Some(lever)) => (found_words(&flips), flips_tables(session.plan(), lever, &flips)),
        _ => (String::new(), tag("div").html()),
    };
    let onclick = Callback::from({
        let (session, lever) = (session.clone(), lever.clone());
        move |_: MouseEvent| match lever.clone().filter(|_| search.tenths().is_none()) {
            Some(lever) => {
                let session = session.clone();
                search.start(async move |pace| thresholds_in_slices(session.plan(), &lever, pace).await);
            }
            None => search.stop(),
        }
    });
    let button = tag("button").attribute("type", "button").class("button button--secondary").onclick(onclick);
    tag("div")
        .child(tag("p").child(button.words(words)))
        .child(tag("p").attribute("role", "status").words(said))
        .child(table)
        .html()
}

fn found_words(found: &Flips) -> String {
    match (found.flips.is_empty(), found.is_cut) {
        (true, _) => "No check, payment or balance changes sides wherever this lever is set.".to_owned(),
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
