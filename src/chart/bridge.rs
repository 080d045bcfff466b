//! A bridge: from one level to another by steps, each drawn where the last one ended.
//!
//! The steps lie one below the other, so that each has room for its name in full. A level is drawn from the beginning of
//! the scale, a change from where the step before it ended. A bridge has no step of its own for what is left over: it
//! ends where its steps end, and what is drawn as a level is what the model says, not the sum of the steps.

mod diagram;
mod layout;
#[cfg(test)]
mod tests;

pub use diagram::{Bridge, BridgeStep};
