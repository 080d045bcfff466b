//! Likelihoods and consequences that are given as steps of a scale of words, such as High, Medium and Low. A plan has five steps by
//! number: which of them a word is, is told once for each column where nothing says it.

use super::stated_scale::{StatedScale, is_of_matrix, step_of_words};
use crate::issues::{Effect, Issue, Severity};
use crate::sheet::Sheet;
use crate::tables::headings::FoundColumn;
use crate::tables::table_rows::TableRows;
use crate::vocabulary::step_of_matrix;
use one_plan_model::plan::{CellProblem, Table};
use std::collections::BTreeMap;

/// So many words are named.
const MOST_NAMED: usize = 4;

/// The cells of a column that hold steps of words of which none of the plan follows.
#[derive(Debug, Default)]
pub struct UnreadSteps {
    /// By the column of the table: the first cell, its column of the sheet, the words in their order, and how many cells.
    columns: BTreeMap<usize, (u32, u32, Vec<String>, usize)>,
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
            self.issues.push(Issue {
                severity: Severity::Information,
                place: self.place.cell(row, at),
                column: Some((Table::Risk, None)),
                value: sheet.cell(row, at).shown(),
                what: format!(
                    "the scale that stands here is taken for likelihood and consequence: {}",
                    scale.in_words()
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
            let of_scale = if scale.is_shorter() { "; the scale that the document states has fewer" } else { "" };
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
