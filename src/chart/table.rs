//! The table that says the same as a chart.

/// A table of texts, ready to show: the numbers are those of the chart, digit for digit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What the table holds, with the unit.
    pub caption: String,
    /// Headings.
    pub columns: Vec<Column>,
    /// Rows; the first cell of each is its heading.
    pub rows: Vec<Row>,
}

/// The heading of a column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// The words.
    pub label: String,
    /// Whether the column holds numbers, which are set to the right.
    pub numeric: bool,
}

impl Column {
    /// A column of words.
    pub fn words(label: impl Into<String>) -> Self {
        Self { label: label.into(), numeric: false }
    }

    /// A column of numbers.
    pub fn numbers(label: impl Into<String>) -> Self {
        Self { label: label.into(), numeric: true }
    }
}

/// A row of texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// One text for each column.
    pub cells: Vec<String>,
    /// Whether the row is a total.
    pub total: bool,
}
