//! The parts of which pages are made.

mod figure;

pub use figure::{Figure, shown};
