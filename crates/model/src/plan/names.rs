use super::Table;
use std::collections::HashMap;

/// The identifiers of every table that others refer to. Names are resolved to positions once,
/// when a plan is read; the engine never looks up a text in a loop.
#[derive(Clone, Debug, Default)]
pub struct Names {
    tables: Vec<TableNames>,
}

#[derive(Clone, Debug, Default)]
struct TableNames {
    by_identifier: HashMap<Box<str>, u32>,
    identifiers: Vec<Box<str>>,
}

impl Names {
    /// Notes the identifier of the next row of a table. Returns the position of an earlier row
    /// that has the same one.
    pub fn note(&mut self, table: Table, identifier: &str) -> Option<u32> {
        let slot = table as usize;
        if self.tables.len() <= slot {
            self.tables.resize_with(slot + 1, TableNames::default);
        }
        let names = self.tables.get_mut(slot)?;
        let position = u32::try_from(names.identifiers.len()).unwrap_or(u32::MAX);
        names.identifiers.push(identifier.into());
        if let Some(earlier) = names.by_identifier.get(identifier) {
            return Some(*earlier);
        }
        names.by_identifier.insert(identifier.into(), position);
        None
    }

    /// The position of the row with an identifier.
    pub fn find(&self, table: Table, identifier: &str) -> Option<u32> {
        self.tables.get(table as usize)?.by_identifier.get(identifier).copied()
    }

    /// The identifier of the row at a position.
    pub fn identifier(&self, table: Table, position: u32) -> Option<&str> {
        self.tables.get(table as usize)?.identifiers.get(position as usize).map(AsRef::as_ref)
    }
}
