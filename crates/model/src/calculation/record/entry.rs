//! Reasons as they are kept: what takes more room than a few numbers stands in lists of its own.

use super::step_id::StepId;
use crate::plan::{NumberForm, Table};
use crate::quantity::Fault;

/// A part of the list of operands.
#[derive(Clone, Copy, Debug)]
pub(in crate::calculation) struct Operands {
    pub(super) start: u32,
    pub(super) length: u32,
}

/// A reason as it is kept: what takes more room than a few numbers stands in lists of its own.
#[derive(Clone, Copy, Debug)]
pub(in crate::calculation) enum Entry {
    Cell { table: Table, column: u8, form: NumberForm, row: u32 },
    Constant(u32),
    Row { table: Table, row: u32, what: u32 },
    Parameter(u32),
    Figure { figure: u32, of: StepId },
    Fault(Fault),
    Sum(Operands),
    Product(Operands),
    Difference(StepId, StepId),
    Quotient(StepId, StepId),
    Negation(StepId),
    Minimum(StepId, StepId),
    Maximum(StepId, StepId),
    Rounded(StepId, u32),
    Part(u32),
    Chosen(u32),
}

/// One part of a whole that is split by weights.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    pub(super) whole: StepId,
    pub(super) weights: Operands,
    pub(super) position: u32,
    pub(super) places: u32,
}

/// A number that a rule chose.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choice {
    pub(super) number: StepId,
    pub(super) words: &'static str,
    pub(super) basis: Operands,
}
