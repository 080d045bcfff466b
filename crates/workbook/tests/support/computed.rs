//! What follows from what was read of files.

use one_plan_model::outcome::{Outcome, compute, resolve};
use one_plan_model::plan::Plan;
use one_plan_workbook::load::Loaded;

pub struct Computed<'p> {
    pub plan: &'p Plan,
    pub outcome: Outcome,
}

impl<'p> Computed<'p> {
    pub fn of(loaded: &'p Loaded) -> Self {
        let plan = loaded.plan.as_ref().unwrap_or_else(|| panic!("no plan: {}", loaded.report.text()));
        Self { plan, outcome: compute(plan) }
    }

    /// A figure in pounds, or in whatever it counts.
    pub fn figure(&self, id: &str) -> String {
        let key = resolve(self.plan, id).unwrap_or_else(|| panic!("no figure {id}"));
        match self.outcome.value(key) {
            Some(Ok(value)) => value.normalize().to_string(),
            Some(Err(fault)) => fault.short().to_owned(),
            None => "none".to_owned(),
        }
    }

    /// The codes of findings, each once.
    pub fn findings(&self) -> Vec<&'static str> {
        let mut codes: Vec<&str> = self.outcome.findings().iter().map(|finding| finding.code).collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    }
}
