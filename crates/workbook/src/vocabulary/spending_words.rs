//! What a title or a name says of whether the rows below it are spent or saved: "Capital programme", "Service developments and
//! cost pressures", "CIP 2026/27".
//!
//! Investments are listed as schemes are, with a plan and a forecast beside each name, and counted as savings they would be wrong
//! by twice their amount. Only known words count. Who speaks of both says neither.

use crate::cells::key_of;

/// What some words say of rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpendingSays {
    /// That they are spent.
    Spent,
    /// That they are saved.
    Saved,
}

/// A title has no more words than this; what has more is a note.
const LONGEST_TITLE: usize = 12;
/// What a word of savings begins with.
const SAVED: [&str; 9] =
    ["saving", "efficienc", "qipp", "productiv", "disinvest", "improvement", "reduction", "benefit", "waste"];
/// Words of savings.
const SAVED_WHOLE: [&str; 8] = ["cip", "cips", "crip", "crips", "save", "frp", "crep", "creps"];
/// What is spent, in words that stand one behind the other.
const SPENT: [&str; 30] = [
    "cost pressure",
    "cost pressures",
    "investment",
    "investments",
    "developments",
    "development fund",
    "development funding",
    "sdf",
    "grants",
    "grant funding",
    "grant programme",
    "grant schemes",
    "contract variation",
    "contract variations",
    "better care fund",
    "bcf",
    "winter funding",
    "winter pressures",
    "discharge fund",
    "discharge funding",
    "growth funding",
    "recovery fund",
    "recovery funding",
    "transformation fund",
    "transformation funding",
    "additional funding",
    "funding allocation",
    "funding allocations",
    "funding bid",
    "funding bids",
];
/// What stands behind "capital" where it is spent: capital charges may be saved.
const OF_CAPITAL: [&str; 20] = [
    "programme",
    "plan",
    "plans",
    "scheme",
    "schemes",
    "project",
    "projects",
    "expenditure",
    "spend",
    "spending",
    "budget",
    "allocation",
    "allocations",
    "bid",
    "bids",
    "works",
    "monitoring",
    "schedule",
    "forecast",
    "outturn",
];
/// What turns what is said round, or makes a note of it: "excluding investments", "before cost pressures", "Review of grants".
const OTHERWISE: [&str; 18] = [
    "excl",
    "excluding",
    "excludes",
    "exclude",
    "excluded",
    "before",
    "without",
    "after",
    "not",
    "no",
    "less",
    "see",
    "note",
    "notes",
    "review",
    "reviews",
    "released",
    "avoided",
];

/// What some words say; nothing where they say neither, or both.
///
/// ```
/// use one_plan_workbook::vocabulary::{SpendingSays, spending_says};
/// assert_eq!(spending_says("Service developments and cost pressures 2026/27 £000"), Some(SpendingSays::Spent));
/// assert_eq!(spending_says("CIP 2026/27"), Some(SpendingSays::Saved));
/// assert_eq!(spending_says("Surgery"), None);
/// ```
pub fn spending_says(text: &str) -> Option<SpendingSays> {
    let words: Vec<String> =
        text.split(|letter: char| !letter.is_alphanumeric()).map(key_of).filter(|word| !word.is_empty()).collect();
    let is_saved =
        |word: &String| SAVED_WHOLE.contains(&word.as_str()) || SAVED.iter().any(|begin| word.starts_with(begin));
    let is_spent = is_spent(&words) && words.len() <= LONGEST_TITLE && !turns_round(&words);
    match (words.iter().any(is_saved), is_spent) {
        (true, false) => Some(SpendingSays::Saved),
        (false, true) => Some(SpendingSays::Spent),
        _ => None,
    }
}

fn turns_round(words: &[String]) -> bool {
    let all = format!(" {} ", words.join(" "));
    words.iter().any(|word| OTHERWISE.contains(&word.as_str())) || all.contains(" net of ")
}

fn is_spent(words: &[String]) -> bool {
    let all = format!(" {} ", words.join(" "));
    let is_said = SPENT.iter().any(|said| all.contains(&format!(" {said} ")));
    let is_beside = |word: &String| word.bytes().any(|byte| byte.is_ascii_digit()) || word == "fy";
    let mut of_capital = words.iter().skip_while(|word| *word != "capital");
    let is_capital = of_capital.next().is_some()
        && match of_capital.next() {
            Some(next) if OF_CAPITAL.contains(&next.as_str()) => true,
            _ => words.iter().all(|word| word == "capital" || is_beside(word)),
        };
    is_said || is_capital
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_of_spending_say_that_something_is_spent() {
        for words in [
            "Investments",
            "Investment schedule 2025/26 £000",
            "Service developments and cost pressures 2026/27 £000",
            "Cost pressures 2025/26",
            "Capital",
            "Capital programme 2025/26 £000",
            "Capital 25-26",
            "Voluntary sector grants 2025/26 £000",
            "Service development funding 2025/26 £000",
            "SDF",
            "Contract variations 2025/26 £000",
            "BCF schemes",
            "Winter funding",
        ] {
            assert_eq!(spending_says(words), Some(SpendingSays::Spent), "{words}");
        }
        for words in [
            "CIP and investments 2025/26",
            "Capital charges",
            "Capital Hospitals NHS Trust",
            "Estates and capital",
            "Research and development",
            "Savings, excluding cost pressures",
            "All figures are before investments",
            "Review of grants",
            "Organisational development",
            "Surgery",
            "",
        ] {
            assert_ne!(spending_says(words), Some(SpendingSays::Spent), "{words}");
        }
        for words in ["CIP 2025/26 £000", "Savings programme", "Efficiencies", "QIPP", "Invest to save"] {
            assert_eq!(spending_says(words), Some(SpendingSays::Saved), "{words}");
        }
    }
}
