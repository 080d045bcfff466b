//! What people decided about findings, and by what a finding is recognised as one that is known.

mod decide;
mod known;
pub(super) mod recognise;

pub use decide::Decision;
pub(super) use known::Known;
