//! What a JavaScript program gives: a plan, as the text of a plan file or as an object of the same shape.

use one_plan_model::exchange::{Problem, read_json};
use one_plan_model::plan::Plan;
use wasm_bindgen::prelude::*;

/// Reads a plan, or says everything that is wrong with it.
///
/// # Errors
///
/// When what is given is no plan at all.
pub fn plan_of(function: &str, plan: &JsValue) -> Result<Result<Plan, Vec<Problem>>, JsError> {
    let text = text_of_plan(function, plan)?;
    Ok(read_json(text.as_bytes()).map(|file| file.plan))
}

/// The text of a plan. An object is written as JSON first, so that numbers which JavaScript cannot
/// hold exactly are met by the same rules as in a file.
///
/// # Errors
///
/// When what is given is neither text nor an object that can be written as JSON.
pub fn text_of_plan(function: &str, plan: &JsValue) -> Result<String, JsError> {
    let wrong = |given: &str| {
        JsError::new(&format!(
            "{function}: the plan must be the text of a plan file, or an object of the same shape; {given} was given."
        ))
    };
    if let Some(text) = plan.as_string() {
        return Ok(text);
    }
    if !plan.is_object() || plan.is_function() {
        return Err(wrong(&kind_of(plan)));
    }
    // An object may also write itself as nothing.
    let text = js_sys::JSON::stringify(plan).ok().and_then(|text| text.as_string());
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

/// What JavaScript calls a kind of value: `number`, `undefined`.
fn kind_of(value: &JsValue) -> String {
    if value.is_null() { "null".to_owned() } else { value.js_typeof().as_string().unwrap_or_default() }
}
