//! A line of the framework, and what moves out of it and into it.

use crate::calculation::Number;
use crate::plan::{MovementReason, MovementStage};

/// What the framework makes of a line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    pub(super) gross: Option<Number>,
    pub(super) sub_total: Number,
    pub(super) baseline: Number,
}

/// A movement as it is meant.
#[derive(Clone, Copy, Debug)]
pub(super) struct Movement {
    pub(super) row: u32,
    pub(super) line: u32,
    pub(super) stage: MovementStage,
    /// Nothing where the plan does not print it.
    pub(super) reason: Option<MovementReason>,
    pub(super) amount: Number,
}

impl Movement {
    /// Whether it takes savings out of its line.
    pub(super) fn is_qipp(&self) -> bool {
        self.stage == MovementStage::Deduction && self.reason == Some(MovementReason::Qipp)
    }
}
