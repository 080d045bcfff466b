//! A contract that is given for one provider, and whose amount another provider says it has.

use crate::calculation::{Finding, Ledger, findings_of_part, format};
use crate::plan::{CellAddress, FinancialYear, Id, ProviderFinance, Row, Table};
use crate::quantity::{Fault, Fixed};
use crate::rules::whole_and_parts::Organisations;

findings_of_part! {
    /// A provider gives a contract of a year, no contract of the plan is with it, and those with one other provider, which
    /// gives none, come to the same amount. Where the amounts are not the same, nothing is said: a plan may leave out
    /// contracts of the one and finances of the other.
    CONTRACT_WITH_ANOTHER_PROVIDER: warning(
        "contract-with-another-provider",
        "Correct the provider of the contract, or the organisation of the finances; where both have such a contract, give \
         both in both tables."
    )
}

/// What one provider has in a year.
struct Has {
    provider: u32,
    year: FinancialYear,
    amount: Fixed,
    half_unit: Fixed,
    places: Vec<CellAddress>,
}

/// Reports each of them.
pub(super) fn report(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    if !ledger.wants_findings() || plan.contracts.is_empty() || plan.provider_finances.is_empty() {
        return;
    }
    let tree = Organisations::of(plan);
    let (contracts, finances) = (contracts(ledger), finances(ledger));
    let of_no_year = || plan.contracts.iter().filter(|(_, contract)| contract.year().is_none());
    let is_alone = |one: &&Has, others: &[Has]| {
        let beside = |other: &Has| other.year == one.year && tree.are_related(other.provider, one.provider);
        !others.iter().any(beside)
            && !of_no_year().any(|(_, contract)| tree.are_related(contract.provider().index(), one.provider))
    };
    let alone: Vec<&Has> = contracts.iter().filter(|one| is_alone(one, &finances)).collect();
    let mut said: Vec<(&Has, &Has)> = Vec::new();
    for given in finances.iter().filter(|one| is_alone(one, &contracts)) {
        let same = |other: &Has| {
            let apart = given.amount.minus(other.amount);
            let reach = given.half_unit.plus(other.half_unit);
            other.year == given.year && !apart.is_fault() && !reach.is_below(apart.maximum(apart.negated()))
        };
        let mut alike = alone.iter().copied().filter(|other| same(other));
        if let (Some(contract), None) = (alike.next(), alike.next()) {
            said.push((given, contract));
        }
    }
    for (given, contract) in said {
        let name = |organisation| plan.title(Table::Organisation, organisation).unwrap_or_default();
        let message = format!(
            "{} gives a contract of {} for {}, and no contract is with it; those with {} come to that, which gives none.",
            name(given.provider),
            format::money(given.amount.value()),
            given.year,
            name(contract.provider)
        );
        let places = contract.places.iter().chain(&given.places).copied();
        ledger.report(|| Finding::of(&CONTRACT_WITH_ANOTHER_PROVIDER, message).at_cells(places));
    }
}

/// What the contracts with each provider come to in each year, of which all say how much they are.
fn contracts(ledger: &Ledger<'_>) -> Vec<Has> {
    let plan = ledger.plan;
    let mut all: Vec<Has> = Vec::new();
    for (row, contract) in plan.contracts.iter() {
        let Some(year) = contract.year() else { continue };
        let provider = contract.provider().index();
        let worth = contract.base().or_else(|| contract.value());
        let not_known = Fixed::fault(Fault::NotGiven);
        let (amount, half_unit) = worth.map_or((not_known, Fixed::ZERO), |worth| (worth.fixed(), worth.half_unit()));
        let place = CellAddress { table: Table::Contract, row: row.index(), column: "provider" };
        match all.iter_mut().find(|one| one.provider == provider && one.year == year) {
            Some(one) => {
                one.amount = one.amount.plus(amount);
                one.half_unit = one.half_unit.plus(half_unit);
                one.places.push(place);
            }
            None => all.push(Has { provider, year, amount, half_unit, places: vec![place] }),
        }
    }
    all
}

/// The contract that each provider says it has.
fn finances(ledger: &Ledger<'_>) -> Vec<Has> {
    let given = |(row, finance): (Id<ProviderFinance>, Row<'_, ProviderFinance>)| {
        let contract = finance.contract().filter(|contract| !contract.fixed().is_zero())?;
        let place = CellAddress { table: Table::ProviderFinance, row: row.index(), column: "organisation" };
        let provider = finance.organisation().index();
        let (amount, half_unit) = (contract.fixed(), contract.half_unit());
        Some(Has { provider, year: finance.year(), amount, half_unit, places: vec![place] })
    };
    ledger.plan.provider_finances.iter().filter_map(given).collect()
}
