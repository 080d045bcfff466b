use super::heading::key_of;
use one_plan_model::plan::Table;
use std::collections::BTreeMap;

/// What a person has said about names that are not known: kept with the plan, and used again for the next file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    sheets: BTreeMap<String, Option<Table>>,
    columns: BTreeMap<(Table, String), Option<usize>>,
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

    /// What was said of a sheet.
    pub fn sheet(&self, name: &str) -> Option<Option<Table>> {
        self.sheets.get(&key_of(name)).copied()
    }

    /// What was said of a heading, by its key.
    pub fn column(&self, table: Table, key: &str) -> Option<Option<usize>> {
        self.columns.get(&(table, key.to_owned())).copied()
    }
}
