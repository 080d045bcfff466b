//! What a person does in a grid, as changes of the plan.

use super::given::given;
use crate::components::{capitalised, cell_words, count_of, spaced};
use crate::page_context::PageContext;
use crate::session::Change;
use one_plan_model::plan::{CellAddress, CellProblem, ColumnKind, Content, Edit, NewRow, Plan, Table};
use std::collections::BTreeMap;

/// A place in the grid: row and column.
pub type Place = (u32, usize);

/// So many problems of a paste are told one by one.
const PROBLEMS_TOLD: usize = 5;

/// The places from the one corner to the other, whichever was chosen first.
pub fn range(place: Place, anchor: Option<Place>) -> (Place, Place) {
    let other = anchor.unwrap_or(place);
    ((place.0.min(other.0), place.1.min(other.1)), (place.0.max(other.0), place.1.max(other.1)))
}

/// What stands in a column.
pub fn kind(table: Table, column: usize) -> ColumnKind {
    table.columns().get(column).map_or(ColumnKind::Text, |column| column.kind)
}

fn name(table: Table, column: usize) -> &'static str {
    table.columns().get(column).map_or("", |column| column.name)
}

fn position(column: usize) -> u8 {
    u8::try_from(column).unwrap_or(u8::MAX)
}

/// What is written in a cell, as a plan file has it.
pub fn written(plan: &Plan, table: Table, row: u32, column: usize) -> String {
    plan.written_cell(table, row, name(table, column)).unwrap_or_default()
}

/// The same as it is shown: a row of another table by its name, a word without hyphens.
pub fn shown(plan: &Plan, table: Table, row: u32, column: usize) -> String {
    match (plan.content_at(table, row, column), kind(table, column)) {
        (Content::Row(of), ColumnKind::Reference(other)) => plan.title(other, of).unwrap_or_default().to_owned(),
        (Content::Choice(_), _) => written(plan, table, row, column).replace('-', " "),
        _ => written(plan, table, row, column),
    }
}

/// What a cell is called.
pub fn name_of(plan: &Plan, table: Table, row: u32, column: usize) -> String {
    let address = CellAddress { table, row, column: name(table, column) };
    let number = || format!("{}, row {}: {}", spaced(table.name()), u64::from(row) + 1, spaced(address.column));
    capitalised(&cell_words(plan, address).unwrap_or_else(number))
}

/// The edit that puts a text into a cell.
///
/// # Errors
///
/// What the reader of plan files says of it; nothing is changed then.
pub fn cell_edit(plan: &Plan, table: Table, row: u32, column: usize, text: &str) -> Result<Edit, CellProblem> {
    let text = given(plan, kind(table, column), text)?;
    let edit = Edit::SetCell { table, row, column: position(column), text };
    let tried = plan.clone().apply(std::slice::from_ref(&edit));
    match tried.refused.into_iter().next() {
        Some(refused) => Err(refused.problem),
        None => Ok(edit),
    }
}

/// Empties cells.
pub fn emptied(table: Table, from: Place, to: Place) -> Change {
    let cells = (from.0..=to.0).flat_map(|row| (from.1..=to.1).map(move |column| (row, column)));
    let edits = cells.map(|(row, column)| Edit::SetCell { table, row, column: position(column), text: None });
    Change::new(format!("{} emptied", area(table, from, to)), edits.collect())
}

/// Puts what stands in the first of the chosen rows into all of them.
pub fn filled_down(plan: &Plan, table: Table, from: Place, to: Place) -> Change {
    let mut edits = Vec::new();
    for row in from.0.saturating_add(1)..=to.0 {
        for column in from.1..=to.1 {
            let text = plan.written_cell(table, from.0, name(table, column)).map(String::into_boxed_str);
            edits.push(Edit::SetCell { table, row, column: position(column), text });
        }
    }
    Change::new(format!("{} filled down", area(table, from, to)), edits)
}

/// Puts cells into the table from a place on; rows that it does not have come behind the last. The change, and what of the
/// cells is not taken, each with its place.
pub fn pasted(plan: &Plan, table: Table, from: Place, cells: &[Vec<String>]) -> (Change, Vec<String>) {
    let (mut edits, mut problems, mut new_rows) = (Vec::new(), Vec::new(), Vec::new());
    let rows = plan.store(table).rows();
    let place = |row: u32, column: usize| format!("row {}, {}", u64::from(row) + 1, spaced(name(table, column)));
    for (cells, row) in cells.iter().zip(from.0..) {
        let mut new_row = NewRow { at: row, cells: Vec::new() };
        for (text, column) in cells.iter().zip(from.1..table.columns().len()) {
            match given(plan, kind(table, column), text) {
                Err(problem) => problems.push(format!("{}: {}", place(row, column), problem.what)),
                Ok(text) if row < rows => edits.push(Edit::SetCell { table, row, column: position(column), text }),
                Ok(Some(text)) => new_row.cells.push((position(column), text)),
                Ok(None) => {}
            }
        }
        if row >= rows && !new_row.cells.is_empty() {
            new_rows.push(new_row);
        }
    }
    if !new_rows.is_empty() {
        edits.push(Edit::InsertRows { table, rows: new_rows });
    }
    for refused in plan.clone().apply(&edits).refused {
        let column = usize::from(refused.column.unwrap_or_default());
        let row = match edits.get(refused.edit) {
            Some(Edit::SetCell { row, .. }) => *row,
            Some(Edit::InsertRows { rows, .. }) => {
                refused.new_row.and_then(|at| rows.get(at)).map_or(0, |new_row| new_row.at)
            }
            _ => 0,
        };
        problems.push(format!("{}: {}", place(row, column), refused.problem.what));
    }
    let count: usize = cells.iter().map(Vec::len).sum();
    let words = count_of(count, "cell", "cells");
    (Change::new(format!("{words} pasted into {}", spaced(table.name())), edits), problems)
}

/// A row behind the last, of texts by the position of their column. An id that is not given is made from the name.
///
/// # Errors
///
/// What is wrong, each with its column, where the row cannot be taken as it is written; then nothing is changed.
pub fn added(plan: &Plan, table: Table, texts: &BTreeMap<usize, String>) -> Result<Change, Vec<(usize, String)>> {
    let words = |problem: &CellProblem| format!("{}. Expected: {}.", capitalised(&problem.what), problem.expected);
    let (mut cells, mut problems) = (Vec::new(), Vec::new());
    for column in 0..table.columns().len() {
        match given(plan, kind(table, column), texts.get(&column).map_or("", String::as_str)) {
            Ok(Some(text)) => cells.push((position(column), text)),
            Ok(None) if column == 0 && table.has_identifiers() => {
                let name = texts.get(&1).map_or("", String::as_str);
                cells.push((position(column), new_identifier(plan, table, name).into()));
            }
            Ok(None) => {}
            Err(problem) => problems.push((column, words(&problem))),
        }
    }
    let rows = plan.store(table).rows();
    let edits = vec![Edit::InsertRows { table, rows: vec![NewRow { at: rows, cells }] }];
    for refused in plan.clone().apply(&edits).refused {
        problems.push((usize::from(refused.column.unwrap_or_default()), words(&refused.problem)));
    }
    problems.sort();
    problems.dedup_by_key(|(column, _)| *column);
    match problems.is_empty() {
        true => Ok(Change::new(format!("Row {} of {} added", u64::from(rows) + 1, spaced(table.name())), edits)),
        false => Err(problems),
    }
}

/// An id that no row has yet, from a name: its letters and digits, dashes between the words.
fn new_identifier(plan: &Plan, table: Table, name: &str) -> String {
    let words = name.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let stem = words.collect::<Vec<_>>().join("-").to_ascii_lowercase();
    let stem = if stem.is_empty() { "row".to_owned() } else { stem };
    let free = |id: &String| plan.find(table, id).is_none();
    let numbered = (2_u32..).map(|number| format!("{stem}-{number}"));
    std::iter::once(stem.clone()).chain(numbered).find(free).unwrap_or(stem)
}

/// What is to be said of cells that were not taken; empty where all were.
pub fn told(problems: &[String]) -> String {
    if problems.is_empty() {
        return String::new();
    }
    let first: Vec<&str> = problems.iter().take(PROBLEMS_TOLD).map(String::as_str).collect();
    let more = problems.len().saturating_sub(first.len());
    let more = if more == 0 { String::new() } else { format!("; and {more} more") };
    let count = count_of(problems.len(), "cell was", "cells were");
    format!("{count} not taken, and what stood there stays: {}{more}.", first.join("; "))
}

/// Cells as a spreadsheet takes them; with their headings where the whole table is chosen.
pub fn copied(plan: &Plan, table: Table, from: Place, to: Place) -> String {
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
    let last = (plan.store(table).rows().saturating_sub(1), table.columns().len().saturating_sub(1));
    if from == (0, 0) && to == last {
        line(&mut table.columns().iter().map(|column| column.name.to_owned()));
    }
    for row in from.0..=to.0 {
        line(&mut (from.1..=to.1).map(|column| written(plan, table, row, column)));
    }
    text
}

/// Takes rows out.
pub fn removed(table: Table, from: u32, to: u32) -> Change {
    let rows = match from == to {
        true => format!("Row {}", u64::from(from) + 1),
        false => format!("Rows {} to {}", u64::from(from) + 1, u64::from(to) + 1),
    };
    let edits = vec![Edit::RemoveRows { table, rows: (from..=to).collect() }];
    Change::new(format!("{rows} of {} deleted", spaced(table.name())), edits)
}

/// Does a change; gives what is to be said of what it does not do.
pub fn done(context: &PageContext, change: Change) -> String {
    let plan = context.session.plan();
    let refused = plan.clone().apply(&change.edits).refused;
    let problems: Vec<String> = refused.into_iter().map(|refused| refused.problem.what).collect();
    context.change.emit(change);
    told(&problems)
}

fn area(table: Table, from: Place, to: Place) -> String {
    let rows = match from.0 == to.0 {
        true => format!("row {}", u64::from(from.0) + 1),
        false => format!("rows {} to {}", u64::from(from.0) + 1, u64::from(to.0) + 1),
    };
    capitalised(&format!("{}, {rows}", spaced(table.name())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::example;
    use one_plan_model::exchange::write_json;
    use one_plan_model::plan::{ProgrammeSaving, RowType};

    fn plan() -> Plan {
        example::plan(
            r#""programmes": [{"id": "a", "name": "Acute Care"}],
            "programme_savings": [
                {"programme": "a", "year": "2011/12", "part": "commissioner", "amount": "1", "unit": "£m"},
                {"programme": "a", "year": "2011/12", "part": "provider", "amount": "2", "unit": "£m"}]"#,
        )
    }

    fn rows(text: &str) -> Vec<Vec<String>> {
        text.lines().map(|line| line.split('\t').map(str::to_owned).collect()).collect()
    }

    #[test]
    fn a_paste_changes_rows_and_brings_new_ones_and_says_what_it_does_not_take() {
        let (mut plan, table) = (plan(), Table::ProgrammeSaving);
        let before = write_json(&plan);
        let text = "Acute care\t2012/13\tcommissioner\t£1,234.50\t£000\n\
            a\t2011/12\tprovider\t###\t£m\n\
            a\t2012/13\tprovider\t(12)\t£m\n\
            nobody\t2012/13\tprovider\t3\t£m";
        let (change, problems) = pasted(&plan, table, (0, 0), &rows(text));
        assert_eq!(problems.len(), 2, "{problems:?}");
        assert!(problems[0].starts_with("row 2, amount: \"###\""), "{problems:?}");
        assert!(problems[1].starts_with("row 4, programme: "), "{problems:?}");
        let undo = plan.apply(&change.edits).undo;
        let amount = usize::from(ProgrammeSaving::amount.position());
        let amounts: Vec<String> = (0..3).map(|row| written(&plan, table, row, amount)).collect();
        assert_eq!(amounts, ["1,234.50", "2", "(12)"]);
        // A saving may be that of no programme: the row comes without the cell, which is told.
        assert_eq!(plan.row_count(table), 4);
        plan.apply(&undo);
        assert_eq!(write_json(&plan), before);
    }

    #[test]
    fn the_whole_table_is_copied_with_its_headings_and_pastes_back_as_it_was() {
        let (plan, table) = (plan(), Table::ProgrammeSaving);
        let last = table.columns().len() - 1;
        let text = copied(&plan, table, (0, 0), (1, last));
        assert!(text.starts_with("programme\tyear\tpart\tamount\tunit"), "{text}");
        let (change, problems) = pasted(&plan, table, (0, 0), &rows(&text)[1..]);
        assert_eq!(problems, Vec::<String>::new());
        assert!(plan.clone().apply(&change.edits).undo.is_empty());
    }

    #[test]
    fn what_is_refused_says_why() {
        let plan = plan();
        let amount = usize::from(ProgrammeSaving::amount.position());
        assert!(cell_edit(&plan, Table::ProgrammeSaving, 0, amount, "much").is_err());
        assert!(cell_edit(&plan, Table::ProgrammeSaving, 0, amount, "£2.50").is_ok());
        assert!(cell_edit(&plan, Table::Programme, 0, 1, "").is_err(), "a name must be given");
    }
    #[test]
    fn a_row_is_added_as_a_whole_or_says_what_it_lacks() {
        let mut plan = plan();
        let texts = |given: &[(usize, &str)]| given.iter().map(|(at, text)| (*at, (*text).to_owned())).collect();
        let change = added(&plan, Table::Programme, &texts(&[(1, "Acute Care!")])).expect("a name is enough");
        assert_eq!(&*change.name, "Row 2 of programmes added");
        plan.apply(&change.edits);
        assert_eq!(plan.identifier(Table::Programme, 1), Some("acute-care"));
        let change = added(&plan, Table::Programme, &texts(&[(1, "A")])).expect("an id of its own");
        plan.apply(&change.edits);
        assert_eq!(plan.identifier(Table::Programme, 2), Some("a-2"));
        let amount = usize::from(ProgrammeSaving::amount.position());
        let problems = added(&plan, Table::ProgrammeSaving, &texts(&[(0, "acute care"), (amount, "much")]));
        let columns: Vec<usize> = problems.expect_err("an amount is a number").iter().map(|(at, _)| *at).collect();
        assert!(columns.contains(&amount) && columns.contains(&1), "{columns:?}");
    }
}
