//! The words of a heading without what changes from one file to the next: units, years, and how a month is written.

use crate::cells::{NamedMonth, key_of, month_named, with_units_in_one_word, without_years, years_in};
use one_plan_model::quantity::MoneyUnit;

/// What a heading says one of where its months are told as the year up to each of them.
const CUMULATIVE: [&str; 5] = ["cumulative", "cumulatively", "cumul", "cum", "ytd"];
const TO_DATE: [&str; 3] = [" year to date ", " year-to-date ", " to date "];

/// What says that something is of one month, before or behind what it is.
const OF_ONE_MONTH: [&str; 8] =
    ["inmonth", "inthemonth", "forthemonth", "formonth", "thismonth", "ofthemonth", "currentmonth", "monthly"];

/// What some words say of one month, without those that say so; nothing where they are not of one month.
pub(crate) fn of_one_month(key: &str) -> Option<&str> {
    OF_ONE_MONTH.iter().find_map(|words| key.strip_prefix(words).or_else(|| key.strip_suffix(words)))
}

/// The month at the beginning or the end of some words, and the other words.
pub(super) fn month_and_rest(words: &str) -> Option<(NamedMonth, String)> {
    let parts: Vec<&str> = words.split_whitespace().filter(|part| part.contains(char::is_alphanumeric)).collect();
    (1..parts.len()).find_map(|at| {
        let (before, after) = parts.split_at_checked(at)?;
        let (before, after) = (before.join(" "), after.join(" "));
        match (month_named(&before), month_named(&after)) {
            (Some(month), None) => Some((month, after)),
            (None, Some(month)) => Some((month, before)),
            _ => None,
        }
    })
}

/// Whether some words are a year and nothing else but a unit.
pub(super) fn is_year(words: &str) -> bool {
    years_in(words).len() == 1 && plain_key(words).is_empty()
}

pub(super) fn without_units(words: &str) -> String {
    let words = with_units_in_one_word(words);
    let parts = words.split(|letter: char| letter.is_whitespace() || "()[]{}".contains(letter));
    parts.filter(|part| !part.is_empty() && MoneyUnit::read(part).is_none()).collect::<Vec<_>>().join(" ")
}

/// The words without years, units and the number of a month: `YTD plan M5 2026/27 (£000)` is `ytdplan`.
pub(super) fn plain_key(words: &str) -> String {
    let words = without_units(&without_years(words));
    let parts: Vec<&str> = words.split_whitespace().collect();
    let mut kept = Vec::new();
    let mut at = 0;
    while let Some(part) = parts.get(at) {
        let pair = parts.get(at + 1).map(|next| format!("{part} {next}"));
        if parts.len() > 2 && pair.is_some_and(|pair| is_number_of_month(&pair)) {
            at += 2;
            continue;
        }
        if parts.len() == 1 || !is_number_of_month(part) {
            kept.push(*part);
        }
        at += 1;
    }
    key_of(&kept.join(" "))
}

/// Whether words are a month as a number, such as `M5` or `Month 5`.
pub(super) fn is_number_of_month(words: &str) -> bool {
    words.contains(|letter: char| letter.is_ascii_digit()) && matches!(month_named(words), Some(NamedMonth::Nth(_)))
}

/// Some words without those that say that they are cumulative, or to date.
pub(super) fn without_cumulative(words: &str) -> String {
    let parts = words.split_whitespace().filter(|part| !CUMULATIVE.contains(&key_of(part).as_str()));
    let mut left = format!(" {} ", parts.collect::<Vec<_>>().join(" "));
    for phrase in TO_DATE {
        // Capital letters that are ASCII are as long as small ones.
        while let Some(at) = left.to_ascii_lowercase().find(phrase) {
            left.replace_range(at..at.saturating_add(phrase.len()), " ");
        }
    }
    left.trim().to_owned()
}
