//! How far varied cells reach: which steps depend on them.

use super::stands::Cell;
use crate::calculation::StepId;
use crate::calculation::record::Record;
use std::collections::BTreeMap;

/// Which steps depend on a varied cell.
pub(super) struct Reach {
    varies: Vec<bool>,
    /// The varied cell of a step that is one.
    pub(super) inputs: BTreeMap<usize, u32>,
}

impl Reach {
    /// Which steps depend on a varied cell.
    pub(super) fn of(record: &Record, varied: &[Cell]) -> Self {
        let mut of_cells: BTreeMap<Cell, u32> = BTreeMap::new();
        of_cells.extend(varied.iter().copied().zip(0..));
        let mut inputs = BTreeMap::new();
        let varies = record.carried_up(Record::for_each_value, |step, below| {
            let input = record.cell(step).and_then(|cell| of_cells.get(&cell));
            inputs.extend(input.map(|input| (step.position(), *input)));
            below || input.is_some()
        });
        Self { varies, inputs }
    }

    /// Whether a step depends on a varied cell.
    pub(super) fn varies(&self, step: StepId) -> bool {
        self.varies.get(step.position()).copied().unwrap_or_default()
    }
}
