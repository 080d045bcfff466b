//! A sheet, or a part of one that is read on its own.

use crate::sheet::Sheet;
use std::borrow::Cow;

/// A sheet, or a part of one that is read on its own.
#[derive(Debug)]
pub struct Part<'a> {
    /// Its cells, each where it stands on the sheet.
    pub cells: Cow<'a, Sheet>,
    /// The row and the column at which it begins beside another part; nothing where it stands first.
    pub beside: Option<(u32, u32)>,
    /// Whether it has the headings of a table.
    pub is_known: bool,
}
