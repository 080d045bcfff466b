use super::source::Source;
use crate::components::{Tag, tag};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::file::File;
use wasm_bindgen::JsCast;
use web_sys::{DataTransfer, DragEvent, Event, EventTarget, FileList, HtmlInputElement};
use yew::prelude::*;

/// The endings of files that are offered for choosing; what a file is follows from what stands in it.
const ACCEPTED: &str = ".json,.xlsx,.xlsm,.xlsb,.xls,.ods,.csv,.tsv,.txt,.zip";

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
        let files = chosen(field.files());
        // The same file may be chosen again after it was mended.
        field.set_value("");
        if !files.is_empty() {
            open.emit(Source::Files(files));
        }
    });
    tag("input")
        .attribute("type", "file")
        .class("file")
        .id(id)
        .attribute("accept", ACCEPTED)
        .flag("multiple", true)
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
                let files = chosen(transfer.files());
                if !files.is_empty() {
                    open.emit(Source::Files(files));
                }
            }
        });
        Self { _listeners: [enters, leaves, drops] }
    }
}

/// Every file of a list.
fn chosen(list: Option<FileList>) -> Vec<File> {
    let files = list.iter().flat_map(|list| (0..list.length()).filter_map(|at| list.get(at)));
    files.map(File::from).collect()
}

fn transfer(event: &Event) -> Option<DataTransfer> {
    event.dyn_ref::<DragEvent>()?.data_transfer()
}

fn carries_files(transfer: &DataTransfer) -> bool {
    transfer.types().includes(&"Files".into(), 0)
}
