//! Binary workbooks of Excel since 2007 (`.xlsb`): the same parts as in `.xlsx`, each a list of records ([MS-XLSB]).

mod records;
mod workbook;
mod worksheet;

use super::archive::Archive;
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
        Some(part) => workbook::strings(archive, part, work)?,
        None => Vec::new(),
    };
    let formats = match part_of(&relationships, "styles") {
        Some(part) => workbook::formats(archive, part)?,
        None => Vec::new(),
    };
    let shared = Shared { strings, formats, epoch: workbook.epoch };
    let listed = workbook.with_cells(&relationships)?;
    work.expect(listed.iter().map(|(_, part)| archive.size(part)));
    let mut sheets = Vec::new();
    for (sheet, part) in listed {
        work.begin_sheet(&sheet.name)?;
        sheets.push(worksheet::read(archive, part, sheet, &shared, work)?);
        work.end_sheet(archive.size(part));
    }
    Ok(sheets)
}
