//! A sheet as one table of the plan: the row of its headings, its columns, its rows as text, and all that is to be said of them.
//!
//! Which table a sheet is, its name says, or its headings. Trackers are read elsewhere, and give the same rows.
//!
//! 1. `headings`: the row of the headings, and which table they are those of
//! 2. `table_rows`: the rows of a table, as every reader gives them
//! 3. `kept_rows`: some of these rows, and the others left out
//! 4. `years`: the year of a table that says it once, and what a workbook says of all its sheets
//! 5. `columns`: columns that stand for others, follow from others or are not read
//! 6. `rows`: rows that are rows of the table, and those that are totals, groups or notes
//! 7. `read_table`: all of that together
//! 8. `details`: rows of other tables in further columns of the same sheet

mod columns;
mod details;
mod headings;
mod kept_rows;
mod read_table;
mod rows;
mod table_rows;
mod years;

pub use columns::{MonthsAcross, NamesAcross};
pub(crate) use details::values_of;
pub(crate) use headings::is_of_names;
pub use headings::{FoundColumn, HeaderRow};
pub(crate) use headings::{is_told, part_by_headings, tables_by_headings};
pub(crate) use kept_rows::rows_left_out;
pub use table_rows::{OtherRows, SchemeReference, TableRows};
pub use years::{ToldElsewhere, YearOfRows, YearsBeside};
