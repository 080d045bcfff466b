use crate::plan::{Id, KnownFinding, KnownFindingPlace};
use crate::quantity::InOrder;
use std::collections::BTreeSet;

/// By which ids of the table `known_findings` each finding is known.
#[derive(Clone, Debug, Default)]
pub(in crate::outcome) struct Known {
    /// For each finding the rows of `known_finding_places` that recognise it by a figure or a row, in order.
    pub(super) own: Vec<Vec<Id<KnownFindingPlace>>>,
    /// For each finding the group of those that have its code in one of its tables; many findings share them.
    pub(super) groups: Vec<Vec<u32>>,
    /// The rows that recognise a whole group.
    pub(super) by_group: Vec<Vec<Id<KnownFindingPlace>>>,
    /// The known finding of each row of `known_finding_places`.
    pub(super) of_place: Vec<Id<KnownFinding>>,
    /// For each known finding how many findings it recognises.
    pub(super) counts: Vec<u32>,
    /// For each finding whether it is settled: known, and nothing that decides about it is open.
    pub(super) settled: Vec<bool>,
}

impl Known {
    /// The ids by which a finding is known, in the order of the places that recognise it.
    pub(super) fn ids(&self, finding: usize) -> Vec<Id<KnownFinding>> {
        let own = self.own.get(finding).into_iter().flatten();
        let groups = self.groups.get(finding).into_iter().flatten();
        let shared = groups.filter_map(|group| self.by_group.get(*group as usize)).flatten();
        let mut places: Vec<usize> = own.chain(shared).map(|place| place.position()).collect();
        places.order_by(Ord::cmp);
        let mut ids: Vec<Id<KnownFinding>> = Vec::new();
        let mut seen = BTreeSet::new();
        for id in places.into_iter().filter_map(|place| self.of_place.get(place)) {
            if seen.insert(id.index()) {
                ids.push(*id);
            }
        }
        ids
    }

    /// Of the ids by which a finding is known, those that decide about it: the ones that recognise this finding and no
    /// other, or where there is none all of them. What is decided about one finding goes before what is said of many.
    pub(super) fn deciding(&self, finding: usize) -> Vec<Id<KnownFinding>> {
        let ids = self.ids(finding);
        let own: Vec<_> = ids.iter().copied().filter(|id| self.counts.get(id.position()) == Some(&1)).collect();
        if own.is_empty() { ids } else { own }
    }
}
