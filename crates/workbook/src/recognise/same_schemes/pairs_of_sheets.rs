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
///
/// `contradict` says whether two of them say what one scheme cannot.
pub fn same_schemes(
    sources: &[SchemeSource],
    contradict: &dyn Fn(&ListedScheme, &ListedScheme) -> bool,
) -> Vec<Repeated> {
    let indexes: Vec<Index<'_>> = sources.iter().map(Index::of).collect();
    let mut found: BTreeMap<SchemeAt, Repeated> = BTreeMap::new();
    for (later, source) in sources.iter().enumerate() {
        for (earlier, other) in sources.iter().enumerate().take(later) {
            if source.tracker.is_none() && other.tracker.is_none() {
                continue;
            }
            let Some((index, of_source)) = indexes.get(earlier).zip(indexes.get(later)) else { continue };
            let pair = Pair { sources: (other, source), links: index.links(earlier, of_source, later), contradict };
            let pair = pair.without_running_numbers();
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
    contradict: &'s dyn Fn(&ListedScheme, &ListedScheme) -> bool,
}

impl Pair<'_> {
    /// Rows that are numbered from one in both sheets are known by their names: the number says no more than the place.
    fn without_running_numbers(mut self) -> Self {
        let are_numbered = |source: &SchemeSource| {
            let is_number = |key: &String| key.chars().all(|letter| letter.is_ascii_digit());
            source.schemes.iter().all(|scheme| scheme.reference.as_ref().is_none_or(is_number))
                && source.schemes.iter().any(|scheme| scheme.reference.as_deref() == Some("1"))
        };
        if are_numbered(self.sources.0) && are_numbered(self.sources.1) {
            self.links.retain(|link| link.by != By::Reference || link.has_name);
            self.links.iter_mut().for_each(|link| link.by = By::Name);
        }
        self
    }

    /// Whether the rows of a link say what one scheme cannot.
    fn contradicts(&self, link: &Link) -> bool {
        let both = self.scheme(link).zip(self.sources.0.schemes.get(link.of.1));
        both.is_some_and(|(one, other)| (self.contradict)(one, other))
    }

    /// Whether one sheet has all schemes of the other, and says the same of most of them.
    fn is_list_of_all(&self) -> bool {
        let (one, other) = (self.sources.0.schemes.len(), self.sources.1.schemes.len());
        let contradicting = self.count(|link| self.contradicts(link));
        self.links.len() == one.min(other) && contradicting * 2 < self.links.len()
    }

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
        let is_list_of_all = self.is_list_of_all();
        // What only has the name and the plan of another is a scheme of its own, unless all that is said of both is the same.
        let is_of_its_own = |link: &Link| !is_list_of_all && self.contradicts(link);
        let sameness = |link: &Link| match (link.by, link.plans) {
            // A list says what the schemes are that another sheet follows, whatever that one says of their plan.
            (By::Reference, _) if is_list_of && (self.is_written_the_same(link) || link.has_name) => {
                Some(Sameness::Same)
            }
            (By::Reference, _) => (link.has_name && same >= other).then_some(Sameness::Same),
            (By::Name, _) if is_list_of => Some(Sameness::Same),
            (By::Name, _) if has_the_same_by_name && !is_of_its_own(link) => Some(Sameness::Same),
            (By::Name | By::NameAlone, Plans::Other | Plans::NotSaid) => None,
            (By::Name | By::NameAlone, Plans::Same) if is_nothing(link) => None,
            (By::NameAlone, Plans::Same) if has_the_same_by_name && !is_of_its_own(link) => {
                Some(Sameness::OtherReference)
            }
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
