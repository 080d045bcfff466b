//! The schemes of a sheet by their references and names, to find those of another sheet among them.

use super::repeated_schemes::{SchemeAt, is_called_alike};
use super::scheme_sources::{ListedScheme, SchemeSource};
use one_plan_model::quantity::Decimal;
use std::collections::{HashMap, HashSet};

/// More rows with one reference than that are not looked at: the search stays linear in the rows.
const MOST_OF_ONE_REFERENCE: usize = 20;

/// By what two rows seem to be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    /// By the reference.
    Reference,
    /// By the name, where one of them has no reference.
    Name,
    /// By the name, although each has a reference.
    NameAlone,
}

/// How the plans of two rows stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Plans {
    /// They are the same.
    Same,
    /// They are not the same.
    Other,
    /// One of them says none.
    NotSaid,
}

/// Two rows that seem to be one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Link {
    pub(super) scheme: SchemeAt,
    pub(super) of: SchemeAt,
    pub(super) by: By,
    pub(super) plans: Plans,
    pub(super) has_name: bool,
}

/// The schemes of a source by what tells them.
pub(super) struct Index<'s> {
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
    /// That of a source.
    pub(super) fn of(source: &'s SchemeSource) -> Self {
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
    pub(super) fn links(&self, own: usize, later: &Self, of_later: usize) -> Vec<Link> {
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
