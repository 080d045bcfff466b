//! The row of a sheet in which the headings of a table stand, and which table they tell of.
//!
//! The headings themselves are in `headings`; what stands below them is no part of this, but for names over numbers.

mod header_row;
mod numbers_as_names;
mod tables_by_headings;
mod telling_headings;

pub use header_row::{FoundColumn, HeaderRow};
pub(crate) use numbers_as_names::is_of_names;
pub use tables_by_headings::tables_by_headings;
pub use telling_headings::is_told;
