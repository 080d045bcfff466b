use crate::browser::focus_element;
use crate::components::tag;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// The id of what belongs to the chosen tab.
const PANEL: &str = "checks-panel";

/// Tabs, each with its word and its name: one stop for the Tab key, and the arrow keys go from one to the next.
pub(super) fn tabs(
    called: &'static str,
    names: Vec<(&'static str, String)>,
    chosen: usize,
    choose: &Callback<AttrValue>,
) -> Html {
    let words: Vec<&'static str> = names.iter().map(|(word, _)| *word).collect();
    let mut list = tag("div").class("tablist").attribute("role", "tablist").attribute("aria-label", called);
    for (at, (word, name)) in names.into_iter().enumerate() {
        let is_chosen = at == chosen;
        let tab = tag("button")
            .key(at)
            .id(id(at))
            .attribute("type", "button")
            .attribute("role", "tab")
            .attribute("aria-selected", if is_chosen { "true" } else { "false" })
            .attribute("aria-controls", PANEL)
            .attribute("tabindex", if is_chosen { "0" } else { "-1" })
            .onclick(choose.reform(move |_| AttrValue::Static(word)))
            .words(name);
        list = list.child(tab);
    }
    let choose = choose.clone();
    list.onkeydown(Callback::from(move |event: KeyboardEvent| {
        let last = words.len().saturating_sub(1);
        let next = match event.key().as_str() {
            "ArrowRight" if chosen < last => chosen + 1,
            "ArrowRight" | "Home" => 0,
            "ArrowLeft" if chosen > 0 => chosen - 1,
            "ArrowLeft" | "End" => last,
            _ => return,
        };
        event.prevent_default();
        let list = event.target().and_then(|target| target.dyn_into::<Element>().ok()?.parent_element());
        let tab = list.and_then(|list| list.query_selector(&format!("#{}", id(next))).ok().flatten());
        if let Some(tab) = tab.and_then(|tab| tab.dyn_into::<HtmlElement>().ok()) {
            focus_element(&tab);
        }
        choose.emit(AttrValue::Static(words.get(next).copied().unwrap_or_default()));
    }))
    .html()
}

/// What belongs to the chosen tab, in an element of its own, so that none of the last one's parts is taken for its own.
pub(super) fn panel(chosen: usize, content: Html) -> Html {
    let inner = tag("div")
        .key(chosen)
        .id(PANEL)
        .attribute("role", "tabpanel")
        .attribute("aria-labelledby", id(chosen))
        .child(content);
    tag("div").child(inner).html()
}

fn id(at: usize) -> String {
    format!("checks-tab-{at}")
}
