//! What the model says of rows, led back to the cells of the files.

use super::ids_given_twice::IdsGivenTwice;
use crate::cells::{Adjustment, expected_in_sheet};
use crate::issues::{Effect, Issue, Place, Severity};
use crate::recognise::NamesMade;
use crate::sheet::SourceFile;
use crate::tables::TableRows;
use one_plan_model::exchange::{RowProblem, RowsRead};
use one_plan_model::plan::Table;
use std::collections::{BTreeMap, HashSet};

/// The problems of the model as issues of the files.
pub fn of_rows(lists: &[TableRows], read: &RowsRead, files: &[SourceFile]) -> Vec<Issue> {
    let told: HashSet<(usize, u32, usize)> = lists
        .iter()
        .enumerate()
        .flat_map(|(list, rows)| rows.unread_cells.iter().map(move |(row, column)| (list, *row, *column)))
        .collect();
    let missing = missing_columns(lists, read);
    let is_missing = |problem: &RowProblem| missing.contains_key(&(problem.list, problem.column));
    let of_columns =
        missing.iter().filter_map(|((list, column), rows)| missing_column(lists.get(*list)?, *column, *rows));
    let twice = IdsGivenTwice::of(lists, read);
    let of_cells = read
        .problems
        .iter()
        .filter(|problem| !is_missing(problem))
        // The sheet itself said why there is nothing in the cell.
        .filter(|problem| !told.contains(&(problem.list, problem.row, problem.column)))
        .map(|problem| {
            let mut issue = issue(lists, problem, files);
            twice.explain(&mut issue, problem, files);
            issue
        });
    of_columns.chain(of_cells).collect()
}

/// Columns that every row needs and a sheet does not have, and how many rows are left out for them: said once, and not
/// for each row.
fn missing_columns(lists: &[TableRows], read: &RowsRead) -> BTreeMap<(usize, usize), usize> {
    let mut missing = BTreeMap::new();
    for problem in read.problems.iter().filter(|problem| problem.rejects_row) {
        let Some(rows) = lists.get(problem.list) else { continue };
        // An identifier is made of the name.
        let is_identifier = problem.column == 0 && rows.table.has_identifiers();
        if rows.header.sheet_column(problem.column).is_none()
            && !is_identifier
            && rows.given.cell(problem.row, problem.column).is_none()
        {
            *missing.entry((problem.list, problem.column)).or_default() += 1;
        }
    }
    missing
}

fn missing_column(rows: &TableRows, column: usize, left_out: usize) -> Option<Issue> {
    let of = rows.table.columns().get(column)?;
    let also: Vec<String> = of.other_names().iter().map(|name| format!(" or \"{name}\"")).collect();
    let are_left_out = if left_out == 1 { "its only row is left out" } else { "its rows are left out" };
    Some(Issue {
        severity: Severity::Error,
        place: rows.place.row(rows.header.row),
        column: Some((rows.table, Some(column))),
        value: String::new(),
        what: format!("no heading of this sheet is \"{}\", which every row needs: {are_left_out}", of.name),
        expected: format!(
            "a column with the heading \"{}\"{}; in it {}",
            of.name,
            also.concat(),
            expected_in_sheet(&of.kind.expected(), of.kind)
        ),
        effect: Effect::RowLeftOut,
    })
}

/// The reasons for which there can be no plan.
pub fn of_refusals(lists: &[TableRows], read: &RowsRead, files: &[SourceFile]) -> Vec<Issue> {
    read.refusals.iter().map(|problem| Issue { effect: Effect::LeftAlone, ..issue(lists, problem, files) }).collect()
}

fn issue(lists: &[TableRows], problem: &RowProblem, files: &[SourceFile]) -> Issue {
    let rows = lists.get(problem.list);
    let row = rows.and_then(|rows| rows.positions.get(problem.row as usize).copied());
    let column = rows.and_then(|rows| rows.header.sheet_column(problem.column));
    let place = rows.map_or(Place::default(), |rows| Place { row, column, ..rows.place });
    let sheet = rows.and_then(|rows| files.get(rows.place.file)?.sheets.get(rows.place.sheet?));
    let kind = rows.and_then(|rows| rows.table.columns().get(problem.column)).map(|column| column.kind);
    let value = row.zip(column).and_then(|(row, column)| Some(sheet?.cell(row, column).shown())).unwrap_or_default();
    Issue {
        severity: Severity::Error,
        place,
        column: rows.map(|rows| (rows.table, Some(problem.column))),
        value,
        what: problem.what.clone(),
        expected: kind.map_or_else(|| problem.expected.clone(), |kind| expected_in_sheet(&problem.expected, kind)),
        effect: if problem.rejects_row { Effect::RowLeftOut } else { Effect::CellLeftOut },
    }
}

/// What was done to cells, identifiers and references.
pub fn of_changes(lists: &[TableRows], names: &NamesMade) -> Vec<Issue> {
    let of_list = |(list, rows): (usize, &TableRows)| {
        let made = names.made.get(&list).map(|made| identifiers_made(rows, *made));
        adjusted(rows).into_iter().chain(made).collect::<Vec<_>>()
    };
    let of_lists = lists.iter().enumerate().flat_map(of_list);
    let added = names.added.iter().map(|(table, added)| rows_added(*table, added));
    let ambiguous =
        names.ambiguous.iter().filter_map(|(list, row, column)| ambiguous(lists.get(*list)?, *row, *column));
    of_lists.chain(added).chain(ambiguous).collect()
}

/// Something that was done, or could not be, at a column of a table.
fn change(
    severity: Severity,
    place: Place,
    column: (Table, Option<usize>),
    what: String,
    expected: impl Into<String>,
) -> Issue {
    Issue {
        severity,
        place,
        column: Some(column),
        value: String::new(),
        what,
        expected: expected.into(),
        effect: Effect::Used,
    }
}

/// What was read otherwise than it is written, column by column.
fn adjusted(rows: &TableRows) -> Vec<Issue> {
    let of_column = |((column, adjustment), cells): (&(usize, Adjustment), &usize)| {
        let place = Place { row: Some(rows.header.row), column: rows.header.sheet_column(*column), ..rows.place };
        let severity = if adjustment.is_doubtful() { Severity::Warning } else { Severity::Information };
        change(severity, place, (rows.table, Some(*column)), adjustment.words(*cells), adjustment.expected())
    };
    rows.adjustments.iter().map(of_column).collect()
}

fn identifiers_made(rows: &TableRows, made: usize) -> Issue {
    let what = match made {
        1 => "1 identifier is made of the name of its row, or of what stands in its place".to_owned(),
        made => format!("{made} identifiers are made of the names of their rows, or of what stands in their place"),
    };
    let place = Place { row: Some(rows.header.row), column: rows.header.sheet_column(0), ..rows.place };
    let expected = "nothing; references by the same words are understood";
    change(Severity::Information, place, (rows.table, Some(0)), what, expected)
}

/// How many of the rows that are added are named.
const MOST_NAMED: usize = 10;

fn rows_added(table: Table, added: &[String]) -> Issue {
    let words: Vec<&str> = added.iter().take(MOST_NAMED).map(String::as_str).collect();
    let more = if added.len() > MOST_NAMED { ", …" } else { "" };
    let (name, words) = (table.name(), words.join(", "));
    let what = format!("no sheet holds \"{name}\": what other rows name is added to it ({words}{more})");
    let expected = "nothing, if each of them is meant as written; a sheet of that name to say more of them";
    change(Severity::Information, Place::default(), (table, None), what, expected)
}

fn ambiguous(rows: &TableRows, row: u32, column: usize) -> Option<Issue> {
    let at = rows.header.sheet_column(column);
    let place = Place { row: rows.positions.get(row as usize).copied(), column: at, ..rows.place };
    let name = rows.given.cell(row, column).unwrap_or_default();
    let what = format!("several rows are called \"{name}\"; which of them is meant cannot be told");
    Some(change(Severity::Error, place, (rows.table, Some(column)), what, "the id of the row that is meant"))
}
