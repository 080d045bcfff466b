//! Workbooks of Excel 5 to 2003 (`.xls`): one stream of records, first those of the workbook, then those of each sheet
//! ([MS-XLS]).

mod globals;
mod records;
mod strings;
mod worksheet;

use super::formulas::Formulas;
use super::progress::Work;
use super::refusal::Trouble;
use crate::sheet::Sheet;
use records::Records;

/// Reads all sheets of the workbook that a stream is.
pub(super) fn read(stream: &[u8], work: &mut Work<'_>) -> Result<Vec<Sheet>, Trouble> {
    let globals = globals::read(stream, work)?;
    let listed: Vec<_> = globals.sheets.iter().filter(|sheet| sheet.has_cells).collect();
    // Each sheet goes from its place to that of the next one.
    let end_of = |begin: usize| globals.sheets.iter().map(|sheet| sheet.begin).filter(|next| *next > begin).min();
    let length = |begin: usize| end_of(begin).unwrap_or(stream.len()).saturating_sub(begin) as u64;
    work.expect(listed.iter().map(|sheet| length(sheet.begin)));
    let mut sheets = Vec::new();
    let mut formulas = Formulas::new(true);
    for sheet in listed {
        work.begin_sheet(&sheet.name)?;
        let records = Records::at(stream, sheet.begin);
        sheets.push(worksheet::read(records, sheet, &globals, &mut formulas, work)?);
        formulas.end_sheet();
        work.end_sheet(length(sheet.begin));
    }
    formulas.mark(&mut sheets);
    Ok(sheets)
}
