use super::{CellAddress, FigureKey};

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// A figure cannot be computed or cannot be relied on.
    Error,
    /// Two things that should agree do not.
    Warning,
    /// Worth knowing; nothing is wrong with the arithmetic.
    Information,
}

impl Severity {
    /// The word for it in exports and on the page.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Information => "information",
        }
    }
}

/// Something in a plan that a person should look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How much it matters.
    pub severity: Severity,
    /// Which check found it, in words with hyphens.
    pub code: &'static str,
    /// The cells concerned; the first is the one to look at.
    pub places: Vec<CellAddress>,
    /// The figures concerned.
    pub figures: Vec<FigureKey>,
    /// What was found, with the numbers.
    pub message: String,
    /// What to do.
    pub advice: &'static str,
}
