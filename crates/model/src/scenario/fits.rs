//! Which rows of which tables a narrowed lever acts on.

use super::lever::{By, Effect, NARROWED_BY, Narrowing};
use crate::plan::{Column, ColumnKind, Content, Plan, Table};

/// How far it is followed whose a row is: a milestone of an indicator of a scheme of a provider.
const FARTHEST: usize = 3;

/// Whether an effect acts on a row: all that narrows the lever fits.
pub(super) fn fits(plan: &Plan, effect: &Effect, row: u32, narrowing: &Narrowing) -> bool {
    let mut narrowed = NARROWED_BY.iter().zip(narrowing).filter_map(|((_, by), of)| Some((*by, (*of)?)));
    is_meant(plan, effect, row)
        && narrowed.all(|(by, of)| {
            let mut belongs = false;
            owners(plan, (effect.table, row), by, FARTHEST, &mut |owner| belongs |= owner == of);
            belongs
        })
}

/// Whether an effect acts on a row of a lever that nothing narrows.
pub(super) fn is_meant(plan: &Plan, effect: &Effect, row: u32) -> bool {
    effect.only.is_none_or(|only| match plan.content_at(effect.table, row, usize::from(only.column)) {
        Content::Choice(word) => only.words.contains(&word),
        _ => only.or_empty,
    })
}

/// To which programmes, contracts and so on the row belongs on which an effect acts.
pub(super) fn owners_of(plan: &Plan, effect: &Effect, row: u32, by: By, found: &mut dyn FnMut(u32)) {
    owners(plan, (effect.table, row), by, FARTHEST, found);
}

/// To which programmes, contracts and so on a row belongs; whether it says. Whose a row is that it must name, such as the
/// list of a scheme or the contract of a month, says it before its own cells do.
fn owners(plan: &Plan, (table, row): (Table, u32), by: By, far: usize, found: &mut dyn FnMut(u32)) -> bool {
    if let By::Row(of) = by
        && of == table
    {
        found(row);
        return true;
    }
    let columns = || table.columns().iter().enumerate();
    if far > 0 {
        for (at, column) in columns().filter(|(_, column)| column.required) {
            if let ColumnKind::Reference(owner) = column.kind
                && let Content::Row(position) = plan.content_at(table, row, at)
                && owners(plan, (owner, position), by, far - 1, found)
            {
                return true;
            }
        }
    }
    let mut says = false;
    // By its kind first: of most columns nothing needs to be looked up.
    let is_meant = |column: &Column| match (by, column.kind) {
        (By::Row(meant), ColumnKind::Reference(found)) => meant == found,
        (By::Word(meant), ColumnKind::Choice(found)) => meant == found,
        _ => false,
    };
    for (at, _) in columns().filter(|(_, column)| is_meant(column)) {
        if let Content::Row(owner) | Content::Choice(owner) = plan.content_at(table, row, at) {
            says = true;
            found(owner);
        }
    }
    says
}
