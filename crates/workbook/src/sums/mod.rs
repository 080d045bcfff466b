//! Rows and columns as amounts that are added up: which total is the sum of the rows above it, and which row that is called like
//! any other is the sum of others.
//!
//! What becomes of such a row is decided where the rows are read.

mod column_sums;
mod gap_to_target;
mod groups;
mod lines;
mod running_sum;

pub(crate) use column_sums::ColumnSums;
pub(crate) use gap_to_target::{gap_in_words, is_nearly};
pub(crate) use groups::{Evidence, Group, Side, groups_of};
pub(crate) use lines::{Line, LineAmount, Mark};
pub(crate) use running_sum::RunningSum;
