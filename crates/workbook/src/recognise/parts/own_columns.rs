//! The columns that a corrected copy has behind all others.

use crate::sheet::{COLUMNS_OF_COPY, Sheet};
use std::borrow::Cow;

/// A text without the two columns that a corrected copy has behind all others: they say what was wrong, and are written
/// anew.
pub fn without_own_columns(sheet: &Sheet) -> Cow<'_, Sheet> {
    if sheet.separator.is_none() {
        return Cow::Borrowed(sheet);
    }
    let begin = sheet.rows().find_map(|(row, cells)| {
        let behind = cells.len().checked_sub(COLUMNS_OF_COPY.len())?;
        let column = sheet.first_column().checked_add(u32::try_from(behind).ok()?)?;
        let is_own =
            (column..).zip(COLUMNS_OF_COPY).all(|(at, heading)| sheet.cell(row, at).shown().starts_with(heading));
        is_own.then_some(column)
    });
    begin.map_or(Cow::Borrowed(sheet), |begin| Cow::Owned(sheet.only(sheet.name.clone(), &|_, column| column < begin)))
}
