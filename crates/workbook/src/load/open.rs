use super::files::{Loaded, load};
use super::report::LoadReport;
use crate::answers::Answers;
use crate::issues::{Effect, Issue, Place, Severity};
use crate::read::{OnProgress, is_json, read_inputs};
use crate::sheet::SourceFile;
use one_plan_model::exchange::{Problem, read_json};
use one_plan_model::plan::{Plan, Table};
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
    /// What the person said.
    answers: Answers,
    /// Files that were chosen and could not be read.
    unread: Vec<Issue>,
}

/// Opens the files that a person has chosen together: workbooks, comma-separated values, archives of them, or one plan
/// file in JSON.
///
/// ```
/// use one_plan_workbook::load::open;
/// use one_plan_workbook::answers::Answers;
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
    let (texts, sheets): (Vec<_>, Vec<_>) = files.iter().partition(|(_, bytes)| is_json(bytes));
    let reading = read_inputs(&sheets, on_progress);
    let mut answers = answers.clone();
    let mut unread: Vec<Issue> = reading
        .refusals
        .iter()
        .map(|refusal| {
            of_whole_file(&refusal.file, format!("{}: {refusal}", refusal.file), refusal.expected.to_string())
        })
        .collect();
    for (name, bytes) in texts {
        match mapping_in(bytes) {
            Some(Ok(mapping)) => answers.add(&mapping),
            Some(Err(why)) => unread.push(of_whole_file(
                name,
                format!("{name} is no mapping that can be used: {why}"),
                "a mapping as it was saved here".to_owned(),
            )),
            None => unread.push(of_whole_file(
                name,
                format!("\"{name}\" is a plan file; it cannot be put together with other files"),
                "one plan file alone, or workbooks and CSV files".to_owned(),
            )),
        }
    }
    let (loaded, was_stopped) = (loaded(&reading.files, &answers, &unread), reading.was_stopped);
    Opened { loaded, files: reading.files, was_stopped, answers, unread }
}

impl Opened {
    /// Reads the same files once more, with more that a person said.
    pub fn answer(&mut self, answers: &Answers) {
        self.answers.add(answers);
        if !self.files.is_empty() {
            self.loaded = loaded(&self.files, &self.answers, &self.unread);
        }
    }

    /// What has no sheets: a plan file, or no file of a plan at all.
    fn nothing(report: LoadReport, plan: Option<Plan>) -> Self {
        Self {
            loaded: Loaded { plan, report, origins: HashMap::new() },
            files: Vec::new(),
            was_stopped: false,
            answers: Answers::default(),
            unread: Vec::new(),
        }
    }
}

/// A plan of sheets, unless other files that were chosen with them could not be read: what is chosen and not used makes
/// another plan, and so it is opened whole or not at all.
fn loaded(files: &[SourceFile], answers: &Answers, unread: &[Issue]) -> Loaded {
    let mut loaded = load(files, answers);
    if !unread.is_empty() {
        if files.is_empty() {
            loaded.report.refused.clear();
        }
        loaded.report.refused.splice(0..0, unread.iter().cloned());
        loaded.plan = None;
    }
    loaded
}

/// What a file of JSON says of headings, or why it is no use; nothing where it is no mapping at all.
fn mapping_in(bytes: &[u8]) -> Option<Result<Answers, String>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    Answers::is_mapping(text).then(|| Answers::of_json(text))
}

fn of_whole_file(name: &str, what: String, expected: String) -> Issue {
    Issue {
        severity: Severity::Error,
        place: Place::default(),
        column: None,
        value: name.to_owned(),
        what,
        expected,
        effect: Effect::LeftAlone,
    }
}

fn of_plan_file(name: &str, bytes: &[u8]) -> Opened {
    let mut report = LoadReport::of_file(name);
    if mapping_in(bytes).is_some() {
        let what = format!("{name} is a mapping: it says what headings mean, and holds nothing of a plan");
        let expected = "the workbooks or CSV files for which it is, chosen together with it";
        report.refused = vec![of_whole_file(name, what, expected.to_owned())];
        return Opened::nothing(report, None);
    }
    let plan = match read_json(bytes) {
        Ok(file) => Some(file.plan),
        Err(problems) => {
            report.refused = problems.iter().map(of_problem).collect();
            None
        }
    };
    Opened::nothing(report, plan)
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
