//! A sheet for each month, of which no heading says of which time its amounts are: "Plan" on the sheet "Apr" may be that of April, of
//! the year so far, or of the whole year. Read as the last, the plans of all months would count as so many plans of the year.
//!
//! Such sheets are not read. One sheet alone is no such case, nor are sheets with other rows.

use super::snapshots::Snapshot;
use crate::issues::{Effect, Issue, Severity};
use std::collections::HashSet;

/// What is to be said of sheets of several months with the same rows, where none of them says of which time its amounts are.
pub fn months_alone(all: &[Snapshot]) -> Vec<Issue> {
    let untold: Vec<&Snapshot> = all.iter().filter(|snapshot| snapshot.is_of_untold_time).collect();
    let has_same_rows = |one: &Snapshot, other: &Snapshot| {
        let keys: HashSet<&str> = one.rows.iter().map(|row| row.key.as_str()).collect();
        let common = other.rows.iter().filter(|row| keys.contains(row.key.as_str())).count();
        one.month != other.month && one.year == other.year && common > 0 && common * 2 >= other.rows.len()
    };
    let is_one_of_several =
        |one: &&&Snapshot| untold.iter().any(|other| has_same_rows(one, other) || has_same_rows(other, one));
    let issue = |of: &&Snapshot| {
        Issue {
        severity: Severity::Error,
        place: of.place,
        column: None,
        value: of.sheet.clone(),
        what: format!(
            "the sheet \"{}\" is not read: sheets of other months have the same rows, and no heading is that of the plan of the year or \
             of figures to date: amounts may be those of the month, of the year so far or of the whole year",
            of.sheet
        ),
        expected: "\"Annual plan\" over the plan of the year, and beside it \"Plan to date\" and \"Actual to date\", or \"Plan in month\" \
                   and \"Actual in month\""
            .to_owned(),
        effect: Effect::LeftAlone,
    }
    };
    untold.iter().filter(is_one_of_several).map(issue).collect()
}
