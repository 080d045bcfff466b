//! The words of a heading without what people write differently, and what else a heading says: a unit, or per cents.

use super::unit_words::with_units_in_one_word;
use one_plan_model::quantity::MoneyUnit;

/// What the heading of a column says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heading {
    /// Its words without what does not count: small letters and digits alone. What people write differently, such as
    /// `Full-year effect`, `full_year_effect` and `FULL YEAR EFFECT`, is the same here.
    pub key: String,
    /// The unit that it gives: `Gross saving (£m)`.
    pub unit: Option<MoneyUnit>,
    /// Whether it says that its numbers are per cents: `Growth %`.
    pub is_percent: bool,
}

impl Heading {
    /// Understands the words of a heading.
    ///
    /// ```
    /// use one_plan_model::quantity::MoneyUnit;
    /// use one_plan_workbook::cells::Heading;
    /// let heading = Heading::of("Full-year\neffect (£'000)");
    /// assert_eq!((heading.key.as_str(), heading.unit), ("fullyeareffect", Some(MoneyUnit::Thousands)));
    /// assert!(Heading::of("Growth %").is_percent);
    /// ```
    pub fn of(text: &str) -> Self {
        let mut heading = Self::default();
        let text = without_notes(text);
        let text = with_units_in_one_word(&text);
        let parts = text.split(|letter: char| letter.is_whitespace() || "()[]{}:;,/".contains(letter));
        for part in parts.filter(|part| !part.is_empty()) {
            match (MoneyUnit::read(part), part) {
                (Some(unit), _) if part.starts_with('£') || part.eq_ignore_ascii_case("gbp") => {
                    heading.unit = heading.unit.or(Some(unit));
                }
                (_, "%") => heading.is_percent = true,
                _ => {
                    let part = part.strip_suffix('%').inspect(|_| heading.is_percent = true).unwrap_or(part);
                    heading.key.push_str(&key_of(part));
                }
            }
        }
        heading
    }
}

/// A heading without the marks of footnotes, "(1)" and "(note 2)", and without the numbers that may stand below it,
/// "(1-5)". What else stands in brackets is part of what it says.
fn without_notes(text: &str) -> String {
    let mut rest = text;
    let mut kept = String::with_capacity(text.len());
    while let Some((before, after)) = rest.split_once('(') {
        kept.push_str(before);
        let within = after.split_once(')').filter(|(within, _)| is_note(within));
        rest = within.map_or(after, |(_, behind)| behind);
        if within.is_none() {
            kept.push('(');
        }
    }
    kept + rest
}

fn is_note(words: &str) -> bool {
    let words = words.trim().to_lowercase();
    let number = words.strip_prefix("see ").unwrap_or(&words);
    let number = number.strip_prefix("note").unwrap_or(number).trim();
    let is_number = |text: &str| (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    // A range begins with 0 or 1: "26-27" is a year.
    let range = words.split_once(['-', '\u{2013}']).or_else(|| words.split_once(" to "));
    is_number(number) || range.is_some_and(|(from, to)| matches!(from.trim(), "0" | "1") && is_number(to.trim()))
}

/// The words of a heading, or of a cell that holds one of a few words, without what does not count: `&` is "and", and
/// the raised number of a footnote is nothing.
pub fn key_of(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            // Most letters are these, and most cells are asked more than once.
            'a'..='z' | '0'..='9' => key.push(letter),
            'A'..='Z' => key.push(letter.to_ascii_lowercase()),
            '&' => key.push_str("and"),
            '\u{b9}' | '\u{b2}' | '\u{b3}' | '\u{2070}'..='\u{209f}' => {}
            _ if letter.is_alphanumeric() => key.extend(letter.to_lowercase()),
            _ => {}
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_footnotes_are_no_part_of_a_heading() {
        for (heading, key) in [
            ("Gross saving\u{b9} (£000)", "grosssaving"),
            ("List (note 1)", "list"),
            ("Scheme (1) *", "scheme"),
            ("Likelihood (1-5)", "likelihood"),
            ("Reinvest-\nment \u{2020}", "reinvestment"),
            ("Income & expenditure", "incomeandexpenditure"),
            ("Saving (26-27)", "saving2627"),
            ("Saving (2026)", "saving2026"),
            ("Months (of delay", "monthsofdelay"),
        ] {
            assert_eq!(Heading::of(heading).key, key, "{heading}");
        }
    }

    #[test]
    fn a_unit_of_several_words_is_no_part_of_what_is_said() {
        for words in ["Plan (£ thousands)", "Plan £ 000's", "Plan, £ in thousands"] {
            let heading = Heading::of(words);
            assert_eq!((heading.key.as_str(), heading.unit), ("plan", Some(MoneyUnit::Thousands)), "{words}");
        }
    }
}
