//! What is expected where a file names a table that there is not: the tables that have a word of the name, or else where all
//! of them are listed. A list of all of them would be a page long, and the one that is meant would be lost in it.

use crate::plan::{Table, slip_of};

/// So many tables are named at most: beyond that the list of all is read sooner.
const MOST_NAMED: usize = 8;
/// A name with more words than any table is no name of one.
const MOST_WORDS: usize = 12;
/// Where all tables are listed.
const ALL: &str = "all tables are listed on the page under Help, and in docs/plan-file.md";

/// What is expected in place of a name that is that of no table. Nothing is guessed: a table is named where it is called so
/// but for capitals, blanks, hyphens or one row of it, where its name is one slip of the hand away, or else where a whole word of
/// the name stands in its own.
pub(super) fn expected_table(name: &str) -> String {
    let words: Vec<String> = words_of(name).take(MOST_WORDS).collect();
    let same = |table: &&Table| words_of(table.name()).map(singular).eq(words.iter().cloned().map(singular));
    if let Some(table) = Table::ALL.iter().find(same) {
        return format!("\"{}\"", table.name());
    }
    if let Some(meant) = slip_of(name, Table::ALL.iter().map(|table| table.name())) {
        return format!("\"{meant}\", or another table; {ALL}");
    }
    let has_word = |table: &&Table| {
        words_of(table.name()).map(singular).any(|word| words.iter().any(|of| singular(of.clone()) == word))
    };
    let named: Vec<String> = Table::ALL.iter().filter(has_word).map(|table| format!("\"{}\"", table.name())).collect();
    match named.as_slice() {
        [] => format!("a table of a plan file; {ALL}"),
        few if few.len() <= MOST_NAMED => format!("{}, or another table; {ALL}", few.join(", ")),
        many => {
            let first = many.get(..MOST_NAMED).unwrap_or_default().join(", ");
            format!("{first} or another table; {ALL}")
        }
    }
}

/// The words of a name, in small letters.
fn words_of(name: &str) -> impl Iterator<Item = String> {
    name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// A table is called by its rows, and a person may name one of them.
fn singular(word: String) -> String {
    let one = word.strip_suffix("ies").map(|stem| format!("{stem}y"));
    one.or_else(|| word.strip_suffix('s').map(str::to_owned)).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_name_written_otherwise_is_named_alone() {
        for (name, table) in [
            ("Schemes", "schemes"),
            ("scheme", "schemes"),
            ("budget-lines", "budget_lines"),
            ("Scheme Lists", "scheme_lists"),
            ("activity", "monthly_activity"),
            ("risk", "risks"),
            ("capacity", "capacities"),
        ] {
            let expected = expected_table(name);
            assert!(expected.contains(&format!("\"{table}\"")), "{name}: {expected}");
        }
        assert_eq!(expected_table("Budget Line"), "\"budget_lines\"");
    }

    #[test]
    fn tables_with_a_word_of_it_are_named_and_no_others() {
        let expected = expected_table("cquin_targets");
        for table in ["cquin_schemes", "cquin_indicators", "cquin_bands", "cquin_milestones"] {
            assert!(expected.contains(&format!("\"{table}\"")), "{expected}");
        }
        assert!(!expected.contains("\"schemes\""), "{expected}");
        assert_eq!(expected_table("wards"), format!("a table of a plan file; {ALL}"));
    }

    #[test]
    fn whatever_the_name_is_the_words_stay_short() {
        for name in ["", "…", &"contract activity scheme price budget ".repeat(10_000), &"x".repeat(100_000)] {
            assert!(expected_table(name).len() < 500, "{}", expected_table(name).len());
        }
    }
}
