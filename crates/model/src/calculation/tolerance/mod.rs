//! How far a number may lie from its value because what it stands on is printed rounded.

mod range;
mod ranges;
mod reach;
mod spread;
mod tolerances;

pub(super) use range::Range;
pub use reach::{Explains, MOST_DEVIATIONS, Reach};
pub use tolerances::{Ratio, Tolerances};
