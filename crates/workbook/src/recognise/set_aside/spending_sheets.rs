//! Sheets with the headings of a tracker of schemes whose title, or name, says that what stands below is spent.
//!
//! What stands nearest to the rows is said of them: a title before the name of the sheet, and that before the name of the file. A
//! heading that speaks of savings says more than any title.

use super::why_aside::WhyAside;
use crate::answers::Answers;
use crate::cells::{Heading, key_of, years_in};
use crate::headings::{Field, HeadingNames, LAST_ROW_OF_HEADINGS};
use crate::recognise::sheets::tracker_in;
use crate::sheet::{Cell, Sheet, is_for_people};
use crate::tracker::TrackerHeader;
use crate::vocabulary::{SpendingSays, spending_says};

impl WhyAside {
    /// What is said over the rows of a part of a sheet, if it is that they are spent. `sheet` and `file` are the names of these.
    pub(crate) fn of_spending(
        part: &Sheet,
        (sheet, file): (&str, &str),
        headings: &HeadingNames,
        answers: &Answers,
    ) -> Option<Self> {
        if answers.sheet(sheet).is_some() || is_for_people(sheet) {
            return None;
        }
        let is_said = |words: &str| spending_says(words) == Some(SpendingSays::Spent);
        // Nearly every sheet is done with here.
        let top = || part.rows().take(LAST_ROW_OF_HEADINGS as usize + 1);
        let any_above =
            || top().flat_map(|(_, cells)| cells).any(|cell| matches!(cell, Cell::Text(words) if is_said(words)));
        if !is_said(sheet) && !is_said(file) && !any_above() {
            return None;
        }
        let (header, mapping) = tracker_in(part, headings, answers)?;
        let is_confirmed = header.columns.iter().any(|column| column.is_said) && key_of(&mapping.name) == key_of(sheet);
        if is_confirmed || heads_savings(&header) {
            return None;
        }
        let titles = titles_above(part, &header);
        let nearest =
            titles.iter().rev().find_map(|(row, column, words)| Some((Some((*row, *column)), spending_says(words)?)));
        let said = nearest.or_else(|| Some((None, spending_says(sheet).or_else(|| spending_says(file))?)));
        let (at, said) = said?;
        (said == SpendingSays::Spent).then_some(Self::Spending(at))
    }
}

/// Whether a heading over names or amounts speaks of savings.
fn heads_savings(header: &TrackerHeader) -> bool {
    let mut read = header.columns.iter().filter(|column| {
        column.field.is_some_and(|field| field.is_money() || matches!(field, Field::Name | Field::CashReleasing))
    });
    read.any(|column| {
        column.field == Some(Field::CashReleasing) || spending_says(&column.words.line()) == Some(SpendingSays::Saved)
    })
}

/// The titles above the headings, from the top: words that stand alone in their row, or with a year or a unit beside them. What
/// stands directly above a later column heads that column.
fn titles_above(part: &Sheet, header: &TrackerHeader) -> Vec<(u32, u32, String)> {
    let first = header.columns.first().map_or(0, |column| column.at);
    let rows = part.rows().take_while(|(row, _)| *row < header.row);
    let title = |(row, cells): (u32, &[Cell])| {
        let filled: Vec<(u32, &Cell)> =
            (part.first_column()..).zip(cells).filter(|(_, cell)| !cell.is_empty()).collect();
        let (column, cell) = filled.first().copied()?;
        let Cell::Text(words) = cell else { return None };
        let is_alone = filled.iter().skip(1).all(|(_, cell)| says_when_or_in_what(cell));
        let is_title = is_alone && (column <= first || row.saturating_add(1) < header.row);
        is_title.then(|| (row, column, words.trim().to_owned()))
    };
    rows.filter_map(title).collect()
}

/// Whether a cell holds a date, a year or a unit.
fn says_when_or_in_what(cell: &Cell) -> bool {
    match cell {
        Cell::Date(_) => true,
        Cell::Text(words) => !years_in(words).is_empty() || Heading::of(words).unit.is_some(),
        _ => false,
    }
}
