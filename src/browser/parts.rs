use gloo::file::File;
use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

/// A file as the browser holds it: nothing of it is in the memory of the page yet.
pub fn blob_of(file: &File) -> Blob {
    let blob: &Blob = file.as_ref();
    blob.clone()
}

/// The bytes of a file from a place on, so many at most.
///
/// # Errors
///
/// When the browser cannot read them.
pub async fn part_of(blob: &Blob, start: f64, bytes: f64) -> Result<Vec<u8>, JsValue> {
    let part = blob.slice_with_f64_and_f64(start, start + bytes)?;
    let buffer: ArrayBuffer = JsFuture::from(part.array_buffer()).await?.unchecked_into();
    Ok(Uint8Array::new(&buffer).to_vec())
}
