//! The record of a run: every step by which a number came about, and every decision that a rule made by one.

mod entry;
mod evaluate;
mod guard;
mod notes;
mod reason;
mod section;
mod step_id;
mod steps;
mod under_way;

pub(super) use entry::Entry;
pub(super) use guard::Condition;
pub use reason::Reason;
pub(super) use section::Section;
pub use step_id::StepId;
pub use steps::Record;
pub(crate) use under_way::recorded_in_slices;
pub(super) use under_way::{guard, is_guarded, note_lookup, record, start_section, unguarded};
pub use under_way::{recorded, recorded_with_guards};
