//! The first months of a year, as in "Apr-Aug Actual" or "M1-M6 Plan": what is told of them is told to date.

use super::named_months::{NamedMonth, month_named, number_of_month};

const DASHES: [char; 3] = ['-', '\u{2010}', '\u{2013}'];
const TO: [&str; 2] = ["to", "until"];

/// The last of the months that some words name, from April on, and the other words; nothing for a whole year.
///
/// ```
/// use one_plan_workbook::cells::months_from_april;
/// let of = |words| months_from_april(words).map(|(month, rest)| (month.nth(), rest));
/// assert_eq!(of("Apr-Aug Actual"), Some((5, "Actual".to_owned())));
/// assert_eq!(of("Plan M1 to M6"), Some((6, "Plan".to_owned())));
/// for other in ["Sep-Mar Forecast", "Apr-Mar Plan", "Apr-26 Actual", "Actual"] {
///     assert_eq!(of(other), None, "{other}");
/// }
/// ```
pub fn months_from_april(words: &str) -> Option<(NamedMonth, String)> {
    let mut apart = String::new();
    for letter in words.chars() {
        if DASHES.contains(&letter) {
            apart.push_str(" - ");
        } else {
            apart.push(letter);
        }
    }
    let parts: Vec<&str> = apart.split_whitespace().collect();
    let is_between = |part: &&str| *part == "-" || TO.iter().any(|to| part.eq_ignore_ascii_case(to));
    let at = parts.iter().position(is_between)?;
    let (before, after) = (parts.get(..at)?, parts.get(at + 1..)?);
    let first = month_named(before.last()?)?;
    let last = *after.first()?;
    // The number of "M1-6" is that of a month, and that of "Apr-26" a year.
    let is_numbered = before.last()?.contains(|letter: char| letter.is_ascii_digit());
    let month = month_named(last).or_else(|| number_of_month(last).filter(|_| is_numbered).map(NamedMonth::Nth))?;
    let rest = [before.get(..at - 1)?, after.get(1..)?].concat().join(" ");
    (first.nth() == 1 && (2..12).contains(&month.nth())).then_some((month, rest))
}
