//! The row of a sheet in which the headings of a table stand, and which table they tell of.
//!
//! The headings themselves are in `headings`; what stands below them is no part of this, but for names over numbers.

mod columns_of_years;
mod contradicting_units;
mod detail_columns;
mod details;
mod header_row;
mod local_prices;
mod numbers_as_names;
mod of_year;
mod parts_by_headings;
mod tables_by_headings;
mod telling_headings;
mod units_of_activity;

pub(crate) use details::{Detail, DetailColumn};
pub use header_row::{FoundColumn, HeaderRow};
pub(crate) use numbers_as_names::is_of_names;
pub use of_year::column_of_year;
pub use parts_by_headings::part_by_headings;
pub use tables_by_headings::tables_by_headings;
pub use telling_headings::is_told;
