//! What follows from the record of a run: how far figures may lie from their values, the same run with other numbers,
//! what would change a figure most, and which numbers are given in vain.

mod not_used;
mod recording;
mod replay;
mod sensitivity;

pub(crate) use not_used::not_used_in;
pub use not_used::{NotUsed, not_used};
pub use recording::Recording;
pub(super) use recording::{FigureTolerances, Findings};
pub use replay::{Replay, ReplayProgram, Replayed, values};
pub use sensitivity::{Effect, Sensitivity, SmallChange};
