//! Binary workbooks of Excel since 2007 (`.xlsb`): the same parts as in `.xlsx`, each a list of records ([MS-XLSB]).

mod records;
mod workbook;
mod worksheet;

use super::archive::Archive;
use super::date::Epoch;
use super::format::Format;
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
        Some(part) => workbook::strings(archive, &part, work)?,
        None => Vec::new(),
    };
    let formats = match named("styles") {
        Some(part) => workbook::formats(archive, &part)?,
        None => Vec::new(),
    };
    let shared = Shared { strings, formats, epoch: workbook.epoch };
    let mut listed = Vec::new();
    for sheet in &workbook.sheets {
        match relationships.get(&sheet.relationship) {
            Some(found) if found.kind == "worksheet" => listed.push((sheet, found.target.as_str())),
            Some(_) => {}
            None => return Err(Trouble::damaged(format_args!("the sheet \"{}\" is missing", sheet.name))),
        }
    }
    work.expect(listed.iter().map(|(_, part)| archive.size(part)).sum());
    let mut sheets = Vec::new();
    for (sheet, part) in listed {
        work.begin_sheet(&sheet.name)?;
        sheets.push(worksheet::read(archive, part, sheet, &shared, work)?);
        work.end_sheet(archive.size(part));
    }
    Ok(sheets)
}
