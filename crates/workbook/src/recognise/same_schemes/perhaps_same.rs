//! Schemes of one name and one plan in several sheets, of which other things are said: perhaps one, and perhaps those of so many
//! divisions. Each counts, and of each name it is said once with all places.

use super::repeated_schemes::{Repeated, SchemeAt};
use super::scheme_sources::SchemeSource;
use crate::issues::{Effect, Issue, Place, Severity};
use crate::sheet::SourceFile;
use crate::tables::TableRows;
use std::collections::BTreeMap;

/// So many places are named.
const MOST_NAMED: usize = 12;

/// The places of schemes by their name.
#[derive(Debug, Default)]
pub struct PerhapsSame {
    by_name: BTreeMap<String, OfName>,
}

/// What a scheme is called, and where it stands.
#[derive(Debug, Default)]
struct OfName {
    name: String,
    /// Each with the reference that is written there.
    places: BTreeMap<Place, Option<Box<str>>>,
}

impl PerhapsSame {
    /// Notes two rows that may be one scheme.
    pub fn note(&mut self, sources: &[SchemeSource], repeated: &Repeated, tables: &[TableRows]) {
        for at in [repeated.of, repeated.scheme] {
            let scheme = sources.get(at.0).and_then(|source| source.schemes.get(at.1));
            let Some((name, key, place)) = of_scheme(sources, at, tables) else { continue };
            let of_name = self.by_name.entry(key).or_default();
            of_name.name = name;
            of_name.places.insert(place, scheme.and_then(|scheme| scheme.written.clone()));
        }
    }

    /// What is to be said of each name.
    pub fn issues<'s>(&'s self, files: &'s [SourceFile]) -> impl Iterator<Item = Issue> + 's {
        self.by_name.values().filter_map(|of_name| of_name.issue(files))
    }
}

fn of_scheme(sources: &[SchemeSource], at: SchemeAt, tables: &[TableRows]) -> Option<(String, String, Place)> {
    let source = sources.get(at.0)?;
    let scheme = source.schemes.get(at.1)?;
    let (name, key) = scheme.name.clone()?;
    let row = tables.get(scheme.at.0).and_then(|rows| rows.positions.get(scheme.at.1 as usize)).copied();
    // What has another plan under the same name is another scheme.
    let plan = scheme.plan.map(|plan| plan.to_string()).unwrap_or_default();
    Some((name.into(), format!("{key}|{plan}"), Place { row, ..source.place }))
}

impl OfName {
    fn issue(&self, files: &[SourceFile]) -> Option<Issue> {
        let last = *self.places.keys().last()?;
        let are_of_one_file = self.places.keys().all(|place| place.file == last.file);
        let named = self.places.iter().take(MOST_NAMED).map(|(place, written)| {
            let written = written.as_ref().map(|written| format!(" ({written})")).unwrap_or_default();
            format!("{}{written}", place_words(*place, files, are_of_one_file))
        });
        let more = self.places.len().saturating_sub(MOST_NAMED);
        let more = if more > 0 { format!(", and {more} more") } else { String::new() };
        let what = format!(
            "\"{}\" stands in {} sheets with the same plan, and other things are said of it there, or of most schemes beside it: \
             each counts: {}{more}",
            self.name,
            self.places.len(),
            named.collect::<Vec<_>>().join(", ")
        );
        Some(Issue {
            severity: Severity::Warning,
            place: last,
            column: None,
            value: self.name.clone(),
            what,
            expected: "nothing, if they are schemes of their own, such as those of several divisions; otherwise the same reference \
                       in all sheets"
                .to_owned(),
            effect: Effect::Used,
        })
    }
}

fn place_words(place: Place, files: &[SourceFile], are_of_one_file: bool) -> String {
    let file = files.get(place.file);
    let sheet = file.and_then(|file| file.sheets.get(place.sheet?)).map_or("", |sheet| sheet.name.as_str());
    let row = place.row.map(|row| format!(" row {}", u64::from(row) + 1)).unwrap_or_default();
    let of_file = file.filter(|_| !are_of_one_file).map(|file| format!(" of {}", file.name)).unwrap_or_default();
    format!("\"{sheet}\"{of_file}{row}")
}
