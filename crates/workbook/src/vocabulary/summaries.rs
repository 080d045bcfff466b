//! Sheets that say once more what others say, by what they are called: "Summary", "Dashboard"; and what a part of an organisation
//! is called without the word for such a part.

use super::words_of_names::words_of;

/// What a sheet is called that says once more what others say.
const SUMMARIES: [&str; 7] = ["summary", "summaries", "overview", "dashboard", "headline", "headlines", "rollup"];
/// What a part of an organisation, or the sheet of one, is called beside its name.
const BESIDE_A_PART: [&str; 26] = [
    "directorate",
    "division",
    "divisional",
    "div",
    "department",
    "dept",
    "cbu",
    "unit",
    "programme",
    "workstream",
    "services",
    "service",
    "trust",
    "total",
    "subtotal",
    "cip",
    "crip",
    "qipp",
    "scheme",
    "schemes",
    "saving",
    "savings",
    "tracker",
    "and",
    "of",
    "the",
];

/// Whether a name or a title says that what it heads sums up others.
pub fn says_summary(words: &str) -> bool {
    words_of(words).iter().any(|word| SUMMARIES.contains(&word.as_str()))
}

/// What a part of an organisation, or the sheet of its schemes, is called without the words that any such part may have beside its
/// name: "Surgery", "Surgery Directorate", "CIP - Surgery" and "Surgery (total)" are called alike. Nothing where no other word is left.
pub fn name_of_part(words: &str) -> Option<String> {
    let left: Vec<String> =
        words_of(words).into_iter().filter(|word| !BESIDE_A_PART.contains(&word.as_str())).collect();
    Some(left.concat()).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_any_part_may_be_called_says_nothing() {
        for name in ["Surgery", "Surgery Directorate", "CIP - Surgery", "Surgery (total)", "Division of Surgery"] {
            assert_eq!(name_of_part(name).as_deref(), Some("surgery"), "{name}");
        }
        assert_eq!(name_of_part("Women & Children"), name_of_part("Women and Children Division"));
        assert_ne!(name_of_part("Surgery A"), name_of_part("Surgery B"));
        assert_eq!(name_of_part("CIP Tracker"), None);
    }

    #[test]
    fn a_summary_is_called_so() {
        assert!(says_summary("CIP Summary M6") && says_summary("Dashboard"));
        assert!(!says_summary("CIP tracker") && !says_summary("Summarised"));
    }
}
