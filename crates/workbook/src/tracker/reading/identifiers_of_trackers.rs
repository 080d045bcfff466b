//! Which identifiers the trackers of all files have taken.

use crate::cells::UsedIdentifiers;
use one_plan_model::quantity::FinancialYear;
use std::collections::HashMap;

/// The identifiers that trackers have taken, of lists and of schemes.
///
/// A scheme often stands in two sheets, of which one lists it and the other says how the year goes: in both it has the same
/// identifier, by which what is said of it is put together afterwards.
#[derive(Clone, Debug, Default)]
pub struct UsedByTrackers {
    used: UsedIdentifiers,
    /// The first scheme of a reference in sheets that list schemes, and in those that say how the year goes.
    listed: HashMap<(FinancialYear, String), String>,
    monitored: HashMap<(FinancialYear, String), String>,
}

impl UsedByTrackers {
    /// Takes the identifier of a list.
    pub(crate) fn take_list(&mut self, wanted: String) -> String {
        self.used.take(wanted)
    }

    /// Takes the identifier of a scheme in a sheet that says how the year goes, or in one that only lists it.
    pub(super) fn take_scheme(&mut self, wanted: String, year: FinancialYear, is_monitored: bool) -> String {
        let key = (year, wanted);
        let (own, other) =
            if is_monitored { (&mut self.monitored, &self.listed) } else { (&mut self.listed, &self.monitored) };
        let shared = other.get(&key).filter(|_| !own.contains_key(&key)).cloned();
        let id = shared.unwrap_or_else(|| self.used.take(key.1.clone()));
        own.entry(key).or_insert_with(|| id.clone());
        id
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_scheme_that_is_listed_and_monitored_is_one() {
        let year = FinancialYear::read("2026/27").unwrap();
        let mut used = UsedByTrackers::default();
        let mut take = |year, is_monitored| used.take_scheme("a1".to_owned(), year, is_monitored);
        // Twice in the list it is two schemes; what monitors it once monitors the first.
        assert_eq!([false, false, true, true].map(|kind| take(year, kind)), ["a1", "a1-2", "a1", "a1-3"]);
        // Of another year it is another one.
        let next = FinancialYear::read("2027/28").unwrap();
        assert_eq!([true, false].map(|kind| take(next, kind)), ["a1-4", "a1-4"]);
    }
}
