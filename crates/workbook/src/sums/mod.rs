//! Rows and columns as amounts that are added up: which total is the sum of the rows above it, and which row that is called like
//! any other is the sum of others.
//!
//! What becomes of such a row is decided where the rows are read.

mod column_sums;
mod gap_to_target;
mod group;
mod groups;
mod groups_with_near;
mod layout;
mod lines;
mod near_groups;
mod running_sum;
mod totals_of_groups;

pub(crate) use column_sums::ColumnSums;
pub(crate) use gap_to_target::{gap_in_words, is_nearly};
pub(crate) use group::{Evidence, Group, Miss, Side};
pub(crate) use groups::groups_of;
pub(crate) use lines::{Line, LineAmount, Mark};
pub(crate) use running_sum::RunningSum;
