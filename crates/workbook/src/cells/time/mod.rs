//! Dates, months and financial years as people write them, and those that some words name.
//!
//! For which year a table or a tracker is, is decided where these are read: here is only what stands in the words.

mod dates;
mod months_from_april;
mod named_months;
mod one_value;
mod words_above;

pub use dates::{date_of, due_date_of, month_of, no_such_day, year_of};
pub use months_from_april::months_from_april;
pub use named_months::{NamedMonth, month_named, months_in, number_of_month, without_years, years_in};
pub(crate) use one_value::{only, stem};
pub use words_above::words_above;
pub(crate) use words_above::{has_any, months_told};
