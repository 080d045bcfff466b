//! Stacked bars: one bar for each category (a year), one part for each series (a programme).
//!
//! What is positive stacks upwards from zero, what is negative downwards. A part carries its value,
//! and its key letter where there are several series; a part too thin for words has them beside the
//! bar. What still finds no room is left to the table, which is always complete.

mod beside;
mod diagram;
mod layout;
mod legend;
#[cfg(test)]
mod tests;

pub use diagram::{Category, Series, StackedBar};
