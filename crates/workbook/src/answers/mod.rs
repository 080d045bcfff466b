//! What a person said of names that are not known, and how it is kept: as rows of the table `headings` of a plan, or as JSON.
//!
//! The questions themselves stand in `issues`.

mod answers_as_json;
mod answers_as_rows;
mod mapping;
mod mapping_as_json;
mod said;

pub use answers_as_rows::HeadingRow;
pub use mapping::{MappedHeading, Mapping};
pub use said::Answers;
