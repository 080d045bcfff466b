//! Schemes that several sheets hold count once: which of them are one, what each sheet says of them, and what only sums them up.
//!
//! Within one sheet nothing is compared here: that is done where its rows are read.

mod contradicting_rows;
mod joined_sheets;
mod known_months;
mod known_schemes;
mod lines_of_joined_trackers;
mod lists_without_schemes;
mod pairs_of_sheets;
mod parts_of_schemes;
mod perhaps_same;
mod repeated_schemes;
mod scheme_index;
mod scheme_sources;
mod summary_issues;
mod summary_lines;
mod summary_rows;
mod summary_sheets;
mod sums_of_sheets;

pub use known_schemes::join_known_schemes;
pub use scheme_sources::plan_of;
