//! Which rows of which tables a narrowed lever acts on.

use super::lever::{By, Effect, NARROWED_BY, Narrowing};
use crate::plan::{Column, ColumnKind, Content, Plan, Table};

/// How far it is followed whose a row is: a milestone of an indicator of a scheme of a provider.
const FARTHEST: usize = 3;

/// Whether an effect acts on a row: all that narrows the lever fits.
pub(super) fn fits(plan: &Plan, effect: &Effect, row: u32, narrowing: &Narrowing) -> bool {
    let is_meant = effect.only.is_none_or(|only| match plan.content_at(effect.table, row, usize::from(only.column)) {
        Content::Choice(word) => only.words.contains(&word),
        _ => only.or_empty,
    });
    let mut narrowed = NARROWED_BY.iter().zip(narrowing).filter_map(|((_, by), of)| Some((*by, (*of)?)));
    is_meant && narrowed.all(|(by, of)| belongs(plan, effect.table, row, by, of, FARTHEST) == Some(true))
}

/// Whether a row belongs to a programme, a contract and so on; nothing where it does not say. Whose a row is that it
/// must name, such as the list of a scheme or the contract of a month, says it before its own cells do.
fn belongs(plan: &Plan, table: Table, row: u32, by: By, of: u32, far: usize) -> Option<bool> {
    if let By::Row(found) = by
        && found == table
    {
        return Some(row == of);
    }
    let columns = || table.columns().iter().enumerate();
    if far > 0 {
        for (at, column) in columns().filter(|(_, column)| column.required) {
            if let ColumnKind::Reference(owner) = column.kind
                && let Content::Row(position) = plan.content_at(table, row, at)
                && let Some(belongs) = belongs(plan, owner, position, by, of, far - 1)
            {
                return Some(belongs);
            }
        }
    }
    let mut says = None;
    // By its kind first: of most columns nothing needs to be looked up.
    let is_meant = |column: &Column| match (by, column.kind) {
        (By::Row(meant), ColumnKind::Reference(found)) => meant == found,
        (By::Word(meant), ColumnKind::Choice(found)) => meant == found,
        _ => false,
    };
    for (at, _) in columns().filter(|(_, column)| is_meant(column)) {
        if let Content::Row(found) | Content::Choice(found) = plan.content_at(table, row, at) {
            says = Some(says == Some(true) || found == of);
        }
    }
    says
}
