//! The headings that are known: of the columns of every table, and of what a tracker holds.
//!
//! Only a known heading counts; what is merely like one is left alone and said. In which row of a sheet the headings stand, and
//! what stands below them, is no part of this.

mod contradiction;
mod field;
mod field_of_heading;
mod heading_keys;
mod heading_names;
mod heading_words;
mod plain_headings;
mod table_names;
mod trackers_beside;
mod unit_above;

pub use field::{Field, MonthKind};
pub(crate) use heading_keys::of_one_month;
pub(crate) use heading_names::HeadingNames;
pub(crate) use heading_words::HeadingWords;
pub(crate) use plain_headings::LAST_ROW_OF_HEADINGS;
pub(crate) use plain_headings::plain_headings;
pub(crate) use table_names::NAME;
pub(crate) use table_names::TableNames;
pub(crate) use trackers_beside::TrackersBeside;
pub(crate) use unit_above::{unit_above, unit_in_words};
