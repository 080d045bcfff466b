//! Trackers with a row for each month of each scheme, which are not read: their rows would be as many schemes.

use crate::cells::{NamedMonth, key_of, month_named, number_of_month};
use crate::headings::Field;
use crate::issues::{Effect, Issue, Place, Severity};
use crate::sheet::{Cell, Sheet};
use crate::tracker::header::TrackerHeader;
use one_plan_model::plan::Table;
use std::collections::{BTreeMap, BTreeSet};

/// What heads a column of months.
const HEADINGS: [&str; 8] =
    ["month", "period", "monthno", "monthnumber", "mth", "reportingmonth", "reportingperiod", "accountingperiod"];

/// What is to be said of such a sheet; nothing where it has no column of months, or no scheme stands in several of them.
pub fn months_in_rows(sheet: &Sheet, place: Place, header: &TrackerHeader) -> Option<Issue> {
    let naming = [Field::Reference, Field::Name, Field::Line, Field::Description];
    let naming = naming.into_iter().find_map(|field| header.column(field))?;
    let is_of_months = |words: &str| HEADINGS.contains(&key_of(words).as_str());
    let column = header.columns.iter().find(|column| column.field.is_none() && is_of_months(&column.words.own))?;
    let mut months: BTreeMap<String, BTreeSet<u8>> = BTreeMap::new();
    for row in sheet.rows().map(|(row, _)| row).filter(|row| *row >= header.first_row) {
        let (name, cell) = (key_of(&sheet.cell(row, naming.at).shown()), sheet.cell(row, column.at));
        if !name.is_empty() && !cell.is_empty() {
            months.entry(name).or_default().insert(month_in(cell)?);
        }
    }
    months.values().any(|of_scheme| of_scheme.len() > 1).then(|| Issue {
        severity: Severity::Error,
        place: place.cell(header.row, column.at),
        column: Some((Table::Scheme, None)),
        value: column.words.line(),
        what: format!(
            "the sheet \"{}\" is a tracker, and it is not read: each scheme stands in a row for each month, as this column says, and \
             would be as many schemes",
            sheet.name
        ),
        expected: "one row for each scheme: the months of the plan with \"Plan\" over them, and beside them those of the actual with \
                   \"Actual\" over them, as a pivot table makes them"
            .to_owned(),
        effect: Effect::LeftAlone,
    })
}

fn month_in(cell: &Cell) -> Option<u8> {
    let shown = cell.shown();
    match cell {
        Cell::Date(_) => month_named(&shown).map(NamedMonth::nth),
        // A text file writes numbers as text.
        Cell::Text(_) | Cell::Number(..) => {
            month_named(&shown).map(NamedMonth::nth).or_else(|| number_of_month(shown.trim()))
        }
        _ => None,
    }
}
