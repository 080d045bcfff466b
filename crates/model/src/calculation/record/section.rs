use super::guard::Guard;
use crate::plan::Table;
use std::collections::BTreeSet;

/// What one rule did in a recorded run: its steps follow one another.
#[derive(Debug, Default)]
pub(in crate::calculation) struct Section {
    /// How many steps there were when it began.
    pub(in crate::calculation) first_step: usize,
    /// What must stay so for its steps to hold for other numbers.
    pub(in crate::calculation) guards: Vec<Guard>,
    /// The cells whose numbers it read without calculating with them, in ascending order.
    pub(in crate::calculation) cells_read: Vec<(Table, u32, u8)>,
    /// The kinds of figures that it looked at, by ordinal.
    pub(in crate::calculation) looked_at: BTreeSet<usize>,
    /// The kinds of figures that it adds, by ordinal: also those of which there is none in this run, for there may be
    /// some where it decides in another way.
    pub(in crate::calculation) adds: BTreeSet<usize>,
}
