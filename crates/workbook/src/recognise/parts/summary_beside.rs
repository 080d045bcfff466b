//! A summary beside the list of schemes on one sheet, with an empty column between them: "Programme | Plan" on the one side,
//! "Scheme | Programme | Plan" on the other.
//!
//! Read as one table, the schemes would have the amounts of the programmes that happen to stand in their rows. It is a summary
//! where it names no schemes, and has an amount under the same heading as the list, or a total of its own beside a scheme.

use crate::answers::Mapping;
use crate::cells::is_total;
use crate::headings::{Field, HeadingNames};
use crate::sheet::{Cell, Sheet};
use crate::tracker::TrackerHeader;
use std::ops::Range;

/// Whether some columns, of which only these stand in `summary`, sum up what the columns with the headings of a tracker list.
pub(super) fn is_summary_of(
    list: &TrackerHeader,
    summary: &Sheet,
    columns: &Range<u32>,
    (sheet, of_list): (&Sheet, &Range<u32>),
    headings: &HeadingNames,
) -> bool {
    let names_schemes = |header: &TrackerHeader| {
        [Field::Reference, Field::Name, Field::Description].into_iter().any(|field| header.has(field))
    };
    let own = TrackerHeader::of_row(summary, list.row, headings, &Mapping::default());
    let amounts = |header: &TrackerHeader| -> Vec<String> {
        let amounts = header.columns.iter().filter(|column| column.field.is_some_and(Field::is_money));
        amounts.map(|column| column.words.key()).collect()
    };
    let (own_amounts, of_schemes) = (amounts(&own), amounts(list));
    let is_worded = columns.clone().any(|column| {
        let is_words = |row: u32| row > list.row && matches!(sheet.cell(row, column), Cell::Text(_));
        matches!(sheet.cell(list.row, column), Cell::Text(_)) && sheet.rows().any(|(row, _)| is_words(row))
    });
    if !names_schemes(list) || of_schemes.is_empty() || names_schemes(&own) || !is_worded {
        return false;
    }
    let repeats_amount = own_amounts.iter().any(|key| of_schemes.contains(key));
    let cells_in = |row: u32, columns: &Range<u32>| -> Vec<&Cell> {
        columns.clone().map(|column| sheet.cell(row, column)).collect()
    };
    let is_own_total = |row: u32| {
        let beside = cells_in(row, of_list);
        is_total(&cells_in(row, columns), false)
            && beside.iter().any(|cell| matches!(cell, Cell::Text(words) if !words.trim().is_empty()))
            && !is_total(&beside, false)
    };
    repeats_amount || sheet.rows().any(|(row, _)| row > list.row && is_own_total(row))
}
