use super::json_cursor::Broken;
use super::json_rows::{ReadRows, read_rows_of_file};
use super::located::BYTES_AT_A_TIME;
use super::place::Place;
use super::problems::Problems;
use super::{FORMAT, Problem, meaning};
use crate::pace::{Pace, at_once};
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
    if let Some(problem) = too_large(bytes.len()) {
        return Err(vec![problem]);
    }
    let text = std::str::from_utf8(bytes).map_err(|error| vec![not_text(error.valid_up_to())])?;
    at_once(read_json_in_slices(text, &Pace::UNBROKEN))
}

/// The same for the text of a file, giving way between rows and between parts of the work.
///
/// # Errors
///
/// As [`read_json`].
pub async fn read_json_in_slices(text: &str, pace: &Pace<'_>) -> Result<PlanFile, Vec<Problem>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim_start().is_empty() {
        return Err(vec![Problem::of_file(
            "The selected file must be a plan file; this one is empty",
            "a plan file in JSON",
        )]);
    }
    let rows = match read_rows_of_file(text, pace).await {
        Ok(rows) => rows,
        Err(broken) => return Err(vec![not_json(text, &broken, pace).await]),
    };
    let ReadRows { reader, mut problems, format, tables } = rows;
    check_format(format.as_ref(), &mut problems);
    if !tables.contains(&Table::PlanDetails) {
        let place = Place { table: Some(Table::PlanDetails), ..Place::default() };
        problems.report(place, "the file has no table \"plan\"", "one row with the title and the years of the plan");
    }
    let (plan, unresolved) = reader.finish(pace).await;
    for (table, row, column, problem) in unresolved {
        let column = table.columns().get(column).map(|column| column.name.to_owned());
        problems.report(
            Place { table: Some(table), row: Some(row), column, repeat: 0 },
            problem.what,
            problem.expected,
        );
    }
    pace.checked_rows().await;
    // All problems come at once: what the cells mean is asked of those that can be read, whatever is wrong with others. Of a
    // table that is missing, or is no table, it is not said as well that it has no rows.
    let said: Vec<Table> = Table::ALL.iter().copied().filter(|table| problems.are_about_whole(*table)).collect();
    for found in meaning::problems(&plan).into_iter().filter(|found| !said.contains(&found.table)) {
        let row = u32::try_from(found.row).ok();
        let place = Place { table: Some(found.table), row, column: Some(found.column.to_owned()), repeat: 0 };
        problems.report(place, found.what, found.expected);
    }
    pace.checked_rows().await;
    if !problems.is_empty() {
        return Err(problems.finish(text, pace).await);
    }
    let rows =
        Table::ALL.iter().map(|table| (*table, plan.row_count(*table))).filter(|(_, count)| *count > 0).collect();
    Ok(PlanFile { plan, rows })
}

/// What is wrong with a file of so many bytes; nothing where it is not too large.
pub fn too_large(bytes: usize) -> Option<Problem> {
    (bytes > LARGEST_FILE).then(|| {
        Problem::of_file(
            format!(
                "The selected file must be smaller than {} MB; it has {} MB",
                LARGEST_FILE / (1024 * 1024),
                // Rounded up: a file that is a little too large is not said to have just the largest size.
                bytes.div_ceil(1024 * 1024)
            ),
            "a plan file; check that the right file was chosen",
        )
    })
}

/// A file that stops to be text behind so many bytes.
pub fn not_text(after: usize) -> Problem {
    Problem::of_file(
        format!("The selected file must be a plan file; this one is not text (at byte {})", after + 1),
        "JSON in UTF-8; a workbook or a PDF cannot be opened here",
    )
}

/// A file that is no JSON has one problem: where it stops to be.
async fn not_json(text: &str, broken: &Broken, pace: &Pace<'_>) -> Problem {
    let before = text.as_bytes().get(..broken.looked_at).unwrap_or_default();
    // What is wrong may be the end of a line, within a text: it counts to the line that it ends.
    let before_end = before.strip_suffix(b"\n").unwrap_or(before);
    let start = before_end.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
    let mut line = 1;
    for part in before.get(..start).unwrap_or_default().chunks(BYTES_AT_A_TIME) {
        line += part.iter().filter(|byte| **byte == b'\n').count();
        pace.checked_rows().await;
    }
    Problem {
        line: Some(line),
        character: Some(before.len() - start),
        ..Problem::of_file(
            format!("The selected file must be a plan file in JSON; it cannot be read: {}", broken.what),
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
