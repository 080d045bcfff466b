//! How a plan is changed, how a change is taken back, and how two plans differ.

mod cell_edits;
mod differences;
mod edit;
mod row_edits;
mod row_references;

pub use edit::{Applied, Edit, NewRow, Refused};
