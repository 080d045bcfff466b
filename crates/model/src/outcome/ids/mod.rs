//! The ids of figures and findings: those that are like one, those that the plan names, and those by which links lead to findings.

mod figure_references;
mod finding_name;
mod near;

pub use figure_references::edits_of_figure_ids;
pub use near::near_ids;
