//! What the compiler checks where a formula is written: that a column holds numbers, or a word that it is compared
//! with. The macros of the notation ask while they are compiled, and say which column does not fit.

use super::ColumnOf;
use crate::plan::{CellType, Choice, Column, ColumnKind};

impl ColumnOf {
    /// Its definition; nothing where the table has no such column.
    pub const fn definition(self) -> Option<&'static Column> {
        match self.table.columns().split_at_checked(self.position as usize) {
            Some((_, [column, ..])) => Some(column),
            _ => None,
        }
    }

    /// Whether it holds numbers.
    pub const fn holds_numbers(self) -> bool {
        match self.definition() {
            Some(column) => column.kind.is_number(),
            None => false,
        }
    }

    /// Whether a word may stand in it, or yes or no.
    pub const fn holds_word<W: CellType>(self, _: &W) -> bool {
        let Some(column) = self.definition() else { return false };
        match (column.kind, W::KIND) {
            (ColumnKind::Choice(choices), ColumnKind::Choice(of_word)) => are_same(choices, of_word),
            (ColumnKind::Flag, ColumnKind::Flag) => true,
            _ => false,
        }
    }
}

/// Whether two lists of choices have the same words.
const fn are_same(mut left: &[Choice], mut right: &[Choice]) -> bool {
    loop {
        match (left, right) {
            ([], []) => return true,
            ([one, left_rest @ ..], [other, right_rest @ ..])
                if is_same_text(one.word.as_bytes(), other.word.as_bytes()) =>
            {
                (left, right) = (left_rest, right_rest);
            }
            _ => return false,
        }
    }
}

const fn is_same_text(mut left: &[u8], mut right: &[u8]) -> bool {
    loop {
        match (left, right) {
            ([], []) => return true,
            ([one, left_rest @ ..], [other, right_rest @ ..]) if *one == *other => {
                (left, right) = (left_rest, right_rest);
            }
            _ => return false,
        }
    }
}
