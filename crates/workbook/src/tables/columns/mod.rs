//! Columns of a table that need more than their heading: what stands for another column, follows from others, or is not read.

mod base_of_contracts;
mod months_across;
mod names_across;
mod names_of_others;
mod pounds_left_alone;
mod scores_of_risks;
mod stated_scale;
mod steps_of_words;
mod told_columns;
mod told_units;

pub use base_of_contracts::base_of;
pub use months_across::MonthsAcross;
pub use names_across::NamesAcross;
pub use names_of_others::NamedAfter;
pub use stated_scale::StatedScale;
pub use steps_of_words::{UnreadSteps, problem_of_step};
