//! What a tracker becomes in a plan: lists of schemes, schemes, monitored lines and months, and printed figures.

mod list_of_rows;
mod monitored_lines;
mod monitored_months;
mod monitoring;
mod printed_figures;
mod scheme_lists;
mod schemes;
mod signs_of_kinds;
mod use_of_amounts;
mod variance;
mod what_is_left;

pub use list_of_rows::note_adjustments;
pub use monitoring::monitoring_tables;
pub use scheme_lists::SchemeLists;
pub use schemes::table_of_schemes;
