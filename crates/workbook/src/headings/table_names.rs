//! What tables and their columns are called.

use crate::cells::{Heading, key_of};
use one_plan_model::plan::{ColumnKind, Table};
use std::collections::HashMap;

/// The columns that every table has to whose rows others refer.
const IDENTIFIER: usize = 0;
pub(crate) const NAME: usize = 1;

/// What tables and columns are called: their own names, and those that people use, from the definition of each table.
///
/// Only known names count. A name that is merely like one is asked about, and never taken for it.
#[derive(Debug)]
pub struct TableNames {
    tables: HashMap<String, Table>,
    columns: Vec<HashMap<String, usize>>,
    /// In how many tables each name of a column is known.
    tables_of: HashMap<String, usize>,
}

impl Default for TableNames {
    fn default() -> Self {
        let mut tables = HashMap::new();
        let mut columns = Vec::new();
        for table in Table::ALL {
            for name in std::iter::once(table.name()).chain(table.other_names().iter().copied()) {
                tables.entry(key_of(name)).or_insert(*table);
            }
            let mut names = HashMap::new();
            // The names of the columns themselves come first: another column's other name never hides one.
            for (at, column) in table.columns().iter().enumerate() {
                names.insert(key_of(column.name), at);
            }
            for (at, column) in table.columns().iter().enumerate() {
                for name in column.other_names() {
                    names.entry(key_of(name)).or_insert(at);
                }
            }
            if table.has_identifiers() {
                // What a row is called after its table: "Scheme" heads the names of schemes, "Scheme ref" what they are
                // referred to by.
                for called in table.other_names() {
                    // "Risk description" is what the risk is called, in a table that has no column for descriptions.
                    let describes = table.column("description").is_none().then_some("description");
                    for ending in ["", "name", "title"].into_iter().chain(describes) {
                        names.entry(key_of(called) + ending).or_insert(NAME);
                    }
                    for ending in ["id", "ref", "reference", "code", "no", "number"] {
                        names.entry(key_of(called) + ending).or_insert(IDENTIFIER);
                    }
                }
            }
            if let Some(year) = table.column("year") {
                for called in ["financial year", "fy"] {
                    names.entry(key_of(called)).or_insert(year);
                }
            }
            if table.has_identifiers() {
                for called in ["no", "number", "ref no", "reference no", "reference number"] {
                    names.entry(key_of(called)).or_insert(IDENTIFIER);
                }
            }
            columns.push(names);
        }
        let mut tables_of: HashMap<String, usize> = HashMap::new();
        for name in columns.iter().flat_map(HashMap::keys) {
            *tables_of.entry(name.clone()).or_default() += 1;
        }
        Self { tables, columns, tables_of }
    }
}

impl TableNames {
    /// The table that a sheet or a file is called after. Spreadsheets cut names of sheets after 31 letters.
    pub fn table(&self, name: &str) -> Option<Table> {
        const LONGEST_NAME_OF_A_SHEET: usize = 31;
        let key = key_of(name);
        self.tables.get(&key).copied().or_else(|| {
            let is_cut = name.chars().count() == LONGEST_NAME_OF_A_SHEET;
            let mut cut = Table::ALL.iter().filter(|table| is_cut && key_of(table.name()).starts_with(&key));
            cut.next().copied().filter(|_| cut.next().is_none())
        })
    }

    /// The table that a sheet is called after, with a year, a version or a month beside: "Schemes 26-27", "Risks v3 draft".
    pub fn table_beside_year(&self, name: &str) -> Option<Table> {
        const BESIDE: [&str; 9] = ["fy", "draft", "final", "version", "copy", "of", "for", "latest", "updated"];
        let is_beside = |word: &&str| {
            word.bytes().any(|byte| byte.is_ascii_digit())
                || BESIDE.iter().any(|beside| word.eq_ignore_ascii_case(beside))
        };
        let words = name.split(|letter: char| !letter.is_alphanumeric() && letter != '&');
        let rest: String = words.filter(|word| !is_beside(word)).collect();
        let table = self.tables.get(&key_of(&rest)).copied();
        // A sheet "Plan 2026-27" is hardly the one row of details.
        table.filter(|table| *table != Table::PlanDetails)
    }

    /// The column of a table that a heading means, by position.
    pub fn column(&self, table: Table, key: &str) -> Option<usize> {
        self.columns.get(table as usize)?.get(key).copied()
    }

    /// Whether a heading means the unit of the amounts of a row.
    pub(crate) fn is_of_money_unit(&self, table: Table, key: &str) -> bool {
        let column = self.column(table, key).and_then(|column| table.columns().get(column));
        column.is_some_and(|column| matches!(column.kind, ColumnKind::MoneyUnit))
    }

    /// How many tables have a column of this name.
    pub fn known_by(&self, key: &str) -> usize {
        self.tables_of.get(key).copied().unwrap_or_default()
    }

    /// The columns of a table whose names are nearly a heading: one letter is another, missing or too much, or two
    /// letters in long names. They are for a question, never for an answer.
    pub fn near_columns(&self, table: Table, heading: &Heading) -> Vec<usize> {
        let key = heading.key.as_str();
        let allowed = if key.len() >= 8 { 2 } else { 1 };
        let names = self.columns.get(table as usize).into_iter().flatten();
        let mut near: Vec<usize> = names
            .filter(|(name, _)| key.len() >= 4 && are_near(name, key, allowed))
            .map(|(_, column)| *column)
            .filter(|column| !heading.contradicts(table, *column))
            .collect();
        near.sort_unstable();
        near.dedup();
        near
    }
}

/// Whether two words differ by at most so many letters.
fn are_near(one: &str, other: &str, allowed: usize) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.len().abs_diff(other.len()) > allowed {
        return false;
    }
    // The distance of Levenshtein, row by row.
    let mut before: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.iter().enumerate() {
        let mut now = vec![at + 1];
        for (position, compared) in other.iter().enumerate() {
            let left = now.last().copied().unwrap_or_default();
            let above = before.get(position + 1).copied().unwrap_or_default();
            let diagonal = before.get(position).copied().unwrap_or_default();
            now.push((left + 1).min(above + 1).min(diagonal + usize::from(letter != compared)));
        }
        before = now;
    }
    before.last().is_some_and(|distance| *distance <= allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_of_a_table_or_a_column_means_two_things() {
        let mut seen: HashMap<String, Table> = HashMap::new();
        for table in Table::ALL {
            for name in std::iter::once(table.name()).chain(table.other_names().iter().copied()) {
                assert_eq!(*seen.entry(key_of(name)).or_insert(*table), *table, "{name}");
            }
            let mut columns: HashMap<String, &str> = HashMap::new();
            for column in table.columns() {
                for name in std::iter::once(column.name).chain(column.other_names().iter().copied()) {
                    let earlier = columns.insert(key_of(name), column.name);
                    assert!(earlier.is_none_or(|earlier| earlier == column.name), "{}: {name}", table.name());
                }
            }
        }
    }

    #[test]
    fn a_year_or_a_version_may_stand_beside_the_name_of_a_table() {
        let names = TableNames::default();
        for name in ["Schemes 26-27", "QIPP schemes 2026-27", "19_schemes", "Schemes for 2026-27 (draft v12.3"] {
            assert_eq!(names.table_beside_year(name), Some(Table::Scheme), "{name}");
        }
        for name in ["Plan 2026-27", "2026-27", "Old schemes", "Lookup schemes 26-27"] {
            assert_eq!(names.table_beside_year(name), None, "{name}");
        }
    }

    #[test]
    fn near_names_differ_by_a_letter_or_two_in_long_ones() {
        assert!(are_near("programme", "program", 2));
        assert!(are_near("gross", "gros", 1));
        assert!(!are_near("gross", "grow", 1));
    }
}
