//! Words of the service that stand for those of the plan, such as "Delivered" for `made`: a person is told of each what it
//! was read as.

use std::collections::BTreeMap;

/// By the column of the table, the word and what it was read as: how many cells.
#[derive(Debug, Default)]
pub struct WordsRead {
    /// The cells.
    pub cells: BTreeMap<(usize, String, Box<str>), usize>,
}

impl WordsRead {
    /// Notes a cell.
    pub fn note(&mut self, column: usize, word: &str, read_as: &str) {
        *self.cells.entry((column, word.trim().to_owned(), read_as.into())).or_default() += 1;
    }
}
