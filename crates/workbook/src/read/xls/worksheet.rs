//! One sheet, in one pass over its records.

use std::collections::HashSet;

use super::globals::{Globals, Listed, text};
use super::records::{BEGIN, END, Records};
use super::strings::Pieces;
use crate::read::content;
use crate::read::fields::Fields;
use crate::read::format::Format;
use crate::read::formulas::{Formulas, NOT_WRITTEN};
use crate::read::progress::Work;
use crate::read::refusal::Trouble;
use crate::read::rows::Rows;
use crate::sheet::{Area, Cell, Sheet};

const ROW: u16 = 0x208;
const COLUMNS: u16 = 0x7D;
const MERGED: u16 = 0xE5;
const NUMBER: u16 = 0x203;
const SHORT_NUMBER: u16 = 0x27E;
const SHORT_NUMBERS: u16 = 0xBD;
const TEXT: u16 = 0x204;
const TEXT_WITH_RUNS: u16 = 0xD6;
const SHARED_TEXT: u16 = 0xFD;
const FLAG_OR_ERROR: u16 = 0x205;
const FORMULA: u16 = 0x06;
const OLD_FORMULAS: [u16; 2] = [0x206, 0x406];
const TEXT_OF_FORMULA: u16 = 0x207;

/// What is being read.
struct Reading<'g> {
    globals: &'g Globals,
    rows: Rows,
    hidden: HashSet<u32>,
    /// The cell of the formula that yields the text in one of the next records.
    of_formula: Option<(u32, u32)>,
}

pub(super) fn read(
    mut records: Records<'_>,
    listed: &Listed,
    globals: &Globals,
    formulas: &mut Formulas,
    work: &mut Work<'_>,
) -> Result<Sheet, Trouble> {
    let mut reading = Reading { globals, rows: Rows::new(&listed.name), hidden: HashSet::new(), of_formula: None };
    if listed.is_hidden {
        reading.rows.hide();
    }
    // A chart on a sheet has records of its own among those of the sheet.
    let mut depth = 0_u32;
    loop {
        let position = records.position();
        work.step(position)?;
        let (kind, fields) = records.next()?;
        match kind {
            BEGIN => depth += 1,
            END => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return reading.rows.finish(work);
                }
            }
            _ if depth == 0 => return Err(Trouble::damaged(format_args!("the sheet \"{}\" is missing", listed.name))),
            _ if depth > 1 => {}
            FORMULA => reading.formula(fields, formulas, position, work)?,
            kind if OLD_FORMULAS.contains(&kind) => reading.formula(fields, formulas, position, work)?,
            TEXT_OF_FORMULA => reading.text_of_formula(fields, &mut records, position, work)?,
            SHORT_NUMBERS => reading.short_numbers(fields, position, work)?,
            NUMBER | SHORT_NUMBER | TEXT | TEXT_WITH_RUNS | SHARED_TEXT | FLAG_OR_ERROR => {
                reading.cell(kind, fields, &mut records, position, work)?;
            }
            _ => reading.shape(kind, fields)?,
        }
    }
}

impl Reading<'_> {
    fn format(&self, style: u16) -> Format {
        self.globals.formats.get(usize::from(style)).copied().unwrap_or_default()
    }

    fn put(&mut self, row: u32, column: u32, cell: Cell, position: u64, work: &mut Work<'_>) -> Result<(), Trouble> {
        if self.rows.row() != row {
            self.rows.begin_row(row, self.hidden.contains(&row), position, work)?;
        } else if self.hidden.contains(&row) {
            self.rows.hide_row();
        }
        self.rows.put(column, cell, work)
    }

    /// What a record says of rows and columns as such: what is hidden, what is merged.
    fn shape(&mut self, kind: u16, mut fields: Fields<'_>) -> Result<(), Trouble> {
        match kind {
            ROW => {
                let row = u32::from(fields.u16()?);
                fields.take(10)?; // its first and last cell, its height, and what is reserved
                if fields.u16()? & 0x20 != 0 {
                    self.hidden.insert(row);
                }
            }
            COLUMNS => {
                let (first, last) = (fields.u16()?, fields.u16()?);
                fields.take(4)?; // their width and style
                if fields.u16()? & 1 == 1 {
                    self.rows.hide_columns(u32::from(first), u32::from(last));
                }
            }
            MERGED => {
                for _ in 0..fields.u16()? {
                    let (first_row, last_row) = (u32::from(fields.u16()?), u32::from(fields.u16()?));
                    let (first_column, last_column) = (u32::from(fields.u16()?), u32::from(fields.u16()?));
                    self.rows.merge(Area { first_row, first_column, last_row, last_column });
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// A cell that is no formula and stands alone in its record.
    fn cell<'r>(
        &mut self,
        kind: u16,
        mut fields: Fields<'r>,
        records: &mut Records<'r>,
        position: u64,
        work: &mut Work<'_>,
    ) -> Result<(), Trouble> {
        let (row, column) = (u32::from(fields.u16()?), u32::from(fields.u16()?));
        let format = self.format(fields.u16()?);
        let epoch = self.globals.epoch;
        let cell = match kind {
            NUMBER => content::of_binary(fields.f64()?, &format, epoch),
            SHORT_NUMBER => content::of_short(fields.u32()?, &format, epoch),
            SHARED_TEXT => {
                let string = self.globals.strings.get(fields.u32()? as usize);
                content::of_text(string.ok_or_else(|| Trouble::damaged("a text of a cell is missing"))?)
            }
            FLAG_OR_ERROR => {
                let value = fields.u8()?;
                if fields.u8()? == 0 { Cell::Flag(value != 0) } else { content::of_error_code(value) }
            }
            _ => self.text(fields, records)?,
        };
        self.put(row, column, cell, position, work)
    }

    /// A text that begins with how many letters it has, and may go on in the records that follow.
    fn text<'r>(&self, mut fields: Fields<'r>, records: &mut Records<'r>) -> Result<Cell, Trouble> {
        let letters = usize::from(fields.u16()?);
        let mut pieces = Pieces::new(records.continued(fields)?);
        Ok(content::of_text(&text(&mut pieces, letters, self.globals.old_encoding)?))
    }

    /// Numbers in cells beside each other.
    fn short_numbers(&mut self, mut fields: Fields<'_>, position: u64, work: &mut Work<'_>) -> Result<(), Trouble> {
        let (row, mut column) = (u32::from(fields.u16()?), u32::from(fields.u16()?));
        // The last two bytes repeat the last column.
        while fields.0.len() >= 6 {
            let format = self.format(fields.u16()?);
            let cell = content::of_short(fields.u32()?, &format, self.globals.epoch);
            self.put(row, column, cell, position, work)?;
            column += 1;
        }
        Ok(())
    }

    fn formula(
        &mut self,
        mut fields: Fields<'_>,
        formulas: &mut Formulas,
        position: u64,
        work: &mut Work<'_>,
    ) -> Result<(), Trouble> {
        let (row, column) = (u32::from(fields.u16()?), u32::from(fields.u16()?));
        let format = self.format(fields.u16()?);
        let value = fields.take(8)?;
        self.of_formula = None;
        // A value that is no number has two bytes at its end that no number has.
        let cell = match *value {
            [kind, _, value, _, _, _, 0xFF, 0xFF] => match kind {
                0 => {
                    self.of_formula = Some((row, column));
                    Cell::Empty
                }
                1 => Cell::Flag(value != 0),
                2 => content::of_error_code(value),
                _ => {
                    // An empty text; put as one, so that it can be marked.
                    formulas.doubt(row, column, NOT_WRITTEN);
                    return self.put(row, column, Cell::Text("".into()), position, work);
                }
            },
            _ => content::of_binary(Fields(value).f64()?, &format, self.globals.epoch),
        };
        formulas.trust();
        self.put(row, column, cell, position, work)
    }

    /// The text that the formula before it yields.
    fn text_of_formula<'r>(
        &mut self,
        fields: Fields<'r>,
        records: &mut Records<'r>,
        position: u64,
        work: &mut Work<'_>,
    ) -> Result<(), Trouble> {
        let Some((row, column)) = self.of_formula.take() else { return Ok(()) };
        let text = self.text(fields, records)?;
        self.put(row, column, text, position, work)
    }
}
