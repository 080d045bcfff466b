//! Plan files in and out.
//!
//! A file is read whole or not at all: every problem is reported at once, each with its place,
//! what was expected and how to mend it, and the plan that was open before stays as it is.
//!
//! ```
//! use one_plan_model::exchange::read_json;
//! let problems = read_json(br#"{"format": "one-plan/1", "progammes": []}"#).unwrap_err();
//! // No table "plan", and a table that does not exist: both are said.
//! assert_eq!(problems.len(), 2);
//! assert_eq!(problems[1].line, Some(1));
//! assert!(problems[1].what.contains("progammes"));
//! ```

mod csv_cell;
mod file_text;
mod given_rows;
mod json_cell;
mod json_cursor;
mod json_read;
mod json_row;
mod json_rows;
mod json_write;
mod locate;
mod located;
mod meaning;
mod place;
mod printable;
mod problem;
mod problems;
mod schema;
mod spreadsheet_text;
mod unknown_table;

pub(crate) use csv_cell::csv_cell;
pub use file_text::FileText;
pub use given_rows::{GivenRows, RowProblem, RowsRead, read_rows};
pub use json_read::{LARGEST_FILE, PlanFile, not_text, read_json, read_json_in_slices, too_large};
pub(crate) use json_write::json_text;
pub use json_write::{write_json, write_json_in_slices};
pub use meaning::unusable;
pub(crate) use printable::is_hidden;
pub use printable::{printable, printable_line};
pub use problem::Problem;
pub use schema::json_schema;
pub use spreadsheet_text::{protected, unprotected};

/// The format that this version reads and writes; it stands first in every file.
pub const FORMAT: &str = "one-plan/1";
