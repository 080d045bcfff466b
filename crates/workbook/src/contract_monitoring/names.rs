//! What codes of providers and points of delivery are called in files.

use crate::sheet::Cell;
use std::collections::BTreeMap;

/// The names beside codes, by the number of the code; nothing where a code has several.
#[derive(Clone, Debug, Default)]
pub struct NamesInFiles {
    providers: BTreeMap<u32, Option<Box<str>>>,
    points: BTreeMap<u32, Option<Box<str>>>,
}

impl NamesInFiles {
    /// Notes what a provider is called in a row.
    pub fn of_provider(&mut self, provider: u32, cell: &Cell) {
        note(&mut self.providers, provider, cell);
    }

    /// Notes what a point of delivery is called in a row.
    pub fn of_point(&mut self, point: u32, cell: &Cell) {
        note(&mut self.points, point, cell);
    }

    /// The one name of a provider.
    pub fn provider(&self, provider: u32) -> Option<&str> {
        self.providers.get(&provider)?.as_deref()
    }

    /// The one name of a point of delivery.
    pub fn point(&self, point: u32) -> Option<&str> {
        self.points.get(&point)?.as_deref()
    }
}

fn note(names: &mut BTreeMap<u32, Option<Box<str>>>, code: u32, cell: &Cell) {
    let Cell::Text(words) = cell else { return };
    let words = words.trim();
    if words.is_empty() {
        return;
    }
    let name = names.entry(code).or_insert_with(|| Some(words.into()));
    if name.as_deref().is_some_and(|name| !name.eq_ignore_ascii_case(words)) {
        *name = None;
    }
}
