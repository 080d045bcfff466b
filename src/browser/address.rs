//! The address of the document and the entries of its history. An application that stands in another document has no
//! address of its own: then nothing is written and nothing read.

use gloo::utils::{document, window};
use std::cell::Cell;
use wasm_bindgen::JsValue;
use web_sys::{History, PopStateEvent, ScrollRestoration};

thread_local! {
    /// Whether the address is ours.
    static IS_OURS: Cell<bool> = const { Cell::new(false) };
    /// How far the document was scrolled when it was last told. To ask the browser at another time makes it lay out first
    /// whatever has come on the page since, even a page that is about to be left.
    static SCROLLED: Cell<u32> = const { Cell::new(0) };
}

/// What the browser keeps with an entry of the history for us.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// How far the document was scrolled when the entry was left; nothing for an entry that is new.
    pub scrolled: Option<u32>,
    /// How many entries further back the page stood without an explanation; 0 where nobody knows.
    pub depth: u32,
}

/// Says that the address of the document is that of the application, which also puts the scroll back itself: the browser
/// would do it before the page that belongs to the entry is there.
pub fn own_address() {
    IS_OURS.set(true);
    if let Some(history) = history() {
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
}

/// Whether the document is that of the application, and not one in which it is a part.
pub fn owns_address() -> bool {
    IS_OURS.get()
}

fn history() -> Option<History> {
    if IS_OURS.get() { window().history().ok() } else { None }
}

/// The part of the address after and with `#`; empty where the address is not ours.
pub fn address() -> String {
    if IS_OURS.get() { window().location().hash().unwrap_or_default() } else { String::new() }
}

/// What is kept with the entry of the history at which the document is.
pub fn entry() -> Entry {
    let kept = history().and_then(|history| history.state().ok()?.as_string()).unwrap_or_default();
    let mut numbers = kept.split(' ').map(str::parse);
    match (numbers.next(), numbers.next()) {
        (Some(Ok(scrolled)), Some(Ok(depth))) => Entry { scrolled: Some(scrolled), depth },
        (Some(_), Some(Ok(depth))) => Entry { scrolled: None, depth },
        _ => Entry::default(),
    }
}

/// Replaces the address of the entry, and what is kept with it, without a new entry.
pub fn replace_address(address: &str, entry: Entry) {
    if let Some(history) = history() {
        // A browser may refuse where a page asks very often; the address is then a little behind.
        let _ = history.replace_state_with_url(&kept(entry), "", Some(address));
    }
}

/// Makes a new entry with an address. What was scrolled was kept with the old one when something was pressed: what has
/// come on the page since then may have moved it.
pub fn push_address(address: &str, depth: u32) {
    if let Some(history) = history() {
        let entry = Entry { scrolled: None, depth };
        if history.push_state_with_url(&kept(entry), "", Some(address)).is_err() {
            let _ = window().location().set_hash(address);
        }
    }
}

/// Goes so many entries back; whether it can.
pub fn go_back(entries: u32) -> bool {
    let by = i32::try_from(entries).unwrap_or(i32::MAX);
    by > 0 && history().is_some_and(|history| history.go_with_delta(-by).is_ok())
}

/// Follows a link of the application to its address, as the browser would: a new entry, or the same one where the address
/// is that one already, and all that listen for arrivals are told.
pub fn follow(address: &str) {
    if self::address() == address {
        replace_address(address, Entry::default());
    } else {
        push_address(address, 0);
    }
    if let Ok(arrival) = PopStateEvent::new("popstate") {
        let _ = window().dispatch_event(&arrival);
    }
}

/// Notes how far the document is scrolled: to be called while the browser tells that it is.
pub fn note_scroll() {
    let scrolled = document().scrolling_element().and_then(|element| u32::try_from(element.scroll_top()).ok());
    SCROLLED.set(scrolled.unwrap_or_default());
}

/// Keeps with the entry how far the document is scrolled.
pub fn keep_scroll() {
    let now = entry();
    let scrolled = Some(SCROLLED.get());
    if now.scrolled != scrolled {
        replace_address(&address(), Entry { scrolled, ..now });
    }
}

/// Scrolls to where the document was when the entry was left; whether anything is known of that.
pub fn scroll_back() -> bool {
    let Some(scrolled) = entry().scrolled else { return false };
    scroll_to(scrolled);
    true
}

/// Scrolls the document so many pixels from its top.
pub fn scroll_to(pixels: u32) {
    window().scroll_to_with_x_and_y(0.0, f64::from(pixels));
    SCROLLED.set(pixels);
}

fn kept(entry: Entry) -> JsValue {
    let scrolled = entry.scrolled.map_or_else(|| "-".to_owned(), |scrolled| scrolled.to_string());
    JsValue::from_str(&format!("{scrolled} {}", entry.depth))
}
