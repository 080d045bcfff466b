//! How the remarks about contract monitoring are made.

use crate::issues::{Effect, Issue, Place, Severity};
use one_plan_model::plan::Table;

/// The remarks so far.
#[derive(Clone, Debug, Default)]
pub struct Telling {
    /// All of them.
    pub issues: Vec<Issue>,
}

/// A remark.
pub struct Remark<'a> {
    /// How much it matters.
    pub severity: Severity,
    /// What became of what it is about.
    pub effect: Effect,
    /// The table that it concerns.
    pub table: Option<Table>,
    /// What it is about, as it stands in the files.
    pub value: String,
    /// What is to be said.
    pub what: String,
    /// What to do.
    pub expected: &'a str,
}

impl Telling {
    /// Adds a remark about a place.
    pub fn tell(&mut self, place: Place, remark: Remark<'_>) {
        self.issues.push(Issue {
            severity: remark.severity,
            place,
            column: remark.table.map(|table| (table, None)),
            value: remark.value,
            what: remark.what,
            expected: remark.expected.to_owned(),
            effect: remark.effect,
        });
    }

    /// Adds something worth knowing.
    pub fn note(&mut self, place: Place, table: Option<Table>, what: String, expected: &str) {
        let remark = Remark {
            severity: Severity::Information,
            effect: Effect::Used,
            table,
            value: String::new(),
            what,
            expected,
        };
        self.tell(place, remark);
    }
}

/// `1 row`, `2 rows`.
pub fn counted(count: usize, one: &str, more: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {more}") }
}

/// Some words, which are the first of so many.
pub fn first_of<W: AsRef<str>>(words: &[W], count: usize) -> String {
    let shown = words.iter().map(AsRef::as_ref).collect::<Vec<&str>>().join(", ");
    match count.saturating_sub(words.len()) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}
