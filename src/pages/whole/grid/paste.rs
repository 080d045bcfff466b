//! What goes between a grid and a spreadsheet: cells copied out of it and pasted into it.

use super::super::column_heading::column_heading;
use super::edits::{kind, name, place_words, position, unit_column, unit_of, written};
use super::given::given;
use super::made_ids::MadeIds;
use super::not_taken::NotTaken;
use crate::components::{choice_words, count_of};
use crate::session::{Change, Session, Tried};
use one_plan_model::plan::{Column, Edit, NewRow, Plan, Table};
use one_plan_model::quantity::{InOrder, MoneyUnit};
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

/// Into which column each of some cells goes; nothing where a cell goes nowhere.
pub type Columns = Vec<Option<usize>>;

/// The columns from one on, for cells that stand beside each other.
pub fn columns_from(table: Table, first: usize) -> Columns {
    (first..table.columns().len()).map(Some).collect()
}

/// The columns that a first row of cells names, where it is one of headings: every cell that is filled is the heading of a
/// column of its own, and at least two are. What is copied with its headings, here or in a spreadsheet, comes back so.
pub fn columns_of_headings(table: Table, cells: &[String]) -> Option<Columns> {
    let key = |words: &str| -> String {
        words.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let column_of = |words: &str| {
        let words = key(words);
        let is_named = |column: &Column| {
            let headings = [column.name.to_owned(), column_heading(column)];
            headings
                .iter()
                .map(String::as_str)
                .chain(column.other_names().iter().copied())
                .any(|name| key(name) == words)
        };
        table.columns().iter().position(is_named)
    };
    let mut seen = BTreeSet::new();
    let mut columns = Columns::new();
    for cell in cells.iter().map(|cell| cell.trim()) {
        if cell.is_empty() {
            columns.push(None);
            continue;
        }
        let column = column_of(cell)?;
        if !seen.insert(column) {
            return None;
        }
        columns.push(Some(column));
    }
    (seen.len() > 1).then_some(columns)
}

/// Puts cells into rows of the plan, each row of them into some columns: `onto` are the rows that are seen from the first chosen
/// one on, and what is more comes behind the last row of the plan. The change, and what of the cells is not taken, each with its place. A row
/// that lacks what every row must have does not come at all.
pub fn pasted(
    session: &Session,
    table: Table,
    onto: &[u32],
    columns: &[Option<usize>],
    cells: &[Vec<String>],
) -> (Tried, Vec<NotTaken>) {
    let plan = session.plan();
    let (mut edits, mut new_rows, mut made) = (Vec::new(), Vec::new(), MadeIds::default());
    let mut problems: Vec<((u32, usize), String)> = Vec::new();
    let mut left_out: BTreeSet<u32> = BTreeSet::new();
    let rows = plan.store(table).rows();
    for (cells, row) in cells.iter().zip(onto.iter().copied().chain(rows..)) {
        let unit_at = unit_column(table).and_then(|unit| columns.iter().position(|column| *column == Some(unit)));
        let pasted_unit = unit_at.and_then(|at| cells.get(at));
        let unit = match pasted_unit {
            Some(unit) => MoneyUnit::read(unit),
            None => unit_of(plan, table, row),
        };
        let mut new_row = NewRow { at: row, cells: Vec::new() };
        for (text, column) in cells.iter().zip(columns).filter_map(|(text, column)| Some((text, (*column)?))) {
            match given(plan, kind(table, column), unit, text) {
                Err(problem) => {
                    problems.push(((row, column), problem.what));
                }
                Ok(text) if row < rows => edits.push(Edit::SetCell { table, row, column: position(column), text }),
                Ok(Some(text)) => new_row.cells.push((position(column), text)),
                Ok(None) => {}
            }
        }
        if row >= rows && new_row.cells.is_empty() {
            // A line with nothing in it is no row; one of which nothing can be used is told.
            if problems.last().is_some_and(|((of, _), _)| *of == row) {
                left_out.insert(row);
            }
        } else if row >= rows {
            name_new_row(plan, table, &mut new_row, &mut made);
            new_rows.push(new_row);
        }
    }
    let (added, unusable) = (new_rows.len(), left_out.len());
    let come: Vec<u32> = new_rows.iter().map(|new_row| new_row.at).collect();
    if !new_rows.is_empty() {
        edits.push(Edit::InsertRows { table, rows: new_rows });
    }
    let count: usize = cells.iter().map(Vec::len).sum();
    let named = |taken: usize, added: usize| {
        let words = count_of(count, "cell", "cells");
        let words = if taken == count { words } else { format!("{taken} of {words}") };
        let rows = if added == 0 { String::new() } else { format!(", {}", count_of(added, "new row", "new rows")) };
        format!("{words} pasted into {}{rows}", choice_words(table.name()))
    };
    let mut tried = session.tried(Change::new(named(count.saturating_sub(problems.len()), added), edits));
    for refused in tried.refused() {
        let column = usize::from(refused.column.unwrap_or_default());
        let (row, is_new) = match tried.change().edits.get(refused.edit) {
            Some(Edit::SetCell { row, .. }) => (*row, false),
            Some(Edit::InsertRows { rows, .. }) => {
                (refused.new_row.and_then(|at| rows.get(at)).map_or(0, |new_row| new_row.at), true)
            }
            _ => (0, false),
        };
        problems.push(((row, column), refused.problem.what.clone()));
        if is_new && table.columns().get(column).is_some_and(|column| column.required) {
            left_out.insert(row);
        }
    }
    // By row and column; a cell that could not even be read is told as that, and not as one that is empty.
    problems.order_by_key(|(place, _)| *place);
    problems.dedup_by_key(|(place, _)| *place);
    if !problems.is_empty() {
        // Only now it is known how many are taken.
        let first_new = onto.len();
        let size =
            |row: &u32| cells.get(first_new.saturating_add(row.saturating_sub(rows) as usize)).map_or(0, Vec::len);
        let with_their_rows: usize = left_out.iter().map(size).sum();
        let alone = problems.iter().filter(|((row, _), _)| !left_out.contains(row)).count();
        let taken = count.saturating_sub(alone + with_their_rows);
        let edits = tried.change().edits.clone();
        let added = added.saturating_sub(left_out.len().saturating_sub(unusable));
        tried = session.tried(Change::new(named(taken, added), edits));
    }
    let told = problems.into_iter().map(|((row, column), words)| {
        let is_left_out = left_out.contains(&row);
        // A row that comes stands behind those that come with it: lines that make no row leave no gap.
        let before = come.iter().filter(|new_row| **new_row < row && !left_out.contains(new_row)).count();
        let place = if row < rows { row } else { rows.saturating_add(u32::try_from(before).unwrap_or(u32::MAX)) };
        NotTaken {
            cell: (!is_left_out).then_some((place, column)),
            name: place_words(table, row, column),
            why: format!("{words}{}", if is_left_out { "; the row is not added" } else { "" }),
        }
    });
    (tried, told.collect())
}

/// A sheet of a person has no ids: as in the form, one is made from the name.
fn name_new_row(plan: &Plan, table: Table, new_row: &mut NewRow, made: &mut MadeIds) {
    let of = |at: u8| new_row.cells.iter().find(|(column, _)| *column == at).map(|(_, text)| text);
    if table.has_identifiers() && of(0).is_none() {
        let id = made.of(plan, table, of(1).map_or("", |name| name));
        new_row.cells.insert(0, (0, id.into()));
    }
}

/// The cells of rows of the plan in some columns, as a spreadsheet takes them.
pub fn copied(plan: &Plan, table: Table, rows: &[u32], columns: RangeInclusive<usize>, with_headings: bool) -> String {
    let mut text = String::new();
    let mut line = |cells: &mut dyn Iterator<Item = String>| {
        for (at, cell) in cells.enumerate() {
            if at > 0 {
                text.push('\t');
            }
            if cell.contains(['\t', '\n', '"']) {
                text.push_str(&format!("\"{}\"", cell.replace('"', "\"\"")));
            } else {
                text.push_str(&cell);
            }
        }
        text.push('\n');
    };
    if with_headings {
        line(&mut columns.clone().map(|column| name(table, column).to_owned()));
    }
    for row in rows {
        line(&mut columns.clone().map(|column| written(plan, table, *row, column)));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::edits::tests::{open, plan};
    use super::*;
    use one_plan_model::example;
    use one_plan_model::exchange::write_json;
    use one_plan_model::plan::{ProgrammeSaving, RowType};

    /// What is told of cells that are not taken, a line for each.
    fn words(problems: &[NotTaken]) -> Vec<String> {
        problems.iter().map(|problem| format!("{}: {}", problem.name, problem.why)).collect()
    }

    fn rows(text: &str) -> Vec<Vec<String>> {
        text.lines().map(|line| line.split('\t').map(str::to_owned).collect()).collect()
    }

    #[test]
    fn a_paste_changes_rows_and_brings_new_ones_and_says_what_it_does_not_take() {
        let (session, table) = (open(&plan()), Table::ProgrammeSaving);
        let before = write_json(session.plan());
        let text = "Acute care\t2012/13\tcommissioner\t£1,234.50\t£000\n\
            a\t2011/12\tprovider\t###\t£m\n\
            a\t2012/13\tprovider\t(12)\t£m\n\
            nobody\t2012/13\tprovider\t3\t£m";
        let (tried, problems) = pasted(&session, table, &[0, 1], &columns_from(table, 0), &rows(text));
        let cells: Vec<_> = problems.iter().map(|problem| problem.cell).collect();
        assert_eq!(cells, [Some((1, 3)), Some((3, 0))], "where each stands, also in a row that is new");
        let problems = words(&problems);
        assert_eq!(problems.len(), 2, "{problems:?}");
        assert!(problems[0].starts_with("row 2, amount: \"###\""), "{problems:?}");
        assert!(problems[1].starts_with("row 4, programme: "), "{problems:?}");
        let changed = session.changed_as_tried(tried, "").session.expect("it is made");
        let amount = usize::from(ProgrammeSaving::amount.position());
        let amounts: Vec<String> = (0..3).map(|row| written(changed.plan(), table, row, amount)).collect();
        assert_eq!(amounts, ["1,234.50", "2", "(12)"]);
        // A saving may be that of no programme: the row comes without the cell, which is told.
        assert_eq!(changed.plan().row_count(table), 4);
        assert_eq!(write_json(changed.undone().expect("it is taken back").plan()), before);
    }

    #[test]
    fn cells_are_copied_with_their_headings_and_paste_back_as_they_were() {
        let (plan, table) = (plan(), Table::ProgrammeSaving);
        let last = table.columns().len() - 1;
        let text = copied(&plan, table, &[0, 1], 0..=last, true);
        assert!(text.starts_with("programme\tyear\tpart\tamount\tunit"), "{text}");
        let session = open(&plan);
        let cells = rows(&text);
        let columns = columns_of_headings(table, &cells[0]).expect("its own headings are known");
        let (tried, problems) = pasted(&session, table, &[0, 1], &columns, &cells[1..]);
        let problems = words(&problems);
        assert_eq!(problems, Vec::<String>::new());
        assert!(session.changed_as_tried(tried, "").session.is_none(), "nothing is otherwise");
    }

    #[test]
    fn a_row_of_headings_says_into_which_columns_the_others_go() {
        let table = Table::Scheme;
        let row = |text: &str| rows(text).remove(0);
        let at = |name: &str| table.column(name);
        // As people head their sheets, in any order; a column without a heading goes nowhere.
        let columns = columns_of_headings(table, &row("Full-year effect\t\tName\tGROSS\tUnit"));
        assert_eq!(columns, Some(vec![at("full_year_effect"), None, at("name"), at("gross"), at("unit")]));
        for no_headings in ["Ward closure\tgross", "Gross\tgross", "Gross", "1\t2"] {
            assert_eq!(columns_of_headings(table, &row(no_headings)), None, "{no_headings}");
        }
        let session = open(&plan());
        let cells = rows("Unit\tNothing\tAmount\n£000\tx\t5");
        assert_eq!(columns_of_headings(Table::ProgrammeSaving, &cells[0]), None, "one of them is no heading");
        let columns = columns_of_headings(Table::ProgrammeSaving, &row("Unit\tAmount")).expect("headings");
        let (tried, problems) = pasted(&session, Table::ProgrammeSaving, &[0, 1], &columns, &rows("£000\t5"));
        let problems = words(&problems);
        assert_eq!(problems, Vec::<String>::new());
        let session = session.changed_as_tried(tried, "").session.expect("it is made");
        let first = [3, 4].map(|column| written(session.plan(), Table::ProgrammeSaving, 0, column));
        assert_eq!(first, ["5", "£000"]);
    }

    #[test]
    fn a_paste_goes_into_the_rows_that_are_seen_and_no_others() {
        let table = Table::Programme;
        let session = open(&example::plan(r#""programmes": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}]"#));
        // Only the first row is seen: the next line is a row of its own, not one that nobody sees.
        let (tried, problems) = pasted(&session, table, &[0], &columns_from(table, 0), &rows("x\tX\ny\tY"));
        let problems = words(&problems);
        assert_eq!(problems, Vec::<String>::new());
        let session = session.changed_as_tried(tried, "").session.expect("it is made");
        let names: Vec<String> = (0..3).map(|row| written(session.plan(), table, row, 1)).collect();
        assert_eq!(names, ["X", "B", "Y"]);
    }

    #[test]
    fn rows_that_are_pasted_behind_the_last_are_added_with_ids_of_their_names_or_not_at_all() {
        let table = Table::Programme;
        let session = open(&example::plan(r#""programmes": [{"id": "a", "name": "A"}]"#));
        let before = write_json(session.plan());
        // From the name on: a person's sheet has no ids.
        let (tried, problems) = pasted(&session, table, &[], &columns_from(table, 1), &rows("Beds\nA\n####\nBeds"));
        assert_eq!(problems[0].cell, None, "the row is not there");
        let problems = words(&problems);
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert!(problems[0].starts_with("row 4, name: \"####\""), "{problems:?}");
        assert!(problems[0].ends_with("the row is not added"), "{problems:?}");
        assert_eq!(&*tried.change().name, "3 of 4 cells pasted into programmes, 3 new rows");
        let session = session.changed_as_tried(tried, "").session.expect("it is made");
        let cells: Vec<[String; 2]> = (0..session.plan().store(table).rows())
            .map(|row| [0, 1].map(|column| written(session.plan(), table, row, column)))
            .collect();
        assert_eq!(cells, [["a", "A"], ["beds", "Beds"], ["a-2", "A"], ["beds-2", "Beds"]]);
        assert_eq!(write_json(session.undone().expect("one change").plan()), before);
    }

    #[test]
    fn cells_of_a_row_that_is_not_added_are_none_that_are_taken() {
        let session = open(&plan());
        // The year, which every saving must have, is none: its three other cells do not come either.
        let (tried, problems) = pasted(
            &session,
            Table::ProgrammeSaving,
            &[],
            &columns_from(Table::ProgrammeSaving, 0),
            &rows("a\tnever\tprovider\t3\t£m\na\t2012/13\tprovider\t###\t£m"),
        );
        let problems = words(&problems);
        assert_eq!(problems.len(), 2, "{problems:?}");
        assert!(
            problems[0].starts_with("row 3, year: ") && problems[0].ends_with("the row is not added"),
            "{problems:?}"
        );
        assert!(problems[1].starts_with("row 4, amount: "), "{problems:?}");
        assert!(tried.change().name.starts_with("4 of 10 cells pasted"), "{}", tried.change().name);
    }
}
