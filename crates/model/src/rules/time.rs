//! Time: milestones, reviews and waiting, one file for each.

pub mod milestones;
pub mod reviews;
pub mod waiting;

use super::folder::in_order;

in_order! {
    milestones,
    reviews,
    waiting,
}
