//! Which schemes of several sheets are one: a list of all schemes beside a sheet for each division, or a list and a sheet with
//! the detail. Read twice, each would save twice.
//!
//! The same reference and the same plan make it one, and so do the same name and the same plan where references are missing. A
//! template gives the schemes of every trust the same references: where most schemes that two sheets have in common have other
//! plans, they are others. Where names and plans are the same and the references are not, only a person can say it.

use super::parts_of_schemes::parts_of_schemes;
use super::repeated_schemes::{Repeated, Sameness, SchemeAt};
use super::scheme_index::{By, Index, Link, Plans};
use super::scheme_sources::{ListedScheme, SchemeSource};
use crate::cells::identifier_of;
use std::collections::BTreeMap;

/// The rows of sheets that an earlier sheet has as well, each once.
pub fn same_schemes(sources: &[SchemeSource]) -> Vec<Repeated> {
    let indexes: Vec<Index<'_>> = sources.iter().map(Index::of).collect();
    let mut found: BTreeMap<SchemeAt, Repeated> = BTreeMap::new();
    for (later, source) in sources.iter().enumerate() {
        for (earlier, other) in sources.iter().enumerate().take(later) {
            if source.tracker.is_none() && other.tracker.is_none() {
                continue;
            }
            let Some((index, of_source)) = indexes.get(earlier).zip(indexes.get(later)) else { continue };
            let pair = Pair { sources: (other, source), links: index.links(earlier, of_source, later) };
            for repeated in pair.repeated() {
                // What is one with a row is said before what may be one with another.
                let known = found.entry(repeated.scheme).or_insert(repeated);
                if repeated.sameness < known.sameness {
                    *known = repeated;
                }
            }
        }
    }
    for part in parts_of_schemes(sources, &found) {
        // What seemed to have another plan is whole, and the others are its parts.
        found.remove(&part.of);
        found.insert(part.scheme, part);
    }
    found.into_values().collect()
}

/// Two sheets, and what they may have in common.
struct Pair<'s> {
    sources: (&'s SchemeSource, &'s SchemeSource),
    links: Vec<Link>,
}

impl Pair<'_> {
    fn count(&self, is: impl Fn(&Link) -> bool) -> usize {
        self.links.iter().filter(|link| is(link)).count()
    }

    /// Whether the sheets say the same of the schemes that have a name in common: more have the same plan than another, and
    /// they are at least half of the smaller sheet.
    fn has_the_same_by_name(&self) -> bool {
        let is_by_name = |link: &Link| link.by != By::Reference;
        let same = self.count(|link| is_by_name(link) && link.plans == Plans::Same);
        let other = self.count(|link| is_by_name(link) && link.plans == Plans::Other);
        let smaller = self.sources.0.schemes.len().min(self.sources.1.schemes.len());
        same > other && same * 2 >= smaller
    }

    fn repeated(&self) -> Vec<Repeated> {
        let (earlier, later) = self.sources;
        let is_list_of = !earlier.is_monitored && later.is_monitored;
        let has_the_same_by_name = self.has_the_same_by_name();
        let same = self.count(|link| link.by == By::Reference && link.plans != Plans::Other);
        let other = self.count(|link| link.by == By::Reference && link.plans == Plans::Other);
        let is_nothing = |link: &Link| self.scheme(link).and_then(|of| of.plan).is_none_or(|plan| plan.is_zero());
        let sameness = |link: &Link| match (link.by, link.plans) {
            // A list says what the schemes are that another sheet follows, whatever that one says of their plan.
            (By::Reference, _) if is_list_of && (self.is_written_the_same(link) || link.has_name) => {
                Some(Sameness::Same)
            }
            (By::Reference, _) => (link.has_name && same >= other).then_some(Sameness::Same),
            (By::Name, _) if is_list_of => Some(Sameness::Same),
            (By::Name, _) if has_the_same_by_name => Some(Sameness::Same),
            (By::Name | By::NameAlone, Plans::Other | Plans::NotSaid) => None,
            (By::Name | By::NameAlone, Plans::Same) if is_nothing(link) => None,
            (By::NameAlone, Plans::Same) if has_the_same_by_name => Some(Sameness::OtherReference),
            (By::Name | By::NameAlone, Plans::Same) => Some(Sameness::Perhaps),
        };
        let repeated = |link: &Link| {
            let sameness = sameness(link)?;
            Some(Repeated { scheme: link.scheme, of: link.of, sameness, has_other_plan: link.plans == Plans::Other })
        };
        self.links.iter().filter_map(repeated).collect()
    }

    fn scheme(&self, link: &Link) -> Option<&ListedScheme> {
        self.sources.1.schemes.get(link.scheme.1)
    }

    fn is_written_the_same(&self, link: &Link) -> bool {
        let identifier = |of: Option<&ListedScheme>| of?.written.as_deref().and_then(identifier_of);
        identifier(self.scheme(link)).is_some_and(|own| identifier(self.sources.0.schemes.get(link.of.1)) == Some(own))
    }
}
