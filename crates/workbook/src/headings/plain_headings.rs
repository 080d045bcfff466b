//! Where on a sheet headings may stand, whatever they say.

use crate::sheet::{Cell, Sheet};

/// How far down a sheet its headings are looked for.
pub(crate) const LAST_ROW_OF_HEADINGS: u32 = 60;
/// Fewer words in a row are no headings of a table.
const FEWEST_HEADINGS: usize = 3;

/// The first row that could hold headings whatever they say: several cells, most of them words, with a row below it.
pub fn plain_headings(sheet: &Sheet) -> Option<u32> {
    let mut rows = sheet.rows().take_while(|(row, _)| *row <= LAST_ROW_OF_HEADINGS).peekable();
    while let Some((row, cells)) = rows.next() {
        let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
        let words = cells.iter().filter(|cell| matches!(cell, Cell::Text(text) if !text.trim().is_empty())).count();
        if words >= FEWEST_HEADINGS && words * 2 > filled && rows.peek().is_some() {
            return Some(row);
        }
    }
    None
}
