//! The work is kept when the page breaks.
//!
//! A panic leaves the module dead: no button works any more. What the panic hook puts on the page
//! must therefore work without it: plain text, and a link that the browser serves by itself.

use crate::session::Session;
use one_plan_model::exchange::write_json;
use std::cell::RefCell;
use wasm_bindgen::JsValue;
use web_sys::{Blob, BlobPropertyBag, Document, Element, HtmlElement, Url};

thread_local! {
    /// The plans that are open, each with the root of the application that has it open: several may stand in one document.
    /// Written out only when it is needed: writing at every change would cost more than the change.
    static WORK: RefCell<Vec<(Element, Session)>> = const { RefCell::new(Vec::new()) };
    /// Where they stand.
    static PLACES: RefCell<Vec<Element>> = const { RefCell::new(Vec::new()) };
}

/// Installs the panic hook, in place of the one that yew would install.
pub fn install() {
    yew::set_custom_panic_hook(Box::new(|panic| {
        gloo::console::error!(panic.to_string());
        // A hook that panics would stop everything before the message is seen: nothing is
        // unwrapped here, and the message comes before the link.
        let places = PLACES.with(|places| places.try_borrow().map(|places| places.clone()).unwrap_or_default());
        for place in places {
            if let Ok(message) = show_message(&place) {
                let _ = offer_work(&place, &message);
            }
        }
    }));
}

/// Notes where an application stands, so that a message can take its place.
pub fn protect(place: &Element) {
    PLACES.with(|places| places.borrow_mut().push(place.clone()));
}

/// Nothing stands there any more.
pub fn leave(place: &Element) {
    PLACES.with(|places| places.borrow_mut().retain(|other| other != place));
}

/// Notes the plan that an application has open, by the root of the application.
pub fn keep(root: &Element, session: Option<Session>) {
    WORK.with(|work| {
        let mut work = work.borrow_mut();
        work.retain(|(other, _)| other != root);
        work.extend(session.map(|session| (root.clone(), session)));
    });
}

fn document() -> Result<Document, JsValue> {
    web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)
}

fn show_message(place: &Element) -> Result<Element, JsValue> {
    let document = document()?;
    let message = document.create_element("main")?;
    message.set_class_name("page");
    message.set_id("one-plan-stopped");
    message.set_attribute("role", "alert")?;
    let part = |name: &str, text: &str| -> Result<Element, JsValue> {
        let element = document.create_element(name)?;
        element.set_text_content(Some(text));
        message.append_child(&element)?;
        Ok(element)
    };
    part("h1", "One Plan has stopped")?;
    part("p", "Something went wrong inside the page; it cannot go on. Nothing has left your computer.")?;
    part("p", "Load the page again to go on. If it happens again with the same file, please report it.")?;
    place.insert_adjacent_element("beforebegin", &message)?;
    if let Some(place) = wasm_bindgen::JsCast::dyn_ref::<HtmlElement>(place) {
        place.set_hidden(true);
    }
    Ok(message)
}

fn offer_work(place: &Element, message: &Element) -> Result<(), JsValue> {
    let is_there = |(root, _): &&(Element, Session)| place.contains(Some(root));
    let work = WORK.with(|work| Some(work.try_borrow().ok()?.iter().find(is_there)?.1.clone()));
    let Some(session) = work else { return Ok(()) };
    let text = write_json(session.plan());
    let link = document()?.create_element("a")?;
    link.set_class_name("button");
    link.set_attribute("href", &object_url(&text)?)?;
    link.set_attribute("download", session.file_name())?;
    link.set_text_content(Some("Save your plan file first"));
    message.append_child(&link)?;
    Ok(())
}

/// An address under which the browser serves a plan file by itself.
fn object_url(text: &str) -> Result<String, JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type("application/json");
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    Url::create_object_url_with_blob(&Blob::new_with_str_sequence_and_options(&parts, &kind)?)
}
