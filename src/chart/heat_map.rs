//! A heat map of risks: how many lie in each square of likelihood and consequence, and arrows to where they lie after what
//! is done about them.

mod diagram;
mod layout;
#[cfg(test)]
mod tests;

pub use diagram::{HeatMap, HeatMove, HeatSquare};
