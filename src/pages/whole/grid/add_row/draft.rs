//! What a person writes for a new row.

use std::collections::BTreeMap;

/// What is written for a new row, what is wrong with it, and what came of the row before.
#[derive(Clone, Default, PartialEq)]
pub struct Draft {
    /// What is written, by the positions of the columns.
    pub texts: BTreeMap<usize, String>,
    /// What is wrong, each with its column.
    pub problems: Vec<(usize, String)>,
    /// What came of the row before.
    pub said: String,
}
