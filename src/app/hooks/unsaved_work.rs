use crate::rescue;
use crate::session::Session;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::{BeforeUnloadEvent, Element};
use yew::prelude::*;

/// Keeps the plan at hand in case the page breaks.
#[hook]
pub fn use_rescue(root: &NodeRef, session: Option<Session>) {
    use_effect_with(session, {
        let root = root.clone();
        move |session| {
            let root = root.cast::<Element>();
            if let Some(root) = &root {
                rescue::keep(root, session.clone());
            }
            move || {
                if let Some(root) = &root {
                    rescue::keep(root, None);
                }
            }
        }
    });
}

/// Warns before changes are lost.
#[hook]
pub fn use_warning_before_loss(is_unsaved: bool) {
    use_effect_with(is_unsaved, |is_unsaved| {
        let listener = is_unsaved.then(|| {
            let preventing = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&window(), "beforeunload", preventing, |event| {
                event.prevent_default();
                // Browsers before 2023 ask only if there is a text, which they do not show.
                if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
                    event.set_return_value("Changes are not saved.");
                }
            })
        });
        move || drop(listener)
    });
}
