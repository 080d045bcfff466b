//! Workbooks of Excel since 2007 (`.xlsx`, `.xlsm`), as any program writes them.
//!
//! Each sheet is read in one pass over its XML: values as they are written (a number never becomes binary), formulas
//! without a value, hidden rows and columns, merged cells.

mod strings;
mod styles;
mod workbook;
mod worksheet;

use super::archive::Archive;
use super::date::Epoch;
use super::format::Format;
use super::formulas::Formulas;
use super::package;
use super::progress::Work;
use super::refusal::Trouble;
use crate::sheet::Sheet;

/// What all sheets of a workbook share.
struct Shared {
    strings: Vec<Box<str>>,
    formats: Vec<Format>,
    epoch: Epoch,
}

/// Reads all sheets of the workbook that a part of an archive is.
pub(super) fn read(archive: &mut Archive<'_>, main: &str, work: &mut Work<'_>) -> Result<Vec<Sheet>, Trouble> {
    let relationships = package::relationships(archive, main)?;
    let named = |kind: &str| relationships.values().find(|found| found.kind == kind).map(|found| found.target.clone());
    let workbook = workbook::read(archive, main)?;
    let strings = match named("sharedStrings") {
        Some(part) => strings::read(archive, &part, work)?,
        None => Vec::new(),
    };
    let formats = match named("styles") {
        Some(part) => styles::read(archive, &part)?,
        None => Vec::new(),
    };
    let shared = Shared { strings, formats, epoch: workbook.epoch };
    let mut listed = Vec::new();
    for sheet in &workbook.sheets {
        match relationships.get(&sheet.relationship) {
            Some(found) if found.kind == "worksheet" => listed.push((sheet, found.target.as_str())),
            // A sheet that is a chart, or a dialog of old, has no cells.
            Some(_) => {}
            None => return Err(Trouble::damaged(format_args!("the sheet \"{}\" is missing", sheet.name))),
        }
    }
    work.expect(listed.iter().map(|(_, part)| archive.size(part)).sum());
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
