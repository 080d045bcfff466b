//! The same scheme where several lists print it: which of its rows counts, and where a sum would count it twice.

use super::nesting::counted_in;
use crate::plan::{ActivityChange, EMPTY_CODE, Id, Plan, Scheme, Table};
use crate::quantity::InOrder;

/// Which schemes are the same.
///
/// A scheme that is the same as another stands one step from it. Of all that are the same the one that is the fewest
/// steps from the first counts, and of two that are equally far the one whose identifier comes first.
pub(in crate::rules) struct Repeats {
    /// For each scheme the one that stands for all that are the same, and how many steps it is from it. This and the
    /// two below are empty where no scheme says that it is the same as another.
    of: Vec<(u32, u32)>,
    /// Whether another scheme is the same.
    several: Vec<bool>,
}

impl Repeats {
    /// Follows each scheme to the first that is the same: every scheme is gone through once.
    pub(in crate::rules) fn of(plan: &Plan) -> Self {
        const OPEN: (u32, u32) = (u32::MAX, u32::MAX);
        const ON_THE_WAY: (u32, u32) = (u32::MAX, 0);
        let same_as = plan.schemes.codes(Scheme::same_as);
        if same_as.is_empty() {
            return Self { of: Vec::new(), several: Vec::new() };
        }
        let count = plan.schemes.len();
        let next = |at: usize| same_as.get(at).filter(|other| **other != EMPTY_CODE).map(|other| *other as usize);
        let mut all = Self { of: vec![OPEN; count], several: vec![false; count] };
        let mut way = Vec::new();
        for start in 0..count {
            let mut at = start;
            let mut found = loop {
                match all.of.get(at).copied() {
                    Some(OPEN) => {}
                    // No rule is given a plan in which this is so; it must only not go round for ever.
                    Some(ON_THE_WAY) => break None,
                    known => break known,
                }
                if let Some(place) = all.of.get_mut(at) {
                    *place = ON_THE_WAY;
                }
                way.push(at);
                match next(at) {
                    Some(other) => at = other,
                    None => break None,
                }
            };
            for at in way.drain(..).rev() {
                let here = match found {
                    Some((first, steps)) => (first, steps.saturating_add(1)),
                    None => (u32::try_from(at).unwrap_or(u32::MAX), 0),
                };
                if let Some(place) = all.of.get_mut(at) {
                    *place = here;
                }
                found = Some(here);
            }
        }
        for at in 0..count {
            let first = all.of.get(at).map_or(at, |(first, _)| *first as usize);
            if first != at {
                for place in [first, at] {
                    if let Some(several) = all.several.get_mut(place) {
                        *several = true;
                    }
                }
            }
        }
        all
    }

    /// The scheme that stands for all that are the same as this one.
    pub(in crate::rules) fn first(&self, scheme: u32) -> u32 {
        self.of.get(scheme as usize).map_or(scheme, |(first, _)| *first)
    }

    /// How many steps a scheme is from the one that stands for all.
    pub(in crate::rules) fn steps(&self, scheme: u32) -> u32 {
        self.of.get(scheme as usize).map_or(0, |(_, steps)| *steps)
    }

    /// Whether another scheme is the same as this one.
    pub(in crate::rules) fn has_others(&self, scheme: u32) -> bool {
        self.several.get(scheme as usize).copied().unwrap_or_default()
    }

    /// Of some schemes those that count: of several that are the same, one.
    pub(in crate::rules) fn counted(&self, plan: &Plan, mut schemes: Vec<u32>) -> Vec<u32> {
        schemes
            .order_by_key(|scheme| (self.first(*scheme), self.steps(*scheme), plan.identifier(Table::Scheme, *scheme)));
        schemes.dedup_by_key(|scheme| self.first(*scheme));
        schemes.order_by(Ord::cmp);
        schemes
    }

    /// Which changes of activity count: of schemes that are the same and change the same kind of activity, only one does.
    pub(in crate::rules) fn counted_changes(&self, plan: &Plan) -> CountedOnce {
        let changes = &plan.activity_changes;
        let places =
            changes.codes(ActivityChange::setting).iter().zip(changes.codes(ActivityChange::point_of_delivery));
        let mut repeated = Vec::new();
        // Where no scheme is the same as another there is nothing to go through.
        let rows = if self.of.is_empty() { &[] } else { changes.codes(ActivityChange::scheme) };
        for ((row, scheme), (setting, point)) in (0..).zip(rows.iter().copied()).zip(places) {
            if self.has_others(scheme) {
                let about = (self.first(scheme), *setting, *point);
                let identifier = plan.identifier(Table::Scheme, scheme);
                repeated.push((about, self.steps(scheme), identifier, scheme, row));
            }
        }
        repeated.order_by(Ord::cmp);
        let mut counts = if repeated.is_empty() { Vec::new() } else { vec![true; changes.len()] };
        for same in repeated.chunk_by(|left, right| left.0 == right.0) {
            let counted = same.first().map(|place| place.3);
            for place in same.iter().filter(|place| Some(place.3) != counted) {
                if let Some(counts) = counts.get_mut(place.4 as usize) {
                    *counts = false;
                }
            }
        }
        CountedOnce { counts }
    }

    /// Where a sum over lists would count a scheme twice: the list, or nothing for all lists together, and the scheme
    /// that has to be taken off there, because one that is the same counts. Only what has the same key is the same.
    ///
    /// A list is the sum of its own schemes and of its parts, each of which counts a scheme once: what is taken off
    /// is what more than one of them brings.
    pub(in crate::rules) fn counted_twice<K: Ord + Copy>(
        &self,
        plan: &Plan,
        schemes: impl Iterator<Item = (K, u32)>,
    ) -> Vec<(Option<u32>, K, u32)> {
        let mut places: Vec<Place<'_, K>> = Vec::new();
        if self.of.is_empty() {
            return Vec::new();
        }
        for (key, scheme) in schemes.filter(|(_, scheme)| self.has_others(*scheme)) {
            let Some(list) = plan.schemes.get(Id::at(scheme)).map(|row| row.list()) else { continue };
            let place = |list, brought_by| Place {
                list,
                about: (self.first(scheme), key),
                brought_by,
                rank: (self.steps(scheme), plan.identifier(Table::Scheme, scheme)),
                scheme,
            };
            places.push(place(Some(list.index()), Part::Scheme(scheme)));
            let mut part = list;
            for _ in 0..DEEPEST {
                let whole = counted_in(plan, part);
                places.push(place(whole.map(Id::index), Part::List(part.index())));
                match whole {
                    Some(whole) => part = whole,
                    None => break,
                }
            }
        }
        places.order_by(|left, right| {
            let by = |place: &Place<'_, K>| (place.list, place.about, place.brought_by);
            by(left).cmp(&by(right)).then(left.rank.cmp(&right.rank))
        });
        // Each part brings the best of its schemes.
        places.dedup_by(|later, earlier| {
            (later.list, later.about, later.brought_by) == (earlier.list, earlier.about, earlier.brought_by)
        });
        let mut twice = Vec::new();
        for same in places.chunk_by(|left, right| (left.list, left.about) == (right.list, right.about)) {
            let counts = same.iter().min_by_key(|place| place.rank).map(|place| place.scheme);
            for place in same.iter().filter(|place| Some(place.scheme) != counts) {
                twice.push((place.list, place.about.1, place.scheme));
            }
        }
        twice
    }
}

/// Which changes of activity count once each scheme that several lists print is counted once.
pub(in crate::rules) struct CountedOnce {
    /// For each row whether it does; empty where all do.
    counts: Vec<bool>,
}

impl CountedOnce {
    /// Whether the row counts.
    #[inline]
    pub(in crate::rules) fn has(&self, row: u32) -> bool {
        self.counts.get(row as usize).is_none_or(|counts| *counts)
    }
}

/// Lists are not nested deeper when a plan is read.
const DEEPEST: usize = 32;

/// By what a list comes to a scheme: the scheme stands in it, or in a part of it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Scheme(u32),
    List(u32),
}

/// A scheme in a list to whose sum it contributes.
struct Place<'a, K> {
    /// The list; nothing for all lists together.
    list: Option<u32>,
    about: (u32, K),
    brought_by: Part,
    rank: (u32, Option<&'a str>),
    scheme: u32,
}
