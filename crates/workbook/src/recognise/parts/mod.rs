//! The tables of one sheet that are read on their own: one below the other, and side by side.

mod own_columns;
mod part;
mod parts_of_sheet;
mod summary_beside;
mod tables_beside;
mod trackers_below;

pub use own_columns::without_own_columns;
pub use part::Part;
pub use parts_of_sheet::parts_of;
