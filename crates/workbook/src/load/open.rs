use super::files::{Loaded, load};
use super::report::LoadReport;
use crate::read::{OnProgress, is_json, read_files};
use crate::recognise::{Answers, Effect, Issue, Place, Severity};
use crate::sheet::SourceFile;
use one_plan_model::exchange::{Problem, read_json};
use one_plan_model::plan::Table;
use std::collections::HashMap;

/// Files that were opened.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The plan, and what is to be said of the files.
    pub loaded: Loaded,
    /// The files as sheets: from them a corrected copy is made.
    pub files: Vec<SourceFile>,
    /// Whether the person did not want to wait for the rest.
    pub was_stopped: bool,
}

/// Opens the files that a person has chosen together: workbooks, comma-separated values, archives of them, or one plan
/// file in JSON.
///
/// ```
/// use one_plan_workbook::load::open;
/// use one_plan_workbook::recognise::Answers;
/// use std::ops::ControlFlow;
/// let csv = "name,year\nOur schemes,2026/27\n";
/// let opened = open(&[("scheme_lists.csv", csv.as_bytes())], &Answers::default(), &mut |_| ControlFlow::Continue(()));
/// assert_eq!(opened.loaded.plan.unwrap().scheme_lists.len(), 1);
/// ```
pub fn open(files: &[(&str, &[u8])], answers: &Answers, on_progress: OnProgress<'_>) -> Opened {
    if let [(name, bytes)] = files
        && is_json(bytes)
    {
        return of_plan_file(name, bytes);
    }
    let (plans, sheets): (Vec<_>, Vec<_>) = files.iter().partition(|(_, bytes)| is_json(bytes));
    let reading = read_files(&sheets, on_progress);
    let mut loaded = load(&reading.files, answers);
    let of_whole_file = |name: &str, what: String, expected: String| Issue {
        severity: Severity::Error,
        place: Place::default(),
        column: None,
        value: name.to_owned(),
        what,
        expected,
        effect: Effect::LeftAlone,
    };
    let mut refused: Vec<Issue> = reading
        .refusals
        .iter()
        .map(|refusal| {
            of_whole_file(&refusal.file, format!("{}: {refusal}", refusal.file), refusal.expected.to_string())
        })
        .collect();
    refused.extend(plans.iter().map(|(name, _)| {
        let what = format!("{name} is a plan file; it cannot be put together with other files");
        of_whole_file(name, what, "one plan file alone, or workbooks and CSV files".to_owned())
    }));
    if !refused.is_empty() {
        // A file that was chosen and is not used makes another plan: it is opened whole or not at all.
        if reading.files.is_empty() {
            loaded.report.refused.clear();
        }
        loaded.report.refused.splice(0..0, refused);
        loaded.plan = None;
    }
    Opened { loaded, files: reading.files, was_stopped: reading.was_stopped }
}

fn of_plan_file(name: &str, bytes: &[u8]) -> Opened {
    let mut report = LoadReport::of_file(name);
    let plan = match read_json(bytes) {
        Ok(file) => Some(file.plan),
        Err(problems) => {
            report.refused = problems.iter().map(of_problem).collect();
            None
        }
    };
    Opened { loaded: Loaded { plan, report, origins: HashMap::new() }, files: Vec::new(), was_stopped: false }
}

fn of_problem(problem: &Problem) -> Issue {
    let table = problem.table.as_deref().and_then(Table::named);
    let column = table.zip(problem.column.as_deref()).and_then(|(table, name)| table.column(name));
    let row = problem.line.and_then(|line| u32::try_from(line.saturating_sub(1)).ok());
    let character = problem.character.and_then(|character| u32::try_from(character.saturating_sub(1)).ok());
    Issue {
        severity: Severity::Error,
        place: Place { row, column: character, ..Place::default() },
        column: table.map(|table| (table, column)),
        value: problem.path(),
        what: problem.what.clone(),
        expected: problem.expected.clone(),
        effect: Effect::LeftAlone,
    }
}
