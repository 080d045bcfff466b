//! Quantities: money, counts, rates, years, and the few things that may be done with them.
//!
//! This is the only place that touches the operators of the decimal library. Everything else
//! goes through [`add`], [`subtract`], [`multiply`], [`divide`] and [`Total`], which never panic.
//!
//! # The laws of numbers here
//!
//! * A number that enters a plan has at most 15 digits before the point and 6 after it
//!   ([`Digits`]). Sums of such numbers are **exact**, whatever their order.
//! * A product or a quotient is kept to ten decimal places, half away from zero
//!   ([`WORKING_PLACES`]). This is the only rounding inside a calculation.
//! * What a person sees is rounded once, half away from zero ([`round_half_away`]).
//! * A result beyond [`LIMIT`] is not a wrong number but a [`Fault`].

mod amount;
mod arithmetic;
pub(crate) mod coefficient;
mod count;
mod date;
mod digits;
mod exact_parts;
mod fault;
mod financial_year;
mod fixed;
pub mod format;
mod marked;
mod measured;
mod month;
mod order;
mod ordered_rows;
mod rate;
mod rounding;
mod split;

pub use amount::{Amount, MoneyUnit};
pub use arithmetic::{LIMIT, absolute, add, distance, divide, multiply, negate, subtract, whole};
pub use count::Count;
pub use date::{Date, DueDate};
pub use digits::{Digits, DigitsError, is_dash};
pub(crate) use digits::{Scanned, scan};
pub use exact_parts::{MOST_IN_EVERY_ORDER, parts_from_both_ends, parts_in_every_order, parts_in_order};
pub use fault::{Fault, Value};
pub use financial_year::{FinancialYear, FinancialYearError};
pub use fixed::{Fixed, Total};
pub use marked::Marked;
pub use measured::Measured;
pub use month::{Month, MonthError};
pub use order::InOrder;
pub use ordered_rows::ordered_rows;
pub use rate::Rate;
pub use rounding::{WORKING_PLACES, is_whole, power_of_ten, round_half_away, with_places};
pub use rust_decimal::Decimal;
pub use split::{split_by_largest_remainder, split_fixed};
