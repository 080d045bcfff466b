//! What two rows of different sheets are to each other: one scheme, or a part of it.

use super::scheme_sources::ListedScheme;

/// Shorter words say nothing.
const SHORTEST_WORD: usize = 3;
/// Words that join others say nothing either.
const JOINING_WORDS: [&str; 5] = ["and", "for", "the", "with", "from"];

/// A scheme by its source and its position in it.
pub type SchemeAt = (usize, usize);

/// What two rows are to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sameness {
    /// One scheme.
    Same,
    /// The row is a part of the scheme, and all its parts together are it.
    Part,
    /// One scheme by name and plan, with two references.
    OtherReference,
    /// They have the same name and the same plan, and most of what stands beside them has not: perhaps one.
    Perhaps,
}

/// A row that an earlier sheet has as well.
#[derive(Clone, Copy, Debug)]
pub struct Repeated {
    /// The row.
    pub scheme: SchemeAt,
    /// The row of the earlier sheet.
    pub of: SchemeAt,
    /// What they are to each other.
    pub sameness: Sameness,
    /// Whether both say a plan of the year, and not the same.
    pub has_other_plan: bool,
}

/// Whether both have one name, or a word of one is that of the other or begins it, or only one has a name: with one reference
/// and one plan that is enough.
pub fn is_called_alike(one: &ListedScheme, other: &ListedScheme) -> bool {
    let Some(((one, one_key), (other, other_key))) = one.name.as_ref().zip(other.name.as_ref()) else { return true };
    let words = |name: &str| -> Vec<String> {
        let words = name.split(|letter: char| !letter.is_alphanumeric()).map(str::to_lowercase);
        words.filter(|word| word.chars().count() >= SHORTEST_WORD && !JOINING_WORDS.contains(&word.as_str())).collect()
    };
    let begins = |one: &String, other: &String| one.starts_with(other.as_str()) || other.starts_with(one.as_str());
    one_key == other_key || words(one).iter().any(|word| words(other).iter().any(|of_other| begins(word, of_other)))
}
