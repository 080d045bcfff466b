use crate::app::host_mode::HostMode;
use crate::app::state::{Action, State};
use crate::browser::{
    Entry, address, entry, follow, go_back, keep_scroll, next_turn, note_scroll, own_address, push_address,
    replace_address, scroll_back,
};
use crate::navigation::{Page, value_in, with_value};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, MouseEvent};
use yew::prelude::*;

/// The name under which an address has the figure that is explained.
const EXPLAINED: &str = "explain";

/// How long nothing is scrolled before it is noted where the document stands, in milliseconds.
const SCROLL_RESTS: u32 = 150;

/// The state at the start: what the address says.
pub fn state_of_address(mode: HostMode, page: Option<Page>) -> State {
    if mode == HostMode::Document {
        own_address();
    }
    let now = address();
    State::new(page.unwrap_or_else(|| Page::of_hash(&now)), value_in(&now, EXPLAINED).into())
}

/// Follows the address and its links. In another document the links are followed without it.
#[hook]
pub fn use_address(mode: HostMode, root: &NodeRef, state: &UseReducerHandle<State>) {
    use_effect_with(mode, {
        let (root, dispatcher) = (root.clone(), state.dispatcher());
        move |mode| {
            let listeners = match mode {
                HostMode::Document => of_document(dispatcher),
                HostMode::Embedded => {
                    root.cast::<Element>().map(|root| of_links(&root, dispatcher)).into_iter().collect()
                }
            };
            move || drop(listeners)
        }
    });
    // The other way: what was changed without a link gets its address.
    let is_shown = mode == HostMode::Document && state.session().is_some();
    let shown = is_shown.then(|| (state.page(), state.explained_id()));
    use_effect_with(shown, |shown| {
        if let Some((page, explained)) = shown {
            write_address(*page, explained);
        }
    });
}

/// What a document of its own listens to: other entries of the history, and how far it is scrolled.
fn of_document(dispatcher: UseReducerDispatcher<State>) -> Vec<EventListener> {
    let arriving = EventListener::new(&window(), "popstate", move |_| {
        let now = address();
        dispatcher.dispatch(Action::Arrive(Page::of_hash(&now), value_in(&now, EXPLAINED).into()));
        // Once what belongs to the entry is there.
        Timeout::new(0, || {
            scroll_back();
        })
        .forget();
    });
    let resting: Rc<RefCell<Option<Timeout>>> = Rc::default();
    let scrolling = EventListener::new(&document(), "scroll", move |_| {
        note_scroll();
        resting.replace(Some(Timeout::new(SCROLL_RESTS, keep_scroll)));
    });
    // What is pressed may make a new entry: what was scrolled is kept with the old one before, and before anything that
    // comes on the page moves it.
    let leaving =
        EventListener::new_with_options(&document(), "click", EventListenerOptions::run_in_capture_phase(), |event| {
            if pressed(event, "a[href^='#'], button").is_some() {
                keep_scroll();
            }
        });
    // Left to the browser, a link is followed in the turn in which it is pressed, and the page that it leads to drawn in the
    // same one. In a turn of its own there is time for each.
    let preventing = EventListenerOptions::enable_prevent_default();
    let following = EventListener::new_with_options(&document(), "click", preventing, |event| {
        if let Some(hash) = followed(event) {
            event.prevent_default();
            spawn_local(async move {
                next_turn().await;
                follow(&hash);
            });
        }
    });
    vec![arriving, scrolling, leaving, following]
}

/// The address of the link of ours that is pressed, where it is to be followed here: not where it shall open elsewhere.
fn followed(event: &Event) -> Option<String> {
    let press = event.dyn_ref::<MouseEvent>()?;
    let elsewhere = press.button() != 0 || press.ctrl_key() || press.meta_key() || press.shift_key() || press.alt_key();
    if elsewhere || event.default_prevented() {
        return None;
    }
    address_of_link(event)
}

/// The address of the link of ours that is pressed.
fn address_of_link(event: &Event) -> Option<String> {
    pressed(event, "a[href^='#/']")?.get_attribute("href")
}

/// What is pressed, or what it is a part of, that a selector means.
fn pressed(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}

/// What an application in another document listens to: its own links.
fn of_links(root: &Element, dispatcher: UseReducerDispatcher<State>) -> EventListener {
    let preventing = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(root, "click", preventing, move |event| {
        if let Some(hash) = address_of_link(event) {
            event.prevent_default();
            dispatcher.dispatch(Action::Arrive(Page::of_hash(&hash), value_in(&hash, EXPLAINED).into()));
        }
    })
}

fn write_address(page: Page, explained: &str) {
    let now = address();
    let shown = Page::of_hash(&now);
    if let (Page::Row(table, _), Page::Row(other, _)) = (shown, page)
        && table == other
        && shown != page
    {
        // The row stands elsewhere since rows came or went: it is not left for another one.
        replace_address(&with_value(&page.hash(), EXPLAINED, explained), entry());
        return;
    }
    if shown != page {
        push_address(&with_value(&page.hash(), EXPLAINED, explained), 0);
        return;
    }
    let named = value_in(&now, EXPLAINED);
    if named == explained {
        return;
    }
    let Entry { scrolled, depth } = entry();
    if explained.is_empty() {
        // Closing an explanation is going back to where it was opened, so that the history has no step twice.
        if !go_back(depth) {
            replace_address(&with_value(&now, EXPLAINED, ""), Entry { scrolled, depth: 0 });
        }
        return;
    }
    let depth = match (named.is_empty(), depth) {
        (true, _) => 1,
        // How it was opened is not known: by a link, or what lies below it says something else now.
        (false, 0) => 0,
        (false, depth) => depth + 1,
    };
    push_address(&with_value(&now, EXPLAINED, explained), depth);
}

/// Goes back to the explanation before, where the history has it.
pub fn went_to_explanation_before() -> bool {
    let Entry { depth, .. } = entry();
    depth > 1 && go_back(1)
}
