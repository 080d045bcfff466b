//! A sheet that is called after a table and has the headings of its parts: "CQUIN" with a row for each indicator.

use super::header_row::HeaderRow;
use crate::answers::Answers;
use crate::headings::{NAME, TableNames};
use crate::sheet::Sheet;
use one_plan_model::plan::Table;

/// The table of which the sheet has the headings, where it is called after another to whose rows each row of that table belongs, and
/// lacks what that other needs. Nothing where there is none, or more than one.
pub fn part_by_headings(sheet: &Sheet, called: Table, names: &TableNames, answers: &Answers) -> Option<Table> {
    let header = |table: Table| HeaderRow::find(sheet, table, names, answers);
    let known = |header: &HeaderRow| header.known().saturating_add(header.details.len());
    let own = header(called);
    if own.as_ref().is_some_and(|own| own.has_all_needed(called)) {
        return None;
    }
    let most = own.as_ref().map_or(0, known);
    let is_part = |table: &&Table| {
        let belongs =
            |column: &one_plan_model::plan::Column| column.required && column.kind.refers_to() == Some(called);
        table.has_identifiers() && **table != called && table.columns().iter().any(belongs)
    };
    let says_more =
        |table: &&Table| header(**table).is_some_and(|header| header.has(NAME) && known(&header) > most.max(1));
    let mut parts = Table::ALL.iter().filter(is_part).filter(says_more);
    let part = parts.next().copied();
    part.filter(|_| parts.next().is_none())
}
