//! Summaries of contract monitoring: plan and actual of each point of delivery, up to a month. What a plan takes of it comes from the
//! files that they sum up; whichever table it was said to be, its headings would be those of none.

use crate::cells::{Heading, key_of, numbers_in};
use crate::headings::LAST_ROW_OF_HEADINGS;
use crate::issues::{Effect, Issue, Place, Severity};
use crate::sheet::{Cell, Sheet};

/// What heads points of delivery.
const POINTS: [&str; 7] =
    ["pod", "pods", "podname", "poddescription", "pointofdelivery", "pointsofdelivery", "pointofdeliveryname"];

/// What is to be said of a sheet that has points of delivery with what was planned and what was done; nothing of another.
pub fn summary_of_monitoring(sheet: &Sheet, place: Place) -> Option<Issue> {
    let rows = sheet.rows().take_while(|(row, _)| *row <= LAST_ROW_OF_HEADINGS);
    let (row, at) = rows.into_iter().find_map(|(row, cells)| {
        let headings = || (sheet.first_column()..).zip(cells).filter(|(_, cell)| matches!(cell, Cell::Text(_)));
        let (at, _) = headings().find(|(_, cell)| POINTS.contains(&key_of(&cell.shown()).as_str()))?;
        let has = |word: &str| {
            headings().any(|(column, cell)| {
                let is_it = Heading::of(&cell.shown()).key.contains(word);
                is_it && numbers_in(sheet, row.saturating_add(1), column).next().is_some()
            })
        };
        (has("plan") && has("actual")).then_some((row, at))
    })?;
    Some(Issue {
        severity: Severity::Warning,
        place: place.cell(row, at),
        column: None,
        value: sheet.cell(row, at).shown(),
        what: format!(
            "the sheet \"{}\" is not read: it sums up contract monitoring, with a plan and an actual for each point of delivery, and \
             does not say of each row which contract and which month it is",
            sheet.name
        ),
        expected: "the contract monitoring files that it sums up, with financial month and year, the codes of provider, commissioner \
                   and point of delivery, and planned and actual activity and price in each row; or a sheet \"contract_months\" with \
                   a row for each contract and month, and what was billed"
            .to_owned(),
        effect: Effect::LeftAlone,
    })
}
