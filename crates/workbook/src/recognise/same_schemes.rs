//! Which schemes of several sheets are one: a list of all schemes beside a sheet for each division, or a list and a sheet with
//! the detail. Read twice, each would save twice.
//!
//! The same reference and the same plan make it one, and so do the same name and the same plan where references are missing. A
//! template gives the schemes of every trust the same references: where most schemes that two sheets have in common have other
//! plans, they are others. Where names and plans are the same and the references are not, only a person can say it.

use super::identifier::identifier_of;
use super::parts_of_schemes::parts_of_schemes;
use super::scheme_sources::{ListedScheme, SchemeSource};
use one_plan_model::quantity::Decimal;
use std::collections::{BTreeMap, HashMap, HashSet};

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

/// By what two rows seem to be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    Reference,
    Name,
    /// By the name, although each has a reference.
    NameAlone,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Plans {
    Same,
    Other,
    /// One of them says none.
    NotSaid,
}

#[derive(Clone, Copy, Debug)]
struct Link {
    scheme: SchemeAt,
    of: SchemeAt,
    by: By,
    plans: Plans,
    has_name: bool,
}

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

/// The schemes of a source by what tells them.
struct Index<'s> {
    source: &'s SchemeSource,
    by_reference: HashMap<&'s str, Vec<usize>>,
    by_name: HashMap<Called<'s>, Vec<usize>>,
}

/// What a scheme is called, alone or with what tells it from others of that name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Called<'s> {
    Name(&'s str),
    InProgramme(&'s str, &'s str),
    WithPlan(&'s str, Decimal),
}

/// All that a scheme is called, by the name alone first.
fn called(scheme: &ListedScheme) -> impl Iterator<Item = Called<'_>> {
    let name = scheme.name.as_ref().map(|(_, key)| key.as_str()).filter(|key| !key.is_empty());
    let in_programme = name.zip(scheme.programme.as_deref()).map(|(name, of)| Called::InProgramme(name, of));
    let with_plan = name.zip(scheme.plan).map(|(name, plan)| Called::WithPlan(name, plan.normalize()));
    [name.map(Called::Name), in_programme, with_plan].into_iter().flatten()
}

impl<'s> Index<'s> {
    fn of(source: &'s SchemeSource) -> Self {
        let mut index = Self { source, by_reference: HashMap::new(), by_name: HashMap::new() };
        for (at, scheme) in source.schemes.iter().enumerate() {
            if let Some(reference) = &scheme.reference {
                index.by_reference.entry(reference).or_default().push(at);
            }
            for called in called(scheme) {
                index.by_name.entry(called).or_default().push(at);
            }
        }
        index
    }

    /// What of a later source may stand here as well: each row here answers to one there.
    fn links(&self, own: usize, later: &Self, of_later: usize) -> Vec<Link> {
        let mut taken: HashSet<usize> = HashSet::new();
        let mut links = Vec::new();
        for (at, scheme) in later.source.schemes.iter().enumerate() {
            let Some((here, by)) = self.like(scheme, later, &taken) else { continue };
            let Some(other) = self.source.schemes.get(here) else { continue };
            taken.insert(here);
            let link = Link {
                scheme: (of_later, at),
                of: (own, here),
                by,
                plans: match (scheme.plan, other.plan) {
                    (Some(one), Some(other)) if one == other => Plans::Same,
                    (Some(_), Some(_)) => Plans::Other,
                    _ => Plans::NotSaid,
                },
                has_name: is_called_alike(scheme, other),
            };
            links.push(link);
        }
        links
    }

    /// The row here that is like a scheme of another source. Where several have its reference, the one that is most like it.
    fn like(&self, scheme: &ListedScheme, later: &Self, taken: &HashSet<usize>) -> Option<(usize, By)> {
        let is_of_year = |at: &usize| self.source.schemes.get(*at).is_some_and(|of| of.is_of_year_of(scheme));
        let is_free = |at: &usize| !taken.contains(at) && is_of_year(at);
        if let Some(with_reference) = scheme.reference.as_deref().and_then(|of| self.by_reference.get(of)) {
            // A reference such as "TBC" stands in many rows: only its first ones are looked at.
            let mut free = with_reference.iter().copied().filter(is_free).take(MOST_OF_ONE_REFERENCE);
            let likeness = |at: &usize| {
                let other = self.source.schemes.get(*at);
                other.map(|other| (is_called_alike(scheme, other), scheme.plan == other.plan))
            };
            let first = free.next();
            let best = free
                .fold(first, |best, at| if likeness(&at) > best.as_ref().and_then(likeness) { Some(at) } else { best });
            if let Some(best) = best {
                return Some((best, By::Reference));
            }
        }
        let only = |index: &Self, called: Called<'_>| -> Option<usize> {
            let mut of_year = index
                .by_name
                .get(&called)?
                .iter()
                .copied()
                .filter(|at| index.source.schemes.get(*at).is_some_and(|of| of.is_of_year_of(scheme)));
            of_year.next().filter(|_| of_year.next().is_none())
        };
        // Two of one name cannot be told apart by it, but by their programme or their plan.
        let here = called(scheme)
            .find_map(|called| only(self, called).filter(|_| only(later, called).is_some()))
            .filter(is_free)?;
        let has_reference = |of: &ListedScheme| of.reference.is_some();
        let both = has_reference(scheme) && self.source.schemes.get(here).is_some_and(has_reference);
        Some((here, if both { By::NameAlone } else { By::Name }))
    }
}

/// More rows with one reference than that are not looked at: the search stays linear in the rows.
const MOST_OF_ONE_REFERENCE: usize = 20;

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

/// Shorter words say nothing.
const SHORTEST_WORD: usize = 3;
const JOINING_WORDS: [&str; 5] = ["and", "for", "the", "with", "from"];

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
