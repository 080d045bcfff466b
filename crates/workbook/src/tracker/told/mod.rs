//! What is said and asked of a tracker: of its columns, of its months, of what must be known first, and how it was read in all.

mod about_column;
mod contradicting_months;
mod contradicting_units;
mod open_points;
mod reading;
mod recurrent_schemes;
mod told_columns;
mod told_families;
mod told_months;
mod variances_of_months;
mod wholes;

pub use open_points::{Units, what_is_missing};
pub use reading::Reading;
pub use recurrent_schemes::is_recurrent;
