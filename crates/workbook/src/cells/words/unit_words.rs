//! Units of money that people write in several words: `£ 000's`, `£ in thousands`, `£ (millions)`, `£ x 1,000`.

use one_plan_model::quantity::MoneyUnit;
use std::borrow::Cow;

/// What stands around and between the words of a unit.
const AROUND: &str = "()[]{}:;,.-\u{2013}";
/// What may stand between the sign and the size of the unit.
const BETWEEN: [&str; 4] = ["in", "x", "\u{d7}", ""];

/// The text with every unit of several words in one word, as it is read: `Plan (£, thousands)` is `Plan £000`.
///
/// A sign alone would be read as pounds, and be wrong by a thousand, where the next word says thousands.
///
/// ```
/// use one_plan_workbook::cells::with_units_in_one_word;
/// assert_eq!(with_units_in_one_word("All figures in £ 000's unless stated"), "All figures in £000 unless stated");
/// assert_eq!(with_units_in_one_word("Plan (£)"), "Plan (£)");
/// ```
pub fn with_units_in_one_word(text: &str) -> Cow<'_, str> {
    if !text.contains('£') && !text.to_ascii_lowercase().contains("gbp") {
        return Cow::Borrowed(text);
    }
    let spaced = text.replace('(', " (");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut kept: Vec<&str> = Vec::new();
    let mut at = 0;
    let mut is_changed = false;
    while let Some(word) = words.get(at) {
        let found = is_sign(word).then(|| size_after(&words, at + 1)).flatten();
        match found {
            Some((unit, next)) => {
                kept.push(unit.symbol());
                is_changed = true;
                at = next;
            }
            None => {
                kept.push(word);
                at += 1;
            }
        }
    }
    if is_changed { Cow::Owned(kept.join(" ")) } else { Cow::Borrowed(text) }
}

fn is_sign(word: &str) -> bool {
    let word = word.trim_matches(|letter| AROUND.contains(letter));
    word == "£" || word.eq_ignore_ascii_case("gbp") || word.eq_ignore_ascii_case("£s")
}

/// The unit of the size that stands next, and the word after it.
fn size_after(words: &[&str], from: usize) -> Option<(MoneyUnit, usize)> {
    for (at, word) in words.iter().enumerate().skip(from) {
        let word = word.trim_matches(|letter| AROUND.contains(letter)).to_lowercase();
        if let Some(unit) = unit_of_size(&word) {
            return Some((unit, at + 1));
        }
        if !BETWEEN.contains(&word.as_str()) {
            return None;
        }
    }
    None
}

fn unit_of_size(word: &str) -> Option<MoneyUnit> {
    let word = word.replace(['\'', '\u{2019}', ','], "");
    Some(match word.as_str() {
        "thousand" | "thousands" | "000" | "000s" | "1000" | "1000s" | "k" | "ks" => MoneyUnit::Thousands,
        "million" | "millions" | "m" | "mn" | "ms" | "1000000" => MoneyUnit::Millions,
        "billion" | "billions" | "bn" => MoneyUnit::Billions,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_and_a_size_are_one_unit() {
        for (text, unit) in [
            ("£ 000's", "£000"),
            ("£ millions", "£m"),
            ("£ in thousands", "£000"),
            ("£ thousand", "£000"),
            ("£ - thousands", "£000"),
            ("£ (thousands)", "£000"),
            ("£ x 1000", "£000"),
            ("£ \u{d7} 1,000", "£000"),
            ("(£, thousands)", "£000"),
            ("(£ m)", "£m"),
            ("GBP thousands", "£000"),
            ("£s in millions", "£m"),
            ("£ bn", "£bn"),
        ] {
            assert_eq!(with_units_in_one_word(text), unit, "{text}");
        }
        for text in
            ["£", "Plan (£)", "£000", "£ and thousands of patients", "Cost (£) 2026/27", "saved £4.5m", "£ per head"]
        {
            assert_eq!(with_units_in_one_word(text), text);
        }
    }
}
