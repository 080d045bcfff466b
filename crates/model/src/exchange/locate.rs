//! Where in a file something stands that has a problem. A file that can be used is never gone through for it.

use super::located::{Entries, Text, offset_of};
use super::place::Place;
use crate::plan::Table;
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// The byte at which each of some places stands.
pub(super) struct Places {
    start: usize,
    // By table or entry and its repeat; by row; by column of the row and its repeat.
    entries: BTreeMap<(String, u32), usize>,
    rows: BTreeMap<(Table, u32), usize>,
    cells: BTreeMap<(Table, u32, String, u32), usize>,
}

impl Places {
    /// Goes through a file once and keeps what is asked for.
    pub(super) fn find<'p>(text: &str, wanted: impl Iterator<Item = &'p Place>) -> Self {
        let mut rows: BTreeSet<(Table, u32)> = BTreeSet::new();
        rows.extend(wanted.filter_map(|place| Some((place.table?, place.row?))));
        let mut places = Self {
            start: text.len() - text.trim_start().len(),
            entries: BTreeMap::new(),
            rows: BTreeMap::new(),
            cells: BTreeMap::new(),
        };
        let mut deserializer = serde_json::Deserializer::from_str(text);
        // The file was read before: it is JSON.
        let _ = deserializer.deserialize_map(EntryPlaces { text, wanted: &rows, places: &mut places });
        places
    }

    /// Where a place stands: the cell, or else its row, or else its table; nothing for what is missing in the file.
    pub(super) fn offset(&self, place: &Place) -> Option<usize> {
        let column = place.column.as_ref();
        let Some(table) = place.table else {
            let name = column.cloned().unwrap_or_default();
            return self.entries.get(&(name, place.repeat)).copied().or(Some(self.start));
        };
        let Some(row) = place.row else {
            return self.entries.get(&(table.name().to_owned(), place.repeat)).copied();
        };
        let cell = column.and_then(|column| self.cells.get(&(table, row, column.clone(), place.repeat)));
        cell.or_else(|| self.rows.get(&(table, row))).copied()
    }
}

struct EntryPlaces<'r, 'a> {
    text: &'a str,
    wanted: &'r BTreeSet<(Table, u32)>,
    places: &'r mut Places,
}

impl<'de> Visitor<'de> for EntryPlaces<'_, '_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut repeats: BTreeMap<String, u32> = BTreeMap::new();
        while let Some(Text(key)) = map.next_key::<Text<'de>>()? {
            let value = map.next_value::<&RawValue>()?;
            let times = repeats.entry(key.to_string()).or_default();
            let repeat = *times;
            *times += 1;
            self.places.entries.insert((key.to_string(), repeat), offset_of(self.text, value.get()));
            let Some(table) = Table::named(&key).filter(|_| repeat == 0) else { continue };
            if self.wanted.range((table, 0)..=(table, u32::MAX)).next().is_some() {
                let rows = RowPlaces { text: self.text, table, wanted: self.wanted, places: self.places };
                // What is no list has no rows.
                let _ = rows.deserialize(&mut serde_json::Deserializer::from_str(value.get()));
            }
        }
        Ok(())
    }
}

struct RowPlaces<'r, 'a> {
    text: &'a str,
    table: Table,
    wanted: &'r BTreeSet<(Table, u32)>,
    places: &'r mut Places,
}

impl<'de> DeserializeSeed<'de> for RowPlaces<'_, '_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for RowPlaces<'_, '_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let mut row = 0;
        while let Some(raw) = list.next_element::<&'de RawValue>()? {
            if self.wanted.contains(&(self.table, row)) {
                self.places.rows.insert((self.table, row), offset_of(self.text, raw.get()));
                let Entries(entries) = serde_json::from_str(raw.get()).unwrap_or(Entries(Vec::new()));
                let mut repeats: BTreeMap<String, u32> = BTreeMap::new();
                for (Text(name), value) in entries {
                    let times = repeats.entry(name.to_string()).or_default();
                    let repeat = *times;
                    *times += 1;
                    let offset = offset_of(self.text, value.get());
                    self.places.cells.insert((self.table, row, name.into_owned(), repeat), offset);
                }
            }
            row += 1;
        }
        Ok(())
    }
}
