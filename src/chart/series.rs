//! How series are told apart: by colour, by pattern and by a key letter, never by colour alone.

use super::scene::Pattern;

/// How many colours the stylesheet has.
pub const COLOURS: usize = 12;

/// The class name of a series' colour; after the twelfth series the colours start again.
///
/// ```
/// assert_eq!(one_plan_page::chart::series::class(0), "series-1");
/// assert_eq!(one_plan_page::chart::series::class(12), "series-1");
/// ```
pub fn class(index: usize) -> String {
    format!("series-{}", index % COLOURS + 1)
}

/// The pattern of a series: none for the first six, then one for each further six, so that no
/// colour comes twice with the same pattern among the first 24.
pub fn pattern(index: usize) -> Option<Pattern> {
    match index / (COLOURS / 2) % 4 {
        1 => Some(Pattern::Lines),
        2 => Some(Pattern::Dots),
        3 => Some(Pattern::Cross),
        _ => None,
    }
}

/// The key letter of a series, as in a spreadsheet's columns: `A` … `Z`, `AA` …
///
/// ```
/// assert_eq!(one_plan_page::chart::series::key(16), "Q");
/// assert_eq!(one_plan_page::chart::series::key(26), "AA");
/// ```
pub fn key(index: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = index;
    loop {
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        match (rest / 26).checked_sub(1) {
            Some(next) => rest = next,
            None => break,
        }
    }
    letters.iter().rev().collect()
}
