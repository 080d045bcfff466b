//! Workbooks of Excel since 2007 (`.xlsx`, `.xlsm`), as any program writes them.
//!
//! Each sheet is read in one pass over its XML: values as they are written (a number never becomes binary), formulas
//! without a value, hidden rows and columns, merged cells.

mod draft;
mod strings;
mod styles;
mod workbook;
mod worksheet;

use super::archive::Archive;
use super::formulas::Formulas;
use super::package;
use super::progress::Work;
use super::refusal::Trouble;
use super::workbook::{Shared, part_of};
use crate::sheet::Sheet;

/// Reads all sheets of the workbook that a part of an archive is.
pub(super) fn read(archive: &mut Archive<'_>, main: &str, work: &mut Work<'_>) -> Result<Vec<Sheet>, Trouble> {
    let relationships = package::relationships(archive, main)?;
    let workbook = workbook::read(archive, main)?;
    let strings = match part_of(&relationships, "sharedStrings") {
        Some(part) => strings::read(archive, part, work)?,
        None => Vec::new(),
    };
    let formats = match part_of(&relationships, "styles") {
        Some(part) => styles::read(archive, part)?,
        None => Vec::new(),
    };
    let shared = Shared { strings, formats, epoch: workbook.epoch };
    let listed = workbook.with_cells(&relationships)?;
    work.expect(listed.iter().map(|(_, part)| archive.size(part)));
    let mut sheets = Vec::new();
    let mut formulas = Formulas::new(workbook.calculates_when_opened);
    for (sheet, part) in listed {
        work.begin_sheet(&sheet.name)?;
        sheets.push(worksheet::read(archive, part, sheet, &shared, &mut formulas, work)?);
        formulas.end_sheet();
        work.end_sheet(archive.size(part));
    }
    formulas.mark(&mut sheets);
    Ok(sheets)
}
