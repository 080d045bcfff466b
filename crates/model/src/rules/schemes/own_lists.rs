//! Lists that cannot repeat each other, because each is that of an organisation of its own.

use super::parts_first;
use crate::plan::{Id, Organisation, Plan};
use std::collections::BTreeSet;

/// Whether every list that is part of no other of its year names its organisation, and no two of a year name the same, or one
/// of which the other is a part. Then a scheme that stands in two of them is two savings, and all lists have a sum.
pub(super) fn are_of_their_own(plan: &Plan) -> bool {
    let mut of_years = BTreeSet::new();
    for (list, parent) in parts_first(plan) {
        let Some(list) = plan.scheme_lists.get(list).filter(|_| parent.is_none()) else { continue };
        let Some(organisation) = list.organisation() else { return false };
        if !of_years.insert((list.year(), organisation.index())) {
            return false;
        }
    }
    let is_part_of_another = |(year, organisation): &(_, u32)| {
        let mut above = parents(plan, Id::at(*organisation));
        above.any(|parent| of_years.contains(&(*year, parent)))
    };
    !of_years.iter().any(is_part_of_another)
}

/// The organisations of which one is a part, directly and through others; they never lead back to themselves here.
fn parents(plan: &Plan, organisation: Id<Organisation>) -> impl Iterator<Item = u32> + '_ {
    let above = |of: &Id<Organisation>| plan.organisations.get(*of)?.parent();
    std::iter::successors(above(&organisation), above).take(plan.organisations.len()).map(Id::index)
}
