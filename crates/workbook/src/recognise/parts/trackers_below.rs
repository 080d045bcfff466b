//! Trackers that stand one below the other on one sheet, each with headings of its own.
//!
//! The same headings in the same columns are those of a further page, unless what stands above them is for another year, in
//! another unit, or says that these are not in the plan. What only the top of the sheet says, a title with the year or the unit, is said of each of them.

use crate::cells::{number_in, years_in};
use crate::headings::{HeadingNames, unit_above};
use crate::sheet::{Cell, Sheet};
use crate::tracker::TrackerHeader;
use crate::vocabulary::{says_not_in_plan, spending_says};
use one_plan_model::quantity::{FinancialYear, MoneyUnit};
use std::borrow::Cow;

/// More trackers than that stand on no sheet.
const MOST_TRACKERS: usize = 50;
/// More rows than that are not tried for being headings.
const MOST_TRIED: usize = 5_000;
/// So many rows above headings may be theirs.
const MOST_ABOVE: usize = 12;

/// A tracker of a sheet that may hold several.
#[derive(Debug)]
struct Begin {
    header: TrackerHeader,
    /// The first row of what stands above its headings.
    top: u32,
    title: Option<String>,
    years: Vec<FinancialYear>,
    unit: Option<MoneyUnit>,
}

/// The trackers of a sheet, each as a part of its own.
pub fn trackers_below<'a>(sheet: Cow<'a, Sheet>, names: &HeadingNames) -> Vec<Cow<'a, Sheet>> {
    let begins = begins_of_trackers(&sheet, names);
    let [first, others @ ..] = begins.as_slice() else { return vec![sheet] };
    let Some(second) = others.first() else { return vec![sheet] };
    let mut parts = vec![Cow::Owned(sheet.between(sheet.name.clone(), 0, second.top))];
    for (at, begin) in others.iter().enumerate() {
        let end = others.get(at + 1).map_or(u32::MAX, |next| next.top);
        let name = match &begin.title {
            Some(title) => format!("{}: {title}", sheet.name),
            None => format!("{}, row {}", sheet.name, begin.header.row.saturating_add(1)),
        };
        let is_of_all = |row: u32, column: u32| {
            let words = sheet.cell(row, column).shown();
            let is_other_year =
                !begin.years.is_empty() && years_in(&words).iter().any(|year| !begin.years.contains(year));
            let is_other_unit = begin.unit.is_some() && first.unit != begin.unit && words.contains('£');
            row < first.header.row && !first.is_heading(row) && !is_other_year && !is_other_unit
        };
        let is_wanted = |row: u32, column: u32| (begin.top..end).contains(&row) || is_of_all(row, column);
        parts.push(Cow::Owned(sheet.only(name, &is_wanted)));
    }
    parts
}

/// Where the trackers of a sheet begin.
fn begins_of_trackers(sheet: &Sheet, names: &HeadingNames) -> Vec<Begin> {
    let mut begins: Vec<Begin> = Vec::new();
    if !TrackerHeader::could_be_in(sheet) {
        return begins;
    }
    let mut tried = 0;
    let mut last_headings = None;
    // The rows since the last that holds several numbers or words: titles, and the upper row of headings.
    let mut above: Vec<(u32, &[Cell])> = Vec::new();
    for (row, cells) in sheet.rows() {
        let mut filled = cells.iter().filter(|cell| !cell.is_empty());
        let count = filled.clone().count();
        if above.len() > MOST_ABOVE {
            above.remove(0);
        }
        if count > 1 && tried < MOST_TRIED && begins.len() < MOST_TRACKERS && filled.all(could_be_heading) {
            tried += 1;
            let is_below_words = above.last().is_some_and(|(last, _)| last.checked_add(1) == Some(row));
            if let Some(header) = TrackerHeader::of_one_row(sheet, row, is_below_words, names) {
                let is_lower_of_two = last_headings == row.checked_sub(1) && last_headings.is_some();
                last_headings = Some(row);
                match begins.last_mut() {
                    Some(open) if is_lower_of_two => open.header = header,
                    open => {
                        let begin = Begin::of(sheet, header, &above);
                        if open.is_none_or(|open| begin.is_other_than(open)) {
                            begins.push(begin);
                        }
                    }
                }
                above.clear();
                continue;
            }
            above.retain(|(_, cells)| cells.iter().filter(|cell| !cell.is_empty()).count() <= 1);
            above.push((row, cells));
            continue;
        }
        match count {
            0 => {}
            1 => above.push((row, cells)),
            _ => above.clear(),
        }
    }
    begins
}

/// Whether a cell holds no number, which a text file writes as words.
fn could_be_heading(cell: &Cell) -> bool {
    match cell {
        Cell::Text(words) => number_in(words.trim_start_matches('£')).is_none(),
        Cell::Date(_) => true,
        _ => false,
    }
}

impl Begin {
    fn of(sheet: &Sheet, header: TrackerHeader, above: &[(u32, &[Cell])]) -> Self {
        let words = above.iter().flat_map(|(_, cells)| cells.iter()).filter(|cell| !cell.is_empty()).map(Cell::shown);
        let words: Vec<String> = words.collect();
        let top = above.first().map_or(header.row, |(row, _)| *row);
        let mut titles = above.iter().rev().filter_map(|(_, cells)| {
            let mut filled = cells.iter().filter(|cell| !cell.is_empty());
            match (filled.next(), filled.next()) {
                (Some(Cell::Text(title)), None) => Some(title.trim().to_owned()),
                _ => None,
            }
        });
        let mut years: Vec<FinancialYear> = words.iter().flat_map(|words| years_in(words)).collect();
        years.extend(header.columns.iter().flat_map(|column| years_in(&column.words.line())));
        let own = sheet.between(String::new(), top, header.row.saturating_add(1));
        let unit = unit_above(&own, header.row).map(|(unit, ..)| unit);
        let title = titles.find(|title| !title.is_empty());
        Self { top, title, years, unit: unit.or_else(|| header.columns.iter().find_map(|column| column.unit)), header }
    }

    /// Whether a row is the upper row of its headings.
    fn is_heading(&self, row: u32) -> bool {
        row.checked_add(1) == Some(self.header.row) && self.title.is_none()
    }

    fn is_other_than(&self, open: &Self) -> bool {
        let words = |begin: &Self| -> Vec<(u32, String)> {
            begin.header.columns.iter().map(|column| (column.at, column.words.line())).collect()
        };
        let other_years = !self.years.is_empty() && !open.years.is_empty() && self.years != open.years;
        let other_unit = self.unit.is_some() && open.unit.is_some() && self.unit != open.unit;
        let is_aside = |begin: &Self| begin.title.as_deref().is_some_and(says_not_in_plan);
        let says_of = |begin: &Self| begin.title.as_deref().and_then(spending_says);
        let is_spent_or_saved = says_of(self).is_some() && says_of(self) != says_of(open);
        words(self) != words(open) || other_years || other_unit || is_aside(self) != is_aside(open) || is_spent_or_saved
    }
}
