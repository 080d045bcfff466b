use super::json_rows::{PlanEntries, ReadRows, without_place};
use super::locate::Places;
use super::{FORMAT, Problem, meaning};
use crate::plan::{CellProblem, Plan, Table, shortened};

/// The largest file that is read, in bytes.
pub const LARGEST_FILE: usize = 128 * 1024 * 1024;

/// The most problems that are listed; what comes after them is counted.
const MOST_PROBLEMS: usize = 1_000;

/// A plan file that was read.
#[derive(Clone, Debug)]
pub struct PlanFile {
    /// The plan.
    pub plan: Plan,
    /// The control total: how many rows each table has. Every row that was read is used.
    pub rows: Vec<(Table, usize)>,
}

/// Where something stands in a plan file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    /// The table, or else the entry of the file.
    pub(super) table: Option<Table>,
    /// The row, counted from zero.
    pub(super) row: Option<u32>,
    /// The name of the column, or of an entry that is no table.
    pub(super) column: Option<String>,
    /// Which of several entries of that name in the same object, counted from zero.
    pub(super) repeat: u32,
}

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
        if self.list.len() < MOST_PROBLEMS {
            self.list.push((place, CellProblem { what: what.into(), expected: expected.into() }));
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

    const fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The problems in the order of the file, each with its line and character.
    fn finish(self, text: &str) -> Vec<Problem> {
        let places = Places::find(text, self.list.iter().map(|(place, _)| place));
        let mut located: Vec<(Option<usize>, Place, CellProblem)> =
            self.list.into_iter().map(|(place, problem)| (places.offset(&place), place, problem)).collect();
        located.sort_by_key(|(offset, ..)| *offset);
        let mut running = super::located::RunningPlace::new(text);
        let mut problems = Vec::with_capacity(located.len() + 1);
        for (offset, place, problem) in located {
            let (line, character) = offset.map(|offset| running.at(offset)).unzip();
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

/// Reads a plan file in one pass over its bytes; only a file with problems is gone through again, to find where
/// they stand.
///
/// # Errors
///
/// Every problem of the file at once, in the order of the file; nothing is used of a file that
/// has one.
pub fn read_json(bytes: &[u8]) -> Result<PlanFile, Vec<Problem>> {
    let text = text_of(bytes)?;
    let mut rows = ReadRows::default();
    if let Err(error) = PlanEntries::read(text, &mut rows) {
        return Err(vec![not_json(text, &error)]);
    }
    let ReadRows { reader, mut problems, format, tables } = rows;
    check_format(format.as_ref(), &mut problems);
    if !tables.contains(&Table::PlanDetails) {
        let place = Place { table: Some(Table::PlanDetails), ..Place::default() };
        problems.report(place, "the file has no table \"plan\"", "one row with the title and the years of the plan");
    }
    let (plan, unresolved) = reader.finish();
    for (table, row, column, problem) in unresolved {
        let column = table.columns().get(column).map(|column| column.name.to_owned());
        problems.report(
            Place { table: Some(table), row: Some(row), column, repeat: 0 },
            problem.what,
            problem.expected,
        );
    }
    if problems.is_empty() {
        for found in meaning::problems(&plan) {
            let place = Place {
                table: Some(found.table),
                row: u32::try_from(found.row).ok(),
                column: Some(found.column.to_owned()),
                repeat: 0,
            };
            problems.report(place, found.what, found.expected);
        }
    }
    if !problems.is_empty() {
        return Err(problems.finish(text));
    }
    let rows =
        Table::ALL.iter().map(|table| (*table, plan.row_count(*table))).filter(|(_, count)| *count > 0).collect();
    Ok(PlanFile { plan, rows })
}

fn text_of(bytes: &[u8]) -> Result<&str, Vec<Problem>> {
    if bytes.len() > LARGEST_FILE {
        return Err(vec![Problem::of_file(
            format!(
                "The selected file must be smaller than {} MB; it has {} MB",
                LARGEST_FILE / (1024 * 1024),
                // Rounded up: a file that is a little too large is not said to have just the largest size.
                bytes.len().div_ceil(1024 * 1024)
            ),
            "a plan file; check that the right file was chosen",
        )]);
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        vec![Problem::of_file(
            format!(
                "The selected file must be a plan file; this one is not text (at byte {})",
                error.valid_up_to() + 1
            ),
            "JSON in UTF-8; a workbook or a PDF cannot be opened here",
        )]
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(vec![Problem::of_file(
            "The selected file must be a plan file; this one is empty",
            "a plan file in JSON",
        )]);
    }
    Ok(text)
}

/// A file that is no JSON has one problem: where it stops to be.
fn not_json(text: &str, error: &serde_json::Error) -> Problem {
    let (mut line, mut character) = (error.line(), error.column());
    if character == 0 && line > 1 {
        // What is wrong is the end of a line, within a text: it counts to the line that it ends.
        line -= 1;
        character = text.split('\n').nth(line - 1).map_or(0, str::len) + 1;
    }
    Problem {
        line: Some(line),
        character: Some(character),
        ..Problem::of_file(
            format!("The selected file must be a plan file in JSON; it cannot be read: {}", without_place(error)),
            "an object in braces whose keys are the tables of the plan",
        )
    }
}

/// The format of a file: whether it says one, and which.
fn check_format(format: Option<&Option<String>>, problems: &mut Problems) {
    if format.and_then(Option::as_deref) == Some(FORMAT) {
        return;
    }
    let what = match format {
        Some(Some(format)) => format!("this version does not read the format \"{}\"", shortened(format)),
        _ => "the file does not say which format it has".to_owned(),
    };
    let place = Place { column: Some("format".to_owned()), ..Place::default() };
    problems.report(place, what, format!("\"format\": \"{FORMAT}\" as the first entry"));
}
