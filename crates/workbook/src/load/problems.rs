//! What the model says of rows, led back to the cells of the files.

use super::ids_given_twice::IdsGivenTwice;
use crate::issues::{Effect, Issue, Place, Severity};
use crate::recognise::NamesMade;
use crate::sheet::SourceFile;
use crate::tables::TableRows;
use one_plan_model::exchange::{RowProblem, RowsRead};
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
        expected: format!("a column with the heading \"{}\"{}; in it {}", of.name, also.concat(), of.kind.expected()),
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
    let value = row.zip(column).and_then(|(row, column)| Some(sheet?.cell(row, column).shown())).unwrap_or_default();
    Issue {
        severity: Severity::Error,
        place,
        column: rows.map(|rows| (rows.table, Some(problem.column))),
        value,
        what: problem.what.clone(),
        expected: problem.expected.clone(),
        effect: if problem.rejects_row { Effect::RowLeftOut } else { Effect::CellLeftOut },
    }
}

/// What was done to cells, identifiers and references.
pub fn of_changes(lists: &[TableRows], names: &NamesMade) -> Vec<Issue> {
    let mut issues = Vec::new();
    let mut tell = |severity, place, column, what: String, expected: &str| {
        issues.push(Issue {
            severity,
            place,
            column,
            value: String::new(),
            what,
            expected: expected.to_owned(),
            effect: Effect::Used,
        });
    };
    for (list, rows) in lists.iter().enumerate() {
        for ((column, adjustment), cells) in &rows.adjustments {
            let at = rows.header.sheet_column(*column);
            let place = Place { row: Some(rows.header.row), column: at, ..rows.place };
            let severity = if adjustment.is_doubtful() { Severity::Warning } else { Severity::Information };
            tell(severity, place, Some((rows.table, Some(*column))), adjustment.words(*cells), adjustment.expected());
        }
        if let Some(made) = names.made.get(&list) {
            let what = match made {
                1 => "1 identifier is made of the name of its row, or of what stands in its place".to_owned(),
                made => {
                    format!("{made} identifiers are made of the names of their rows, or of what stands in their place")
                }
            };
            let place = Place { row: Some(rows.header.row), column: rows.header.sheet_column(0), ..rows.place };
            tell(
                Severity::Information,
                place,
                Some((rows.table, Some(0))),
                what,
                "nothing; references by the same words are understood",
            );
        }
    }
    for (table, added) in &names.added {
        let words: Vec<&str> = added.iter().take(10).map(String::as_str).collect();
        let more = if added.len() > 10 { ", …" } else { "" };
        tell(
            Severity::Information,
            Place::default(),
            Some((*table, None)),
            format!(
                "no sheet holds \"{}\": what other rows name is added to it ({}{more})",
                table.name(),
                words.join(", ")
            ),
            "nothing, if each of them is meant as written; a sheet of that name to say more of them",
        );
    }
    for (list, row, column) in &names.ambiguous {
        let Some(rows) = lists.get(*list) else { continue };
        let at = rows.header.sheet_column(*column);
        let place = Place { row: rows.positions.get(*row as usize).copied(), column: at, ..rows.place };
        let name = rows.given.cell(*row, *column).unwrap_or_default();
        let what = format!("several rows are called \"{name}\"; which of them is meant cannot be told");
        tell(Severity::Error, place, Some((rows.table, Some(*column))), what, "the id of the row that is meant");
    }
    issues
}
