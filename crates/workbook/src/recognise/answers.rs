use super::heading::key_of;
use crate::tracker::Mapping;
use one_plan_model::plan::Table;
use std::collections::BTreeMap;

/// What a person has said about names that are not known: kept with the plan, and used again for the next file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    sheets: BTreeMap<String, Option<Table>>,
    columns: BTreeMap<(Table, String), Option<usize>>,
    trackers: Vec<Mapping>,
}

/// Something that only a person can say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// A heading is nearly that of one or more columns.
    Column {
        /// The file, and the sheet in it.
        sheet: (usize, usize),
        /// The column of the sheet.
        column: u32,
        /// The heading.
        heading: String,
        /// The table.
        table: Table,
        /// The columns of the table that may be meant, by position.
        candidates: Vec<usize>,
    },
    /// The headings of a sheet are those of more than one table.
    Sheet {
        /// The file, and the sheet in it.
        sheet: (usize, usize),
        /// The tables that may be meant.
        candidates: Vec<Table>,
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

/// What is asked of a tracker; a mapping holds the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asks {
    /// For which financial year it is.
    Year,
    /// Up to which month figures go.
    Month,
    /// In which unit amounts are.
    Unit,
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
            Self::Heading => "tracker-heading",
            Self::Word => "tracker-word",
        }
    }
}

impl Answers {
    /// A sheet, or a file, of this name holds a table, or nothing of the plan.
    pub fn say_sheet(&mut self, name: &str, table: Option<Table>) {
        self.sheets.insert(key_of(name), table);
    }

    /// A heading in a table means a column, or none.
    pub fn say_column(&mut self, table: Table, heading: &str, column: Option<usize>) {
        self.columns.insert((table, super::Heading::of(heading).key), column);
    }

    /// A tracker is read by a mapping; one of the same name takes the place of the earlier one.
    pub fn say_tracker(&mut self, mapping: Mapping) {
        self.trackers.retain(|earlier| key_of(&earlier.name) != key_of(&mapping.name));
        self.trackers.push(mapping);
    }

    /// The mappings by which trackers are read.
    pub fn trackers(&self) -> &[Mapping] {
        &self.trackers
    }

    /// What was said of sheets, by the key of their names.
    pub(super) fn sheets(&self) -> impl Iterator<Item = (&str, Option<Table>)> {
        self.sheets.iter().map(|(name, table)| (name.as_str(), *table))
    }

    /// What was said of headings, by table and key.
    pub(super) fn columns(&self) -> impl Iterator<Item = (Table, &str, Option<usize>)> {
        self.columns.iter().map(|((table, key), column)| (*table, key.as_str(), *column))
    }

    /// What was said of a sheet.
    pub fn sheet(&self, name: &str) -> Option<Option<Table>> {
        self.sheets.get(&key_of(name)).copied()
    }

    /// What was said of a heading, by its key.
    pub fn column(&self, table: Table, key: &str) -> Option<Option<usize>> {
        self.columns.get(&(table, key.to_owned())).copied()
    }
}
