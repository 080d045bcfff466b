//! What a person said.

use super::mapping::Mapping;
use crate::cells::{Heading, key_of};
use one_plan_model::plan::Table;
use std::collections::BTreeMap;

/// What a person has said about names that are not known: kept with the plan, and used again for the next file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// By the key of its name: the name as it was written, and what it means.
    sheets: BTreeMap<String, (String, Option<Table>)>,
    columns: BTreeMap<(Table, String), (String, Option<usize>)>,
    /// By the table, the column and the key of the name of the sheet: the name, and to what its rows belong.
    rows: BTreeMap<(Table, usize, String), (String, String)>,
    trackers: Vec<Mapping>,
    /// In words, what is remembered and cannot be meant.
    unusable: Vec<String>,
}

impl Answers {
    /// A sheet, or a file, of this name holds a table, or nothing of the plan.
    pub fn say_sheet(&mut self, name: &str, table: Option<Table>) {
        self.sheets.insert(key_of(name), (name.trim().to_owned(), table));
    }

    /// A heading in a table means a column, or none.
    pub fn say_column(&mut self, table: Table, heading: &str, column: Option<usize>) {
        self.columns.insert((table, Heading::of(heading).key), (heading.trim().to_owned(), column));
    }

    /// All rows of a sheet belong to what is called so, as a column of their table would say.
    pub fn say_rows_of(&mut self, table: Table, column: usize, sheet: &str, value: &str) {
        self.rows.insert((table, column, key_of(sheet)), (sheet.trim().to_owned(), value.trim().to_owned()));
    }

    /// To what all rows of a sheet belong.
    pub(crate) fn rows_of(&self, table: Table, column: usize, sheet: &str) -> Option<&str> {
        self.rows.get(&(table, column, key_of(sheet))).map(|(_, value)| value.as_str())
    }

    /// What was said of the rows of sheets: the table, the name of the column, the sheet, and to what they belong.
    pub(super) fn rows_of_sheets(&self) -> impl Iterator<Item = (Table, &'static str, &str, &str)> {
        self.rows.iter().filter_map(|((table, column, _), (sheet, value))| {
            Some((*table, table.columns().get(*column)?.name, sheet.as_str(), value.as_str()))
        })
    }

    /// A tracker is read by a mapping; one of the same name takes the place of the earlier one.
    pub fn say_tracker(&mut self, mapping: Mapping) {
        self.trackers.retain(|earlier| key_of(&earlier.name) != key_of(&mapping.name));
        self.trackers.push(mapping);
    }

    /// Something is remembered that cannot be meant: why, in words.
    pub(super) fn say_unusable(&mut self, why: String) {
        self.unusable.push(why);
    }

    /// In words, what is remembered and cannot be meant.
    pub fn unusable(&self) -> &[String] {
        &self.unusable
    }

    /// The mappings by which trackers are read.
    pub fn trackers(&self) -> &[Mapping] {
        &self.trackers
    }

    /// The same for changing one of them.
    pub(super) fn trackers_mut(&mut self) -> &mut Vec<Mapping> {
        &mut self.trackers
    }

    /// Everything that others say is said here too; where both say something of one thing, what they say holds.
    pub fn add(&mut self, others: &Self) {
        self.sheets.extend(others.sheets.clone());
        self.columns.extend(others.columns.clone());
        self.rows.extend(others.rows.clone());
        others.trackers.iter().cloned().for_each(|mapping| self.say_tracker(mapping));
    }

    /// What was said of sheets, by their names.
    pub(super) fn sheets(&self) -> impl Iterator<Item = (&str, Option<Table>)> {
        self.sheets.values().map(|(name, table)| (name.as_str(), *table))
    }

    /// What was said of headings, by table and heading.
    pub(super) fn columns(&self) -> impl Iterator<Item = (Table, &str, Option<usize>)> {
        self.columns.iter().map(|((table, _), (heading, column))| (*table, heading.as_str(), *column))
    }

    /// What was said of a sheet.
    pub fn sheet(&self, name: &str) -> Option<Option<Table>> {
        self.sheets.get(&key_of(name)).map(|(_, table)| *table)
    }

    /// What was said of a heading, by its key.
    pub fn column(&self, table: Table, key: &str) -> Option<Option<usize>> {
        self.said_column(table, key).map(|(_, column)| column)
    }

    /// The same with the heading as it was written.
    pub(crate) fn said_column(&self, table: Table, key: &str) -> Option<(&str, Option<usize>)> {
        self.columns.get(&(table, key.to_owned())).map(|(heading, column)| (heading.as_str(), *column))
    }
}
