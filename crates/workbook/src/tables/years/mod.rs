//! The year of the rows of a table that has no column for it: what stands above the table, what its sheet is called, and what the
//! workbook says of all its sheets.

mod told_elsewhere;
mod year_of_rows;

pub use told_elsewhere::ToldElsewhere;
pub use year_of_rows::{YearOfRows, YearsBeside};
