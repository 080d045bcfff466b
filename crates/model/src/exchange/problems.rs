use super::Problem;
use super::locate::Places;
use super::located::RunningPlace;
use super::place::Place;
use crate::pace::Pace;
use crate::plan::{CellProblem, Table};
use crate::quantity::InOrder;

/// The most problems that are listed; what comes after them is counted.
const MOST_PROBLEMS: usize = 1_000;

/// What is wrong with a file, so far.
#[derive(Debug, Default)]
pub(super) struct Problems {
    list: Vec<(Place, CellProblem)>,
    further: usize,
    /// Whether rows were looked through whose names may stand for no row: then there may be more than are counted.
    names_not_looked_up: bool,
}

impl Problems {
    /// Notes a problem; only so many are kept.
    pub(super) fn report(&mut self, place: Place, what: impl Into<String>, expected: impl Into<String>) {
        self.note(place, what.into(), expected.into());
    }

    #[cold]
    #[inline(never)]
    fn note(&mut self, place: Place, what: String, expected: String) {
        if self.list.len() < MOST_PROBLEMS {
            self.list.push((place, CellProblem { what, expected }));
        } else {
            self.further += 1;
        }
    }

    /// Whether there are more than are kept: what else the file holds need not be kept either.
    pub(super) const fn are_many(&self) -> bool {
        self.further > 0
    }

    /// Notes that a row was looked through without asking whether its names stand for rows.
    pub(super) const fn note_names_not_looked_up(&mut self) {
        self.names_not_looked_up = true;
    }

    /// Whether something is wrong with a table as a whole, such as that it is no table.
    pub(super) fn are_about_whole(&self, table: Table) -> bool {
        self.list.iter().any(|(place, _)| place.table == Some(table) && place.row.is_none())
    }

    /// Whether there are none.
    pub(super) const fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The problems in the order of the file, each with its line and character.
    pub(super) async fn finish(self, text: &str, pace: &Pace<'_>) -> Vec<Problem> {
        let places = Places::find(text, self.list.iter().map(|(place, _)| place), pace).await;
        let mut located: Vec<(Option<usize>, Place, CellProblem)> =
            self.list.into_iter().map(|(place, problem)| (places.offset(&place), place, problem)).collect();
        located.order_by_key(|(offset, ..)| *offset);
        let mut running = RunningPlace::new(text);
        let mut problems = Vec::with_capacity(located.len() + 1);
        for (offset, place, problem) in located {
            if let Some(offset) = offset {
                running.go_to(offset, pace).await;
            }
            let (line, character) = offset.map(|_| running.line_and_character()).unzip();
            problems.push(Problem {
                table: place.table.map(|table| table.name().to_owned()),
                row: place.row.map(|row| row as usize + 1),
                column: place.column,
                line,
                character,
                what: problem.what,
                expected: problem.expected,
            });
        }
        if self.further > 0 {
            let least = if self.names_not_looked_up { "at least " } else { "" };
            let what = format!("There are {least}{} further problems that are not listed", self.further);
            problems.push(Problem::of_file(what, "that those above are mended first"));
        }
        problems
    }
}
