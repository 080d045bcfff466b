//! One convention said once: where the same is wrong with every cell of a column, or of the part of it that is about one thing
//! or of one kind, it is one fault, and not as many as there are rows.
//!
//! Only what is said of how cells are written is taken together: what was decided of each row, such as what is to be done
//! about it, is answered row by row.

use crate::calculation::{CellAddress, Finding, Severity};
use crate::plan::{ColumnKind, ColumnStore, Plan, Table};
use crate::quantity::InOrder;
use crate::rules::rows::{ranges::CELL_OUT_OF_RANGE, relations::CELLS_CONTRADICT};
use crate::rules::signs::SIGN_READ_AS_MEANT;
use std::collections::{BTreeMap, BTreeSet};

/// A finding about cells of one row.
struct OfRow {
    at: usize,
    row: u32,
    columns: Vec<&'static str>,
}

/// What is said alike: the code, how much it matters, of which table, and for a number whether it is below nothing.
type Alike = (&'static str, Severity, usize, Option<bool>);

/// Makes one finding of those that say the same of each cell of a column.
pub(in crate::outcome) fn say_once(findings: &mut Vec<Finding>, plan: &Plan) {
    let mut alike: BTreeMap<Alike, (Table, Vec<OfRow>)> = BTreeMap::new();
    for (at, finding) in findings.iter().enumerate() {
        let Some((first, of_row)) = of_row(finding, at) else { continue };
        let is_below_nothing = match is_below_nothing(plan, first) {
            _ if finding.code == CELLS_CONTRADICT.code => None,
            // A date that cannot be is no convention.
            None => continue,
            is_below_nothing => is_below_nothing,
        };
        let key = (finding.code, finding.severity, first.table as usize, is_below_nothing);
        alike.entry(key).or_insert_with(|| (first.table, Vec::new())).1.push(of_row);
    }
    let mut joined: Vec<(Vec<usize>, String)> = Vec::new();
    for (table, of_rows) in alike.into_values().filter(|(_, rows)| rows.len() > 1) {
        joined.extend(whole(plan, table, of_rows));
    }
    let mut left_out = BTreeSet::new();
    for (group, says) in joined {
        let Some((place, one)) = group.iter().min().copied().zip(one_of(findings, &group, &says)) else { continue };
        left_out.extend(group.into_iter().filter(|at| *at != place));
        if let Some(finding) = findings.get_mut(place) {
            *finding = one;
        }
    }
    let mut positions = 0..;
    findings.retain(|_| positions.next().is_none_or(|at| !left_out.contains(&at)));
}

/// A finding of one of the kinds that say how a cell is written, with its first cell, if it is about one row alone.
fn of_row(finding: &Finding, at: usize) -> Option<(CellAddress, OfRow)> {
    let codes = [CELLS_CONTRADICT.code, CELL_OUT_OF_RANGE.code, SIGN_READ_AS_MEANT.code];
    let first = finding.places.first().copied().filter(|_| codes.contains(&finding.code))?;
    let is_of_row = finding.places.iter().all(|place| (place.table, place.row) == (first.table, first.row));
    let columns = finding.places.iter().map(|place| place.column).collect();
    is_of_row.then_some((first, OfRow { at, row: first.row, columns }))
}

/// Whether a number is below nothing: too much and too little, or a minus too many and one too few, are two slips.
fn is_below_nothing(plan: &Plan, cell: CellAddress) -> Option<bool> {
    let column = cell.table.column(cell.column)?;
    plan.store(cell.table).column(column).number(cell.row).map(|(number, _)| number.is_negative())
}

/// The findings of a table that are about all cells of their columns, or else about all of those rows that a reference or a
/// word of the row says to be alike, with words for it.
fn whole(plan: &Plan, table: Table, mut left: Vec<OfRow>) -> Vec<(Vec<usize>, String)> {
    let words = table.words();
    let mut found = Vec::new();
    let all: Vec<u32> = (0..plan.store(table).rows()).collect();
    let group = take_whole(plan, table, &all, &mut left, 2);
    found.extend(group.map(|(group, rows)| (group, format!("It is so in all {rows} rows of {words} that give it"))));
    for (at, column) in table.columns().iter().enumerate() {
        if !matches!(column.kind, ColumnKind::Reference(_) | ColumnKind::Choice(_)) {
            continue;
        }
        let mut by_code: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for row in &all {
            if let Some(code) = plan.store(table).column(at).code(*row) {
                by_code.entry(code).or_default().push(*row);
            }
        }
        for rows in by_code.into_values() {
            let Some((group, count)) = take_whole(plan, table, &rows, &mut left, 3) else { continue };
            let of = rows.first().and_then(|row| plan.cell_words(table, *row, at)).unwrap_or_default();
            found.push((group, format!("It is so in all {count} rows of {words} of {of} that give it")));
        }
    }
    found
}

/// Takes out of the findings those about columns of which every cell in some rows is spoken of, and says how many rows they
/// are; nothing where fewer findings than the least would be taken together.
fn take_whole(
    plan: &Plan,
    table: Table,
    rows: &[u32],
    left: &mut Vec<OfRow>,
    least: usize,
) -> Option<(Vec<usize>, usize)> {
    let is_given = |row: u32, name: &str| {
        table.column(name).is_some_and(|at| match plan.store(table).column(at) {
            ColumnStore::Empty => false,
            cells => cells.number(row).is_some() || cells.code(row).is_some() || cells.text(row).is_some(),
        })
    };
    let mut taken: BTreeSet<usize> = BTreeSet::new();
    let mut concerned = 0;
    let columns: BTreeSet<Vec<&'static str>> = left.iter().map(|one| one.columns.clone()).collect();
    for columns in columns {
        let given = rows.iter().filter(|row| columns.iter().all(|column| is_given(**row, column)));
        let given: BTreeSet<u32> = given.copied().collect();
        let of_columns = left.iter().filter(|one| one.columns == columns && given.contains(&one.row));
        let spoken_of: BTreeSet<u32> = of_columns.clone().map(|one| one.row).collect();
        if spoken_of.len() > 1 && spoken_of == given {
            taken.extend(of_columns.map(|one| one.at));
            concerned = concerned.max(given.len());
        }
    }
    if taken.len() < least {
        return None;
    }
    left.retain(|one| !taken.contains(&one.at));
    Some((taken.into_iter().collect(), concerned))
}

/// One finding made of several: the first of them by its words, in any order of rows, with the cells and figures of all in
/// the order of the rows. The one to look at first is of the column of which it speaks.
fn one_of(findings: &[Finding], group: &[usize], says: &str) -> Option<Finding> {
    let mut of_group: Vec<&Finding> = group.iter().filter_map(|at| findings.get(*at)).collect();
    of_group.order_by(|left, right| left.message.cmp(&right.message));
    let (first, others) = of_group.split_first()?;
    let mut one = (*first).clone();
    let column = one.places.first().map(|place| place.column);
    for other in others {
        one.places.extend(other.places.iter().copied());
        one.figures.extend(other.figures.iter().copied());
        if other.apart.map(|(by, _)| by) > one.apart.map(|(by, _)| by) {
            one.apart = other.apart;
        }
    }
    one.places.order_by_key(|place| place.row);
    if let Some(at) = one.places.iter().position(|place| Some(place.column) == column) {
        one.places.get_mut(..=at).unwrap_or_default().rotate_right(1);
    }
    one.message = format!("{} {says}: the column may be meant otherwise.", one.message);
    Some(one)
}
