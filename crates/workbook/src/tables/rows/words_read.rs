//! Words of the service that stand for those of the plan, such as "Delivered" for `made`: a person is told of each what it
//! was read as.

use crate::issues::{Effect, Issue, Place, Severity};
use crate::tables::table_rows::TableRows;
use std::collections::BTreeMap;

/// By the column of the table, the word and what it was read as: how many cells.
#[derive(Debug, Default)]
pub struct WordsRead {
    /// The cells.
    pub cells: BTreeMap<(usize, String, Box<str>), usize>,
    /// Whether a step of a scale of words was read by what the document says of its scale.
    pub has_stated_step: bool,
}

impl WordsRead {
    /// Notes a cell.
    pub fn note(&mut self, column: usize, word: &str, read_as: &str) {
        *self.cells.entry((column, word.trim().to_owned(), read_as.into())).or_default() += 1;
    }
}

impl TableRows {
    /// Says of each word what it was read as.
    pub(super) fn tell_words(&mut self, words: WordsRead) {
        for ((column, word, read_as), cells) in words.cells {
            let place = Place { row: Some(self.header.row), column: self.header.sheet_column(column), ..self.place };
            let cells = if cells == 1 { "1 cell holds".to_owned() } else { format!("{cells} cells hold") };
            self.issues.push(Issue {
                severity: Severity::Information,
                place,
                column: Some((self.table, Some(column))),
                what: format!("{cells} \"{word}\", and that is read as \"{read_as}\", the word of the plan for it"),
                value: word,
                expected: "nothing, if that is meant; otherwise the word of the plan that is".to_owned(),
                effect: Effect::Used,
            });
        }
    }
}
