//! A plan of what was recognised, and the report of every problem.

mod asked;
mod control;
mod details;
mod files;
mod ids_given_twice;
mod json;
mod monitoring;
mod open;
mod problems;
mod report;
mod years_of_plan;

pub use control::{Control, ControlTotal, Group};
pub use files::{Loaded, load};
pub use open::{Opened, open};
pub use report::LoadReport;
