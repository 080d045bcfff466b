//! What a sheet is as a whole: a tracker or a table, a repetition of another sheet, a file of another kind, or nothing of the plan.
//!
//! Whether the schemes of a sheet count is no part of this.

mod left_alone;
mod monitoring_summary;
mod other_files;
mod repeated_sheets;
mod tracker_sheet;

pub use monitoring_summary::summary_of_monitoring;
pub use other_files::{holds_patients, issues_of_other_files};
pub use repeated_sheets::repeated_sheets;
pub use tracker_sheet::{earlier_statements, is_more_than, tracker_in};
