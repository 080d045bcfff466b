//! What a person should know about a file, how much it matters, what became of it, and where it stands.

use one_plan_model::plan::Table;

/// Something about a file that a person should know, with the cell where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Issue {
    /// How much it matters.
    pub severity: Severity,
    /// Where it stands.
    pub place: Place,
    /// The table and the column of the plan, by position, that it concerns.
    pub column: Option<(Table, Option<usize>)>,
    /// What stands there, as a person sees it.
    pub value: String,
    /// What is wrong.
    pub what: String,
    /// What was expected, and how to mend it.
    pub expected: String,
    /// What became of it.
    pub effect: Effect,
}

/// How much an issue matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Something of the file is not used.
    Error,
    /// Something is used, and may not be meant.
    Warning,
    /// Worth knowing.
    Information,
}

/// What became of what an issue is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Effect {
    /// Everything is used.
    Used,
    /// The cell is left out; its row is used.
    CellLeftOut,
    /// The row is left out.
    RowLeftOut,
    /// The column, or the sheet, is left alone.
    LeftAlone,
}

/// A place in the files that were read, counted from zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file.
    pub file: usize,
    /// The sheet in it; nothing where the whole file is meant.
    pub sheet: Option<usize>,
    /// The row of the sheet.
    pub row: Option<u32>,
    /// The column of the sheet.
    pub column: Option<u32>,
}

impl Severity {
    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Information => "information",
        }
    }
}

impl Effect {
    /// What became of it, in words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Used => "used",
            Self::CellLeftOut => "cell left out",
            Self::RowLeftOut => "row left out",
            Self::LeftAlone => "left alone",
        }
    }
}

impl Place {
    /// A whole file.
    pub const fn file(file: usize) -> Self {
        Self { file, sheet: None, row: None, column: None }
    }

    /// A cell.
    pub const fn cell(self, row: u32, column: u32) -> Self {
        Self { row: Some(row), column: Some(column), ..self }
    }

    /// A row.
    pub const fn row(self, row: u32) -> Self {
        Self { row: Some(row), column: None, ..self }
    }
}
