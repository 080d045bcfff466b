//! What a JavaScript program gives: a plan, as the text of a plan file or as an object of the same shape.

use js_sys::{JsString, Uint8Array};
use one_plan_model::calculation::FigureKey;
use one_plan_model::exchange::{Problem, read_json};
use one_plan_model::outcome::{compute, resolve};
use one_plan_model::plan::Plan;
use one_plan_model::scenario::headlines;
use wasm_bindgen::prelude::*;

/// Reads a plan, or says everything that is wrong with it.
///
/// # Errors
///
/// When what is given is no plan at all.
pub fn plan_of(function: &str, plan: &JsValue) -> Result<Result<Plan, Vec<Problem>>, JsError> {
    let text = written_plan(function, plan)?;
    // Its bytes are made outside the memory of the module and copied into it once. Handed over as a text it would take
    // up to three times its size there, and a module never gives memory back.
    let bytes = TextEncoder::new().encode(&text).to_vec();
    drop(text);
    Ok(read_json(&bytes).map(|file| file.plan))
}

#[wasm_bindgen]
extern "C" {
    /// What the browser makes bytes of a text with.
    type TextEncoder;
    #[wasm_bindgen(constructor)]
    fn new() -> TextEncoder;
    #[wasm_bindgen(method)]
    fn encode(this: &TextEncoder, text: &JsString) -> Uint8Array;
}

/// The text of a plan. An object is written as JSON first, so that numbers which JavaScript cannot
/// hold exactly are met by the same rules as in a file.
///
/// # Errors
///
/// When what is given is neither text nor an object that can be written as JSON.
pub fn text_of_plan(function: &str, plan: &JsValue) -> Result<String, JsError> {
    written_plan(function, plan).map(String::from)
}

/// The text of a plan, still with JavaScript.
fn written_plan(function: &str, plan: &JsValue) -> Result<JsString, JsError> {
    let wrong = |given: &str| {
        JsError::new(&format!(
            "{function}: the plan must be the text of a plan file, or an object of the same shape; {given} was given."
        ))
    };
    if let Some(text) = plan.dyn_ref::<JsString>() {
        return Ok(text.clone());
    }
    if !plan.is_object() || plan.is_function() {
        return Err(wrong(&kind_of(plan)));
    }
    // An object may also write itself as nothing.
    let text = js_sys::JSON::stringify(plan).ok().filter(|text| text.is_string());
    text.ok_or_else(|| wrong("an object that cannot be written as JSON"))
}

/// The id of a figure.
///
/// # Errors
///
/// When what is given is no text.
pub fn id_of_figure(function: &str, figure: &JsValue) -> Result<String, JsError> {
    figure.as_string().ok_or_else(|| {
        let given = kind_of(figure);
        JsError::new(&format!("{function}: the figure must be its id as text; {given} was given."))
    })
}

/// Figures of a plan by a list of their ids; those by which scenarios are compared where nothing is given.
///
/// # Errors
///
/// When what is given is no list of texts, or the plan has no such figure.
pub fn figures_of(function: &str, plan: &Plan, figures: JsValue) -> Result<Vec<FigureKey>, JsError> {
    if figures.is_undefined() || figures.is_null() {
        return Ok(headlines(&compute(plan)));
    }
    let given = kind_of(&figures);
    // A text would be taken for a list of its letters.
    let ids = if figures.is_string() { None } else { serde_wasm_bindgen::from_value::<Vec<String>>(figures).ok() };
    let ids = ids.ok_or_else(|| {
        JsError::new(&format!("{function}: the figures must be a list of ids as text; {given} was given."))
    })?;
    let known = |id: String| {
        resolve(plan, &id).ok_or_else(|| JsError::new(&format!("{function}: the plan has no figure \"{id}\".")))
    };
    ids.into_iter().map(known).collect()
}

/// What JavaScript calls a kind of value: `number`, `undefined`.
fn kind_of(value: &JsValue) -> String {
    if value.is_null() { "null".to_owned() } else { value.js_typeof().as_string().unwrap_or_default() }
}
