mod search;

use super::state::State;
use crate::browser::{address, application_of, focus_element, focused_beside, owns_address};
use crate::components::{Tag, counted, field_value, tag};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use search::{Group, MORE, NAMED, found};
use std::collections::BTreeMap;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlElement};
use yew::prelude::*;

/// Fewer letters than these find nearly everything.
const FEWEST_LETTERS: usize = 2;

/// Properties of [`Find`].
#[derive(Clone, PartialEq, Properties)]
pub struct FindProperties {
    /// What is shown.
    pub state: UseReducerHandle<State>,
}

/// One field that finds pages, figures, findings, rows and help. The key `/` leads to it, the arrow keys through what is
/// found, Enter goes there, Escape closes it.
#[component]
pub fn Find(properties: &FindProperties) -> Html {
    let words = use_state_eq(String::new);
    // Of how many of a group more are asked for, and for which words.
    let asked = use_state_eq(|| (String::new(), BTreeMap::<&'static str, usize>::new()));
    let place = use_node_ref();
    use_slash(&place);
    let now = address();
    let here = if now.is_empty() { properties.state.page().hash() } else { now };
    let session = properties.state.session().cloned();
    // The state changes with much that changes nothing of what is found.
    let groups = use_memo((session, words.trim().to_owned(), here), |(session, wanted, here)| {
        let is_enough = wanted.chars().count() >= FEWEST_LETTERS;
        session.as_ref().filter(|_| is_enough).map(|session| found(session, wanted, here))
    });
    if properties.state.session().is_none() {
        return tag("div").html();
    }
    let groups = groups.as_ref().as_ref();
    let status = match groups.map(|groups| groups.iter().map(|group| group.count).sum::<usize>()) {
        None => String::new(),
        Some(0) => "Nothing is found".to_owned(),
        Some(count) => format!("{} found", counted(count)),
    };
    let mut results = tag("div");
    if let Some(groups) = groups {
        let known = if asked.0 == *words { asked.1.clone() } else { BTreeMap::new() };
        let more = {
            let (asked, known, words) = (asked.setter(), known.clone(), words.to_string());
            Callback::from(move |name: &'static str| {
                let mut known = known.clone();
                *known.entry(name).or_insert(NAMED) += MORE;
                asked.set((words.clone(), known));
            })
        };
        results = results.child(results_of(groups, &status, &known, &more));
    }
    let typing = use_callback(words.setter(), |event: InputEvent, words| words.set(field_value(&event)));
    tag("div")
        .class("find")
        .attribute("role", "search")
        .attribute("aria-label", "Everything in the plan")
        .onkeydown(Callback::from({
            let (words, place) = (words.setter(), place.clone());
            move |event: KeyboardEvent| pressed(&event, &place, &words)
        }))
        .place(place)
        .onclick(closing(words.setter()))
        .child(tag("label").class("visually-hidden").attribute("for", "find").words("Find in the plan"))
        .child(field(&words, typing))
        .child(tag("p").class("visually-hidden").attribute("role", "status").words(status))
        .attribute("data-found-for", (*words).clone())
        .child(results)
        .html()
}

fn field(words: &str, typing: Callback<InputEvent>) -> Tag {
    tag("input")
        .id("find")
        .class("input find__field")
        .attribute("type", "search")
        .attribute("placeholder", "Find  /")
        .attribute("autocomplete", "off")
        .attribute("aria-keyshortcuts", "/")
        .value(words.to_owned())
        .oninput(typing)
}

/// The key `/` leads to the field.
#[hook]
fn use_slash(place: &NodeRef) {
    use_effect_with((), {
        let place = place.clone();
        move |()| {
            // In another document the key is that document's, and it sees no fields within a shadow root.
            let target: Option<EventTarget> = match owns_address() {
                true => Some(document().into()),
                false => place.cast::<Element>().and_then(|place| application_of(&place)).map(Into::into),
            };
            let listener = target.map(|target| {
                let preventing = EventListenerOptions::enable_prevent_default();
                EventListener::new_with_options(&target, "keydown", preventing, move |event| {
                    if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
                        focus_on_slash(event, &place);
                    }
                })
            });
            move || drop(listener)
        }
    });
}

/// Whoever follows a link to what was found is done with the words.
fn closing(words: UseStateSetter<String>) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        let pressed = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if pressed.and_then(|element| element.closest("a").ok().flatten()).is_some() {
            words.set(String::new());
        }
    })
}

fn results_of(
    groups: &[Group],
    status: &str,
    known: &BTreeMap<&'static str, usize>,
    more: &Callback<&'static str>,
) -> Tag {
    let mut results = tag("div").class("find__results");
    if groups.is_empty() {
        return results.child(tag("p").words(status.to_owned()));
    }
    for group in groups {
        let mut list = tag("ul");
        let named = known.get(group.name).copied().unwrap_or(NAMED).min(group.hits.len());
        for (at, hit) in group.hits.iter().take(named).enumerate() {
            let link = tag("a").attribute("href", hit.address.clone()).words(hit.title.clone());
            let note = tag("span").class("find__note").words(hit.note.clone());
            list = list.child(tag("li").key(at).child(link).child(note));
        }
        let left = group.hits.len() - named;
        if left > 0 {
            let name = group.name;
            let words = format!("Show {} more", counted(left.min(MORE)));
            let button = tag("button").attribute("type", "button").class("button button--secondary button--small");
            let button = button.attribute("data-more", name).onclick(more.reform(move |_: MouseEvent| name));
            list = list.child(tag("li").key("more").child(button.words(words)));
        }
        let count = match (left > 0, group.is_full()) {
            (_, true) => format!(" ({} of {} or more)", counted(named), counted(group.count)),
            (true, false) => format!(" ({} of {})", counted(named), counted(group.count)),
            _ => String::new(),
        };
        let heading = tag("h2").class("find__group").words(format!("{}{count}", group.name));
        results = results.child(tag("div").key(group.name).child(heading).child(list));
    }
    results
}

/// The key `/` leads to the field, unless the person is typing.
fn focus_on_slash(event: &KeyboardEvent, place: &NodeRef) {
    let types = event.target().and_then(|target| target.dyn_into::<Element>().ok()).is_some_and(|element| {
        matches!(element.local_name().as_str(), "input" | "textarea" | "select")
            || element.has_attribute("contenteditable")
    });
    if event.key() != "/" || types || event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let field = place.cast::<Element>().and_then(|place| place.query_selector("input").ok().flatten());
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        event.prevent_default();
        focus_element(&field);
    }
}

/// What a key does in the field and among what is found.
fn pressed(event: &KeyboardEvent, place: &NodeRef, words: &UseStateSetter<String>) {
    let Some(place) = place.cast::<Element>() else { return };
    let Some(stops) = place.query_selector_all("input, a, [data-more]").ok() else { return };
    let stops: Vec<HtmlElement> =
        (0..stops.length()).filter_map(|at| stops.item(at)?.dyn_into::<HtmlElement>().ok()).collect();
    let active = focused_beside(&place);
    let now = stops.iter().position(|stop| active.as_ref() == Some(stop.as_ref())).unwrap_or_default();
    let next = match event.key().as_str() {
        "ArrowDown" => stops.get(now + 1),
        "ArrowUp" => now.checked_sub(1).and_then(|before| stops.get(before)),
        // In the field, Enter goes to the first that is found.
        "Enter" if now == 0 => {
            if let Some(first) = stops.get(1) {
                event.prevent_default();
                first.click();
            }
            return;
        }
        "Escape" => {
            event.prevent_default();
            // An explanation that is open stays: only what is found goes.
            event.stop_propagation();
            words.set(String::new());
            stops.first()
        }
        _ => return,
    };
    if let Some(next) = next {
        event.prevent_default();
        focus_element(next);
    }
}
