//! Why a figure is what it is, in steps and in words, and what stands on it.

mod dependents;
mod explanation;
mod formula_words;
mod step_units;

pub use dependents::Dependents;
pub use explanation::{Explanation, Link, Step, explain};
