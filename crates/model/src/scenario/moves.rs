//! Which numbers levers move, and what they make of them.

use super::definition::SetLever;
use super::fits::{fits, is_meant, owners_of};
use super::lever::{By, Effect, How, Lever};
use crate::plan::{CellAddress, CellInput, Content, CquinIndicator, Direction, LeverKind, Plan, RowType, Table};
use crate::quantity::Fixed;
use std::collections::BTreeSet;

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

/// Whether a lever moves nothing of a plan, because no row fits it or none that does holds a number.
pub(super) fn moves_nothing(plan: &Plan, set: &SetLever) -> bool {
    let rows = |effect: &Effect| 0..u32::try_from(plan.row_count(effect.table)).unwrap_or_default();
    !Lever::of(set.kind).effects().any(|effect| {
        rows(effect).any(|row| {
            let cell = CellAddress::at(effect.table, row, effect.column);
            let has_number = matches!(effect.how, How::AddedOrSet | How::Worded) || plan.number(cell).is_some();
            has_number && fits(plan, effect, row, &set.narrowing)
        })
    })
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

/// By which programmes, statuses and so on a lever can be narrowed so that it still moves a number of a plan, in their order.
/// Each row is looked at once, however many there are.
pub(super) fn narrowed_by(plan: &Plan, set: &SetLever, by: By) -> BTreeSet<u32> {
    let mut found = BTreeSet::new();
    // Contracts are no levers of the delivery.
    if matches!(by, By::Row(Table::Contract)) {
        return found;
    }
    for effect in Lever::of(set.kind).effects() {
        for row in 0..u32::try_from(plan.row_count(effect.table)).unwrap_or_default() {
            if plan.number(CellAddress::at(effect.table, row, effect.column)).is_some() && is_meant(plan, effect, row) {
                owners_of(plan, effect, row, by, &mut |owner| {
                    found.insert(owner);
                });
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::lever::NARROWED_BY;
    use super::*;
    use crate::example;

    /// What is found in one pass is what trying every narrowing finds.
    #[test]
    fn a_lever_is_narrowed_by_all_that_leaves_it_something_to_move() {
        let plan = example::plan(
            r#""organisations": [{"id": "o", "name": "O"}, {"id": "p", "name": "P"}],
            "programmes": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}, {"id": "c", "name": "C"}],
            "scheme_lists": [{"id": "l", "name": "L", "year": "2011/12"},
                             {"id": "m", "name": "M", "year": "2011/12", "organisation": "p"}],
            "schemes": [
                {"id": "1", "name": "1", "list": "l", "programme": "b", "gross": "1", "unit": "£", "risk": "high"},
                {"id": "2", "name": "2", "list": "m", "programme": "a", "gross": "2", "unit": "£", "status": "made"},
                {"id": "3", "name": "3", "list": "l", "programme": "c"}]"#,
        );
        let set = SetLever::to(LeverKind::Delivery, Lever::of(LeverKind::Delivery).neutral());
        let mut found_any = 0;
        for (at, (_, by)) in
            NARROWED_BY.iter().enumerate().filter(|(_, (_, by))| !matches!(by, By::Row(Table::Contract)))
        {
            let tried = (0..20).filter(|of| {
                let mut narrowed = set.clone();
                if let Some(place) = narrowed.narrowing.get_mut(at) {
                    *place = Some(*of);
                }
                !moved(&plan, &[narrowed]).is_empty()
            });
            let tried: Vec<u32> = tried.collect();
            found_any += tried.len();
            assert_eq!(narrowed_by(&plan, &set, *by).into_iter().collect::<Vec<_>>(), tried, "{at}");
        }
        assert!(found_any >= 4, "{found_any}");
    }
}
