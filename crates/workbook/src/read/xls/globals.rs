//! The first records: the list of the sheets, the texts and the number formats, which all sheets share.

use std::collections::HashMap;

use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1252};

use super::records::{BEGIN, END, Records};
use super::strings::Pieces;
use crate::read::date::Epoch;
use crate::read::format::Format;
use crate::read::limits;
use crate::read::progress::Work;
use crate::read::refusal::Trouble;

const PASSWORD: u16 = 0x2F;
const DATES: u16 = 0x22;
const CODE_PAGE: u16 = 0x42;
const SHEET: u16 = 0x85;
const FORMAT: u16 = 0x41E;
const STYLE: u16 = 0xE0;
const TEXTS: u16 = 0xFC;

/// What all sheets of a workbook share.
pub(super) struct Globals {
    pub(super) sheets: Vec<Listed>,
    pub(super) strings: Vec<Box<str>>,
    pub(super) formats: Vec<Format>,
    pub(super) epoch: Epoch,
    /// The encoding of the texts in a workbook of Excel 5 or 95; later ones use Unicode.
    pub(super) old_encoding: Option<&'static Encoding>,
}

/// A sheet as the workbook lists it.
pub(super) struct Listed {
    pub(super) name: String,
    pub(super) is_hidden: bool,
    /// Whether it is a sheet with cells, and no chart or macro.
    pub(super) has_cells: bool,
    /// Where its records begin.
    pub(super) begin: usize,
}

pub(super) fn read(stream: &[u8], work: &mut Work<'_>) -> Result<Globals, Trouble> {
    let mut records = Records::at(stream, 0);
    let (kind, mut fields) = records.next()?;
    let version = if kind == BEGIN { fields.u16()? } else { 0 };
    let old_encoding = match version {
        0x0600 => None,
        0x0500 => Some(WINDOWS_1252),
        _ => return Err(Trouble::is_but("a workbook of a very old Excel", "Open it in Excel and save it as .xlsx.")),
    };
    let mut globals =
        Globals { sheets: Vec::new(), strings: Vec::new(), formats: Vec::new(), epoch: Epoch::Of1900, old_encoding };
    let mut own: HashMap<u16, Format> = HashMap::new();
    let mut styles = Vec::new();
    loop {
        let (kind, mut fields) = records.next()?;
        match kind {
            PASSWORD => return Err(Trouble::password()),
            DATES if fields.u16()? == 1 => globals.epoch = Epoch::Of1904,
            CODE_PAGE if old_encoding.is_some() => globals.old_encoding = Some(encoding(fields.u16()?)),
            SHEET => {
                let begin = fields.u32()? as usize;
                let is_hidden = fields.u8()? & 3 != 0;
                let has_cells = fields.u8()? == 0;
                let letters = usize::from(fields.u8()?);
                let name = text(&mut Pieces::new(vec![fields.0]), letters, globals.old_encoding)?;
                globals.sheets.push(Listed { name, is_hidden, has_cells, begin });
                if globals.sheets.len() > limits::MOST_SHEETS {
                    return Err(limits::too_many_sheets());
                }
            }
            FORMAT => {
                let number = fields.u16()?;
                let letters = if globals.old_encoding.is_some() { u16::from(fields.u8()?) } else { fields.u16()? };
                let code = text(&mut Pieces::new(vec![fields.0]), usize::from(letters), globals.old_encoding)?;
                own.insert(number, Format::of_code(&code));
            }
            STYLE => {
                fields.u16()?; // the font
                styles.push(fields.u16()?);
            }
            TEXTS => globals.strings = Pieces::new(records.continued(fields)?).table(work)?,
            END => break,
            _ => {}
        }
    }
    let format = |number: u16| own.get(&number).copied().unwrap_or_else(|| Format::of_built_in(u32::from(number)));
    globals.formats = styles.into_iter().map(format).collect();
    Ok(globals)
}

/// A text of so many letters.
pub(super) fn text(
    pieces: &mut Pieces<'_>,
    letters: usize,
    old_encoding: Option<&'static Encoding>,
) -> Result<String, Trouble> {
    match old_encoding {
        Some(encoding) => pieces.bytes(letters, encoding),
        None => pieces.text(letters),
    }
}

/// The encoding that a number means; that of Western Europe where it is none that is known.
fn encoding(number: u16) -> &'static Encoding {
    match number {
        0x8000 | 10_000 => MACINTOSH,
        number => Encoding::for_label(format!("windows-{number}").as_bytes()).unwrap_or(WINDOWS_1252),
    }
}
