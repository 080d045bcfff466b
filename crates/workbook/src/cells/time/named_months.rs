//! The year and the month of a tracker, and the months of its headings.

use super::dates::{month_of, year_of};
use crate::cells::words::key_of;
use one_plan_model::quantity::{FinancialYear, Month};

/// A month that a heading names: with its year, or only its place in the financial year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamedMonth {
    /// `Apr-26`, or a date.
    Of(Month),
    /// `April`, `M1` or `Month 1`: counted from one for April.
    Nth(u8),
}

impl NamedMonth {
    /// Its place in the financial year, counted from one for April.
    pub fn nth(self) -> u8 {
        match self {
            Self::Nth(nth) => nth,
            Self::Of(month) => month
                .financial_year()
                .and_then(|year| u8::try_from(month.months_after(year.first_month()) + 1).ok())
                .unwrap_or(1),
        }
    }

    /// Its year, where it says one.
    pub fn year(self) -> Option<FinancialYear> {
        match self {
            Self::Of(month) => month.financial_year(),
            Self::Nth(_) => None,
        }
    }
}

const NAMES: [&str; 12] = [
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "january",
    "february",
    "march",
];

/// The month that some words are, and nothing else: `Apr`, `Apr-26`, `M1`, `M01`, `Month 1`, `P1`, `2026-04-01`.
///
/// ```
/// use one_plan_workbook::cells::{NamedMonth, month_named};
/// assert_eq!(month_named("Apr"), Some(NamedMonth::Nth(1)));
/// assert_eq!(month_named("Month 12"), Some(NamedMonth::Nth(12)));
/// assert!(matches!(month_named("Mar-27"), Some(NamedMonth::Of(month)) if month.to_string() == "2027-03"));
/// assert_eq!(month_named("Mar plan"), None);
/// ```
pub fn month_named(words: &str) -> Option<NamedMonth> {
    let key = key_of(words);
    let named = NAMES
        .iter()
        .position(|name| (key.len() >= 3 && name.starts_with(&key)) || (key == "sept" && *name == "september"));
    if let Some(at) = named {
        return u8::try_from(at + 1).ok().map(NamedMonth::Nth);
    }
    let number = ["month", "mth", "period", "m", "p"].iter().find_map(|word| key.strip_prefix(word));
    if let Some(nth) = number.and_then(number_of_month) {
        return Some(NamedMonth::Nth(nth));
    }
    month_of(words).and_then(|month| Month::read(&month).ok()).map(NamedMonth::Of)
}

/// The number of a month, from 1 to 12.
pub fn number_of_month(digits: &str) -> Option<u8> {
    let is_number = !digits.is_empty() && digits.len() <= 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|month| is_number && (1..=12).contains(month))
}

/// The years that stand in some words: `QIPP 2026/27 tracker` has one.
pub fn years_in(words: &str) -> Vec<FinancialYear> {
    let mut years: Vec<FinancialYear> = parts_of(words).into_iter().filter_map(year_in_part).collect();
    years.sort_unstable();
    years.dedup();
    years
}

/// Some words without the years in them.
pub fn without_years(words: &str) -> String {
    let kept: Vec<&str> = parts_of(words).into_iter().filter(|part| year_in_part(part).is_none()).collect();
    kept.join(" ")
}

/// The month up to which something is told: `Month 5`, `M05`, or `August 2026` in a title.
pub fn months_in(words: &str) -> Vec<NamedMonth> {
    let parts = parts_of(words);
    let pairs = parts.windows(2).filter_map(|pair| month_named(&pair.join(" ")));
    let mut found: Vec<NamedMonth> = pairs.collect();
    if found.is_empty() {
        // A word alone is a month only with its number or its year: "may" and "mar" are words.
        let single = parts.iter().filter(|part| part.contains(|letter: char| letter.is_ascii_digit()));
        found.extend(single.filter_map(|part| month_named(part)));
    }
    found
}

fn parts_of(words: &str) -> Vec<&str> {
    let separates = |letter: char| letter.is_whitespace() || "()[]{}:;,_|\u{2014}".contains(letter);
    words.split(separates).filter(|part| !part.is_empty()).collect()
}

fn year_in_part(part: &str) -> Option<FinancialYear> {
    let has_sign = part.contains(['/', '-', '\u{2013}']) || part.len() == 6 || part.len() == 8;
    let part = part.trim_matches(|letter: char| !letter.is_alphanumeric());
    has_sign.then(|| year_of(part)).flatten().and_then(|year| FinancialYear::read(&year).ok())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_title_says_year_and_month() {
        let year = FinancialYear::read("2026/27").unwrap();
        for words in
            ["QIPP tracker 2026/27 – Month 5", "CIP_2026-27_M5", "FY26/27: M05", "Efficiency (202627), August 2026"]
        {
            assert_eq!(years_in(words), [year], "{words}");
            assert_eq!(months_in(words).first().map(|month| month.nth()), Some(5), "{words}");
        }
        assert_eq!(years_in("Savings 1 to 12"), []);
        assert_eq!(without_years("FYE 2027/28 £000"), "FYE £000");
        assert!(months_in("Schemes that may be delivered").is_empty());
    }
}
