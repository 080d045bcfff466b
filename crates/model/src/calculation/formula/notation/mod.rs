//! The notation in which figures and their formulas are written.

mod figures;
mod term;

pub(crate) use figures::figures;
pub use figures::{formula, word};
pub use term::{column, term};
