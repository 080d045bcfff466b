//! The words of a heading with what stands over it in the row above, often over several columns.

use super::header_rows::{areas_in, is_within, upper_row};
use crate::cells::{Heading, key_of};
use crate::headings::{Field, HeadingNames, HeadingWords};
use crate::sheet::{Area, Cell, Sheet};

/// The headings of a row, from left to right, with what stands over each.
pub(super) struct WordsOver<'s> {
    sheet: &'s Sheet,
    names: &'s HeadingNames,
    row: u32,
    upper: Option<u32>,
    /// The merged cells of the upper row.
    areas: Vec<Area>,
    over: String,
    /// The last column over which it stands, where it is merged.
    until: Option<u32>,
}

impl<'s> WordsOver<'s> {
    pub(super) fn of(sheet: &'s Sheet, row: u32, names: &'s HeadingNames) -> Self {
        let upper = upper_row(sheet, row, names);
        let areas = upper.map(|upper| areas_in(sheet, upper)).unwrap_or_default();
        Self { sheet, names, row, upper, areas, over: String::new(), until: None }
    }

    /// The heading of the next column; nothing where it has none.
    pub(super) fn next_heading(&mut self, at: u32) -> Option<HeadingWords> {
        let own = self.sheet.cell(self.row, at);
        let upper = self.upper.map_or(&Cell::Empty, |upper| self.sheet.cell(upper, at));
        self.go_to(at, own, upper);
        let is_no_heading = |cell: &Cell| matches!(cell, Cell::Error(_) | Cell::UncalculatedFormula(_) | Cell::Flag(_));
        if is_no_heading(own) || is_no_heading(upper) {
            return None;
        }
        let words = if !own.is_empty() {
            self.over_own(own.shown().trim())
        } else if !upper.is_empty() || is_within(&self.areas, at) {
            // The heading stands in the upper row alone, often merged with the one below.
            let own = if upper.is_empty() { String::new() } else { upper.shown().trim().to_owned() };
            HeadingWords { over: String::new(), own }
        } else {
            return None;
        };
        (!words.own.is_empty()).then_some(words)
    }

    /// What stands over a column.
    fn go_to(&mut self, at: u32, own: &Cell, upper: &Cell) {
        let area = self.areas.iter().find(|area| area.first_column == at);
        // What stands over the name of the scheme, and is not merged with what follows, is a title and no heading.
        let is_title = || self.names.field(&key_of(&own.shown())).is_some_and(Field::is_of_naming);
        if !upper.is_empty() && area.is_none() && is_title() {
            self.over.clear();
            self.until = None;
        } else if !upper.is_empty() {
            self.until = area.map(|area| area.last_column);
            self.over = upper.shown();
        } else if self.until.is_some_and(|last| at > last) {
            self.over.clear();
        }
    }

    fn over_own(&self, own: &str) -> HeadingWords {
        let over = self.over.trim();
        let heading = Heading::of(own);
        if heading.key.is_empty() && heading.unit.is_some() && !over.is_empty() {
            // The unit of what stands over it.
            return HeadingWords { over: String::new(), own: format!("{over} ({own})") };
        }
        HeadingWords { over: over.to_owned(), own: own.to_owned() }
    }
}
