//! Tables that stand side by side on one sheet, with empty columns between them.
//!
//! An empty column alone says nothing: many tables have one for the eye. What stands behind it is another table where it has
//! headings of its own that say more of that table than of the first; and it is no part of the first where it begins anew
//! with what a row of the first is called by, or goes on where the first has no rows. Then it is read on its own, or said
//! not to be read: rows of two tables are never taken for one.

use super::part::Part;
use super::summary_beside::is_summary_of;
use crate::answers::Answers;
use crate::headings::{Field, HeadingNames, LAST_ROW_OF_HEADINGS, TableNames};
use crate::recognise::sheets::{is_more_than, tracker_in};
use crate::sheet::{Cell, Sheet, column_letters};
use crate::tables::{HeaderRow, tables_by_headings};
use crate::tracker::TrackerHeader;
use one_plan_model::plan::{ColumnKind, Table};
use std::borrow::Cow;
use std::ops::Range;

/// What is known of names.
#[derive(Clone, Copy)]
struct Known<'k> {
    names: &'k TableNames,
    headings: &'k HeadingNames,
    answers: &'k Answers,
}

/// What some columns hold, by their headings.
enum Holds {
    Table(Vec<Table>, HeaderRow),
    Tracker(TrackerHeader),
}

impl Holds {
    fn of(sheet: &Sheet, known: Known<'_>) -> Option<Self> {
        let Known { names, headings, answers } = known;
        let tables = tables_by_headings(sheet, names, answers);
        let tracker = tracker_in(sheet, headings, answers).map(|(header, _)| header);
        if let Some(header) =
            tracker.filter(|header| header.is_certain() || is_more_than(sheet, header, &tables, names, answers))
        {
            return Some(Self::Tracker(header));
        }
        let header = HeaderRow::find(sheet, *tables.first()?, names, answers)?;
        Some(Self::Table(tables, header))
    }

    fn row(&self) -> u32 {
        match self {
            Self::Table(_, header) => header.row,
            Self::Tracker(header) => header.row,
        }
    }

    fn known(&self) -> usize {
        match self {
            Self::Table(_, header) => header.known(),
            Self::Tracker(header) => header.known(),
        }
    }

    /// How many columns more are known as the same if more columns belong to it.
    fn more_in(&self, joined: &Sheet, known: Known<'_>) -> usize {
        let in_all = match self {
            Self::Table(tables, _) => {
                let headers = tables.iter().filter_map(|of| HeaderRow::find(joined, *of, known.names, known.answers));
                headers.map(|header| header.known()).max()
            }
            Self::Tracker(_) => tracker_in(joined, known.headings, known.answers).map(|(header, _)| header.known()),
        };
        in_all.unwrap_or_default().saturating_sub(self.known())
    }

    /// Whether columns from one on name again what a row of it is called by.
    fn begins_anew(&self, joined: &Sheet, from: u32, known: Known<'_>) -> bool {
        match self {
            Self::Table(tables, _) => tables.iter().any(|table| {
                let names_a_row = |at: usize| {
                    table.columns().get(at).is_some_and(|column| {
                        column.required
                            || matches!(column.kind, ColumnKind::Identifier)
                            || (at == 1 && table.has_identifiers())
                    })
                };
                HeaderRow::find(joined, *table, known.names, known.answers).is_some_and(|header| {
                    header.repeated.iter().any(|(column, _, at)| *column >= from && names_a_row(*at))
                })
            }),
            Self::Tracker(_) => tracker_in(joined, known.headings, known.answers).is_some_and(|(header, _)| {
                header
                    .columns
                    .iter()
                    .any(|column| column.at >= from && matches!(column.repeats, Some(Field::Reference | Field::Name)))
            }),
        }
    }
}

/// The parts of a sheet side by side.
pub fn tables_beside<'a>(
    sheet: Cow<'a, Sheet>,
    names: &TableNames,
    headings: &HeadingNames,
    answers: &Answers,
) -> Vec<Part<'a>> {
    let known = Known { names, headings, answers };
    let whole = |cells| vec![Part { cells, beside: None, is_known: false }];
    let blocks = blocks_of(&sheet);
    let [first, others @ ..] = blocks.as_slice() else { return whole(sheet) };
    if others.is_empty() {
        return whole(sheet);
    }
    // Headings stand at the top: what is below is not looked at again and again.
    let top = sheet.rows().nth(LAST_ROW_OF_HEADINGS as usize + 2).map_or(u32::MAX, |(row, _)| row);
    let top = sheet.between(sheet.name.clone(), 0, top);
    let of = |columns: &Range<u32>| top.only(sheet.name.clone(), &|_, column| columns.contains(&column));
    let mut parts: Vec<(Range<u32>, Option<Holds>)> = vec![(first.clone(), Holds::of(&of(first), known))];
    for next in others {
        let (columns, holds) = match parts.pop() {
            Some(open) => open,
            None => (next.clone(), None),
        };
        let joined = columns.start..next.end;
        let of_next = Holds::of(&of(next), known);
        let is_other = holds.as_ref().is_some_and(|open| {
            let both = of(&joined);
            let says_more = of_next.as_ref().is_some_and(|next| next.known() > open.more_in(&both, known));
            let goes_on = matches!(open, Holds::Table(..)) && goes_on_alone(&sheet, open.row(), &columns, next);
            says_more || goes_on || open.begins_anew(&both, next.start, known)
        });
        let sums_up = |list: Option<&Holds>, of_list: &Range<u32>, summary: &Range<u32>| match list {
            Some(Holds::Tracker(list)) => is_summary_of(list, &of(summary), summary, (&sheet, of_list), headings),
            _ => false,
        };
        let is_other = is_other || sums_up(of_next.as_ref(), next, &columns) || sums_up(holds.as_ref(), &columns, next);
        if is_other {
            parts.push((columns, holds));
            parts.push((next.clone(), of_next));
        } else {
            let holds = Holds::of(&of(&joined), known);
            parts.push((joined, holds));
        }
    }
    if parts.len() < 2 {
        return whole(sheet);
    }
    let leftmost = first.clone();
    // The sheet is called after the first table that is known: a summary may stand before the schemes.
    let named = parts.iter().find(|(_, holds)| holds.is_some()).map_or(first.start, |(columns, _)| columns.start);
    let part = |(columns, holds): &(Range<u32>, Option<Holds>)| {
        let begin = begin_of(&sheet, columns, holds.as_ref());
        let is_first = columns.start == named;
        // A title or a unit that stands alone above the first table is that of all.
        let is_wanted = |row: u32, column: u32| {
            columns.contains(&column) || (row < begin && leftmost.contains(&column) && stands_alone(&sheet, row))
        };
        let name = if is_first { sheet.name.clone() } else { name_of(&sheet, columns, begin) };
        let beside = (!is_first).then_some((begin, columns.start));
        Part { cells: Cow::Owned(sheet.only(name, &is_wanted)), beside, is_known: holds.is_some() }
    };
    parts.iter().map(part).collect()
}

/// The columns that stand together, with empty columns between them. A row with one cell alone, such as a title or a note,
/// does not count.
fn blocks_of(sheet: &Sheet) -> Vec<Range<u32>> {
    let mut is_filled = vec![false; sheet.width()];
    for (_, cells) in sheet.rows() {
        if cells.iter().filter(|cell| !cell.is_empty()).nth(1).is_some() {
            for (is_filled, cell) in is_filled.iter_mut().zip(cells) {
                *is_filled |= !cell.is_empty();
            }
        }
    }
    let mut blocks: Vec<Range<u32>> = Vec::new();
    for (column, _) in (sheet.first_column()..).zip(is_filled).filter(|(_, is_filled)| *is_filled) {
        match blocks.last_mut().filter(|block| block.end == column) {
            Some(block) => block.end = column.saturating_add(1),
            None => blocks.push(column..column.saturating_add(1)),
        }
    }
    blocks
}

/// Whether columns have headings, and below them rows with words in which the table beside them has nothing.
fn goes_on_alone(sheet: &Sheet, headings: u32, table: &Range<u32>, columns: &Range<u32>) -> bool {
    let words = |row| columns.clone().filter(|column| matches!(sheet.cell(row, *column), Cell::Text(_))).count();
    let is_alone = |row| table.clone().all(|column| sheet.cell(row, column).is_empty());
    words(headings) >= 2 && sheet.rows().any(|(row, _)| row > headings && words(row) > 0 && is_alone(row))
}

/// Whether only one cell of a row is filled.
fn stands_alone(sheet: &Sheet, row: u32) -> bool {
    sheet.cells_of(row).iter().filter(|cell| !cell.is_empty()).count() == 1
}

/// The row of the headings of a part, or the first of its rows that is no title.
fn begin_of(sheet: &Sheet, columns: &Range<u32>, holds: Option<&Holds>) -> u32 {
    let filled = |row: u32| columns.clone().filter(|column| !sheet.cell(row, *column).is_empty()).count();
    let first = |fewest: usize| sheet.rows().map(|(row, _)| row).find(|row| filled(*row) >= fewest);
    holds.map(Holds::row).or_else(|| first(2)).or_else(|| first(1)).unwrap_or_default()
}

/// What a part is called: the words that stand alone above its headings, or where it stands.
fn name_of(sheet: &Sheet, columns: &Range<u32>, headings: u32) -> String {
    let alone_in = |row: u32| {
        let mut filled = columns.clone().map(|column| sheet.cell(row, column)).filter(|cell| !cell.is_empty());
        match (filled.next(), filled.next()) {
            (Some(Cell::Text(title)), None) => Some(title.trim().to_owned()),
            _ => None,
        }
    };
    let title = headings.checked_sub(1).and_then(alone_in).filter(|title| !title.is_empty());
    title.unwrap_or_else(|| format!("{}, column {}", sheet.name, column_letters(columns.start)))
}
