//! A plan, and what follows from it, as files that people have.
//!
//! # How a cell is written, so that reading gives back the same plan
//!
//! Every writer takes the text that the plan itself gives of a cell ([`Plan::written_cell`]): what is read back from that
//! text is the same cell.
//!
//! | what stands in the plan | in a workbook | in comma-separated values |
//! |---|---|---|
//! | `1,234.50`, `(6.3)`, `12` | the number, in a number format that prints it so: `#,##0.00`, `0.0_);(0.0)`, `0` | as it is printed |
//! | `1.5%` | 0.015 in the format `0.0%` | as it is printed |
//! | a number of more than 15 digits, which a workbook cannot hold | text | as it is printed |
//! | a day, `2011-04-26` | a date in the format `yyyy-mm-dd`; text before March 1900 | `2011-04-26` |
//! | a month, a year, a unit, a word, yes or no, an identifier, source lines | always text: `922` stays text | as it is |
//! | text | text | text; what begins like a formula is [protected](one_plan_model::exchange::protected) |
//! | nothing | an empty cell | nothing |
//!
//! The number format is how a number is printed, and nothing else says it: [`Cell::of_number`](crate::sheet::Cell::of_number)
//! is the other side.
//!
//! # Sheets that are no tables
//!
//! A workbook also has sheets that show something and are not read: [`is_for_people`](crate::sheet::is_for_people) knows them by name. On the sheet of
//! a table all that is read stands below its headings: the title, what to write, and in a template the example row stand
//! above them, so that a template that nobody has filled in is a plan without rows.
//!
//! The same plan gives the same bytes: nothing here asks for the time.
//!
//! [`Plan::written_cell`]: one_plan_model::plan::Plan::written_cell

mod cell;
mod corrected;
mod csv;
mod guide;
mod names;
mod paper;
mod plan;
mod problem;
mod styles;
mod table_sheet;
mod template;

pub use corrected::corrected_copy;
pub use csv::{plan_as_csv_files, plan_as_csv_zip, results_as_csv_zip, table_as_csv};
pub use guide::guide;
pub use plan::{Writing, plan_as_workbook, plan_as_workbook_telling};
pub use problem::WriteProblem;
pub use template::{TASKS, Task, example_of, template};
