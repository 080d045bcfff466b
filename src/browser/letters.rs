//! How wide the letters are with which this browser shows drawings.

use crate::chart::label::{Letters, show_with, width_in_arial};
use gloo::utils::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// The letters of a drawing, as `styles/charts.css` asks for them.
const FAMILY: &str = "Arial, \"Liberation Sans\", sans-serif";
/// High letters, so that what is measured is not rounded to dots.
const HEIGHT: f64 = 100.0;
/// What stands on drawings: names of things, numbers.
const SAMPLES: [&str; 3] = [
    "Follow-up outpatient attendances, Acute hospital",
    "Urgent treatment centre attendances, Community",
    "1,234,567.89",
];

/// Measures the letters, so that drawings leave room for them. Where the browser does not measure, they are laid out for
/// Arial.
pub fn measure_letters() {
    if let (Ok(regular), Ok(bold)) = (widest("normal"), widest("bold")) {
        show_with(Letters { regular, bold });
    }
}

/// How many times as wide as in usual letters of Arial the samples are in letters of a weight, at most.
fn widest(weight: &str) -> Result<f64, JsValue> {
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.dyn_into()?;
    let context: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into()?;
    context.set_font(&format!("{weight} {HEIGHT}px {FAMILY}"));
    let mut most = 0.0_f64;
    for sample in SAMPLES {
        most = most.max(context.measure_text(sample)?.width() / width_in_arial(sample, HEIGHT));
    }
    Ok(most)
}
