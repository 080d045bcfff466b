//! Finds the headings of a tracker in a sheet: in which rows they stand, and whether they are enough for a tracker.
//!
//! Sheets that say little, a list with a name and a plan, are held against the trackers beside them.

mod called_trackers;
mod find_header;
mod header_rows;
mod lists_beside;
mod schemes_of_sheet;
mod unnamed_lines;
mod words_over;

pub use lists_beside::schemes_not_read;
