//! The dated parameters of the model as the document that people read.
#![allow(dead_code, reason = "a test and what writes the document use it")]
#![allow(clippy::unwrap_used, clippy::expect_used)]

use one_plan_model::parameters::{self, DatedValue, Parameter, Standing};
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// The root of the project.
pub fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Every file of rules with its text, in the order of their paths.
fn rule_files() -> Vec<(String, String)> {
    let source = project().join("crates/model/src");
    let mut open = vec![source.join("rules")];
    let mut files = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(&source).unwrap_or(&path).with_extension("");
                files.push((name.display().to_string().replace('\\', "/"), read(&path)));
            }
        }
    }
    files.sort();
    files
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}

/// The files of rules that name each parameter, in the order of the parameters.
pub fn used_by() -> Vec<(&'static Parameter, Vec<String>)> {
    let files = rule_files();
    let names = |text: &str, name: &str| {
        text.split(|character: char| !character.is_ascii_alphanumeric() && character != '_').any(|word| word == name)
    };
    let users = |parameter: &Parameter| {
        files.iter().filter(|(_, text)| names(text, parameter.name)).map(|(name, _)| name.clone()).collect()
    };
    parameters::all().map(|parameter| (parameter, users(parameter))).collect()
}

/// The document.
pub fn as_markdown() -> String {
    let mut text = String::from(
        "# Parameters\n\n\
         The numbers that rules need and that no plan has to print, each with the financial years in which it holds and \
         where it comes from. *From a source* was read in the source that is named; *assumption* is common practice that \
         no source confirms, and wants to be looked at. Made by \
         `cargo xtask docs`; a test holds it against the code.\n\n\
         A plan replaces a value in its table `assumptions`: the parameter, the value in the same unit, and if it does \
         not hold for the whole plan the first and the last day on which it holds. What holds on the first day of a month \
         counts for the month, and a year in which the value changes is reckoned by its months. In a year without a value \
         nothing is computed with that of another year: the check says `no-value-for-the-year`.\n",
    );
    for (parameter, users) in used_by() {
        let _ = write!(
            text,
            "\n## `{}`\n\n{}: {}.\n\n| years | value | standing | source |\n|---|---|---|---|\n",
            parameter.id,
            parameter.about,
            parameter.unit.words()
        );
        for dated in parameter.values {
            let DatedValue { value, source, .. } = dated;
            let _ = writeln!(text, "| {} | {value} | {} | {source} |", dated.years(), dated.standing.word());
        }
        let users: Vec<String> = users.iter().map(|name| format!("`{name}`")).collect();
        let _ = write!(text, "\nUsed by {}.\n", users.join(", "));
    }
    let values = || parameters::all().flat_map(|parameter| parameter.values);
    let assumed = values().filter(|dated| dated.standing == Standing::Assumed).count();
    let _ = write!(
        text,
        "\n---\n\n{} parameters with {} values, of which {assumed} are assumptions.\n",
        parameters::all().count(),
        values().count()
    );
    text
}
