//! The headings of one tracker as they were found: its columns, what each is read as, and what its rows are by them.
//!
//! How they are found, and how a column is understood by those beside it, is no part of this.

mod tracker_column;
mod tracker_header;
mod what_rows_are;

pub use tracker_column::{LeftAlone, TrackerColumn};
pub use tracker_header::TrackerHeader;
