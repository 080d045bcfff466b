//! Which figures and findings the tests assert: the cases by what they say must follow, other tests by the identifiers of
//! figures in their text.
#![allow(dead_code, reason = "each test uses some of it")]

#[path = "case.rs"]
pub mod case;

use one_plan_model::exchange::read_json;
use one_plan_model::outcome::resolve;
use one_plan_model::rules;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What the cases assert, each with the files that do: the identifiers of kinds of figures, and the codes of findings.
#[derive(Default)]
pub struct Asserted {
    pub figures: BTreeMap<&'static str, BTreeSet<String>>,
    pub findings: BTreeMap<String, BTreeSet<String>>,
}

/// What the cases assert.
pub fn in_cases() -> Asserted {
    let mut asserted = Asserted::default();
    for path in case::all_files() {
        let Ok(file) = case::read(&path) else { continue };
        let name = name_of(&path);
        for of in &file.case {
            for finding in of.findings.iter().flatten().chain(&of.finds) {
                let code = finding.split(" at ").next().unwrap_or_default();
                asserted.findings.entry(code.to_owned()).or_default().insert(name.clone());
            }
            let Some(tables) = case::tables(&file, of).ok() else { continue };
            let Ok(read) = read_json(&case::plan_file(&tables)) else { continue };
            for (id, value) in &of.figures {
                let kind = resolve(&read.plan, id).map(|figure| figure.kind.id);
                if let Some(kind) = kind.filter(|_| value != case::NO_FIGURE) {
                    asserted.figures.entry(kind).or_default().insert(name.clone());
                }
            }
        }
    }
    asserted
}

/// A file of cases as the register names it: from the sources or the tests, without what all have in common.
fn name_of(path: &Path) -> String {
    let path = path.display().to_string().replace('\\', "/");
    let inside = ["/src/", "/model/"].into_iter().find_map(|from| path.rsplit_once(from).map(|(_, inside)| inside));
    inside.unwrap_or(&path).trim_end_matches(".toml").to_owned()
}

/// The kinds of figures whose identifiers stand in a text, such as that of a test.
pub fn in_text(text: &str) -> BTreeSet<&'static str> {
    let is_part = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || "-.{}".contains(letter);
    let words: BTreeSet<&str> = text
        .split(|letter| !is_part(letter))
        .map(|word| word.trim_matches('.'))
        .filter(|word| !word.is_empty())
        .collect();
    let patterns: Vec<(&'static str, Vec<&'static str>)> =
        rules::figure_kinds().iter().map(|kind| (kind.id, kind.id.split('.').collect())).collect();
    words.into_iter().flat_map(|word| kinds_of(word, &patterns)).collect()
}

/// The kinds that a word may be an identifier of: those with the fewest places that may hold anything. In a text the word
/// may have such places itself.
fn kinds_of(word: &str, patterns: &[(&'static str, Vec<&'static str>)]) -> Vec<&'static str> {
    let parts: Vec<&str> = word.split('.').collect();
    let open = |pattern: &[&str]| pattern.iter().filter(|part| **part == "{}").count();
    let fits = |pattern: &[&str]| {
        let same = |(pattern, part): (&&str, &&str)| *pattern == *part || *pattern == "{}" || part.contains("{}");
        pattern.len() == parts.len() && pattern.iter().zip(&parts).all(same)
    };
    let fitting: Vec<_> = patterns.iter().filter(|(_, pattern)| fits(pattern)).collect();
    let fewest = fitting.iter().map(|(_, pattern)| open(pattern)).min();
    fitting.into_iter().filter(|(_, pattern)| Some(open(pattern)) == fewest).map(|(id, _)| *id).collect()
}
