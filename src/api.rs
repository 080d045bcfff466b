//! The same for other programs: the functions that a JavaScript program can call.
//!
//! They are described for their users in `one-plan.d.ts`. A plan is given as the text of a plan
//! file or as an object of the same shape. Whatever is wrong with a plan is an answer (`problems`),
//! not an exception; exceptions are for calls that cannot be meant.

mod answer;
mod json;
mod mount;
mod open_plan;

use json::Json;
use one_plan_model::exchange::{Problem, read_json};
use one_plan_model::outcome;
use one_plan_model::plan::Plan;
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
    answered("compute", plan, &|plan| answer::computed(plan, &outcome::compute(plan)))
}

/// What does not add up in a plan, and each printed figure against the computed one.
///
/// # Errors
///
/// When `plan` is neither text nor an object.
#[wasm_bindgen(skip_typescript)]
pub fn check(plan: &JsValue) -> Result<JsValue, JsError> {
    answered("check", plan, &|plan| answer::checked(plan, &outcome::compute(plan)))
}

/// Why a figure is what it is; `null` if the plan does not give rise to it.
///
/// # Errors
///
/// When `plan` is neither text nor an object.
#[wasm_bindgen(skip_typescript)]
pub fn explain(plan: &JsValue, figure: &str) -> Result<JsValue, JsError> {
    answered("explain", plan, &|plan| {
        let explanation = outcome::resolve(plan, figure).and_then(|figure| outcome::explain(plan, figure));
        explanation.map_or(json::maybe(None), |explanation| answer::explained(plan, &explanation))
    })
}

/// Answers with what follows from a plan, or with everything that is wrong with it.
fn answered(function: &str, plan: &JsValue, follows: &dyn Fn(&Plan) -> Json) -> Result<JsValue, JsError> {
    let answer = match read(function, plan)? {
        Ok(plan) => follows(&plan),
        Err(problems) => answer::refused(&problems),
    };
    js_sys::JSON::parse(answer.as_str()).map_err(|_| JsError::new("the answer cannot be read"))
}

/// Reads a plan, or says everything that is wrong with it.
fn read(function: &str, plan: &JsValue) -> Result<Result<Plan, Vec<Problem>>, JsError> {
    let text = text_of(function, plan)?;
    Ok(read_json(text.as_bytes()).map(|file| file.plan))
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
