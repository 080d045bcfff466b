//! The two sides of a contract: an organisation has none with itself.

use crate::calculation::{Finding, Ledger, findings_of_part};
use crate::plan::Table;

findings_of_part! {
    /// The provider of a contract is also its host, or one of the commissioners that have a part of it.
    CONTRACT_WITH_ITSELF: warning("contract-with-itself", "Correct the provider, or the commissioner.")
}

/// Reports contracts of which both sides are one organisation.
pub(super) fn report(ledger: &mut Ledger<'_>) {
    if !ledger.wants_findings() {
        return;
    }
    let plan = ledger.plan;
    for (row, contract) in plan.contracts.iter().filter(|(_, contract)| contract.host() == Some(contract.provider())) {
        let Some(provider) = plan.organisations.get(contract.provider()) else { continue };
        ledger.report(|| {
            let message = format!(
                "\"{}\" is a contract of {} with itself: it is the provider, and the host.",
                contract.name(),
                provider.name()
            );
            Finding::of(&CONTRACT_WITH_ITSELF, message).at(Table::Contract, row.index(), "host").at(
                Table::Contract,
                row.index(),
                "provider",
            )
        });
    }
    for (row, part) in plan.contract_parts.iter() {
        let contract =
            plan.contracts.get(part.contract()).filter(|contract| contract.provider() == part.organisation());
        let (Some(contract), Some(provider)) = (contract, plan.organisations.get(part.organisation())) else {
            continue;
        };
        ledger.report(|| {
            let message = format!(
                "{} is the provider of \"{}\", and has a part of it as a commissioner.",
                provider.name(),
                contract.name()
            );
            Finding::of(&CONTRACT_WITH_ITSELF, message).at(Table::ContractPart, row.index(), "organisation")
        });
    }
}
