use serde::Deserialize;
use serde_json::Value;

/// Something that only a person can say of their files.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct LoadQuestion {
    /// `column`, `sheet`, `rows`, or what is asked of a tracker: `tracker-year`, `-month`, `-unit`, `-word` or `-heading`.
    pub kind: String,
    /// The sheet.
    pub sheet: String,
    /// The column of the sheet, by its letters.
    pub column: Option<String>,
    /// The heading, or the word.
    pub heading: String,
    /// The table.
    pub table: String,
    /// The question in words, where it is asked of a tracker or of the rows of a sheet.
    pub question: String,
    /// What may be meant; of a heading nothing where it is like none.
    pub candidates: Vec<String>,
    /// The tracker, by the positions of file and sheet.
    pub place: Option<(usize, usize)>,
    /// What the column holds in which the word stands.
    pub field: Option<String>,
    /// Whether an answer is expected: mostly the plan does not need a heading, or a sheet, that is like none.
    pub is_pressing: bool,
}

/// How a sheet was read as a tracker: for confirmation.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct LoadReading {
    /// File and sheet in words.
    pub place: String,
    /// The position of the file.
    pub file: usize,
    /// The position of the sheet in it.
    pub sheet: usize,
    /// Whether a person said what each of its columns is.
    pub is_confirmed: bool,
    /// The mapping, as it is kept.
    pub mapping: Value,
    /// Its columns, in the order of the headings of the mapping.
    pub columns: Vec<ReadColumn>,
}

/// A column of a tracker.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ReadColumn {
    /// Its letters.
    pub column: String,
    /// Its heading.
    pub heading: String,
    /// What it is read as; nothing for one that is left alone.
    pub field: Option<String>,
    /// The month that its heading names, counted from one for April.
    pub month: Option<u8>,
    /// What stands in its first rows.
    pub examples: Vec<String>,
}

/// What a column of a tracker can be read as.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct TrackerField {
    /// The word for it in a mapping.
    pub field: String,
    /// What it is to a person.
    pub words: String,
}

impl LoadQuestion {
    /// Whether it is asked where the columns of the tracker are confirmed, and not by itself.
    pub fn is_of_columns(&self) -> bool {
        self.kind == "tracker-heading"
    }
}

impl LoadReading {
    /// Whether months stand in headings that do not say what they hold.
    pub fn has_open_months(&self) -> bool {
        self.columns.iter().any(|column| column.month.is_some() && column.field.is_none())
    }
}
