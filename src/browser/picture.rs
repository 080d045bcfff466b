use super::download::hand_out;
use gloo::file::Blob;
use gloo::utils::document;
use js_sys::Promise;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

/// So many dots of the picture for each unit of the drawing, so that it can be printed.
const DOTS: f64 = 2.0;
/// Longer sides than this are refused by some browsers.
const LONGEST: f64 = 8_000.0;

/// Makes a picture in PNG of an SVG file and hands it to the browser to save. `failed` is called where the browser makes
/// none.
pub fn save_picture(name: &str, svg: &str, width: f64, height: f64, failed: impl Fn() + Clone + 'static) {
    let dots = DOTS.min(LONGEST / width.max(height).max(1.0));
    let size = (width * dots, height * dots);
    let name = name.to_owned();
    let on_failure = failed.clone();
    let begun = begin(svg, move |image| {
        let drawn = image.ok_or(JsValue::NULL).and_then(|image| draw(&name, image, size, on_failure.clone()));
        if drawn.is_err() {
            on_failure();
        }
    });
    if begun.is_err() {
        failed();
    }
}

/// Reads the drawing, and hands it on once it is there; nothing where it cannot be read. An address that holds the drawing
/// itself counts as the page's own, also on a page from a disk.
fn begin(svg: &str, ready: impl FnOnce(Option<&HtmlImageElement>) + 'static) -> Result<(), JsValue> {
    let image: HtmlImageElement = document().create_element("img")?.dyn_into()?;
    let encoded = String::from(js_sys::encode_uri_component(svg));
    let read = Promise::new(&mut |is_read, is_not| {
        image.set_onload(Some(&is_read));
        image.set_onerror(Some(&is_not));
        image.set_src(&format!("data:image/svg+xml;charset=utf-8,{encoded}"));
    });
    spawn_local(async move {
        let is_read = JsFuture::from(read).await.is_ok();
        ready(is_read.then_some(&image));
    });
    Ok(())
}

fn draw(
    name: &str,
    image: &HtmlImageElement,
    (width, height): (f64, f64),
    failed: impl Fn() + 'static,
) -> Result<(), JsValue> {
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.dyn_into()?;
    canvas.set_width(width.ceil() as u32);
    canvas.set_height(height.ceil() as u32);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: CanvasRenderingContext2d = context.dyn_into()?;
    context.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width, height)?;
    let name = name.to_owned();
    let handed_out = Closure::once_into_js(move |made: Option<web_sys::Blob>| {
        let saved = made.map(|made| hand_out(&name, Blob::from(made)));
        if !matches!(saved, Some(Ok(()))) {
            failed();
        }
    });
    canvas.to_blob(handed_out.unchecked_ref())
}
