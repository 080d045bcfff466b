//! Where the rows of a plan stand in the files of which they were read: kept in their column `source`, so that whatever is said
//! of a cell of the plan leads back to the person's own cell, also when the plan was saved and opened again.

use crate::sheet::own_sheets::{TO_COVER, WHERE};
use crate::sheet::{Cell, FileKind, Sheet, SourceFile, column_letters};
use crate::tables::TableRows;
use one_plan_model::plan::{ColumnKind, SheetSource};
use std::fmt::Write;

const SOURCE: &str = "source";
/// Above the headings of our own sheets stand no more rows.
const ROWS_ABOVE: usize = 5;

/// Gives each row the place where it was read, as `SheetSource` has it, beside the lines of a document that the sheet gives as its
/// source. A plan that was written as a workbook, or as text, keeps the sources that it has, to the letter.
pub fn keep_places(lists: &mut [TableRows], files: &[SourceFile]) {
    for rows in lists {
        let Some(source) = rows.table.column(SOURCE) else { continue };
        let Some(file) = files.get(rows.place.file) else { continue };
        let Some(sheet) = rows.place.sheet.and_then(|sheet| file.sheets.get(sheet)) else { continue };
        let has_source = rows.given.columns().contains(&source);
        if has_source && (matches!(file.kind, FileKind::Csv) || is_written_plan(file, sheet)) {
            continue;
        }
        let begin =
            if files.len() > 1 { format!("[{}]{}!", file.name, sheet.name) } else { format!("{}!", sheet.name) };
        let (cell, columns) = letters(rows);
        let positions = &rows.positions;
        let place = |row: u32| {
            let row = u64::from(*positions.get(row as usize)?) + 1;
            Some(format!("{begin}{cell}{row}{columns}"))
        };
        if !has_source {
            rows.given.add_column(source, |row| place(row).map(Into::into));
            continue;
        }
        for row in rows.given.rows() {
            let kept = match rows.given.cell(row, source).map(str::trim) {
                None => place(row),
                Some(lines) => place(row).and_then(|place| SheetSource::with_lines(&place, lines)),
            };
            if let Some(kept) = kept {
                rows.given.set(row, source, Some(kept.into()));
            }
        }
    }
}

/// Whether a sheet is that of a plan that was written as a workbook: one of ours, and in no template that a person fills in.
fn is_written_plan(file: &SourceFile, sheet: &Sheet) -> bool {
    let is_ours =
        |(_, cells): (u32, &[Cell])| cells.iter().any(|cell| matches!(cell, Cell::Text(words) if &**words == TO_COVER));
    sheet.rows().take(ROWS_ABOVE).any(is_ours) && file.sheets.iter().all(|sheet| sheet.name != WHERE)
}

/// The letters of the one column in which all of each row stands; or, behind the row, those of each of its columns.
fn letters(rows: &TableRows) -> (String, String) {
    let says = |column: usize| {
        let kind = rows.table.columns().get(column).map(|of| of.kind);
        !matches!(kind, None | Some(ColumnKind::Identifier | ColumnKind::MoneyUnit | ColumnKind::SourceLines))
    };
    let given = rows.given.columns();
    let found = rows.header.columns.iter().filter(|of| given.contains(&of.table_column));
    let found: Vec<_> = found.filter(|of| says(of.table_column)).collect();
    if let [only] = found.as_slice() {
        return (column_letters(only.sheet_column), String::new());
    }
    let mut columns = String::new();
    for of in found {
        let name = rows.table.columns().get(of.table_column).map(|column| column.name).unwrap_or_default();
        let _ = write!(columns, "; {name} {}", column_letters(of.sheet_column));
    }
    (String::new(), columns)
}
