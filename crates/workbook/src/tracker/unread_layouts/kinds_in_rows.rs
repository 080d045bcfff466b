//! Trackers with a row for the plan of each scheme and one for what came of it, which are not read.

use crate::cells::{key_of, month_named};
use crate::headings::{Field, HeadingNames, LAST_ROW_OF_HEADINGS, MonthKind};
use crate::sheet::{Cell, Sheet};

/// So many months beside one another are those of a tracker.
const FEWEST_MONTHS: usize = 3;

/// A tracker of this layout is no wider, and the name of a month no longer.
const MOST_COLUMNS: usize = 200;
const LONGEST_MONTH: usize = 20;

/// Where the column stands that says of each row whether it is the plan or the actual: the row of its heading, and the column.
/// Nothing where no sheet is laid out so.
pub fn kinds_in_rows(sheet: &Sheet, names: &HeadingNames) -> Option<(u32, u32)> {
    if sheet.width() > MOST_COLUMNS {
        return None;
    }
    for (row, cells) in sheet.rows().take(LAST_ROW_OF_HEADINGS as usize + 1) {
        let is_month = |cell: &&Cell| match cell {
            Cell::Text(words) => words.len() <= LONGEST_MONTH && month_named(words).is_some(),
            Cell::Date(_) => month_named(&cell.shown()).is_some(),
            _ => false,
        };
        if cells.iter().filter(is_month).count() < FEWEST_MONTHS {
            continue;
        }
        let is_naming = |cell: &Cell| matches!(cell, Cell::Text(words) if names.field(&key_of(words)).is_some_and(Field::is_of_naming));
        if cells.iter().any(is_naming) {
            return column_of_kinds(sheet, row, names).map(|at| (row, at));
        }
    }
    None
}

/// The column below some headings in which only words for plan and actual stand, both of them.
fn column_of_kinds(sheet: &Sheet, headings: u32, names: &HeadingNames) -> Option<u32> {
    let width = u32::try_from(sheet.width()).unwrap_or(u32::MAX);
    let kind_in = |cell: &Cell| match cell {
        Cell::Text(words) => match key_of(words).as_str() {
            "p" => Some(Some(MonthKind::Plan)),
            "a" => Some(Some(MonthKind::Actual)),
            "f" => Some(Some(MonthKind::Forecast)),
            "variance" | "var" | "v" => Some(None),
            key => names.kind_of_months(key).map(Some),
        },
        _ => None,
    };
    (sheet.first_column()..sheet.first_column().saturating_add(width)).find(|at| {
        let rows = sheet.rows().map(|(row, _)| row).filter(|row| *row > headings);
        let (mut has_plan, mut has_other) = (false, false);
        for cell in rows.map(|row| sheet.cell(row, *at)).filter(|cell| !cell.is_empty()) {
            match kind_in(cell) {
                Some(Some(MonthKind::Plan)) => has_plan = true,
                Some(Some(_)) => has_other = true,
                Some(None) => {}
                None => return false,
            }
        }
        has_plan && has_other
    })
}
