//! Rows of tables of the same load that codes may mean: an organisation, a point of delivery, a setting.

use crate::cells::{UsedIdentifiers, identifier_of, key_of};
use crate::tables::TableRows;
use one_plan_model::exchange::GivenRows;
use one_plan_model::plan::Table;
use std::collections::HashMap;

/// The rows of one table.
#[derive(Clone, Debug, Default)]
pub struct KnownRows {
    used: UsedIdentifiers,
    /// The identifier of the row that words mean, and how far they are from being it: the identifier, another name, the name.
    meanings: HashMap<String, (u8, String)>,
    identifiers: Vec<String>,
    /// The identifiers of rows that are new, by their codes: two codes that differ in a blank are two.
    new: HashMap<String, String>,
}

impl KnownRows {
    /// Those of the tables that were read and of what was added to them.
    pub fn of(table: Table, lists: &[TableRows], added: &[GivenRows]) -> Self {
        let mut known = Self::default();
        let aliases = table.column("aliases");
        let given = lists.iter().map(|rows| &rows.given).chain(added).filter(|rows| rows.table == table);
        for rows in given {
            for row in 0..u32::try_from(rows.len()).unwrap_or(u32::MAX) {
                let Some(identifier) = rows.cell(row, 0) else { continue };
                known.identifiers.push(identifier.to_owned());
                known.used.note(identifier.to_owned());
                known.note(0, identifier, identifier);
                let others = aliases.and_then(|column| rows.cell(row, column)).unwrap_or_default();
                others.split([',', ';', '|']).for_each(|alias| known.note(1, alias, identifier));
                known.note(2, rows.cell(row, 1).unwrap_or_default(), identifier);
            }
        }
        known
    }

    fn note(&mut self, distance: u8, words: &str, identifier: &str) {
        let key = key_of(words);
        if key.is_empty() || self.meanings.get(&key).is_some_and(|(known, _)| *known <= distance) {
            return;
        }
        self.meanings.insert(key, (distance, identifier.to_owned()));
    }

    /// The identifier of the row that a code means.
    pub fn find(&self, code: &str) -> Option<&str> {
        let given = self.meanings.get(&key_of(code)).map(|(_, identifier)| identifier);
        given.or_else(|| self.new.get(&code.to_uppercase())).map(String::as_str)
    }

    /// The identifier of the only row that there is.
    pub fn only(&self) -> Option<&str> {
        match self.identifiers.as_slice() {
            [one] => Some(one),
            _ => None,
        }
    }

    /// A row that is new: its code means it from now on.
    pub fn add(&mut self, code: &str, identifier: &str) {
        self.identifiers.push(identifier.to_owned());
        self.new.insert(code.to_uppercase(), identifier.to_owned());
    }

    /// An identifier for a row that is new.
    pub fn make(&mut self, words: &str) -> String {
        let wanted = identifier_of(words).unwrap_or_else(|| "code".to_owned());
        self.used.take(wanted)
    }
}
