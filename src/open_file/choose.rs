use super::source::Source;
use crate::components::{Tag, tag};
use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{DataTransfer, DragEvent, Event, EventTarget, HtmlInputElement};
use yew::prelude::*;

/// A field to choose a plan file with; the id is for its label. What is chosen is opened.
pub fn choose_file(id: &'static str, open: &Callback<Source>) -> Html {
    field(id, open).html()
}

/// A field that is not shown itself: a button opens it.
pub fn choose_hidden_file(id: &'static str, open: &Callback<Source>, place: NodeRef) -> Html {
    field(id, open).flag("hidden", true).place(place).html()
}

fn field(id: &'static str, open: &Callback<Source>) -> Tag {
    let open = open.clone();
    let onchange = Callback::from(move |event: Event| {
        let Some(field) = event.target_dyn_into::<HtmlInputElement>() else { return };
        let file = field.files().and_then(|files| files.get(0));
        // The same file may be chosen again after it was mended.
        field.set_value("");
        if let Some(file) = file {
            open.emit(Source::File(file.into()));
        }
    });
    tag("input")
        .attribute("type", "file")
        .class("file")
        .id(id)
        .attribute("accept", ".json,application/json")
        .onchange(onchange)
}

/// Listens for files that are dropped anywhere on a target. Dropped on a page that does not
/// listen, a file would take the place of the page and of the work on it.
pub struct DropAnywhere {
    _listeners: [EventListener; 3],
}

impl DropAnywhere {
    /// Opens what is dropped on the target, and says while something is held over it.
    pub fn new(target: &EventTarget, open: Callback<Source>, over: Callback<bool>) -> Self {
        let preventing = EventListenerOptions::enable_prevent_default();
        let enters = EventListener::new_with_options(target, "dragover", preventing, {
            let over = over.clone();
            move |event| {
                if let Some(transfer) = transfer(event).filter(carries_files) {
                    event.prevent_default();
                    transfer.set_drop_effect("copy");
                    over.emit(true);
                }
            }
        });
        let leaves = EventListener::new(target, "dragleave", {
            let over = over.clone();
            move |event| {
                // Moving from one part of the page to another is not leaving it.
                let event = event.dyn_ref::<DragEvent>();
                if event.is_some_and(|event| event.related_target().is_none()) {
                    over.emit(false);
                }
            }
        });
        let drops = EventListener::new_with_options(target, "drop", preventing, move |event| {
            if let Some(transfer) = transfer(event).filter(carries_files) {
                event.prevent_default();
                over.emit(false);
                if let Some(file) = transfer.files().and_then(|files| files.get(0)) {
                    open.emit(Source::File(file.into()));
                }
            }
        });
        Self { _listeners: [enters, leaves, drops] }
    }
}

fn transfer(event: &Event) -> Option<DataTransfer> {
    event.dyn_ref::<DragEvent>()?.data_transfer()
}

fn carries_files(transfer: &DataTransfer) -> bool {
    transfer.types().includes(&"Files".into(), 0)
}
