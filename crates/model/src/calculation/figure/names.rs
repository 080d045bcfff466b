use super::kind::{FigureKey, FigureKind};
use crate::plan::Plan;
use std::collections::BTreeMap;

/// The most words of an identifier; one with more is that of no figure.
const MOST_WORDS: usize = 16;

/// Kinds of figures by the words of their identifiers, so that a figure is found by its name.
///
/// The kinds by their first word and their number of words: few are left to try.
#[derive(Debug)]
pub struct FigureNames {
    patterns: BTreeMap<(&'static str, usize), Vec<Pattern>>,
}

/// The words of the identifier of a kind; nothing where what a figure is about stands.
#[derive(Debug)]
struct Pattern {
    kind: &'static FigureKind,
    words: Vec<Option<&'static str>>,
}

impl FigureNames {
    /// The names of figures of these kinds.
    pub fn of(kinds: &[&'static FigureKind]) -> Self {
        let mut patterns: BTreeMap<_, Vec<Pattern>> = BTreeMap::new();
        for kind in kinds {
            let words: Vec<_> = kind.id.split('.').map(|word| Some(word).filter(|word| *word != "{}")).collect();
            let first = words.first().copied().flatten().unwrap_or_default();
            patterns.entry((first, words.len())).or_default().push(Pattern { kind, words });
        }
        Self { patterns }
    }

    /// The figure that an identifier names; nothing if it can be none of this plan.
    pub fn find(&self, plan: &Plan, id: &str) -> Option<FigureKey> {
        let mut words = [""; MOST_WORDS];
        let mut count = 0;
        for word in id.split('.') {
            *words.get_mut(count)? = word;
            count += 1;
        }
        let words = words.get(..count)?;
        let patterns = self.patterns.get(&(*words.first()?, count))?;
        patterns.iter().find_map(|pattern| pattern.kind.find(plan, &pattern.words, words))
    }
}
