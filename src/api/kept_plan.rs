use crate::session::{Entry, replay};
use one_plan_model::exchange::{read_json, write_json};
use wasm_bindgen::prelude::*;

/// The plan file that follows from a plan and what was done to it: what is kept outside the module, made a file by a module
/// that is started anew after the first one died. The page's own script calls it; it is no part of the API for others.
///
/// # Errors
///
/// When the plan cannot be read.
#[wasm_bindgen(js_name = keptPlan, skip_typescript)]
pub fn kept_plan(base: &str, changes: Vec<String>) -> Result<String, JsError> {
    let plan = read_json(base.as_bytes()).map_err(|_| JsError::new("the plan cannot be read"))?.plan;
    let journal: Vec<Entry> = changes.iter().filter_map(|text| Entry::read(text)).collect();
    Ok(write_json(&replay(plan, &journal).plan))
}
