//! The words that stand above the headings of a table or a tracker, and say of which year it is.

use super::named_months::{NamedMonth, months_in, without_years, years_in};
use crate::cells::words::key_of;
use crate::sheet::{Cell, Sheet};
use one_plan_model::quantity::FinancialYear;
use std::collections::HashSet;

/// What stands in words that say when something was written or is talked about.
const WHEN_TOLD: [&str; 9] =
    ["meeting", "board", "committee", "printed", "prepared", "issued", "updated", "published", "version"];

/// What stands in words that give the last day of the year.
const END_OF_YEAR: [&str; 4] = ["yearending", "yearended", "yearto31march", "endofyear"];

/// The texts and dates above the headings in a row. Of one that says when something was written or is talked about only a
/// financial year counts; the year of what stands `over` some columns is theirs alone.
pub fn words_above(sheet: &Sheet, row: u32, over: &HashSet<&str>) -> Vec<String> {
    let mut words = Vec::new();
    for (above, cells) in sheet.rows().take_while(|(above, _)| *above < row) {
        let is_upper = above.saturating_add(1) == row;
        let mut before = String::new();
        for cell in cells.iter().filter(|cell| !cell.is_empty()) {
            let shown = cell.shown();
            match cell {
                Cell::Text(_) if has_any(&shown, &WHEN_TOLD) => {
                    words.extend(years_in(&shown).iter().map(FinancialYear::to_string));
                }
                Cell::Text(_) if is_upper && over.contains(shown.trim()) => words.push(without_years(&shown)),
                Cell::Text(_) => words.push(shown.clone()),
                Cell::Date(date) if is_end_of_month(date) && !has_any(&before, &WHEN_TOLD) => words.push(shown.clone()),
                _ => {}
            }
            before = shown;
        }
    }
    words
}

/// The months up to which some words say that something is told, counted from one for April. Those that give the last day of the
/// year say none, nor does a month of another year than that of the figures: a plan may be approved in March.
pub(crate) fn months_told(words: &[String], year: Option<FinancialYear>) -> Vec<u8> {
    let words = words.iter().filter(|words| !has_any(words, &END_OF_YEAR));
    let is_of_year = |month: &NamedMonth| month.year().zip(year).is_none_or(|(of, year)| of == year);
    words.flat_map(|words| months_in(words)).filter(is_of_year).map(NamedMonth::nth).collect()
}

/// Whether one of some words stands in others.
pub(crate) fn has_any(words: &str, some: &[&str]) -> bool {
    let key = key_of(words);
    some.iter().any(|word| key.contains(word))
}

/// Whether a date is the first or the last day of a month, by which the month is meant.
fn is_end_of_month(date: &str) -> bool {
    let day = date.get(8..10);
    day.is_none_or(|day| ["01", "28", "29", "30", "31"].contains(&day))
}
