//! What a file of rules says as data.

use super::{Formula, Test};
use crate::calculation::FigureKind;

/// What a file of rules says as data.
#[derive(Debug)]
pub struct RuleFile {
    /// Where the file lies.
    pub path: &'static str,
    /// Its figures.
    pub kinds: &'static [&'static FigureKind],
    /// How those follow that are no code.
    pub formulas: &'static [Formula],
    /// The limits that its figures are held to.
    pub tests: &'static [Test],
}

/// What a file has that holds no figure to a limit.
pub(crate) mod no_tests {
    /// None.
    #[allow(dead_code)]
    pub(crate) const TESTS: &[super::Test] = &[];
}
