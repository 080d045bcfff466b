use crate::calculation::{CellAddress, Reason, Record, StepId, Unit};
use crate::plan::ColumnKind;
use std::collections::BTreeMap;

/// The units of the steps of one figure, so that money is shown as money in the middle of a share, and a share as per
/// cents in the middle of money. A step that is only a number of the rule itself has none: it takes no part.
#[derive(Debug, Default)]
pub(super) struct StepUnits(BTreeMap<StepId, Option<Unit>>);

impl StepUnits {
    /// The units of some steps of a figure in a unit. What a step stands on has a smaller number, so one pass is enough.
    pub(super) fn of(record: &Record, steps: &[StepId], figure: Unit) -> Self {
        let mut units = Self::default();
        let mut open: Vec<StepId> = steps.to_vec();
        open.sort_unstable();
        open.dedup();
        for step in open {
            let unit = record.step(step).and_then(|(_, reason)| units.unit_of(&reason, figure));
            units.0.insert(step, unit);
        }
        units
    }

    /// The unit of a step.
    pub(super) fn get(&self, step: StepId) -> Option<Unit> {
        self.0.get(&step).copied().flatten()
    }

    fn unit_of(&self, reason: &Reason<'_>, figure: Unit) -> Option<Unit> {
        match reason {
            Reason::Cell(address) => of_cell(*address),
            Reason::Row { .. } => Some(Unit::Count),
            Reason::Figure(key, _) => Some(key.kind.unit),
            Reason::Parameter(value) => value.written.contains('%').then_some(Unit::Percent),
            Reason::Constant(_) | Reason::Fault(_) => None,
            Reason::Sum(parts) => self.alike(parts),
            Reason::Difference(left, right) | Reason::Minimum(left, right) | Reason::Maximum(left, right) => {
                self.alike(&[*left, *right])
            }
            Reason::Negation(number) | Reason::Rounded(number, _) | Reason::Chosen { number, .. } => self.get(*number),
            Reason::Part { whole, .. } => self.get(*whole),
            Reason::Product(factors) => self.product(factors),
            Reason::Quotient(left, right) => self.quotient(*left, *right, figure),
        }
    }

    /// The unit that all have which have one.
    fn alike(&self, parts: &[StepId]) -> Option<Unit> {
        let mut units = parts.iter().filter_map(|part| self.get(*part));
        let first = units.next()?;
        Some(if units.all(|unit| unit == first) { first } else { Unit::Number })
    }

    fn product(&self, factors: &[StepId]) -> Option<Unit> {
        let units: Vec<Unit> = factors.iter().filter_map(|factor| self.get(*factor)).collect();
        let count = |unit: Unit| units.iter().filter(|of| **of == unit).count();
        Some(match (count(Unit::Money), count(Unit::Count)) {
            (1, _) => Unit::Money,
            (0, 1..) => Unit::Count,
            (0, 0) if !units.is_empty() && count(Unit::Percent) == units.len() => Unit::Percent,
            _ => Unit::Number,
        })
    }

    fn quotient(&self, left: StepId, right: StepId, figure: Unit) -> Option<Unit> {
        let ratio = if figure == Unit::Percent { Unit::Percent } else { Unit::Number };
        Some(match (self.get(left), self.get(right)) {
            (of, None) => return of,
            (Some(Unit::Money), Some(Unit::Money)) | (Some(Unit::Count), Some(Unit::Count)) => ratio,
            (Some(Unit::Percent), Some(Unit::Percent)) => ratio,
            (Some(Unit::Money), _) => Unit::Money,
            (Some(Unit::Percent), Some(Unit::Number)) => Unit::Percent,
            (Some(Unit::Count), Some(Unit::Number | Unit::Percent)) => Unit::Count,
            _ => ratio,
        })
    }
}

fn of_cell(address: CellAddress) -> Option<Unit> {
    let column = address.table.columns().iter().find(|column| column.name == address.column)?;
    Some(match column.kind {
        ColumnKind::Money => Unit::Money,
        ColumnKind::Rate => Unit::Percent,
        ColumnKind::Count => Unit::Count,
        _ => Unit::Number,
    })
}
