use super::figure_kinds;
use crate::calculation::{FigureKey, FigureKind};
use crate::plan::Plan;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// The most words of an identifier; one with more is that of no figure.
const MOST_WORDS: usize = 16;

/// The words of the identifier of a kind; nothing where what a figure is about stands.
struct Pattern {
    kind: &'static FigureKind,
    words: Vec<Option<&'static str>>,
}

/// The figure that an identifier names, for example `savings.programme.planned-care.2011-12`;
/// `None` if no rule computes such a figure for this plan.
pub fn resolve(plan: &Plan, id: &str) -> Option<FigureKey> {
    let mut words = [""; MOST_WORDS];
    let mut count = 0;
    for word in id.split('.') {
        *words.get_mut(count)? = word;
        count += 1;
    }
    let words = words.get(..count)?;
    let patterns = patterns().get(&(*words.first()?, count))?;
    patterns.iter().find_map(|pattern| pattern.kind.find(plan, &pattern.words, words))
}

/// The kinds by their first word and their number of words: few are left to try.
fn patterns() -> &'static BTreeMap<(&'static str, usize), Vec<Pattern>> {
    static PATTERNS: OnceLock<BTreeMap<(&'static str, usize), Vec<Pattern>>> = OnceLock::new();
    PATTERNS.get_or_init(|| {
        let mut patterns: BTreeMap<_, Vec<Pattern>> = BTreeMap::new();
        for kind in figure_kinds() {
            let words: Vec<_> = kind.id.split('.').map(|word| Some(word).filter(|word| *word != "{}")).collect();
            let first = words.first().copied().flatten().unwrap_or_default();
            patterns.entry((first, words.len())).or_default().push(Pattern { kind, words });
        }
        patterns
    })
}
