//! What is said of a reading: how far it is, and why nothing came of it.

use super::source::Answers;
use crate::browser::ReadingProgress;
use crate::components::counted;
use crate::session::LoadIssue;
use one_plan_model::exchange::Problem;
use one_plan_model::pace::Stage;
use std::rc::Rc;

/// How far the reading of a plan file is.
pub fn stage_words(stage: Stage) -> String {
    match stage {
        Stage::Reading { done, of } => format!("{} % read", done * 100 / of.max(1)),
        Stage::Checking => "Checking how its rows belong together".to_owned(),
        Stage::Writing { done, of } => format!("{done} of {of} rows written"),
        Stage::Computing { done, of } => format!("{done} of {of} parts of the model computed"),
    }
}

/// How far the reading of a workbook is.
pub fn progress_words(at: &ReadingProgress) -> String {
    let sheet = if at.sheet.is_empty() { String::new() } else { format!(", sheet \"{}\"", at.sheet) };
    let share = at.share.map(|share| format!(", {:.0} %", share * 100.0)).unwrap_or_default();
    format!("{}{sheet}: {} rows{share}", at.file, counted(at.rows as usize))
}

/// Why a file could not be read at all.
pub fn failed(error: &str) -> Problem {
    Problem::of_file(
        format!("The selected file must be one that can be read; reading it ended with: {error}"),
        "a smaller file, or the same saved anew by a spreadsheet program; what was open stays as it was",
    )
}

/// Why a mapping cannot be used.
pub fn unusable(error: &str) -> Problem {
    Problem::of_file(error, "a mapping as it was saved here, or your answers on the page")
}

/// Why answers cannot be used, in sentences.
pub fn not_used(answers: &Answers, problems: &[Problem]) -> Rc<str> {
    let which = match answers {
        Answers::Given(_) => "Your answers cannot be used".to_owned(),
        Answers::Kept(file) => format!("{} cannot be used", file.name()),
    };
    let words: Vec<String> =
        problems.iter().map(|problem| format!("{}. Expected: {}.", problem.what, problem.expected)).collect();
    format!("{which}: {}", words.join(" ")).into()
}

/// Why there is no plan, as what is wrong with a file.
pub fn refused(issue: &LoadIssue) -> Problem {
    let place = if issue.place.is_empty() { String::new() } else { format!("{}: ", issue.place) };
    Problem::of_file(format!("{place}{}", issue.what), issue.expected.clone())
}
