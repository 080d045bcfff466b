//! Columns whose meaning depends on what stands beside or below them: months and quarters, years, parts of an amount, and
//! headings that say two things.
//!
//! Each file takes one kind of them. A column that stays without a meaning is told later, with the reason.

mod amounts_by_kind;
mod by_neighbours;
mod columns_of_years;
mod cumulative;
mod families;
mod forecasts_at;
mod kind_in_words;
mod month_of_sheet;
mod months_of_plan;
mod numbered_months;
mod numbers_as_names;
mod quarters;
mod recurrent_blocks;
mod recurrent_parts;
mod repeated_columns;
mod scheme_counts;
mod wholes;
mod years_and_units_in_rows;

pub use families::Family;
pub(crate) use families::and_more;
pub(crate) use numbered_months::either;
pub(crate) use recurrent_blocks::of_half;
pub(crate) use recurrent_parts::is_half_of_plan;
pub use years_and_units_in_rows::OF_ROWS;
