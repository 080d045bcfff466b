//! The list of the sheets, the texts and the number formats, which all sheets share.

use std::collections::HashMap;

use super::records::{Records, text};
use crate::read::archive::Archive;
use crate::read::date::Epoch;
use crate::read::format::Format;
use crate::read::limits;
use crate::read::progress::Work;
use crate::read::refusal::Trouble;
use crate::read::workbook::{Listed, Workbook};

const PROPERTIES: u32 = 0x99;
const SHEET: u32 = 0x9C;
const STRING: u32 = 0x13;
const FORMAT: u32 = 0x2C;
const STYLE: u32 = 0x2F;
const STYLES_OF_CELLS: u32 = 0x269;
const END_OF_STYLES_OF_CELLS: u32 = 0x26A;

/// More cell styles than that no program writes; those beyond count as without a style.
const MOST_STYLES: usize = 200_000;

pub(super) fn read(archive: &mut Archive<'_>, part: &str) -> Result<Workbook, Trouble> {
    let part = archive.small(part)?.ok_or_else(|| Trouble::damaged("its list of sheets is missing"))?;
    let mut records = Records::new(part);
    let mut workbook = Workbook::default();
    while let Some((kind, mut fields)) = records.next()? {
        match kind {
            PROPERTIES if fields.u32()? & 1 == 1 => workbook.epoch = Epoch::Of1904,
            SHEET => {
                let is_hidden = fields.u32()? != 0;
                fields.u32()?; // its number
                let relationship = text(&mut fields)?;
                let name = text(&mut fields)?;
                workbook.sheets.push(Listed { name, is_hidden, relationship });
                if workbook.sheets.len() > limits::MOST_SHEETS {
                    return Err(limits::too_many_sheets());
                }
            }
            _ => {}
        }
    }
    Ok(workbook)
}

pub(super) fn strings(archive: &mut Archive<'_>, part: &str, work: &mut Work<'_>) -> Result<Vec<Box<str>>, Trouble> {
    let mut records = Records::new(archive.needed(part)?);
    let mut strings = Vec::new();
    while let Some((kind, mut fields)) = records.next()? {
        work.step(0)?;
        if kind == STRING {
            fields.u8()?; // whether it has runs
            let string = text(&mut fields)?;
            work.take_text(string.len())?;
            if strings.len() as u64 >= limits::MOST_CELLS {
                return Err(Trouble::damaged("it has more texts than cells"));
            }
            strings.push(string.into());
        }
    }
    Ok(strings)
}

pub(super) fn formats(archive: &mut Archive<'_>, part: &str) -> Result<Vec<Format>, Trouble> {
    let Some(part) = archive.small(part)? else { return Ok(Vec::new()) };
    let mut records = Records::new(part);
    let mut own: HashMap<u16, Format> = HashMap::new();
    let mut of_cells = Vec::new();
    let mut is_of_cells = false;
    while let Some((kind, mut fields)) = records.next()? {
        match kind {
            FORMAT if own.len() < MOST_STYLES => {
                let number = fields.u16()?;
                own.insert(number, Format::of_code(&text(&mut fields)?));
            }
            STYLES_OF_CELLS => is_of_cells = true,
            END_OF_STYLES_OF_CELLS => is_of_cells = false,
            STYLE if is_of_cells && of_cells.len() < MOST_STYLES => {
                fields.u16()?; // the style that it stands on
                of_cells.push(fields.u16()?);
            }
            _ => {}
        }
    }
    let format = |number: u16| own.get(&number).copied().unwrap_or_else(|| Format::of_built_in(u32::from(number)));
    Ok(of_cells.into_iter().map(format).collect())
}
