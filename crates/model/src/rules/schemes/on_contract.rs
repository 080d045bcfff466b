use super::nesting::counted_in;
use crate::plan::{Contract, Id, Plan, Row, Scheme};

/// The contract whose payment a scheme changes: the one that it names. What a provider saves of its own costs, in a list of
/// its own, changes no contract with it.
pub(in crate::rules) fn changed_contract(plan: &Plan, scheme: Row<'_, Scheme>) -> Option<Id<Contract>> {
    let named = scheme.contract()?;
    let provider = plan.contracts.get(named)?.provider();
    // The list of the scheme, and those of which it is a part.
    let lists =
        std::iter::successors(Some(scheme.list()), |list| counted_in(plan, *list)).take(plan.scheme_lists.len());
    let of_list = lists.filter_map(|list| plan.scheme_lists.get(list)?.organisation()).next();
    (of_list != Some(provider)).then_some(named)
}
