//! Which rows of a sheet may be headings, and what stands over them.

use crate::cells::key_of;
use crate::headings::{Field, HeadingNames, HeadingWords};
use crate::sheet::{Area, Cell, Sheet};

/// A heading has no more letters than this.
const LONGEST_HEADING: usize = 100;

/// So many rows in which nothing stands may lie between headings and what stands over them.
const MOST_EMPTY_ROWS: u32 = 2;

/// What heads the names, or the references, of schemes.
pub(super) struct Naming<'a> {
    pub(super) names: &'a HeadingNames,
    pub(super) said: Vec<String>,
}

impl Naming<'_> {
    pub(super) fn is_in(&self, cell: &Cell) -> bool {
        let Cell::Text(text) = cell else { return false };
        if text.len() > LONGEST_HEADING {
            return false;
        }
        let key = key_of(text);
        self.names.field(&key).is_some_and(Field::is_of_naming) || self.said.contains(&key)
    }
}

/// The row of what stands over the headings in a row: the one above it; or, behind rows in which nothing stands, one with cells
/// that are merged over several columns. Nothing where that is a title.
pub(super) fn upper_row(sheet: &Sheet, row: u32, names: &HeadingNames) -> Option<u32> {
    let above = row.checked_sub(1)?;
    let first = row.saturating_sub(MOST_EMPTY_ROWS + 1);
    let upper = (first..=above).rev().find(|upper| filled_in(sheet, *upper).next().is_some())?;
    let is_over_several =
        |area: &Area| area.first_column > sheet.first_column() && area.first_column < area.last_column;
    let is_over = upper == above || areas_in(sheet, upper).iter().any(is_over_several);
    Some(upper).filter(|upper| is_over && !is_title(sheet, *upper, names))
}

/// Whether the row above headings is their title: one cell alone that says nothing of months.
fn is_title(sheet: &Sheet, upper: u32, names: &HeadingNames) -> bool {
    let mut filled = filled_in(sheet, upper);
    let (first, second) = (filled.next(), filled.next());
    let is_alone =
        second.is_none() && first.is_none_or(|title| !HeadingWords::read(&title.shown()).is_of_months(names));
    // What is merged over some columns, and not over the first, heads these.
    let is_over_some = areas_in(sheet, upper)
        .iter()
        .any(|area| area.first_column > sheet.first_column() && area.first_column < area.last_column);
    let says_what = |cell: &Cell| matches!(cell, Cell::Text(text) if text.trim_end_matches(':').contains(':'));
    (is_alone && !is_over_some) || filled_in(sheet, upper).all(says_what)
}

/// The cells of a row in which something stands.
fn filled_in(sheet: &Sheet, row: u32) -> impl Iterator<Item = &Cell> {
    sheet.cells_of(row).iter().filter(|cell| !cell.is_empty())
}

/// The merged cells in a row.
pub(super) fn areas_in(sheet: &Sheet, row: u32) -> Vec<Area> {
    sheet.merged.iter().filter(|area| (area.first_row..=area.last_row).contains(&row)).copied().collect()
}

pub(super) fn is_within(areas: &[Area], column: u32) -> bool {
    areas.iter().any(|area| (area.first_column..=area.last_column).contains(&column))
}
