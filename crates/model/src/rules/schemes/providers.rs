//! Schemes of a provider's own list that name another provider.

use crate::calculation::{Finding, Ledger, findings_of_part};
use crate::plan::{Id, OrganisationKind, Plan, Scheme, SchemeList, Table};
use crate::rules::whole_and_parts::Organisations;

findings_of_part! {
    /// A scheme in the list of a provider names another provider, which does not belong to it. In the lists of
    /// commissioners schemes name any provider.
    SCHEME_OF_ANOTHER_PROVIDER: warning(
        "scheme-of-another-provider",
        "Correct the provider of the scheme or the organisation of its list; it is empty for what a provider saves of its \
         own costs."
    )
}

/// Whether an organisation is known to provide care, and not to buy it.
pub(in crate::rules) fn provides(plan: &Plan, organisation: u32) -> bool {
    let kind = plan.organisations.get(Id::at(organisation)).and_then(|row| row.kind());
    kind.is_some_and(|kind| !OrganisationKind::commissions(kind) && kind != OrganisationKind::Other)
}

/// Reports each of them.
pub(super) fn report(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    if plan.schemes.is_unused(Scheme::provider) || plan.scheme_lists.is_unused(SchemeList::organisation) {
        return;
    }
    let tree = Organisations::of(plan);
    for (row, scheme) in plan.schemes.iter() {
        let list = plan.scheme_lists.get(scheme.list());
        let of_list = list.and_then(|list| list.organisation()).map(Id::index);
        let Some((own, other)) = of_list.zip(scheme.provider().map(Id::index)) else { continue };
        if tree.are_related(own, other) || !provides(plan, own) || !provides(plan, other) {
            continue;
        }
        let name = |organisation| plan.title(Table::Organisation, organisation).unwrap_or_default();
        let message =
            format!("\"{}\" stands in a list of {} and is said to be at {}.", scheme.name(), name(own), name(other));
        ledger.report(|| {
            let finding = Finding::of(&SCHEME_OF_ANOTHER_PROVIDER, message).at(Table::Scheme, row.index(), "provider");
            finding.at(Table::SchemeList, scheme.list().index(), "organisation")
        });
    }
}
