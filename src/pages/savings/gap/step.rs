//! One step of the waterfall.

use one_plan_model::plan::FinancialYear;
use one_plan_model::quantity::Value;

/// A step, exact.
#[derive(Debug, PartialEq)]
pub struct Step {
    /// What it is called.
    pub name: String,
    /// In pounds: how far it goes, or for a level where it stands.
    pub value: Value,
    /// Whether it is a level, which is reached by the steps before it.
    pub is_level: bool,
}

impl Step {
    /// Where the steps stand.
    pub fn level(name: impl Into<String>, value: Value) -> Self {
        Self { name: name.into(), value, is_level: true }
    }

    /// What is saved, which takes the gap down.
    pub fn saved(name: impl Into<String>, value: Value) -> Self {
        Self { name: name.into(), value: value.map(|number| -number), is_level: false }
    }
}

/// The steps, and the years over which they go.
pub type Steps = (Vec<Step>, Vec<FinancialYear>);

/// Whether the steps reach every level to the penny, from the first on, and where they end.
#[cfg(test)]
pub fn end_of(steps: &[Step]) -> Value {
    let (first, later) = steps.split_first().expect("the gap");
    let mut reached = first.value;
    for step in later {
        if step.is_level {
            assert_eq!(step.value, reached, "{}", step.name);
        } else {
            reached = crate::components::sum([reached, step.value]);
        }
    }
    reached
}
