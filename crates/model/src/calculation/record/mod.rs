//! The record of a run: every step by which a number came about, and every decision that a rule made by one.

mod guard;
mod step_id;
mod steps;

pub(super) use guard::Condition;
pub use step_id::StepId;
pub(crate) use steps::recorded_in_slices;
pub use steps::{Reason, Record, recorded, recorded_with_guards};

pub(super) use steps::{Entry, Section, guard, is_guarded, note_lookup, record, start_section, unguarded};
