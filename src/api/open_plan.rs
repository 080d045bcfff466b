use super::answer::refused_in_words;
use super::argument::plan_of;
use one_plan_model::outcome;
use one_plan_model::plan::Plan;
use wasm_bindgen::prelude::*;

/// A plan that is read once and computed as often as wanted.
#[wasm_bindgen(skip_typescript)]
pub struct OpenPlan {
    plan: Plan,
}

impl OpenPlan {
    /// The plan.
    pub(super) const fn plan(&self) -> &Plan {
        &self.plan
    }
}

#[wasm_bindgen]
impl OpenPlan {
    /// Reads a plan.
    ///
    /// # Errors
    ///
    /// When `plan` is neither text nor an object, or cannot be read as a plan: there is no object
    /// that could answer with its problems.
    #[wasm_bindgen(constructor)]
    pub fn new(plan: &JsValue) -> Result<OpenPlan, JsError> {
        match plan_of("OpenPlan", plan)? {
            Ok(plan) => Ok(Self { plan }),
            Err(problems) => Err(JsError::new(&format!("OpenPlan: {}", refused_in_words(&problems)))),
        }
    }

    /// Computes everything that follows from the plan again; answers with the number of figures.
    pub fn recompute(&self) -> usize {
        outcome::compute(&self.plan).figure_count()
    }
}
