//! What a cell says by itself: its words, its numbers with their units, and the time that it names.
//!
//! Nothing here knows which table a cell belongs to, or whether its sheet is a tracker: a kind of column is all that is asked
//! for. Nothing is reported either; what was done to a cell on the way is an `Adjustment`.
//!
//! 1. `words`: words without what people write differently
//! 2. `time`: dates, months and years
//! 3. `numbers`: numbers and the units that they say themselves
//! 4. `adjustment`: what was done to a cell on the way
//! 5. `expected`: what is expected of a number in a sheet, in words
//! 6. `typed_text`: text that was typed, as the model reads it
//! 7. `cell_text`: the same of any cell
//! 8. `number_of_cell`: the number that a cell holds
//! 9. `column_numbers`: the numbers in a column
//! 10. `year_or_unit`: a cell that is a year or a unit alone
//! 11. `merged_rows`: words that hold for several rows

mod adjustment;
mod cell_text;
mod column_numbers;
mod expected;
mod merged_rows;
mod number_of_cell;
mod numbers;
mod time;
mod typed_text;
mod words;
mod year_or_unit;

pub(crate) use adjustment::Adjustment;
pub(crate) use cell_text::text_of;
pub(crate) use column_numbers::{are_mostly_numbers, holds_amounts, holds_noughts, numbers_in};
pub use expected::expected_in_sheet;
pub(crate) use merged_rows::MergedRows;
pub(crate) use number_of_cell::number_of;
pub use numbers::own_unit;
pub(crate) use numbers::{DecimalComma, at_most_places, number_in, turned};
pub use time::{NamedMonth, date_of, month_named, month_of, months_from_april, no_such_day, year_of};
pub(crate) use time::{has_any, months_told, only, stem};
pub(crate) use time::{months_in, number_of_month, without_years, words_above, years_in};
pub(crate) use typed_text::CellText;
pub use words::{Heading, UsedIdentifiers, identifier_of, key_of, with_units_in_one_word};
pub(crate) use words::{begins_with_all, ends_with_total, is_called_like_total, is_total, reference_key};
pub(crate) use year_or_unit::{unit_in, year_in};
