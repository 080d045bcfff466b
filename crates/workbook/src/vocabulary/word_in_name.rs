//! Whether a word stands in a heading or a name. Short ones stand in other words too: "cip" in "anticipated" and "municipal", "crip" in
//! "description" and "prescribing".

use crate::cells::key_of;

/// Words of no more letters count only where they begin or end one.
const LONGEST_ACRONYM: usize = 4;

/// Whether one of some words stands in others, without what does not count. What is an acronym stands there for itself, or at the
/// beginning or the end of a word: "CIP", "CIPs", "AnytownCIP".
///
/// ```
/// use one_plan_workbook::vocabulary::says_any;
/// assert!(says_any("Anytown_CIP-2026", &["cip"]) && says_any("Cost improvements", &["costimprovement"]));
/// assert!(!says_any("Anticipated outturn, description", &["cip", "crip"]));
/// ```
pub fn says_any(text: &str, words: &[&str]) -> bool {
    let key = key_of(text);
    let stands_alone = |acronym: &str| {
        let parts = text.split(|letter: char| !letter.is_alphabetic()).map(key_of);
        parts.into_iter().any(|part| part.starts_with(acronym) || part.ends_with(acronym))
    };
    words.iter().any(|word| if word.len() <= LONGEST_ACRONYM { stands_alone(word) } else { key.contains(word) })
}
