//! Cells of a sheet that belong to no column: below an empty heading, above the headings, behind the last heading.

use super::issue::{Effect, Issue, Place, Severity};
use crate::cells::{number_of, own_unit};
use crate::sheet::own_sheets::TO_COVER;
use crate::sheet::{Cell, Sheet, column_letters};
use one_plan_model::plan::Table;

/// Where the headings of a sheet stand.
#[derive(Clone, Copy, Debug)]
pub struct Headings<'a> {
    /// The last row of them.
    pub row: u32,
    /// The first row of cells below them.
    pub first_row: u32,
    /// The columns that have one.
    pub columns: &'a [u32],
}

/// What no column holds, with where it stands.
pub fn unread_cells(sheet: &Sheet, place: Place, table: Table, headings: Headings<'_>) -> Vec<Issue> {
    below_no_heading(sheet, place, table, headings).chain(above(sheet, place, table, headings)).collect()
}

/// Why a row of a text cannot be read: it has more values than there are headings, and which of them is one too many
/// cannot be told.
pub fn too_many_values(sheet: &Sheet, place: Place, table: Table, row: u32, headings: &[u32]) -> Option<Issue> {
    sheet.separator?;
    let at = sheet.filled_behind(row, headings.iter().copied().max()?)?;
    Some(Issue {
        severity: Severity::Error,
        place: place.cell(row, at),
        column: Some((table, None)),
        value: sheet.cell(row, at).shown(),
        what: "this row has more values than there are headings: which of them belong together cannot be told"
            .to_owned(),
        expected: "quotation marks around a value that holds the sign between values, such as \"1,200\"".to_owned(),
        effect: Effect::RowLeftOut,
    })
}

fn below_no_heading<'a>(
    sheet: &'a Sheet,
    place: Place,
    table: Table,
    headings: Headings<'a>,
) -> impl Iterator<Item = Issue> + 'a {
    // Of a text, rows that reach behind the last heading are left out, each by itself.
    let last = headings.columns.iter().copied().max().filter(|_| sheet.separator.is_some()).unwrap_or(u32::MAX);
    let columns = sheet.columns_visible_first().into_iter();
    columns.filter(move |column| *column <= last && !headings.columns.contains(column)).filter_map(move |column| {
        let rows = sheet.rows().map(|(row, _)| row).filter(|row| *row >= headings.first_row);
        let filled: Vec<u32> = rows.filter(|row| !sheet.cell(*row, column).is_empty()).collect();
        let first = *filled.first()?;
        let count = filled.len();
        let letters = column_letters(column);
        Some(Issue {
            severity: if filled.iter().any(|row| is_amount(sheet.cell(*row, column))) {
                Severity::Warning
            } else {
                Severity::Information
            },
            place: place.cell(first, column),
            column: Some((table, None)),
            value: sheet.cell(first, column).shown(),
            what: format!(
                "column {letters} has no heading: its {count} {} not read",
                if count == 1 { "cell is" } else { "cells are" }
            ),
            expected: "a heading, if the plan needs them; otherwise nothing".to_owned(),
            effect: Effect::LeftAlone,
        })
    })
}

/// Numbers above the headings, said once.
fn above(sheet: &Sheet, place: Place, table: Table, headings: Headings<'_>) -> Option<Issue> {
    // In a table of ours an example stands there.
    let is_ours =
        |(_, cells): &(u32, &[Cell])| cells.iter().any(|cell| matches!(cell, Cell::Text(text) if &**text == TO_COVER));
    let mut rows = sheet.rows().take_while(|(row, _)| *row < headings.row);
    if rows.any(|row| is_ours(&row)) {
        return None;
    }
    let rows = sheet.rows().take_while(|(row, _)| *row < headings.row);
    let cells = rows.flat_map(|(row, cells)| {
        (sheet.first_column()..).zip(cells).filter(|(_, cell)| is_amount(cell)).map(move |(column, _)| (row, column))
    });
    let cells: Vec<(u32, u32)> = cells.collect();
    let (row, column) = *cells.first()?;
    let what = match cells.len() {
        1 => "this number stands above the headings, and is not read".to_owned(),
        count => format!("{count} numbers stand above the headings, and are not read"),
    };
    Some(Issue {
        severity: Severity::Information,
        place: place.cell(row, column),
        column: Some((table, None)),
        value: sheet.cell(row, column).shown(),
        what,
        expected: "nothing, if the plan does not need it; otherwise a column of the table".to_owned(),
        effect: Effect::LeftAlone,
    })
}

/// Whether a cell holds a number or an amount.
fn is_amount(cell: &Cell) -> bool {
    matches!(cell, Cell::Number(..)) || own_unit(cell).is_some() || number_of(cell).is_some()
}
