//! What opens below a button: a menu, or the list of pages on a phone.

use crate::browser::focus_first;
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};
use yew::prelude::*;

/// What opens below a button.
pub struct FoldOut {
    /// The element that holds the button, which comes first in it, and what opens.
    pub place: NodeRef,
    /// Whether it is open.
    pub is_open: bool,
    /// Opens or closes it.
    pub toggle: Callback<MouseEvent>,
    /// Closes it by the key Escape.
    pub onkeydown: Callback<KeyboardEvent>,
    /// Closes it where something in it was chosen.
    pub onchosen: Callback<MouseEvent>,
}

/// Something that opens below a button and closes when a thing in it is chosen, by Escape, and when the focus or a press goes
/// elsewhere. The focus goes back to the button where what had it is hidden.
#[hook]
pub fn use_fold_out() -> FoldOut {
    let place = use_node_ref();
    let opened = use_state_eq(|| false);
    use_effect_with(*opened, {
        let (place, opened) = (place.clone(), opened.setter());
        move |is_open| {
            let holder = place.cast::<Element>().filter(|_| *is_open);
            let listeners = holder.map(|holder| {
                // Within a shadow root the document does not see what is pressed.
                let root = holder.get_root_node();
                ["pointerdown", "focusin"].map(|kind| {
                    let (holder, opened) = (holder.clone(), opened.clone());
                    EventListener::new(&root, kind, move |event| {
                        let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
                        if !holder.contains(target.as_ref()) {
                            opened.set(false);
                        }
                    })
                })
            });
            move || drop(listeners)
        }
    });
    let close = {
        let (place, opened) = (place.clone(), opened.setter());
        move || {
            if let Some(place) = place.cast::<Element>() {
                focus_first(&place, "button");
            }
            opened.set(false);
        }
    };
    let onkeydown = Callback::from({
        let (close, is_open) = (close.clone(), *opened);
        move |event: KeyboardEvent| {
            if event.key() == "Escape" && is_open {
                // An explanation that is open stays.
                event.stop_propagation();
                close();
            }
        }
    });
    let onchosen = Callback::from({
        let is_open = *opened;
        move |event: MouseEvent| {
            let pressed = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let chosen = pressed.and_then(|element| element.closest("a, button").ok().flatten());
            if is_open && chosen.is_some() {
                close();
            }
        }
    });
    let toggle = {
        let (is_open, opened) = (*opened, opened.setter());
        Callback::from(move |_| opened.set(!is_open))
    };
    FoldOut { place, is_open: *opened, toggle, onkeydown, onchosen }
}
