//! Likelihoods and consequences that are given as steps of a scale of words, such as High, Medium and Low. A plan has five steps by
//! number. There are many such scales, so that "High" counts only where the document says which of the five it is.

use crate::cells::{key_of, number_of};
use crate::issues::{Effect, Issue, Severity};
use crate::sheet::{Cell, Sheet};
use crate::tables::headings::FoundColumn;
use crate::tables::table_rows::TableRows;
use crate::vocabulary::step_of_matrix;
use one_plan_model::plan::{CellProblem, Risk, RowType, Table};
use std::collections::BTreeMap;

/// The steps of scales of words, each with how else it is written.
const STEPS_OF_WORDS: [(&str, &[&str]); 12] = [
    ("high", &["h", "hi"]),
    ("medium", &["m", "med"]),
    ("low", &["l", "lo"]),
    ("veryhigh", &["vh"]),
    ("verylow", &["vl"]),
    ("mediumhigh", &["mh"]),
    ("mediumlow", &["ml"]),
    ("severe", &[]),
    ("extreme", &[]),
    ("significant", &[]),
    ("minimal", &[]),
    ("critical", &[]),
];
/// Steps of a plan.
const STEPS: [&str; 5] = ["1", "2", "3", "4", "5"];
/// A scale that ends below that has fewer steps than that of a plan: its last is not the third of five.
const LOWEST_LAST_STEP: &str = "4";
/// So many words are named.
const MOST_NAMED: usize = 4;

/// Which of the five steps the words of a document are, by what it says above or below the table.
#[derive(Clone, Debug, Default)]
pub struct StatedScale {
    /// By the word.
    steps: BTreeMap<&'static str, &'static str>,
    /// Where it stands.
    at: Option<(u32, u32)>,
    /// Whether it has fewer steps than that of a plan.
    is_shorter: bool,
}

/// The cells of a column that hold steps of words of which none of the plan follows.
#[derive(Debug, Default)]
pub struct UnreadSteps {
    /// By the column of the table: the first cell, its column of the sheet, the words in their order, and how many cells.
    columns: BTreeMap<usize, (u32, u32, Vec<String>, usize)>,
}

/// The word of a scale, however it is written.
fn step_of_words(words: &str) -> Option<&'static str> {
    let key = key_of(words);
    let is_it = |(name, others): &&(&'static str, &[&str])| *name == key || others.contains(&key.as_str());
    STEPS_OF_WORDS.iter().find(is_it).map(|(name, _)| *name)
}

fn is_of_matrix(table: Table, column: usize) -> bool {
    let of_matrix = [Risk::likelihood, Risk::consequence, Risk::residual_likelihood, Risk::residual_consequence];
    table == Table::Risk && of_matrix.iter().any(|of| usize::from(of.position()) == column)
}

impl StatedScale {
    /// What a sheet says of its scale: "High = 5, Medium = 3, Low = 1", or "5 - High" in cells of their own. Nothing where it
    /// says two things of one word, or its scale has fewer steps than that of a plan.
    pub fn of(sheet: &Sheet, table: Table, header_row: u32) -> Self {
        let mut found = Self::default();
        if table != Table::Risk {
            return found;
        }
        for (row, cells) in sheet.rows() {
            let filled: Vec<(u32, &Cell)> =
                (sheet.first_column()..).zip(cells).filter(|(_, cell)| !cell.is_empty()).collect();
            let is_note = filled.len() == 1;
            if row == header_row || (row > header_row && !is_note) {
                continue;
            }
            let mut stated: Vec<(u32, &str, &str)> = Vec::new();
            for (at, cell) in &filled {
                let Cell::Text(words) = cell else { continue };
                let parts = words.split(|letter: char| ",;|/\n".contains(letter)).filter_map(stated_in);
                stated.extend(parts.map(|(word, step)| (*at, word, step)));
            }
            for pair in filled.windows(2) {
                let [(at, one), (_, other)] = pair else { continue };
                stated.extend(step_in_cells(one, other).map(|(word, step)| (*at, word, step)));
            }
            for (at, word, step) in stated {
                let known = found.steps.insert(word_of(word), step_of(step));
                if known.is_some_and(|known| known != step) {
                    return Self::default();
                }
                found.at = found.at.or(Some((row, at)));
            }
        }
        // One word alone is no scale.
        if found.steps.len() < 2 {
            return Self::default();
        }
        found.is_shorter = found.steps.values().all(|step| *step < LOWEST_LAST_STEP);
        found
    }

    /// The step of a plan that words are, in a column of likelihoods or consequences.
    pub fn step(&self, table: Table, column: usize, words: &str) -> Option<&'static str> {
        let step = self.steps.get(step_of_words(words)?).copied();
        step.filter(|_| !self.is_shorter && is_of_matrix(table, column))
    }
}

fn word_of(word: &str) -> &'static str {
    step_of_words(word).unwrap_or_default()
}

fn step_of(step: &str) -> &'static str {
    STEPS.into_iter().find(|known| *known == step).unwrap_or_default()
}

/// The word and the step that a part of a text says: "High = 5", "5 - High", "High (5)".
fn stated_in(part: &str) -> Option<(&str, &str)> {
    let apart = |letter: char| "=:()-\u{2013}".contains(letter);
    let halves: Vec<&str> = part.split(apart).map(str::trim).filter(|half| !half.is_empty()).collect();
    let [.., one, other] = halves.as_slice() else { return None };
    let is_step = |words: &str| STEPS.contains(&words);
    // "Scale: High = 5" has a word more in front.
    match (step_of_words(one), step_of_words(other)) {
        (Some(_), _) if is_step(other) => Some((one, other)),
        (_, Some(_)) if is_step(one) => Some((other, one)),
        _ => None,
    }
}

/// The word and the step of two cells beside one another.
fn step_in_cells<'s>(one: &'s Cell, other: &'s Cell) -> Option<(&'s str, &'static str)> {
    let step = |cell: &Cell| {
        let number = number_of(cell)?.normalize().to_string();
        STEPS.into_iter().find(|step| *step == number)
    };
    match (one, other) {
        (Cell::Text(word), number) if step_of_words(word).is_some() => Some((&**word, step(number)?)),
        (number, Cell::Text(word)) if step_of_words(word).is_some() => Some((&**word, step(number)?)),
        _ => None,
    }
}

/// What is to be said of a likelihood or a consequence that is a word of which no step of the plan follows.
pub fn problem_of_step(table: Table, column: usize, words: &str) -> Option<CellProblem> {
    let is_word =
        is_of_matrix(table, column) && step_of_words(words).is_some() && step_of_matrix(table, column, words).is_none();
    is_word.then(|| CellProblem { what: String::new(), expected: String::new() })
}

impl UnreadSteps {
    /// Takes a cell, if it holds such a word: it is told once for its column.
    pub fn takes(&mut self, table: Table, row: u32, column: &FoundColumn, words: &str) -> bool {
        let is_one = problem_of_step(table, column.table_column, words).is_some();
        if is_one {
            let of_column = (row, column.sheet_column, Vec::new(), 0);
            let (_, _, named, cells) = self.columns.entry(column.table_column).or_insert(of_column);
            *cells += 1;
            let words = words.trim().to_owned();
            if !named.contains(&words) {
                named.push(words);
            }
        }
        is_one
    }
}

impl TableRows {
    /// Says that the scale of the document is taken, and which words are no steps of a plan.
    pub(crate) fn tell_steps(&mut self, sheet: &Sheet, scale: &StatedScale, unread: UnreadSteps, is_any_read: bool) {
        if let Some((row, at)) = scale.at.filter(|_| is_any_read) {
            let steps: Vec<String> = scale.steps.iter().map(|(word, step)| format!("{word} is {step}")).collect();
            self.issues.push(Issue {
                severity: Severity::Information,
                place: self.place.cell(row, at),
                column: Some((Table::Risk, None)),
                value: sheet.cell(row, at).shown(),
                what: format!(
                    "the scale that stands here is taken for likelihood and consequence: {}",
                    steps.join(", ")
                ),
                expected: "nothing, if these are steps from 1 to 5".to_owned(),
                effect: Effect::Used,
            });
        }
        for (column, (row, at, words, cells)) in unread.columns {
            let named: Vec<String> = words.iter().take(MOST_NAMED).map(|word| format!("\"{word}\"")).collect();
            let more = words.len().saturating_sub(MOST_NAMED);
            let more = if more > 0 { format!(" and {more} more words") } else { String::new() };
            let are = if words.len() == 1 { "is a step" } else { "are steps" };
            let of_scale = if scale.is_shorter { "; the scale that the document states has fewer" } else { "" };
            self.issues.push(Issue {
                severity: Severity::Error,
                place: self.place.cell(row, at),
                column: Some((Table::Risk, Some(column))),
                value: sheet.cell(row, at).shown(),
                what: format!(
                    "{}{more} {are} of a scale of words, and a plan has five steps by number{of_scale}: which of them is meant \
                     cannot be told, and {cells} {} not used",
                    named.join(", "),
                    if cells == 1 { "cell is" } else { "cells are" }
                ),
                expected: "the numbers from 1 to 5; words of the risk matrix, such as Unlikely, Likely, Minor or Major; or the scale \
                           above the table, such as \"Low = 2, Medium = 3, High = 4\""
                    .to_owned(),
                effect: Effect::CellLeftOut,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_stated_in_several_ways() {
        for words in ["High = 5", "5 - High", "H (5)", "Scale: High = 5", "5: High", "High \u{2013} 5"] {
            assert_eq!(stated_in(words).map(|(word, step)| (word_of(word), step)), Some(("high", "5")), "{words}");
        }
        for words in ["High", "High 5", "High = 9", "Winter = 5", "High = Medium"] {
            assert_eq!(stated_in(words), None, "{words}");
        }
    }
}
