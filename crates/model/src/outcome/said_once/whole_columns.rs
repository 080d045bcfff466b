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

/// Findings about cells of one row each: by the columns of the cells, and by the row, the places of the findings.
type OfRows = BTreeMap<Vec<&'static str>, BTreeMap<u32, Vec<usize>>>;

/// What is said alike: the code, how much it matters, of which table, and for a number whether it is below nothing.
type Alike = (&'static str, Severity, usize, Option<bool>);

/// Makes one finding of those that say the same of each cell of a column.
pub(in crate::outcome) fn say_once(findings: &mut Vec<Finding>, plan: &Plan) {
    let mut alike: BTreeMap<Alike, (Table, OfRows)> = BTreeMap::new();
    for (at, finding) in findings.iter().enumerate() {
        let Some((first, columns)) = of_row(finding) else { continue };
        let is_below_nothing = match is_below_nothing(plan, first) {
            _ if finding.code == CELLS_CONTRADICT.code => None,
            // A date that cannot be is no convention.
            None => continue,
            is_below_nothing => is_below_nothing,
        };
        let key = (finding.code, finding.severity, first.table as usize, is_below_nothing);
        let (_, of_rows) = alike.entry(key).or_insert_with(|| (first.table, OfRows::new()));
        of_rows.entry(columns).or_default().entry(first.row).or_default().push(at);
    }
    let mut joined: Vec<(Vec<usize>, String)> = Vec::new();
    for (table, of_rows) in alike.into_values() {
        if of_rows.values().flat_map(BTreeMap::values).map(Vec::len).sum::<usize>() > 1 {
            joined.extend(whole(plan, table, of_rows));
        }
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

/// The first cell and the columns of a finding that says how cells are written, if it is about one row alone.
fn of_row(finding: &Finding) -> Option<(CellAddress, Vec<&'static str>)> {
    let codes = [CELLS_CONTRADICT.code, CELL_OUT_OF_RANGE.code, SIGN_READ_AS_MEANT.code];
    let first = finding.places.first().copied().filter(|_| codes.contains(&finding.code))?;
    let is_of_row = finding.places.iter().all(|place| (place.table, place.row) == (first.table, first.row));
    let columns = finding.places.iter().map(|place| place.column).collect();
    is_of_row.then_some((first, columns))
}

/// Whether a number is below nothing: too much and too little, or a minus too many and one too few, are two slips.
fn is_below_nothing(plan: &Plan, cell: CellAddress) -> Option<bool> {
    let column = cell.table.column(cell.column)?;
    plan.store(cell.table).column(column).number(cell.row).map(|(number, _)| number.is_negative())
}

/// The findings of a table that are about all cells of their columns, or else about all of those rows that a reference or a
/// word of the row says to be alike, with words for it.
fn whole(plan: &Plan, table: Table, mut left: OfRows) -> Vec<(Vec<usize>, String)> {
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
fn take_whole(plan: &Plan, table: Table, rows: &[u32], left: &mut OfRows, least: usize) -> Option<(Vec<usize>, usize)> {
    let is_given = |row: u32, name: &str| {
        table.column(name).is_some_and(|at| match plan.store(table).column(at) {
            ColumnStore::Empty => false,
            cells => cells.number(row).is_some() || cells.code(row).is_some() || cells.text(row).is_some(),
        })
    };
    let mut taken: Vec<(Vec<&'static str>, Vec<u32>)> = Vec::new();
    for (columns, of_rows) in left.iter() {
        let given = rows.iter().filter(|row| columns.iter().all(|column| is_given(**row, column)));
        let given: Vec<u32> = given.copied().collect();
        if given.len() > 1 && given.iter().all(|row| of_rows.contains_key(row)) {
            taken.push((columns.clone(), given));
        }
    }
    let count = |(columns, rows): &(Vec<&'static str>, Vec<u32>)| -> usize {
        let of_rows = left.get(columns);
        rows.iter().filter_map(|row| of_rows?.get(row)).map(Vec::len).sum()
    };
    if taken.iter().map(count).sum::<usize>() < least {
        return None;
    }
    let concerned = taken.iter().map(|(_, rows)| rows.len()).max().unwrap_or_default();
    let mut places = Vec::new();
    for (columns, rows) in taken {
        let Some(of_rows) = left.get_mut(&columns) else { continue };
        places.extend(rows.iter().filter_map(|row| of_rows.remove(row)).flatten());
        left.retain(|_, of_rows| !of_rows.is_empty());
    }
    places.order_by(Ord::cmp);
    Some((places, concerned))
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
