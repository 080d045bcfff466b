//! Which rows of a tracker are schemes: totals, sums without that name, targets and gaps, and rows below the total are not.
//!
//! Words alone decide little here; the amounts say whether a row is the sum of others. What a scheme becomes in a plan is no part
//! of this.

mod below_total;
mod cells_of_rows;
mod issue_of_row;
mod left_aside;
mod lines_of_rows;
mod outline_numbers;
mod rounded_total;
mod row_kinds;
mod rows_beside;
mod rows_told;
mod scheme_rows;
mod set_aside;
mod slips;
mod sums_of_rows;
mod unnamed_sums;

pub use cells_of_rows::CellsOfRows;
pub use scheme_rows::SchemeRows;
