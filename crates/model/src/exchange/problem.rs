use std::fmt;

/// Why a file cannot be used, where, and how to mend it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problem {
    /// The table, where it lies in one.
    pub table: Option<String>,
    /// The row, counted from one.
    pub row: Option<usize>,
    /// The column of the table.
    pub column: Option<String>,
    /// The line of the file, counted from one.
    pub line: Option<usize>,
    /// The character in the line, counted from one.
    pub character: Option<usize>,
    /// What is wrong.
    pub what: String,
    /// What was expected, and how to mend it.
    pub expected: String,
}

impl Problem {
    /// A problem with the file as a whole.
    pub fn of_file(what: impl Into<String>, expected: impl Into<String>) -> Self {
        Self { what: what.into(), expected: expected.into(), ..Self::default() }
    }

    /// The place as a path, for example `schemes[3].gross`; the row is counted from one.
    pub fn path(&self) -> String {
        let mut path = self.table.clone().unwrap_or_default();
        if let Some(row) = self.row {
            path.push_str(&format!("[{row}]"));
        }
        if let Some(column) = &self.column {
            if !path.is_empty() {
                path.push('.');
            }
            path.push_str(column);
        }
        path
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let (Some(line), Some(character)) = (self.line, self.character) {
            write!(formatter, "line {line}, character {character}: ")?;
        }
        let path = self.path();
        if !path.is_empty() {
            write!(formatter, "{path}: ")?;
        }
        write!(formatter, "{}. Expected: {}.", self.what, self.expected)
    }
}

impl std::error::Error for Problem {}
