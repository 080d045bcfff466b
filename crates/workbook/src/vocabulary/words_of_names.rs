//! The words of the name of a sheet, or of a heading over some rows.

use crate::cells::key_of;

/// What any sheet with schemes is called.
const BESIDE: [&str; 33] = [
    "scheme",
    "schemes",
    "idea",
    "ideas",
    "project",
    "projects",
    "initiative",
    "initiatives",
    "proposal",
    "proposals",
    "opportunity",
    "opportunities",
    "saving",
    "savings",
    "efficiency",
    "efficiencies",
    "cip",
    "crip",
    "qipp",
    "plan",
    "plans",
    "tracker",
    "list",
    "log",
    "sheet",
    "tab",
    "programme",
    "version",
    "versions",
    "from",
    "the",
    "for",
    "of",
];

/// The words, each without what does not count.
pub(super) fn words_of(name: &str) -> Vec<String> {
    let words =
        name.split(|letter: char| !(letter.is_alphanumeric() || letter == '.' || letter == '\'')).map(key_with_point);
    words.filter(|word| !word.is_empty()).collect()
}

/// A word without what does not count; the point in "v1.2" stays.
fn key_with_point(word: &str) -> String {
    word.split('.').map(key_of).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(".")
}

/// Whether a word says nothing but what any such name says.
pub(super) fn is_beside(word: &str) -> bool {
    BESIDE.contains(&word) || word.chars().all(|letter| letter.is_ascii_digit() || letter == '.')
}

/// Whether one of some words stands last, or with nothing beside it that says what else is meant.
pub(super) fn says(words: &[String], said: &[&str]) -> bool {
    let is_said = |word: &String| said.contains(&word.as_str());
    words.iter().rev().find(|word| !is_beside(word) || is_said(word)).is_some_and(is_said)
}
