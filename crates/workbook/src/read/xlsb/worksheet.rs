//! One sheet, in one pass over its records.

use super::records::{Records, text};
use crate::read::archive::Archive;
use crate::read::content;
use crate::read::fields::Fields;
use crate::read::format::Format;
use crate::read::progress::Work;
use crate::read::refusal::Trouble;
use crate::read::rows::Rows;
use crate::read::workbook::{Listed, Shared};
use crate::sheet::{Area, Cell, Sheet};

const ROW: u32 = 0x00;
const COLUMNS: u32 = 0x3C;
const MERGED: u32 = 0xB0;

/// The kinds of cells, the first of which is blank.
const FIRST_CELL: u32 = 0x01;
const LAST_CELL: u32 = 0x0B;
/// The same kinds without a column: they stand behind the cell before them.
const FIRST_SHORT_CELL: u32 = 0x0C;
const LAST_SHORT_CELL: u32 = 0x12;
const CELL_WITH_RUNS: u32 = 0x3E;

pub(super) fn read(
    archive: &mut Archive<'_>,
    part: &str,
    listed: &Listed,
    shared: &Shared,
    work: &mut Work<'_>,
) -> Result<Sheet, Trouble> {
    let mut records = Records::new(archive.needed(part)?);
    let mut rows = Rows::new(&listed.name);
    if listed.is_hidden {
        rows.hide();
    }
    let mut column = 0_u32;
    loop {
        let position = records.position();
        work.step(position)?;
        let Some((kind, mut fields)) = records.next()? else { return rows.finish(work) };
        match kind {
            ROW => {
                let row = fields.u32()?;
                fields.take(7)?; // its style, its height, and room above and below
                let is_hidden = fields.u8()? & 0x10 != 0;
                rows.begin_row(row, is_hidden, position, work)?;
                column = 0;
            }
            FIRST_CELL..=LAST_CELL | CELL_WITH_RUNS => {
                column = fields.u32()?;
                let kind = if kind == CELL_WITH_RUNS { kind } else { kind - FIRST_CELL };
                put(kind, column, fields, shared, &mut rows, work)?;
                column = column.saturating_add(1);
            }
            FIRST_SHORT_CELL..=LAST_SHORT_CELL => {
                put(kind - FIRST_SHORT_CELL, column, fields, shared, &mut rows, work)?;
                column = column.saturating_add(1);
            }
            COLUMNS => {
                let (first, last) = (fields.u32()?, fields.u32()?);
                fields.take(8)?; // their width and style
                if fields.u16()? & 1 == 1 {
                    rows.hide_columns(first, last);
                }
            }
            MERGED => {
                let (first_row, last_row) = (fields.u32()?, fields.u32()?);
                let (first_column, last_column) = (fields.u32()?, fields.u32()?);
                rows.merge(Area { first_row, first_column, last_row, last_column });
            }
            _ => {}
        }
    }
}

/// Puts a cell of a kind, the fields of which begin with its style.
fn put(
    kind: u32,
    column: u32,
    mut fields: Fields<'_>,
    shared: &Shared,
    rows: &mut Rows,
    work: &mut Work<'_>,
) -> Result<(), Trouble> {
    // Three bytes of style and one of flags.
    let style = fields.u32()? & 0x00FF_FFFF;
    let plain = Format::default();
    let format = shared.formats.get(style as usize).unwrap_or(&plain);
    let cell = match kind {
        1 => content::of_short(fields.u32()?, format, shared.epoch),
        2 | 10 => content::of_error_code(fields.u8()?),
        // From 7 on what a formula yields.
        3 | 9 => Cell::Flag(fields.u8()? != 0),
        4 | 8 => content::of_binary(fields.f64()?, format, shared.epoch),
        5 | 7 => content::of_text(&text(&mut fields)?),
        6 => {
            let string = shared.strings.get(fields.u32()? as usize);
            content::of_text(string.ok_or_else(|| Trouble::damaged("a text of a cell is missing"))?)
        }
        CELL_WITH_RUNS => {
            fields.u8()?; // whether it has runs
            content::of_text(&text(&mut fields)?)
        }
        _ => return Ok(()),
    };
    rows.put(column, cell, work)
}
