//! For which years a tracker is read, up to which month, and which of several statements of one tracker is the latest.

mod left_out;
mod month_told;
mod months_alone;
mod period;
mod snapshots;
mod untold_time;
mod years_half_told;
mod years_read;

pub use left_out::left_out;
pub use period::Period;
pub use snapshots::Snapshot;
pub use years_half_told::HalfToldYear;
pub(crate) use years_read::YearsRead;
