use gloo::file::{Blob, ObjectUrl};
use gloo::timers::callback::Timeout;
use gloo::utils::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlAnchorElement;

/// How long a download may take to begin, in milliseconds.
const TIME_TO_BEGIN: u32 = 60_000;

/// Hands a file to the browser to save.
///
/// # Errors
///
/// When the browser makes no link, which it needs to save a file.
pub fn save(name: &str, text: &str) -> Result<(), JsValue> {
    hand_out(name, Blob::new_with_options(text, Some("application/json")))
}

/// The same for a text of another kind, such as `image/svg+xml`.
///
/// # Errors
///
/// When the browser makes no link, which it needs to save a file.
pub fn save_as(name: &str, text: &str, kind: &str) -> Result<(), JsValue> {
    hand_out(name, Blob::new_with_options(text, Some(kind)))
}

/// The same for a file that is no text.
///
/// # Errors
///
/// When the browser makes no link, which it needs to save a file.
pub fn save_bytes(name: &str, bytes: &[u8]) -> Result<(), JsValue> {
    hand_out(name, Blob::new_with_options(bytes, Some("application/octet-stream")))
}

pub(super) fn hand_out(name: &str, file: Blob) -> Result<(), JsValue> {
    let address = ObjectUrl::from(file);
    let link: HtmlAnchorElement = document().create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The address ends when it is dropped. Not at once: the browser reads the file only after this task.
    Timeout::new(TIME_TO_BEGIN, move || drop(address)).forget();
    Ok(())
}
