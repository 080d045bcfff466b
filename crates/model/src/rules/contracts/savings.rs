//! What the schemes on a contract save, against what the contract is worth; and what the contracts with a provider come
//! to.
//!
//! * CR31: schemes cannot take more out of a contract than it is worth: its base value or the value of its activity,
//!   whichever is larger. A scheme that several lists print counts once.

use super::kinds::{CONTRACT, VALUE};
use crate::calculation::{
    CellAddress, Fails, FigureIndex, FigureKey, Finding, Ledger, Number, ORGANISATION, Term, Test, YEAR, figures,
    findings_of_part, run_formulas, run_tests, summed, term,
};
use crate::plan::{Id, Scheme, Table};
use crate::quantity::InOrder;
use crate::rules::schemes::{GROSS, NET, Repeats, changed_contract};
use crate::rules::whole_and_parts::Organisations;

const IN_CONTRACTS: &str = "Arden Cluster System Plan, l. 330-344";

figures! {
    /// What a contract is worth.
    WORTH: money("contract.{}.worth", "{}: its worth", [CONTRACT])
        by("CR31", "the base value or the value of the activity, whichever is larger", IN_CONTRACTS)
        { Contract [*] = {Term::Max(&[term!(Contract, base), VALUE_OF])} or base or {VALUE_OF} }
    /// What the contracts with a provider come to.
    OF_PROVIDER: money("contracts.of.{}.{}", "{}, {}: sum of its contracts", [ORGANISATION, YEAR])
        by("CR31", "the sum of their base values, or else of the values of their activity", IN_CONTRACTS)
    /// The same with the CQUIN that they pay.
    OF_PROVIDER_WITH_CQUIN: money("contracts.of.{}.{}.with-cquin", "{}, {}: sum of its contracts with CQUIN", [ORGANISATION, YEAR])
        by("CR31", "the sum of the contracts + the CQUIN that they pay", IN_CONTRACTS)
    /// What the contracts come to that one commissioner hosts, where several do.
    OF_PROVIDER_BY_HOST: money("contracts.of.{}.{}.hosted-by.{}", "{}, {}: sum of its contracts hosted by {}", [ORGANISATION, YEAR, ORGANISATION])
        by("CR31", "the sum of their base values, or else of the values of their activity", IN_CONTRACTS)
    /// The savings that are written into a contract.
    QIPP_IN: money("contract.{}.qipp.{}", "{}: savings written into it for {}", [CONTRACT, YEAR])
        by("CR31", "the amount that the plan gives", IN_CONTRACTS)
        { Contract [*, year] = qipp }
    /// The gross saving of the schemes on a contract.
    SCHEMES_GROSS: money("contract.{}.schemes-gross.{}", "{}: gross saving of its schemes in {}", [CONTRACT, YEAR])
        by("CR31", "the sum of the schemes of the lists of the year, each once, without what the provider saves of its own costs in lists of its own", IN_CONTRACTS)
    /// Their net saving.
    SCHEMES_NET: money("contract.{}.schemes-net.{}", "{}: net saving of its schemes in {}", [CONTRACT, YEAR])
        by("CR31", "the sum of the schemes of the lists of the year, each once, without what the provider saves of its own costs in lists of its own", IN_CONTRACTS)
}

findings_of_part! {
    /// A scheme names a contract with another provider than its own, or of another year than its list.
    SCHEME_ON_ANOTHER_CONTRACT: warning(
        "scheme-on-another-contract",
        "Name the contract with the provider of the scheme in the year of its list, or correct the provider or the list."
    )
    /// The schemes on a contract save more in a year than the contract is worth.
    SCHEMES_ABOVE_CONTRACT: error(
        "schemes-above-contract",
        "Correct the saving of a scheme or its unit, or the value of the contract; a scheme on another contract names that one."
    )
}

const VALUE_OF: Term = Term::Figure(&VALUE);

const TESTS: &[Test] = &[Test::of(
    &SCHEMES_GROSS,
    Fails::Above(Term::Figure(&WORTH)),
    &SCHEMES_ABOVE_CONTRACT,
    "more than the contract is worth, which is",
)];

/// Adds up contracts and the schemes on them, and holds the schemes against what the contracts are worth.
pub(super) fn run(ledger: &mut Ledger<'_>) {
    run_formulas(ledger, FORMULAS);
    of_providers(ledger);
    of_schemes(ledger);
    run_tests(ledger, TESTS);
    if ledger.wants_findings() {
        report_other_contracts(ledger);
    }
}

/// Schemes on a contract that is not one with their provider, or not of their year.
fn report_other_contracts(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    if plan.schemes.is_unused(Scheme::contract) {
        return;
    }
    let tree = Organisations::of(plan);
    for (row, scheme) in plan.schemes.iter() {
        let Some(contract) = scheme.contract().and_then(|contract| plan.contracts.get(contract)) else { continue };
        let year = plan.scheme_lists.get(scheme.list()).map(|list| list.year());
        // A site is part of its trust, and a trust of its group.
        let other_provider =
            scheme.provider().is_some_and(|provider| !tree.are_related(provider.index(), contract.provider().index()));
        let differs = match contract.year() {
            _ if other_provider => "is one with another provider".to_owned(),
            Some(of_contract) if year.is_some_and(|year| year != of_contract) => format!("is for {of_contract}"),
            _ => continue,
        };
        let message = format!("\"{}\" names the contract \"{}\", which {differs}.", scheme.name(), contract.name());
        ledger.report(|| Finding::of(&SCHEME_ON_ANOTHER_CONTRACT, message).at(Table::Scheme, row.index(), "contract"));
    }
}

/// Adds up the schemes on each contract.
fn of_schemes(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    if plan.schemes.is_unused(Scheme::contract) {
        return;
    }
    let about = |row: u32| {
        let scheme = plan.schemes.get(Id::at(row))?;
        let year = plan.scheme_lists.get(scheme.list())?.year();
        Some(FigureIndex::new([changed_contract(plan, scheme)?.index(), u32::from(year.start())]))
    };
    let on_contracts: Vec<u32> =
        plan.schemes.iter().map(|(row, _)| row.index()).filter(|row| about(*row).is_some()).collect();
    let saves = |row: &u32| ledger.figure(&GROSS, [*row]).is_some();
    let (saving, silent): (Vec<u32>, Vec<u32>) = on_contracts.into_iter().partition(saves);
    let once = Repeats::of(plan).counted(plan, saving);
    for (kind, of) in [(&SCHEMES_GROSS, &GROSS), (&SCHEMES_NET, &NET)] {
        let savings = once.iter().filter_map(|row| Some((about(*row)?, ledger.figure(of, [*row])?)));
        let savings = savings.collect();
        ledger.add(summed(kind, savings));
        for (row, index) in silent.iter().filter_map(|row| Some((*row, about(*row)?))) {
            let cell = CellAddress { table: Table::Scheme, row, column: "gross" };
            ledger.lacks(FigureKey { kind, index }, cell);
        }
    }
}

/// Adds up the contracts with each provider. A contract that says neither its base nor its value is missing in the sum,
/// and one that does not say its year may be in any.
fn of_providers(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let (mut found, mut lacks, mut without_year) = (Vec::new(), Vec::new(), Vec::new());
    let (mut cquin, mut by_host) = (Vec::new(), Vec::new());
    for (row, contract) in plan.contracts.iter() {
        let provider = contract.provider().index();
        let cell = |column| CellAddress { table: Table::Contract, row: row.index(), column };
        let Some(year) = contract.year() else {
            without_year.push((provider, cell("year")));
            continue;
        };
        let index = FigureIndex::new([provider, u32::from(year.start())]);
        cquin.extend(contract.cquin().map(|cquin| (index, Number::cell(cquin))));
        match contract.base().or_else(|| contract.value()) {
            Some(worth) => {
                found.push((index, Number::cell(worth)));
                by_host.push((index, contract.host().map(|host| host.index()), Number::cell(worth)));
            }
            None => lacks.push((index, cell("base"))),
        }
    }
    with_cquin(ledger, &found, cquin);
    of_hosts(ledger, by_host);
    without_year.order_by(Ord::cmp);
    for (index, _) in &found {
        let at = without_year.partition_point(|(provider, _)| *provider < index.get(0));
        let of_it = without_year.get(at).filter(|(provider, _)| *provider == index.get(0));
        lacks.extend(of_it.map(|(_, cell)| (*index, *cell)));
    }
    ledger.add(summed(&OF_PROVIDER, found));
    for (index, cell) in lacks {
        ledger.lacks(FigureKey { kind: &OF_PROVIDER, index }, cell);
    }
}

/// Adds the CQUIN of the contracts with a provider, where they pay some.
fn with_cquin(ledger: &mut Ledger<'_>, worth: &[(FigureIndex, Number)], mut cquin: Vec<(FigureIndex, Number)>) {
    let mut paying: Vec<FigureIndex> = cquin.iter().map(|(index, _)| *index).collect();
    paying.order_by(Ord::cmp);
    cquin.extend(worth.iter().filter(|(index, _)| paying.binary_search(index).is_ok()).copied());
    ledger.add(summed(&OF_PROVIDER_WITH_CQUIN, cquin));
}

/// Adds up the contracts with a provider by the commissioner that hosts them, where there are several.
fn of_hosts(ledger: &mut Ledger<'_>, mut contracts: Vec<(FigureIndex, Option<u32>, Number)>) {
    contracts.order_by_key(|(index, host, _)| (*index, *host));
    let mut found = Vec::new();
    for of_one in contracts.chunk_by(|left, right| left.0 == right.0) {
        if of_one.first().map(|(_, host, _)| host) == of_one.last().map(|(_, host, _)| host) {
            continue;
        }
        found.extend(of_one.iter().filter_map(|(index, host, worth)| {
            Some((FigureIndex::new([index.get(0), index.get(1), (*host)?]), *worth))
        }));
    }
    ledger.add(summed(&OF_PROVIDER_BY_HOST, found));
}
