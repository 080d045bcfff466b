//! The cells of a sheet that are marked.

use super::styles::Styles;
use crate::issues::Severity;
use crate::write::WriteProblem;
use std::collections::BTreeMap;

/// The cells that are marked, by row and column.
pub type Marks = BTreeMap<(u32, u32), Mark>;

/// What becomes of how a cell looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It is filled.
    Filled(Severity),
    /// The fill of an earlier copy is taken away.
    Cleared,
}

impl Mark {
    /// The style of a cell with the mark, from the one that it has.
    pub fn style(self, base: usize, styles: &mut Styles) -> Result<usize, WriteProblem> {
        match self {
            Self::Filled(severity) => styles.marked(base, severity),
            Self::Cleared => styles.cleared(base),
        }
    }
}
