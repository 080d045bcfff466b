//! What only a person can say.

use one_plan_model::plan::Table;

/// Something that only a person can say.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Question {
    /// A heading is not known: it may be nearly that of one or more columns.
    Column {
        /// The file, and the sheet in it.
        sheet: (usize, usize),
        /// The column of the sheet.
        column: u32,
        /// The heading.
        heading: String,
        /// The table.
        table: Table,
        /// The columns of the table that may be meant, by position; none where the heading is like no column.
        candidates: Vec<usize>,
        /// Whether an answer is expected: mostly the plan does not need a heading that is like none.
        is_pressing: bool,
    },
    /// The headings of a sheet are those of more than one table, or of none.
    Sheet {
        /// The file, and the sheet in it.
        sheet: (usize, usize),
        /// What it is called: a part of a sheet has a name of its own.
        name: String,
        /// The tables that may be meant; none where nothing says which, and it may be a tracker too.
        candidates: Vec<Table>,
        /// Whether an answer is expected: mostly the plan does not need a sheet that is like no table.
        is_pressing: bool,
    },
    /// The rows of a sheet do not say to which row of another table they belong.
    Rows {
        /// The file, and the sheet in it.
        sheet: (usize, usize),
        /// What the sheet is called.
        name: String,
        /// The table of the rows.
        table: Table,
        /// The column in which it would stand, by position.
        column: usize,
        /// What the rows of the other table are called.
        candidates: Vec<String>,
    },
    /// Something of a tracker.
    Tracker {
        /// The file, and the sheet in it.
        sheet: (usize, usize),
        /// The column of the sheet, if it is about one.
        column: Option<u32>,
        /// What is asked.
        asks: Asks,
        /// The heading, the word or the name of the sheet that it is about.
        value: String,
        /// The question in words.
        question: String,
        /// What may be the answer; none where anything may be.
        candidates: Vec<String>,
    },
}

impl Question {
    /// Whether an answer is expected.
    pub const fn is_pressing(&self) -> bool {
        match self {
            Self::Column { is_pressing, .. } | Self::Sheet { is_pressing, .. } => *is_pressing,
            Self::Tracker { .. } | Self::Rows { .. } => true,
        }
    }
}

/// What is asked of a tracker; a mapping holds the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Asks {
    /// For which financial year it is.
    Year,
    /// Up to which month figures go.
    Month,
    /// In which unit amounts are.
    Unit,
    /// What its rows are.
    Follows,
    /// What a column holds.
    Heading,
    /// What a word means.
    Word,
}

impl Asks {
    /// The word for it in exports.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Year => "tracker-year",
            Self::Month => "tracker-month",
            Self::Unit => "tracker-unit",
            Self::Follows => "tracker-follows",
            Self::Heading => "tracker-heading",
            Self::Word => "tracker-word",
        }
    }
}
