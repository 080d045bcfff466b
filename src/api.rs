//! The same for other programs: the functions that a JavaScript program can call.
//!
//! They are described for their users in `one-plan.d.ts`. A plan is given as the text of a plan
//! file or as an object of the same shape. Whatever is wrong with a plan is an answer (`problems`),
//! not an exception; exceptions are for calls that cannot be meant.

mod answer;
mod argument;
mod kept_plan;
mod mount;
mod open_plan;
mod replay;

use answer::{Checked, Computed, Explained, Refused, Scenarios};
use argument::{figures_of, id_of_figure, plan_of};
use one_plan_model::outcome;
use one_plan_model::plan::Plan;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

pub use kept_plan::kept_plan;
pub use mount::{Mounted, mount};
pub use open_plan::OpenPlan;

/// Every figure that follows from a plan, as `one-plan compute --format json` gives it.
///
/// # Errors
///
/// When `plan` is neither text nor an object.
#[wasm_bindgen(skip_typescript)]
pub fn compute(plan: &JsValue) -> Result<JsValue, JsError> {
    answered("compute", plan, |plan| to_javascript(&Computed::of(plan, &outcome::compute(plan))))
}

/// What does not add up in a plan, and each printed figure against the computed one.
///
/// # Errors
///
/// When `plan` is neither text nor an object.
#[wasm_bindgen(skip_typescript)]
pub fn check(plan: &JsValue) -> Result<JsValue, JsError> {
    answered("check", plan, |plan| to_javascript(&Checked::of(plan, &outcome::compute(plan))))
}

/// Why a figure is what it is; `null` if the plan does not give rise to it.
///
/// # Errors
///
/// When `plan` is neither text nor an object, or `figure` is no text.
#[wasm_bindgen(skip_typescript)]
pub fn explain(plan: &JsValue, figure: &JsValue) -> Result<JsValue, JsError> {
    let figure = id_of_figure("explain", figure)?;
    answered("explain", plan, |plan| {
        let explanation = outcome::resolve(plan, &figure).and_then(|figure| outcome::explain(plan, figure));
        to_javascript(&explanation.as_ref().map(|explanation| Explained::of(plan, explanation)))
    })
}

/// What a plan and each of its scenarios come to, as `one-plan scenario compare` prints it.
///
/// # Errors
///
/// When `plan` is neither text nor an object, or `figures` are no list of ids of figures that the plan has.
#[wasm_bindgen(skip_typescript)]
pub fn scenarios(plan: &JsValue, figures: JsValue) -> Result<JsValue, JsError> {
    answered("scenarios", plan, |plan| to_javascript(&Scenarios::of(plan, &figures_of("scenarios", plan, figures)?)))
}

/// Answers with what follows from a plan, or with everything that is wrong with it.
fn answered(
    function: &str,
    plan: &JsValue,
    follows: impl FnOnce(&Plan) -> Result<JsValue, JsError>,
) -> Result<JsValue, JsError> {
    match plan_of(function, plan)? {
        Ok(plan) => follows(&plan),
        Err(problems) => to_javascript(&Refused::of(&problems)),
    }
}

/// An answer as an object of JavaScript, such as `JSON.parse` would make of its JSON.
fn to_javascript(answer: &impl Serialize) -> Result<JsValue, JsError> {
    Ok(answer.serialize(&Serializer::json_compatible())?)
}
