//! What is found for words: pages, figures, findings, rows of tables and help. Pure: it draws nothing.

use crate::components::{FINDING, capitalised, choice_words, mentions};
use crate::navigation::{Page, with_value};
use crate::session::Session;
use one_plan_model::calculation::format;
use one_plan_model::plan::{Plan, Table};

/// So many of a group are named at first; the others where a person asks for them.
pub(super) const NAMED: usize = 6;
/// So many more are named each time a person asks.
pub(super) const MORE: usize = 50;
/// No more than so many of a group are counted.
const COUNTED: usize = 500;

/// Things of one sort that were found.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Group {
    /// What they are.
    pub name: &'static str,
    /// They themselves.
    pub hits: Vec<Hit>,
    /// How many there are; at the limit there may be more.
    pub count: usize,
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Hit {
    /// What it is called.
    pub title: String,
    /// What more there is to say, such as its value.
    pub note: String,
    /// Where it leads.
    pub address: String,
}

impl Group {
    const fn new(name: &'static str) -> Self {
        Self { name, hits: Vec::new(), count: 0 }
    }

    /// Adds one more; whether it is worth looking for others.
    fn add(&mut self, hit: impl FnOnce() -> Hit) -> bool {
        self.hits.push(hit());
        self.count += 1;
        self.count < COUNTED
    }

    /// Whether there may be more than are counted.
    pub fn is_full(&self) -> bool {
        self.count >= COUNTED
    }
}

/// Whether a text holds every one of some words, or parts of them, in whatever order.
fn has_all(text: &str, words: &str) -> bool {
    words.split_whitespace().all(|word| mentions(text, word))
}

/// Everything that mentions some words. The address is where the person is: an explanation opens there.
pub(super) fn found(session: &Session, words: &str, here: &str) -> Vec<Group> {
    let groups = [
        pages(words),
        figures(session, words, here),
        findings(session, words),
        rows(session.plan(), words),
        help(words),
    ];
    groups.into_iter().filter(|group| group.count > 0).collect()
}

fn pages(words: &str) -> Group {
    let mut group = Group::new("Pages");
    for page in Page::OF_A_PLAN.into_iter().chain([Page::Pack, Page::Help]) {
        if has_all(page.name(), words) {
            group.add(|| Hit { title: page.name().to_owned(), note: String::new(), address: page.hash() });
        }
    }
    group
}

fn figures(session: &Session, words: &str, here: &str) -> Group {
    let mut group = Group::new("Figures");
    let plan = session.plan();
    for (key, value) in session.outcome().figures() {
        let label = key.label(plan);
        if !has_all(&label, words) {
            continue;
        }
        let hit = || Hit {
            title: label,
            note: format::in_unit(value, key.kind.unit),
            address: with_value(here, "explain", &key.id(plan)),
        };
        if !group.add(hit) {
            break;
        }
    }
    group
}

fn findings(session: &Session, words: &str) -> Group {
    let mut group = Group::new("Findings");
    let outcome = session.outcome();
    let mut names = None;
    for (at, finding) in outcome.findings().iter().enumerate() {
        if !has_all(&finding.message, words) {
            continue;
        }
        let names = names.get_or_insert_with(|| outcome.finding_names(session.plan()));
        let hit = || Hit {
            title: finding.message.clone(),
            note: capitalised(&finding.code.replace('-', " ")),
            address: with_value(&Page::Checks.hash(), FINDING, names.get(at).map_or("", String::as_str)),
        };
        if !group.add(hit) {
            break;
        }
    }
    group
}

/// The rows of which a cell mentions the words. Numbers are looked through only for words with a digit.
fn rows(plan: &Plan, words: &str) -> Group {
    let mut group = Group::new("Rows of tables");
    let is_number = words.contains(|letter: char| letter.is_ascii_digit());
    let wanted = words.replace(',', "");
    for table in Table::ALL.iter().copied() {
        let store = plan.store(table);
        for row in 0..store.rows() {
            let found = table.columns().iter().enumerate().find_map(|(at, column)| {
                if let Some(text) = store.column(at).text(row) {
                    return has_all(text, words).then(|| (column.name, text.to_owned()));
                }
                if !is_number || store.column(at).is_empty_at(row) {
                    return None;
                }
                let text = plan.written_cell(table, row, column.name)?;
                text.replace(',', "").contains(&wanted).then_some((column.name, text))
            });
            let Some((column, text)) = found else { continue };
            let hit = || Hit {
                title: plan.title(table, row).map_or_else(|| text.clone(), str::to_owned),
                note: format!("{}, row {}, {}", choice_words(table.name()), u64::from(row) + 1, choice_words(column)),
                address: Page::Row(table, row).hash(),
            };
            if !group.add(hit) {
                return group;
            }
        }
    }
    group
}

fn help(words: &str) -> Group {
    let mut group = Group::new("Help");
    // What is called so comes before what only speaks of it; in a long text words apart from each other say little.
    let (called, others): (Vec<_>, Vec<_>) = crate::pages::help_entries()
        .filter(|entry| has_all(&entry.title, words) || mentions(entry.text, words))
        .partition(|entry| has_all(&entry.title, words));
    for entry in called.into_iter().chain(others) {
        let address = with_value(&Page::Help.hash(), "help-find", &entry.title);
        group.add(|| Hit { title: entry.title, note: entry.sort.to_owned(), address });
    }
    group
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::example;

    fn titles(words: &str, group: &str) -> Vec<String> {
        let plan = example::plan(
            r#""scheme_lists": [{"id": "plan", "name": "Plan", "year": "2011/12"}],
            "schemes": [{"id": "a", "name": "Ambulatory care", "list": "plan", "gross": "1,234", "unit": "£000"}]"#,
        );
        let outcome = one_plan_model::outcome::compute(&plan);
        let session = Session::open(plan, outcome, "plan.json");
        let groups = found(&session, words, "#/savings");
        let of = groups.into_iter().find(|of| of.name == group);
        of.map(|of| of.hits.into_iter().map(|hit| hit.title).collect()).unwrap_or_default()
    }

    #[test]
    fn words_are_found_wherever_they_stand() {
        assert_eq!(titles("sav", "Pages"), ["Savings"]);
        assert!(titles("ambulatory", "Figures").contains(&"Ambulatory care: gross saving".to_owned()));
        assert_eq!(titles("AMBULATORY", "Rows of tables"), ["Ambulatory care"]);
        assert!(
            titles("saving ambulatory", "Figures").contains(&"Ambulatory care: gross saving".to_owned()),
            "in any order"
        );
        assert_eq!(titles("1234", "Rows of tables"), ["Ambulatory care"], "commas do not matter");
        assert!(titles("control total", "Help").contains(&"control total".to_owned()));
        assert_eq!(titles("dead band", "Help").first().map(String::as_str), Some("dead band"));
        assert!(titles("nothing has this in it", "Help").is_empty());
    }
}
