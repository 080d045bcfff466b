//! A ladder: a bar for each thing, one below the other with its name in full, made up of parts from the left, and
//! sometimes a mark that it is held against.

mod diagram;
mod layout;
#[cfg(test)]
mod tests;

pub use diagram::{Ladder, Looks, Rung};
