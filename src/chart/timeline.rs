//! What is due when: a row for each sequence, a column for each stretch of time, and in each square how many are reached,
//! still to come and overdue. What was moved to a later date has an arrow from where it was due first.

mod diagram;
mod layout;
#[cfg(test)]
mod tests;

pub use diagram::{Due, DueState, Timeline};
