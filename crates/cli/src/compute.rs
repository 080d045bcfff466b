use crate::arguments::Format;
use one_plan_model::outcome::{self, figures_as_csv, figures_as_json};
use one_plan_model::plan::Plan;

/// Every figure of a plan, as text.
pub fn compute(plan: &Plan, format: Format) -> String {
    let outcome = outcome::compute(plan);
    match format {
        Format::Csv => figures_as_csv(plan, &outcome),
        Format::Json => figures_as_json(plan, &outcome),
    }
}
