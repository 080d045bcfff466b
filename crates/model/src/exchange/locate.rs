//! Where in a file something stands that has a problem. A file that can be used is never gone through for it.

use super::json_cursor::{Broken, Cursor};
use super::located::{BYTES_AT_A_TIME, Entries, Text, offset_of};
use super::place::Place;
use crate::pace::Pace;
use crate::plan::Table;
use serde_json::value::RawValue;
use std::collections::{BTreeMap, BTreeSet};

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
    pub(super) async fn find<'p>(text: &str, wanted: impl Iterator<Item = &'p Place>, pace: &Pace<'_>) -> Self {
        let mut rows: BTreeSet<(Table, u32)> = BTreeSet::new();
        rows.extend(wanted.filter_map(|place| Some((place.table?, place.row?))));
        let mut places = Self {
            start: text.len() - text.trim_start().len(),
            entries: BTreeMap::new(),
            rows: BTreeMap::new(),
            cells: BTreeMap::new(),
        };
        // The file was read before: it is JSON.
        let _ = places.go_through(text, &rows, pace).await;
        places
    }

    async fn go_through(&mut self, text: &str, wanted: &BTreeSet<(Table, u32)>, pace: &Pace<'_>) -> Result<(), Broken> {
        let mut cursor = Cursor::open(text)?;
        let mut repeats: BTreeMap<String, u32> = BTreeMap::new();
        let mut is_first = true;
        while let Some(Text(key)) = cursor.next_name(is_first)? {
            is_first = false;
            let repeat = count(&mut repeats, &key);
            self.entries.insert((key.to_string(), repeat), cursor.start_of_value());
            let table = Table::named(&key).filter(|_| repeat == 0);
            if !cursor.open_list() {
                cursor.value()?;
                continue;
            }
            let (mut row, mut asked) = (0, cursor.at());
            while cursor.next_element(row == 0)? {
                let value = cursor.value()?;
                if let Some(table) = table.filter(|table| wanted.contains(&(*table, row))) {
                    self.find_row(text, table, row, value);
                }
                row += 1;
                if cursor.at() >= asked + BYTES_AT_A_TIME {
                    asked = cursor.at();
                    pace.checked_rows().await;
                }
            }
        }
        Ok(())
    }

    fn find_row(&mut self, text: &str, table: Table, row: u32, raw: &RawValue) {
        self.rows.insert((table, row), offset_of(text, raw.get()));
        let Entries(entries) = serde_json::from_str(raw.get()).unwrap_or(Entries(Vec::new()));
        let mut repeats: BTreeMap<String, u32> = BTreeMap::new();
        for (Text(name), value) in entries {
            let repeat = count(&mut repeats, &name);
            self.cells.insert((table, row, name.into_owned(), repeat), offset_of(text, value.get()));
        }
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

/// How often a name was counted before.
fn count(repeats: &mut BTreeMap<String, u32>, name: &str) -> u32 {
    let times = repeats.entry(name.to_owned()).or_default();
    *times += 1;
    *times - 1
}
