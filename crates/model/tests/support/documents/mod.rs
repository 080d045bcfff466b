//! What is generated from the definitions of the model: `cargo xtask docs` writes it, and a test holds that it is current.
#![allow(dead_code, reason = "a test and an example use it")]
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod examples;
mod figures;
mod findings;
mod plan_file;
pub mod uses;
mod words;

#[path = "../asserted.rs"]
pub mod asserted;
#[path = "../parameters.rs"]
pub mod parameters;
#[path = "../plans.rs"]
mod plans;
#[path = "../register.rs"]
pub mod register;

pub use asserted::case;
use std::path::Path;

/// A generated file.
pub struct Document {
    /// Where it lies, from the root of the project.
    pub path: &'static str,
    /// What stands in it.
    pub text: String,
}

/// Every generated file.
pub fn all() -> Vec<Document> {
    let register = register::read();
    let plans = plans();
    let document = |path, text| Document { path, text };
    vec![
        document("schema/one-plan.schema.json", one_plan_model::exchange::json_schema()),
        document("docs/mechanisms.md", register::as_markdown(&register, &asserted::in_cases())),
        document("docs/plan-file.md", plan_file::as_markdown(&register, &plans)),
        document("docs/figures.md", figures::as_markdown()),
        document("docs/findings.md", findings::as_markdown()),
        document("docs/parameters.md", parameters::as_markdown()),
    ]
}

/// The plan files from which examples are taken and in which it is seen what stands on what: the published plans,
/// the example, then those of the cases that can be read.
fn plans() -> Vec<Vec<u8>> {
    let mut plans: Vec<Vec<u8>> = plans::PLANS.map(plans::bytes).to_vec();
    plans.extend(case::all_files().iter().flat_map(|path| of_cases(path)));
    plans
}

fn of_cases(path: &Path) -> Vec<Vec<u8>> {
    let Ok(file) = case::read(path) else { return Vec::new() };
    let tables = file.case.iter().filter(|of| of.problems.is_empty()).filter_map(|of| case::tables(&file, of).ok());
    tables.map(|tables| case::plan_file(&tables)).collect()
}
