//! Identifiers that are taken.

use std::collections::{HashMap, HashSet};

/// The identifiers that are taken. A row whose identifier is taken gets the next number behind it.
#[derive(Clone, Debug, Default)]
pub struct UsedIdentifiers {
    used: HashSet<String>,
    /// The number to try next behind each identifier that was wanted again: what is below it is taken.
    next: HashMap<String, u32>,
}

impl UsedIdentifiers {
    /// Takes an identifier, or one with a number behind it where it is taken.
    ///
    /// ```
    /// use one_plan_workbook::cells::UsedIdentifiers;
    /// let mut used = UsedIdentifiers::default();
    /// assert_eq!(["a", "a", "a-2", "a"].map(|wanted| used.take(wanted.to_owned())), ["a", "a-2", "a-2-2", "a-3"]);
    /// ```
    pub fn take(&mut self, wanted: String) -> String {
        if self.used.insert(wanted.clone()) {
            return wanted;
        }
        let next = self.next.entry(wanted.clone()).or_insert(2);
        loop {
            let numbered = format!("{wanted}-{next}");
            *next = next.saturating_add(1);
            if self.used.insert(numbered.clone()) || *next == u32::MAX {
                return numbered;
            }
        }
    }

    /// Takes an identifier that stands in a file, whether or not it is taken.
    pub fn note(&mut self, identifier: String) {
        self.used.insert(identifier);
    }
}
