//! Small plans for the examples of the documentation and for tests: the tables that matter, the
//! rest filled in.
#![allow(clippy::panic)]

pub mod awkward;
mod grown;
mod sized;

use crate::calculation::Finding;
use crate::exchange;
use crate::outcome::{Outcome, compute, resolve};
use crate::plan::Plan;
pub use grown::{grown, most_rows};
pub use sized::{POINTS_OF_DELIVERY, sized};

/// A small plan and what follows from it.
#[derive(Clone, Debug)]
pub struct Example {
    /// The plan.
    pub plan: Plan,
    /// What follows from it.
    pub outcome: Outcome,
    /// The findings.
    pub findings: Vec<Finding>,
}

/// A plan of 2011/12 to 2014/15 from the text of its tables.
///
/// # Panics
///
/// When the tables cannot be read; the message lists every problem.
pub fn plan(tables: &str) -> Plan {
    let details = r#"{"title": "Example", "system": "Example", "first_year": "2011/12", "last_year": "2014/15", "base_year": "2010/11"}"#;
    let text = format!(r#"{{"format": "{}", "plan": [{details}], {tables}}}"#, exchange::FORMAT);
    match exchange::read_json(text.as_bytes()) {
        Ok(file) => file.plan,
        Err(problems) => {
            let list: Vec<String> = problems.iter().map(ToString::to_string).collect();
            panic!("the example cannot be read:\n{}", list.join("\n"))
        }
    }
}

/// What follows from a small plan.
///
/// # Panics
///
/// When the tables cannot be read.
pub fn outcome(tables: &str) -> Example {
    let plan = plan(tables);
    let outcome = compute(&plan);
    let findings = outcome.findings().to_vec();
    Example { plan, outcome, findings }
}

impl Example {
    /// The value of a figure as text without trailing zeros, or the short word for why it has none.
    pub fn text(&self, id: &str) -> String {
        match resolve(&self.plan, id).and_then(|figure| self.outcome.value(figure)) {
            Some(Ok(value)) => value.normalize().to_string(),
            Some(Err(fault)) => fault.short().to_owned(),
            None => "no such figure".to_owned(),
        }
    }
}
