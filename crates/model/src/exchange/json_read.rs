use super::json_rows::{PlanEntries, ReadRows, without_place};
use super::place::Place;
use super::problems::Problems;
use super::{FORMAT, Problem, meaning};
use crate::plan::{Plan, Table, shortened};

/// The largest file that is read, in bytes.
pub const LARGEST_FILE: usize = 128 * 1024 * 1024;

/// A plan file that was read.
#[derive(Clone, Debug)]
pub struct PlanFile {
    /// The plan.
    pub plan: Plan,
    /// The control total: how many rows each table has. Every row that was read is used.
    pub rows: Vec<(Table, usize)>,
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
