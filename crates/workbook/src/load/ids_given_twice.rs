//! Rows with an id that an earlier row has: where both stand, and whether one may be a copy of the other.

use crate::issues::Issue;
use crate::sheet::SourceFile;
use crate::tables::TableRows;
use one_plan_model::exchange::{RowProblem, RowsRead};
use one_plan_model::plan::{Identifier, Table};
use std::collections::HashMap;

/// A row, by the list in which it stands and its position there.
type At = (usize, u32);

/// The first row of each id that stands more than once.
pub struct IdsGivenTwice<'a> {
    lists: &'a [TableRows],
    first: HashMap<(Table, &'a str), At>,
}

impl<'a> IdsGivenTwice<'a> {
    /// Looks for them, if the model found any.
    pub fn of(lists: &'a [TableRows], read: &RowsRead) -> Self {
        let mut first = HashMap::new();
        if read.problems.iter().any(is_of_them) {
            for (list, rows) in lists.iter().enumerate() {
                for (row, _) in (0..).zip(&rows.positions) {
                    if let Some(id) = rows.given.cell(row, 0) {
                        first.entry((rows.table, id)).or_insert((list, row));
                    }
                }
            }
        }
        Self { lists, first }
    }

    /// Says of such a problem what a person can look up.
    pub fn explain(&self, issue: &mut Issue, problem: &RowProblem, files: &[SourceFile]) {
        let Some(rows) = self.lists.get(problem.list).filter(|_| is_of_them(problem)) else { return };
        let Some(id) = rows.given.cell(problem.row, 0).filter(|id| Identifier::accepts(id)) else { return };
        let Some(earlier) = self.first.get(&(rows.table, id)).copied() else { return };
        let (Some(other), true) = (self.lists.get(earlier.0), earlier != (problem.list, problem.row)) else { return };
        let name = |of: &'a TableRows, row: u32| of.given.cell(row, of.table.column("name")?);
        let called = name(rows, problem.row).map_or_else(|| format!("\"{id}\""), |name| format!("\"{name}\" ({id})"));
        let here = rows.positions.get(problem.row as usize);
        let (there, here) = (other.positions.get(earlier.1 as usize), here.map_or(0, |row| u64::from(*row) + 1));
        let place = there.map(|row| format!("row {}", u64::from(*row) + 1)).unwrap_or_default();
        let file = files.get(other.place.file);
        let sheet = file.zip(other.place.sheet).and_then(|(file, sheet)| file.sheets.get(sheet));
        let place = match (file, sheet) {
            (Some(file), _) if other.place.file != rows.place.file => format!("{place} of {}", file.name),
            (_, Some(sheet)) if other.place.sheet != rows.place.sheet => {
                format!("{place} of the sheet \"{}\"", sheet.name)
            }
            _ => place,
        };
        let columns = rows.given.columns().iter().chain(other.given.columns());
        let are_equal = columns
            .into_iter()
            .all(|column| rows.given.cell(problem.row, *column) == other.given.cell(earlier.1, *column));
        let also = if are_equal {
            "with the same in every cell, so that one of them may be a copy"
        } else {
            let other = name(other, earlier.1).filter(|other| Some(*other) != name(rows, problem.row));
            &other.map_or_else(|| "with something else in it".to_owned(), |other| format!("there for \"{other}\""))
        };
        issue.what =
            format!("{called} has the id in row {here} that is already used in {place}, {also}: this row is left out");
        issue.expected = if are_equal {
            "one of the two rows taken out; or, if both are meant, an id of its own for each".to_owned()
        } else {
            "an id of its own for each row that is meant".to_owned()
        };
    }
}

/// Whether a row is left out because of its id: where an earlier row has the same, and it is one that could be used, it is that.
fn is_of_them(problem: &RowProblem) -> bool {
    problem.column == 0 && problem.rejects_row
}
