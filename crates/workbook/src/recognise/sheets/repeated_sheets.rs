//! Sheets that repeat another: "Schemes (2)", "Copy of CIP", and the same sheet in two files. Their rows would count twice.
//!
//! A sheet repeats another where the name says so, or the names are the same, and at least half of its rows stand there word
//! by word. A tracker of another year, or of another month, has other amounts and says so above them.

use crate::answers::Answers;
use crate::cells::years_in;
use crate::issues::{Effect, Issue, Place, Severity};
use crate::sheet::{Cell, Sheet, SourceFile, is_for_people};
use std::collections::{HashMap, HashSet};

/// So many rows above the headings may say for which year a sheet is.
const ROWS_OF_TITLE: usize = 6;
/// Fewer rows than that are alike by chance.
const FEWEST_ROWS: usize = 2;

/// A sheet with its rows.
struct Known<'a> {
    file: usize,
    name: &'a str,
    file_name: &'a str,
    rows: HashSet<String>,
    years: Vec<String>,
}

/// What is to be said of sheets that repeat another, each with its place.
pub fn repeated_sheets(files: &[SourceFile], answers: &Answers) -> Vec<Issue> {
    let mut by_name: HashMap<String, Vec<(Place, &SourceFile, &Sheet)>> = HashMap::new();
    for (file, source) in files.iter().enumerate() {
        for (at, sheet) in source.sheets.iter().enumerate() {
            if !is_for_people(&sheet.name) && !sheet.is_empty() {
                let place = Place { sheet: Some(at), ..Place::file(file) };
                by_name.entry(without_copy(&sheet.name).0).or_default().push((place, source, sheet));
            }
        }
    }
    let mut issues = Vec::new();
    for mut group in by_name.into_values().filter(|group| group.len() > 1) {
        // What is called a copy is one, wherever it stands.
        group.sort_by_key(|(place, _, sheet)| (without_copy(&sheet.name).1, place.file, place.sheet));
        let mut kept: Vec<Known<'_>> = Vec::new();
        for (place, source, sheet) in group {
            let found = Known::of(place, source, sheet);
            let is_said = answers.sheet(&sheet.name).is_some();
            match kept.iter().find(|other| !is_said && found.repeats(other, without_copy(&sheet.name).1)) {
                Some(other) => issues.push(found.issue(place, other)),
                None => kept.push(found),
            }
        }
    }
    issues.sort_by_key(|issue| (issue.place.file, issue.place.sheet));
    issues
}

/// The name of a sheet without what says that it is a copy, and whether anything does.
fn without_copy(name: &str) -> (String, bool) {
    let name = name.trim().to_lowercase();
    let mut rest = name.as_str();
    if let Some((before, number)) = rest.strip_suffix(')').and_then(|rest| rest.rsplit_once('('))
        && !number.is_empty()
        && number.bytes().all(|byte| byte.is_ascii_digit())
        && number.len() <= 2
    {
        rest = before.trim_end();
    }
    rest = rest.strip_suffix("copy").map_or(rest, |rest| rest.trim_end_matches([' ', '-', '_', '\u{2013}']));
    rest = rest.strip_prefix("copy of ").unwrap_or(rest).trim();
    let is_copy = rest.len() < name.len() && !rest.is_empty();
    if is_copy { (rest.to_owned(), true) } else { (name, false) }
}

impl<'a> Known<'a> {
    fn of(place: Place, source: &'a SourceFile, sheet: &'a Sheet) -> Self {
        let words =
            |cells: &[Cell]| -> Vec<String> { cells.iter().map(|cell| cell.shown().trim().to_owned()).collect() };
        let rows = sheet.rows().map(|(_, cells)| words(cells).join("\u{1f}"));
        let above = sheet.rows().take(ROWS_OF_TITLE).flat_map(|(_, cells)| cells.iter());
        let words: Vec<String> = above.filter(|cell| matches!(cell, Cell::Text(_))).map(Cell::shown).collect();
        // The name of a file says the year only where nothing else does.
        let mut years: Vec<String> =
            words.iter().flat_map(|words| years_in(words)).map(|year| year.to_string()).collect();
        if years.is_empty() {
            let stem = source.name.rsplit_once('.').map_or(source.name.as_str(), |(stem, _)| stem);
            years = years_in(stem).into_iter().map(|year| year.to_string()).collect();
        }
        years.sort_unstable();
        years.dedup();
        Self {
            file: place.file,
            name: &sheet.name,
            file_name: &source.name,
            rows: rows.filter(|row| row.split('\u{1f}').any(|cell| !cell.is_empty())).collect(),
            years,
        }
    }

    /// Whether this is another once more. Two files may have a sheet of one name for different things: there all is the same.
    fn repeats(&self, other: &Self, is_called_copy: bool) -> bool {
        let alike = self.alike(other);
        let is_enough = alike * 2 >= self.rows.len() && alike >= FEWEST_ROWS;
        let is_all = alike == self.rows.len() && self.rows.len() == other.rows.len();
        self.years == other.years && is_enough && (is_called_copy || (is_all && self.file != other.file))
    }

    fn alike(&self, other: &Self) -> usize {
        self.rows.iter().filter(|row| other.rows.contains(*row)).count()
    }

    fn issue(&self, place: Place, other: &Self) -> Issue {
        let others = self.rows.len().saturating_sub(self.alike(other));
        let of_file = if self.file == other.file { String::new() } else { format!(" of {}", other.file_name) };
        let mut what = format!("this sheet repeats the sheet \"{}\"{of_file}, and is left out", other.name);
        if others > 0 {
            let rows = if others == 1 { "1 of its rows is".to_owned() } else { format!("{others} of its rows are") };
            what.push_str(&format!("; {rows} not the same there, and what is other in them is not read"));
        }
        Issue {
            // Nobody knows which of two rows is meant.
            severity: if others == 0 { Severity::Warning } else { Severity::Error },
            place,
            column: None,
            value: self.name.to_owned(),
            what,
            expected: "one of the two sheets; the other deleted, or in a workbook of its own".to_owned(),
            effect: Effect::LeftAlone,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_that_a_sheet_is_a_copy() {
        for copy in
            ["Schemes (2)", "schemes(12)", "Copy of Schemes", "Schemes - Copy", "Schemes copy", "Schemes - Copy (3)"]
        {
            assert_eq!(without_copy(copy), ("schemes".to_owned(), true), "{copy}");
        }
        for name in ["Schemes", "Schemes (a)", "Schemes (2026)", "Copy", "(2)", "Telescopy lists"] {
            assert_eq!(without_copy(name), (name.to_lowercase(), false), "{name}");
        }
    }
}
