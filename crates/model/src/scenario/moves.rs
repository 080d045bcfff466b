//! Which numbers levers move, and what they make of them.

use super::definition::SetLever;
use super::fits::fits;
use super::lever::{How, Lever};
use crate::plan::{CellAddress, CellInput, Content, CquinIndicator, Direction, LeverKind, Plan, RowType, Table};
use crate::quantity::Fixed;

/// What one lever does to a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Step {
    /// The lever, by its position.
    pub(super) lever: usize,
    how: Arithmetic,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Arithmetic {
    Times,
    /// What the setting lacks of one is added to the whole.
    TimesBack,
    Plus,
}

/// A number that is moved, and by what, in the order of the levers.
#[derive(Clone, Debug)]
pub(super) struct Moved {
    pub(super) cell: CellAddress,
    pub(super) original: Fixed,
    pub(super) steps: Vec<Step>,
}

impl Moved {
    /// The number, with each lever at its setting.
    #[inline]
    pub(super) fn number(&self, original: Fixed, setting: impl Fn(usize) -> Fixed) -> Fixed {
        self.steps.iter().fold(original, |number, step| {
            let setting = setting(step.lever);
            match step.how {
                Arithmetic::Times => number.times(setting),
                Arithmetic::TimesBack => number.times(Fixed::whole(2).minus(setting)),
                Arithmetic::Plus => number.plus(setting),
            }
        })
    }
}

/// The plan in which every cell that a lever moves holds a number: an empty one that counts as nothing is filled with 0.
pub(super) fn filled(plan: &Plan, levers: &[SetLever]) -> Plan {
    let mut filled = plan.clone();
    for set in levers {
        for effect in Lever::of(set.kind).effects().filter(|effect| effect.how == How::AddedOrSet) {
            for row in 0..u32::try_from(plan.row_count(effect.table)).unwrap_or_default() {
                let is_empty = filled.content_at(effect.table, row, usize::from(effect.column)).is_empty();
                if is_empty && fits(plan, effect, row, &set.narrowing) {
                    // Nothing is a number that every such column takes.
                    let _ = filled.set_cell(effect.table, row, effect.column, Some(CellInput::Text("0")));
                }
            }
        }
    }
    filled
}

/// Every number that some levers move, in the order of the tables. The plan is one that was [`filled`] for them.
pub(super) fn moved(plan: &Plan, levers: &[SetLever]) -> Vec<Moved> {
    let mut all: Vec<Moved> = Vec::new();
    for (lever, set) in levers.iter().enumerate() {
        for effect in Lever::of(set.kind).effects() {
            for row in 0..u32::try_from(plan.row_count(effect.table)).unwrap_or_default() {
                let cell = CellAddress::at(effect.table, row, effect.column);
                let Some(original) = plan.number(cell) else { continue };
                if !fits(plan, effect, row, &set.narrowing) {
                    continue;
                }
                let how = match effect.how {
                    How::Scaled => Arithmetic::Times,
                    How::Achieved if lower_is_better(plan, effect.table, row) => Arithmetic::TimesBack,
                    How::Achieved => Arithmetic::Times,
                    How::Added | How::AddedOrSet => Arithmetic::Plus,
                    How::Worded => continue,
                };
                all.push(Moved { cell, original, steps: vec![Step { lever, how }] });
            }
        }
    }
    // What several levers move stands once, with all of them in their order.
    all.sort_by_key(|moved| moved.cell);
    all.dedup_by(|later, earlier| {
        let same = later.cell == earlier.cell;
        if same {
            earlier.steps.append(&mut later.steps);
        }
        same
    });
    all
}

/// Whether of what is achieved less is better: as its own row says, or the indicator to which it belongs.
fn lower_is_better(plan: &Plan, table: Table, row: u32) -> bool {
    let lower = |row| {
        let found = plan.content_at(Table::CquinIndicator, row, usize::from(CquinIndicator::direction.position()));
        found == Content::Choice(Direction::Lower as u32)
    };
    match table {
        Table::CquinIndicator => lower(row),
        _ => match plan.content(table, row, "indicator") {
            Some(Content::Row(indicator)) => lower(indicator),
            _ => false,
        },
    }
}

/// The plan with the contracts in another form, where levers say so.
pub(super) fn worded(plan: &Plan, levers: &[SetLever]) -> Plan {
    let mut changed = plan.clone();
    for set in levers.iter().filter(|set| set.kind == LeverKind::ContractForm) {
        let Some(form) = set.form else { continue };
        for effect in Lever::of(set.kind).effects() {
            for row in 0..u32::try_from(plan.row_count(effect.table)).unwrap_or_default() {
                if fits(plan, effect, row, &set.narrowing) {
                    // The word is one of those of the column.
                    let _ = changed.set_cell(effect.table, row, effect.column, Some(CellInput::Text(form.word())));
                }
            }
        }
    }
    changed
}

/// Whether a lever moves any number of a plan.
pub(super) fn moves_any(plan: &Plan, set: &SetLever) -> bool {
    Lever::of(set.kind).effects().any(|effect| {
        (0..u32::try_from(plan.row_count(effect.table)).unwrap_or_default()).any(|row| {
            plan.number(CellAddress::at(effect.table, row, effect.column)).is_some()
                && fits(plan, effect, row, &set.narrowing)
        })
    })
}
