use super::tag::tag;
use crate::browser::focus_element;
use gloo::timers::callback::Timeout;
use one_plan_model::calculation::format::counted;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, NodeList};
use yew::prelude::*;

/// How many rows a long table shows at first, and how many more at a time.
pub const ROWS_AT_A_TIME: usize = 200;

/// What is counted as a row.
const ROWS: &str = "tbody tr, .finding";

/// Says how many rows of a long table are shown and gives more of them; empty for a short table.
/// More are asked for with the number of rows to be shown; the focus then goes to the first of them,
/// as the button may be gone.
pub fn show_more(shown: usize, total: usize, what: &str, onmore: &Callback<usize>) -> Html {
    if shown >= total {
        return tag("div").html();
    }
    let more = ROWS_AT_A_TIME.min(total - shown);
    let next = shown + more;
    let onclick = onmore.reform(move |event: MouseEvent| {
        focus_what_comes(&event);
        next
    });
    let button = tag("button")
        .attribute("type", "button")
        .class("button button--secondary button--small")
        .onclick(onclick)
        .words(format!("Show {more} more"));
    let words = format!("{} of {} {what} are shown.", counted(shown), counted(total));
    tag("div").child(tag("p").class("toolbar").child(button).child(tag("span").words(words))).html()
}

/// Moves the focus to the first row that is not there yet, once it is.
fn focus_what_comes(event: &MouseEvent) {
    let pressed = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let section = pressed.and_then(|button| button.closest("section").ok().flatten());
    let Some((section, before)) = section.and_then(|section| Some((section.clone(), rows_of(&section)?))) else {
        return;
    };
    Timeout::new(0, move || {
        let Some(after) = rows_of(&section) else { return };
        let came = (0..after.length()).find(|at| after.item(*at) != before.item(*at));
        if let Some(row) = came.and_then(|at| after.item(at)?.dyn_into::<HtmlElement>().ok()) {
            focus_element(&row);
        }
    })
    .forget();
}

fn rows_of(section: &Element) -> Option<NodeList> {
    section.query_selector_all(ROWS).ok()
}
