//! The same for other programs: the functions that a JavaScript program can call.
//!
//! They are described for their users in `one-plan.d.ts`. A plan is given as the text of a plan
//! file or as an object of the same shape. Whatever is wrong with a plan is an answer (`problems`),
//! not an exception; exceptions are for calls that cannot be meant.

mod answer;
mod mount;
mod open_plan;

use answer::{CheckAnswer, ComputeAnswer, ExplainAnswer, ProblemAnswer, Refused};
use one_plan_model::exchange::read_json;
use one_plan_model::outcome;
use one_plan_model::plan::Plan;
use serde::Serialize;
use wasm_bindgen::prelude::*;

pub use mount::{Mounted, mount};
pub use open_plan::OpenPlan;

/// Every figure that follows from a plan, as `one-plan compute --format json` gives it.
///
/// # Errors
///
/// When `plan` is neither text nor an object.
#[wasm_bindgen(skip_typescript)]
pub fn compute(plan: &JsValue) -> Result<JsValue, JsError> {
    match read("compute", plan)? {
        Ok(plan) => answer(&ComputeAnswer::of(&plan, &outcome::compute(&plan))),
        Err(refused) => answer(&refused),
    }
}

/// What does not add up in a plan, and each printed figure against the computed one.
///
/// # Errors
///
/// When `plan` is neither text nor an object.
#[wasm_bindgen(skip_typescript)]
pub fn check(plan: &JsValue) -> Result<JsValue, JsError> {
    match read("check", plan)? {
        Ok(plan) => answer(&CheckAnswer::of(&plan, &outcome::compute(&plan))),
        Err(refused) => answer(&refused),
    }
}

/// Why a figure is what it is; `null` if the plan does not give rise to it.
///
/// # Errors
///
/// When `plan` is neither text nor an object.
#[wasm_bindgen(skip_typescript)]
pub fn explain(plan: &JsValue, figure: &str) -> Result<JsValue, JsError> {
    match read("explain", plan)? {
        Ok(plan) => {
            let explanation = outcome::resolve(&plan, figure).and_then(|figure| outcome::explain(&plan, figure));
            answer(&explanation.map(|explanation| ExplainAnswer::of(&plan, &explanation)))
        }
        Err(refused) => answer(&refused),
    }
}

/// Reads a plan, or says everything that is wrong with it.
fn read(function: &str, plan: &JsValue) -> Result<Result<Plan, Refused>, JsError> {
    let text = text_of(function, plan)?;
    Ok(read_json(text.as_bytes())
        .map(|file| file.plan)
        .map_err(|problems| Refused { problems: problems.iter().map(ProblemAnswer::of).collect() }))
}

/// The text of a plan. An object is written as JSON first, so that numbers which JavaScript cannot
/// hold exactly are met by the same rules as in a file.
fn text_of(function: &str, plan: &JsValue) -> Result<String, JsError> {
    let wrong = |given: &str| {
        JsError::new(&format!(
            "{function}: the plan must be the text of a plan file, or an object of the same shape; {given} was given."
        ))
    };
    if let Some(text) = plan.as_string() {
        return Ok(text);
    }
    if !plan.is_object() || plan.is_function() {
        return Err(wrong(&plan.js_typeof().as_string().unwrap_or_default()));
    }
    match js_sys::JSON::stringify(plan) {
        Ok(text) => Ok(text.into()),
        Err(_) => Err(wrong("an object that cannot be written as JSON")),
    }
}

/// An answer as plain objects, arrays and texts.
fn answer(answer: &impl Serialize) -> Result<JsValue, JsError> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    answer.serialize(&serializer).map_err(|error| JsError::new(&error.to_string()))
}
