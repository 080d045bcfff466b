//! A tracker while it is read for one year: the words and amounts of its cells, and each of its rows as a scheme.
//!
//! Which rows are schemes is known before; what they become in a plan comes after.

mod cells;
mod identifiers_of_trackers;
mod months_to_come;
mod reader;
mod rows_as_schemes;
mod scheme_row;
mod signs_of_schemes;
mod written_once;
mod year_and_unit_of_row;

pub(crate) use cells::decimal_comma;
pub use identifiers_of_trackers::UsedByTrackers;
pub use reader::Reader;
pub use scheme_row::SchemeRow;
