//! The tables of one sheet: one below the other, and side by side.

use super::part::Part;
use super::tables_beside::tables_beside;
use super::trackers_below::trackers_below;
use crate::answers::Answers;
use crate::cells::Heading;
use crate::headings::{HeadingNames, TableNames};
use crate::sheet::{Cell, Sheet, is_for_people};
use crate::tables::HeaderRow;
use one_plan_model::plan::Table;
use std::borrow::Cow;

/// More rows than that are not tried for being headings.
const MOST_TRIED: usize = 50;

/// The parts of a sheet, each with the headings of one table. Nearly every sheet is one part.
pub fn parts_of<'a>(sheet: &'a Sheet, names: &TableNames, headings: &HeadingNames, answers: &Answers) -> Vec<Part<'a>> {
    if is_for_people(&sheet.name) {
        return vec![Part { cells: Cow::Borrowed(sheet), beside: None, is_known: false }];
    }
    let below = tables_below(sheet, names, answers).into_iter().flat_map(|part| trackers_below(part, headings));
    below.flat_map(|part| tables_beside(part, names, headings, answers)).collect()
}

/// The parts of a sheet one below the other: where an empty row, or a row with a title alone, comes before headings of
/// another table, that begins there.
fn tables_below<'a>(sheet: &'a Sheet, names: &TableNames, answers: &Answers) -> Vec<Cow<'a, Sheet>> {
    let begins = begins_of_others(sheet, names, answers);
    let Some((first, _)) = begins.first() else { return vec![Cow::Borrowed(sheet)] };
    let mut parts = vec![Cow::Owned(sheet.between(sheet.name.clone(), 0, *first))];
    for (at, (begin, title)) in begins.iter().enumerate() {
        let end = begins.get(at + 1).map_or(u32::MAX, |(next, _)| *next);
        let name = title.clone().unwrap_or_else(|| format!("{}, row {}", sheet.name, begin.saturating_add(1)));
        parts.push(Cow::Owned(sheet.between(name, *begin, end)));
    }
    parts
}

/// The rows in which further tables begin, each with the words above its headings.
fn begins_of_others(sheet: &Sheet, names: &TableNames, answers: &Answers) -> Vec<(u32, Option<String>)> {
    let mut begins = Vec::new();
    // The headings of the table that is open, and the row before, as far as it leaves room for another table.
    let mut open: Option<Vec<String>> = None;
    let mut before: Option<(u32, Option<String>)> = None;
    let mut tried = 0;
    for (row, cells) in sheet.rows() {
        let filled: Vec<&Cell> = cells.iter().filter(|cell| !cell.is_empty()).collect();
        let is_after_gap =
            before.as_ref().is_none_or(|(above, title)| row > above.saturating_add(1) || title.is_some());
        if filled.len() >= 3 && is_after_gap && filled.iter().all(|cell| matches!(cell, Cell::Text(_))) {
            tried += 1;
            if tried > MOST_TRIED {
                break;
            }
            let keys: Vec<String> = filled.iter().map(|cell| Heading::of(&cell.shown()).key).collect();
            if is_row_of_headings(sheet, row, names, answers) {
                if open.as_ref().is_some_and(|open| *open != keys) {
                    let title = before.clone().and_then(|(above, title)| Some((above, title?)));
                    begins.push(title.map_or((row, None), |(above, title)| (above, Some(title))));
                }
                open = Some(keys);
            }
        }
        match filled.as_slice() {
            [] => {}
            [Cell::Text(title)] => before = Some((row, Some(title.trim().to_owned()))),
            _ => before = Some((row, None)),
        }
    }
    begins
}

/// Whether a row holds the headings of a table: all that it needs, and no more that are unknown than known.
fn is_row_of_headings(sheet: &Sheet, row: u32, names: &TableNames, answers: &Answers) -> bool {
    let alone = sheet.between(String::new(), row, row.saturating_add(1));
    Table::ALL.iter().any(|table| {
        HeaderRow::find(&alone, *table, names, answers).is_some_and(|header| {
            header.known() >= 2 && header.has_all_needed(*table) && header.known() >= header.others.len()
        })
    })
}
