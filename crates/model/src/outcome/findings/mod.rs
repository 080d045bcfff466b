//! What is found about figures and assumptions as such, and what findings have in common.

pub(super) mod assumptions;
mod at_cells;
mod causes;
mod doubtful;
pub(super) mod faults;
mod finding_kinds;

pub use at_cells::findings_at_cells;
pub(super) use causes::is_about_anything;
pub use causes::{Cause, CauseAbout};
pub(super) use doubtful::{Doubtful, cells_of};
pub use finding_kinds::{finding_files, finding_kinds};
