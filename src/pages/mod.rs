//! The pages, one for each question a person comes with.

mod activity;
mod checks;
mod cquin;
mod look;
mod overview;
mod savings;
mod start;
mod whole;

pub use look::{Look, Part, PartOfPage, keyed_part, part};
pub use start::start;
