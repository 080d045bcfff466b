use crate::app::host_mode::HostMode;
use crate::app::keeping::act;
use crate::app::state::{Action, State};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

/// Takes changes back and makes them again by key: Ctrl+Z, and Ctrl+Y or Ctrl+Shift+Z. In a field for text these keys are
/// the browser's.
#[hook]
pub fn use_undo_keys(mode: HostMode, root: &NodeRef, state: &UseReducerHandle<State>) {
    use_effect_with((mode, state.opening()), {
        let (root, dispatcher) = (root.clone(), state.dispatcher());
        move |(mode, opening)| {
            let opening = *opening;
            let target: Option<EventTarget> = match mode {
                HostMode::Document => Some(document().into()),
                HostMode::Embedded => root.cast::<Element>().map(Into::into),
            };
            let listening = target.map(|target| {
                let preventing = EventListenerOptions::enable_prevent_default();
                EventListener::new_with_options(&target, "keydown", preventing, move |event| {
                    let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
                    if let Some(action) = action_of(key)
                        && !is_typing(event)
                    {
                        event.prevent_default();
                        act(&dispatcher, opening, action);
                    }
                })
            });
            move || drop(listening)
        }
    });
}

fn action_of(key: &KeyboardEvent) -> Option<Action> {
    if !(key.ctrl_key() || key.meta_key()) || key.alt_key() {
        return None;
    }
    match (key.key().to_ascii_lowercase().as_str(), key.shift_key()) {
        ("z", false) => Some(Action::Undo),
        ("z", true) | ("y", false) => Some(Action::Redo),
        _ => None,
    }
}

/// Whether a person is typing into something that has an undo of its own.
fn is_typing(event: &Event) -> bool {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return false };
    match target.dyn_ref::<HtmlInputElement>() {
        Some(input) => !matches!(input.type_().as_str(), "checkbox" | "radio" | "button" | "file"),
        None => target.closest("textarea, [contenteditable='true']").ok().flatten().is_some(),
    }
}
