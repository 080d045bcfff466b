//! Columns whose meaning depends on what stands beside or below them: months and quarters, years, parts of an amount, and
//! headings that say two things.
//!
//! Each file takes one kind of them. A column that stays without a meaning is told later, with the reason.

mod beside_plan;
mod cumulative;
mod families;
mod forecasts_at;
mod kind_of_rows;
mod kinds;
mod months_of_plan;
mod numbers_as_names;
mod of_rows;
mod quarters;
mod recurrent_parts;
mod repeated;
mod scheme_counts;
mod years;

pub use families::Family;
pub(crate) use families::and_more;
pub use of_rows::OF_ROWS;
