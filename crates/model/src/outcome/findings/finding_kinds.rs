//! Every kind of finding that there is.

use super::{assumptions, faults};
use crate::calculation::{self, FindingFile, FindingKind};
use crate::outcome::compared::{agree, compare, unlikely, years_apart};
use crate::outcome::decisions::recognise;
use crate::rules;

/// Every kind of finding by the file that reports it, in the order in which they are looked for: first those of the
/// rules, then those of what is made of them.
///
/// ```
/// let files = one_plan_model::outcome::finding_files();
/// assert!(files.iter().flat_map(|file| file.kinds).any(|kind| kind.code == "claimed-twice"));
/// ```
pub fn finding_files() -> Vec<FindingFile> {
    let mut files = rules::finding_files();
    files.extend(calculation::finding_files());
    files.extend(assumptions::finding_files());
    files.extend(faults::finding_files());
    files.extend(compare::finding_files());
    files.extend(agree::finding_files());
    files.extend(years_apart::finding_files());
    files.extend(unlikely::finding_files());
    files.extend(recognise::finding_files());
    files
}

/// Every kind of finding, in the same order.
pub fn finding_kinds() -> impl Iterator<Item = &'static FindingKind> {
    finding_files().into_iter().flat_map(|file| file.kinds).copied()
}

#[cfg(test)]
mod tests {
    use super::finding_kinds;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_kinds_of_findings_have_one_code() {
        let mut seen = BTreeSet::new();
        let again: Vec<&str> = finding_kinds().map(|kind| kind.code).filter(|code| !seen.insert(*code)).collect();
        assert!(again.is_empty(), "declare these once, and use that where else they are reported: {again:?}");
    }

    #[cfg(feature = "help")]
    #[test]
    fn every_kind_of_finding_says_when_it_is_reported_and_what_to_do() {
        let is_sentence = |text: &str| text.starts_with(|first: char| first.is_uppercase()) && text.ends_with('.');
        let is_code = |code: &str| code.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-');
        let mut faults = Vec::new();
        for kind in finding_kinds() {
            let is_whole = is_code(kind.code) && is_sentence(kind.when()) && is_sentence(kind.advice);
            if !is_whole || kind.or == Some(kind.severity) {
                faults.push(kind);
            }
        }
        assert!(faults.is_empty(), "not said in a sentence, or another severity that is the same: {faults:#?}");
    }
}
