//! The plans that the page carries inside itself, so that it can offer them offline: published ones, and one that is made
//! up.
//!
//! Each is a `<script type="application/json+gzip;base64" data-plan="…" data-title="…" data-system="…">`: data
//! that no browser runs. It is unpacked only when a person asks for it.

use gloo::utils::{document, window};
use js_sys::Uint8Array;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Element, ReadableStream, Response};

#[wasm_bindgen]
extern "C" {
    // Every browser of the last years has it, but web-sys still counts it as unstable.
    type DecompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;

    #[wasm_bindgen(extends = ReadableStream)]
    type PipedStream;
    #[wasm_bindgen(method, catch, js_name = pipeThrough)]
    fn pipe_through(this: &PipedStream, through: &DecompressionStream) -> Result<ReadableStream, JsValue>;
}

/// A plan that the page carries inside itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// The name of its file, without the ending: `surrey-one-plan`.
    pub name: String,
    /// The title that the plan gives itself.
    pub title: String,
    /// The health economy that it is for, as it says itself; of the one that is made up it says that too.
    pub system: String,
    element: Element,
}

/// Every example in the document, in its order; none where the page stands in another document.
pub fn examples() -> Vec<Example> {
    let Ok(found) = document().query_selector_all("script[data-plan]") else { return Vec::new() };
    let elements = (0..found.length()).filter_map(|position| found.item(position)?.dyn_into::<Element>().ok());
    elements
        .map(|element| Example {
            name: element.get_attribute("data-plan").unwrap_or_default(),
            title: element.get_attribute("data-title").unwrap_or_default(),
            system: element.get_attribute("data-system").unwrap_or_default(),
            element,
        })
        .collect()
}

impl Example {
    /// The name under which it would be saved.
    pub fn file_name(&self) -> String {
        format!("{}.json", self.name)
    }

    /// The file, unpacked.
    ///
    /// # Errors
    ///
    /// When the browser cannot unpack it.
    pub async fn file(&self) -> Result<Blob, JsValue> {
        let packed = self.element.text_content().unwrap_or_default();
        let letters = window().atob(packed.trim())?;
        // `atob` gives one letter for each byte.
        let bytes: Vec<u8> = letters.chars().filter_map(|letter| u8::try_from(u32::from(letter)).ok()).collect();
        let parts = js_sys::Array::of1(&Uint8Array::from(bytes.as_slice()));
        let packed: PipedStream = Blob::new_with_u8_array_sequence(&parts)?.stream().unchecked_into();
        let unpacked = packed.pipe_through(&DecompressionStream::new("gzip")?)?;
        let response = Response::new_with_opt_readable_stream(Some(&unpacked))?;
        Ok(JsFuture::from(response.blob()?).await?.unchecked_into())
    }
}
