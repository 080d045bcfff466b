use super::{CellAddress, FigureKey};
use crate::plan::Table;

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

impl Finding {
    /// A figure cannot be computed or cannot be relied on.
    pub fn error(code: &'static str, message: impl Into<String>) -> Self {
        Self::of(Severity::Error, code, message)
    }

    /// Two things that should agree do not.
    pub fn warning(code: &'static str, message: impl Into<String>) -> Self {
        Self::of(Severity::Warning, code, message)
    }

    /// Something worth knowing.
    pub fn information(code: &'static str, message: impl Into<String>) -> Self {
        Self::of(Severity::Information, code, message)
    }

    /// A finding whose severity is not known where it is written.
    ///
    /// ```
    /// use one_plan_model::calculation::{Finding, Severity};
    /// use one_plan_model::plan::Table;
    /// let finding = Finding::of(Severity::Warning, "given-twice", "Rows 1 and 3 say the same.")
    ///     .at(Table::Risk, 2, "name")
    ///     .at(Table::Risk, 0, "name")
    ///     .advise("Take one of the two out.");
    /// assert_eq!(finding.places.len(), 2);
    /// ```
    pub fn of(severity: Severity, code: &'static str, message: impl Into<String>) -> Self {
        Self { severity, code, places: Vec::new(), figures: Vec::new(), message: message.into(), advice: "" }
    }

    /// Concerns one more cell; the first that is named is the one to look at.
    #[must_use]
    #[inline(never)]
    pub fn at(mut self, table: Table, row: u32, column: &'static str) -> Self {
        self.places.push(CellAddress { table, row, column });
        self
    }

    /// Concerns more cells.
    #[must_use]
    pub fn at_cells(mut self, cells: impl IntoIterator<Item = CellAddress>) -> Self {
        self.places.extend(cells);
        self
    }

    /// Concerns one more figure.
    #[must_use]
    #[inline(never)]
    pub fn figure(mut self, figure: FigureKey) -> Self {
        self.figures.push(figure);
        self
    }

    /// Concerns more figures.
    #[must_use]
    pub fn figures(mut self, figures: impl IntoIterator<Item = FigureKey>) -> Self {
        self.figures.extend(figures);
        self
    }

    /// What to do about it.
    #[must_use]
    #[inline(never)]
    pub fn advise(self, advice: &'static str) -> Self {
        Self { advice, ..self }
    }
}
