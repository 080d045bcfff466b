//! What submissions are called: by their file, and by what tells them apart within it.

use super::stated::Statement;
use crate::sheet::SourceFile;

/// The name of each submission, in their order. Two files of one name are told apart by a number.
pub fn names_of(statements: &[Statement], files: &[SourceFile]) -> Vec<String> {
    let mut names: Vec<String> = Vec::with_capacity(statements.len());
    for statement in statements {
        let name = name_of(statement, statements, files);
        let mut numbered = name.clone();
        let mut number = 1;
        while names.contains(&numbered) {
            number += 1;
            numbered = format!("{name} ({number})");
        }
        names.push(numbered);
    }
    names
}

fn name_of(statement: &Statement, all: &[Statement], files: &[SourceFile]) -> String {
    let (file, sheet) = statement.sheet;
    let Some(source) = files.get(file) else { return String::new() };
    let mut name = source.name.clone();
    let of_file = || all.iter().filter(|other| other.sheet.0 == file);
    if of_file().any(|other| other.sheet != statement.sheet)
        && let Some(sheet) = source.sheets.get(sheet)
    {
        name.push_str(&format!(", sheet \"{}\"", sheet.name));
    }
    let of_sheet = || all.iter().filter(|other| other.sheet == statement.sheet);
    let empty_as = |text: &str, words: &str| if text.is_empty() { words.to_owned() } else { text.to_owned() };
    if of_sheet().any(|other| other.created != statement.created) {
        name.push_str(&format!(", created {}", empty_as(&statement.created, "at a time that is not said")));
    }
    if of_sheet().any(|other| other.reporting != statement.reporting) {
        name.push_str(&format!(", {}", empty_as(&statement.reporting, "of no reporting type")));
    }
    name
}
