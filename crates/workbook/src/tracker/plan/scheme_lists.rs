//! The lists in which the schemes of a tracker stand: one, of the organisation that all rows name, or a part of it for each.
//!
//! A plan says of a list whose savings it holds, and of no scheme. Where the sheet also says how the year goes, its monitored
//! lines have the organisation.

use super::list_of_rows::{list_of, push};
use crate::cells::{identifier_of, key_of};
use crate::headings::Field;
use crate::tables::TableRows;
use crate::tracker::reading::{Reader, SchemeRow, UsedByTrackers};
use one_plan_model::plan::Table;
use std::collections::BTreeMap;

/// The lists of schemes that a tracker becomes.
pub struct SchemeLists {
    whole: Box<str>,
    /// The parts of it, by the key of their organisation.
    parts: BTreeMap<String, Box<str>>,
}

impl SchemeLists {
    /// Makes them, with their rows in the plan.
    pub fn of(
        reader: &Reader<'_>,
        id: &str,
        name: &str,
        rows: &[SchemeRow],
        used: &mut UsedByTrackers,
    ) -> (Self, TableRows) {
        let in_sheet = [("organisation", Field::Organisation)];
        let made = ["id", "name", "year", "parent"];
        let mut table = list_of(Table::SchemeList, reader.header, reader.place, &in_sheet, &made);
        let year: Box<str> = reader.year.to_string().into();
        let mut lists = Self { whole: id.into(), parts: BTreeMap::new() };
        // The organisations in the order of the sheet, each with its first row.
        let mut organisations: Vec<(u32, Box<str>)> = Vec::new();
        let mut are_all_of_one = true;
        for scheme in rows.iter().filter(|_| !reader.is_monitored()) {
            let Some(words) = reader.words(scheme.row, Field::Organisation) else {
                are_all_of_one = false;
                continue;
            };
            if lists.parts.insert(key_of(&words), id.into()).is_none() {
                organisations.push((scheme.row, words));
            }
        }
        are_all_of_one &= organisations.len() == 1;
        let of_all = organisations.first().filter(|_| are_all_of_one);
        let row = of_all.map_or(reader.header.row, |(row, _)| *row);
        let organisation = of_all.map(|(_, words)| words.clone());
        push(&mut table, row, vec![organisation, Some(id.into()), Some(name.into()), Some(year.clone()), None]);
        if are_all_of_one {
            return (lists, table);
        }
        for (row, words) in organisations {
            let name = format!("{name}: {}", words.trim());
            let part = used.take_list(identifier_of(&name).unwrap_or_else(|| id.to_owned()));
            lists.parts.insert(key_of(&words), part.as_str().into());
            let cells = [Some(words), Some(part.into()), Some(name.into()), Some(year.clone()), Some(id.into())];
            push(&mut table, row, cells.into());
        }
        (lists, table)
    }

    /// The list of a scheme.
    pub fn list(&self, reader: &Reader<'_>, row: u32) -> Box<str> {
        let part = reader.words(row, Field::Organisation).and_then(|words| self.parts.get(&key_of(&words)));
        part.unwrap_or(&self.whole).clone()
    }
}
