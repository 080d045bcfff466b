use super::Table;
use std::sync::Arc;

/// The identifiers of every table that others refer to. Names are resolved to positions once,
/// when a plan is read; the engine never looks up a text in a loop. Two plans of the same rows share them.
#[derive(Clone, Debug, Default)]
pub struct Names {
    tables: Arc<Vec<TableNames>>,
}

/// The identifiers of a table by position, and where each stands: a row lies in the place that its
/// identifier asks for, or in the first empty one after it.
#[derive(Debug, Default)]
struct TableNames {
    identifiers: Vec<Box<str>>,
    // One more than the position, so that zero is an empty place. Their number is a power of two, and
    // at most half of them are taken.
    places: Vec<u32>,
}

impl TableNames {
    /// The position of the row with an identifier, or else the empty place for it.
    fn find(&self, identifier: &str) -> Result<u32, usize> {
        let mask = self.places.len().wrapping_sub(1);
        let mut place = hash(identifier) as usize & mask;
        while let Some(position) = self.places.get(place).and_then(|taken| taken.checked_sub(1)) {
            if self.identifiers.get(position as usize).is_some_and(|other| **other == *identifier) {
                return Ok(position);
            }
            place = (place + 1) & mask;
        }
        Err(place)
    }

    fn place(&mut self, place: usize, position: u32) {
        if let Some(empty) = self.places.get_mut(place) {
            *empty = position + 1;
        }
    }

    fn note(&mut self, identifier: &str) -> Option<u32> {
        let position = u32::try_from(self.identifiers.len()).unwrap_or(u32::MAX - 1);
        if self.identifiers.len() * 2 >= self.places.len() {
            self.places = vec![0; (self.places.len() * 2).max(16)];
            for earlier in 0..position {
                let found = self.identifiers.get(earlier as usize).map(|identifier| self.find(identifier));
                if let Some(Err(place)) = found {
                    self.place(place, earlier);
                }
            }
        }
        let found = self.find(identifier);
        self.identifiers.push(identifier.into());
        if let Err(place) = found {
            self.place(place, position);
        }
        found.ok()
    }
}

/// The hash of Fowler, Noll and Vo: identifiers are short.
fn hash(identifier: &str) -> u32 {
    identifier.bytes().fold(0x811c_9dc5, |hash: u32, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

impl Names {
    /// Notes the identifier of the next row of a table. Returns the position of an earlier row
    /// that has the same one.
    pub fn note(&mut self, table: Table, identifier: &str) -> Option<u32> {
        let tables = Arc::get_mut(&mut self.tables)?;
        let slot = table as usize;
        if tables.len() <= slot {
            tables.resize_with(slot + 1, TableNames::default);
        }
        tables.get_mut(slot)?.note(identifier)
    }

    /// The position of the row with an identifier.
    pub fn find(&self, table: Table, identifier: &str) -> Option<u32> {
        self.tables.get(table as usize)?.find(identifier).ok()
    }

    /// The identifier of the row at a position.
    pub fn identifier(&self, table: Table, position: u32) -> Option<&str> {
        self.tables.get(table as usize)?.identifiers.get(position as usize).map(AsRef::as_ref)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_identifier_is_found_at_its_first_row_however_many_there_are() {
        let mut names = Names::default();
        assert_eq!(names.find(Table::Scheme, "s-1"), None);
        for row in 0..10_000 {
            assert_eq!(names.note(Table::Scheme, &format!("s-{row}")), None);
        }
        assert_eq!(names.note(Table::Scheme, "s-7"), Some(7));
        for row in 0..10_000 {
            assert_eq!(names.find(Table::Scheme, &format!("s-{row}")), Some(row));
        }
        assert_eq!(names.identifier(Table::Scheme, 10_000), Some("s-7"));
        assert_eq!((names.find(Table::Scheme, "s-10000"), names.find(Table::Setting, "s-1")), (None, None));
    }
}
