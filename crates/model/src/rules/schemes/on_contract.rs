use super::nesting::counted_in;
use crate::plan::{Contract, Id, Organisation, Plan, Row, Scheme};

/// The contract whose payment a scheme changes: the one that it names. What a provider saves of its own costs, in a list of
/// its own, changes no contract with it.
pub(in crate::rules) fn changed_contract(plan: &Plan, scheme: Row<'_, Scheme>) -> Option<Id<Contract>> {
    let named = scheme.contract()?;
    let provider = plan.contracts.get(named)?.provider();
    (!is_own_saving(plan, scheme, provider)).then_some(named)
}

/// Whether a scheme is what an organisation saves of its own costs: the list of the scheme, or the nearest of those of which it
/// is a part that says whose it is, is that of the organisation.
pub(in crate::rules) fn is_own_saving(plan: &Plan, scheme: Row<'_, Scheme>, organisation: Id<Organisation>) -> bool {
    let lists =
        std::iter::successors(Some(scheme.list()), |list| counted_in(plan, *list)).take(plan.scheme_lists.len());
    let of_list = lists.filter_map(|list| plan.scheme_lists.get(list)?.organisation()).next();
    of_list == Some(organisation)
}
