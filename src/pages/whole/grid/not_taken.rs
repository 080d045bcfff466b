//! Cells that a change does not take: where each stands, what it is called, and why.

use crate::components::count_of;

/// A place in the grid: row and column.
pub type Place = (u32, usize);

/// So many problems of a paste are told one by one.
const PROBLEMS_TOLD: usize = 20;

/// A cell that was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotTaken {
    /// Where it stands in the plan; nothing for one of a row that is not there.
    pub cell: Option<Place>,
    /// What it is called; empty where it has no place of its own.
    pub name: String,
    /// Why not.
    pub why: String,
}

/// What is said below a grid: a sentence, and cells that a person can go to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// What is said first.
    pub words: String,
    /// The cells that were not taken, as many as are told.
    pub cells: Vec<NotTaken>,
    /// How many more there are.
    pub more: usize,
}

impl Said {
    /// Only words.
    pub fn words(words: impl Into<String>) -> Self {
        Self { words: words.into(), ..Self::default() }
    }

    /// The same without a cell that is mended meanwhile; nothing once all are.
    pub fn without(mut self, cell: Place) -> Self {
        let before = self.cells.len();
        self.cells.retain(|not_taken| not_taken.cell != Some(cell));
        let is_done = before > 0 && self.cells.is_empty() && self.more == 0;
        if is_done { Self::default() } else { self }
    }

    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

/// What is to be said of cells that were not taken; nothing where all were.
pub fn told(mut problems: Vec<NotTaken>) -> Said {
    if problems.is_empty() {
        return Said::default();
    }
    let count = count_of(problems.len(), "cell was", "cells were");
    let more = problems.len().saturating_sub(PROBLEMS_TOLD);
    problems.truncate(PROBLEMS_TOLD);
    Said { words: format!("{count} not taken, and what stood there stays:"), cells: problems, more }
}
