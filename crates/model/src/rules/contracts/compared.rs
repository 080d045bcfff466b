//! The CQUIN of contracts against the CQUIN schemes of the same provider and year: one quantity in two places.

use crate::calculation::{FigureKey, Finding, Ledger, NumberTotal, Unit, findings_of_part, format};
use crate::plan::{
    CellAddress, Contract, CquinIndicator, CquinScheme, FinancialYear, Id, PaymentRule, Plan, Row, Table,
};
use crate::quantity::{Fixed, InOrder, Total};
use crate::rules::cquin::SCHEME_EARNED;

findings_of_part! {
    /// CQUIN schemes of a provider earn something in a year, and none of its contracts gives what CQUIN it pays.
    CQUIN_IN_NO_CONTRACT: information(
        "cquin-in-no-contract",
        "Give in the contract what CQUIN it pays, or 0 where it is paid elsewhere."
    )
    /// The contracts with a provider pay another amount of CQUIN in a year than its CQUIN schemes earn.
    CQUIN_OF_CONTRACT_DIFFERS: warning(
        "cquin-of-contract-differs",
        "Give in the contract what the scheme earns, or correct the achievement in the scheme."
    )
}

/// A provider and a year.
type About = (u32, FinancialYear);

/// Reports CQUIN that a contract pays and no scheme earns, and the other way round.
pub(super) fn run(ledger: &mut Ledger<'_>) {
    if !ledger.wants_findings() {
        return;
    }
    let plan = ledger.plan;
    let mut contracts: Vec<(About, Id<Contract>)> = Vec::new();
    for (row, contract) in plan.contracts.iter() {
        contracts.extend(contract.year().map(|year| ((contract.provider().index(), year), row)));
    }
    let mut schemes: Vec<(About, Id<CquinScheme>)> = Vec::new();
    for (row, scheme) in plan.cquin_schemes.iter() {
        schemes.extend(scheme.provider().map(|provider| ((provider.index(), scheme.year()), row)));
    }
    contracts.order_by_key(|(about, row)| (*about, plan.title(Table::Contract, row.index())));
    schemes.order_by_key(|(about, row)| (*about, plan.title(Table::CquinScheme, row.index())));
    let mut schemes = schemes.chunk_by(|left, right| left.0 == right.0).peekable();
    for contracts in contracts.chunk_by(|left, right| left.0 == right.0) {
        let Some((about, _)) = contracts.first() else { continue };
        let before = |schemes: &&[(About, Id<CquinScheme>)]| schemes.first().is_some_and(|(of, _)| of < about);
        while schemes.next_if(before).is_some() {}
        let Some(schemes) = schemes.next_if(|schemes| schemes.first().is_some_and(|(of, _)| of == about)) else {
            continue;
        };
        compare(ledger, *about, contracts, schemes);
    }
}

/// Whether an indicator of some schemes waits for what is achieved: until then the schemes earn nothing by it, which
/// contradicts no contract.
fn is_not_reported(plan: &Plan, schemes: &[FigureKey]) -> bool {
    let waits = |indicator: Row<'_, CquinIndicator>| {
        let by_what_is_achieved = match indicator.payment_rule() {
            None | Some(PaymentRule::Milestones) => false,
            Some(PaymentRule::AllOrNothing) => indicator.threshold().is_some(),
            Some(PaymentRule::SteppedBands | PaymentRule::Graduated) => true,
        };
        by_what_is_achieved && indicator.achieved().is_none() && indicator.evidence() != Some(false)
    };
    let is_of_one = |scheme: Id<CquinScheme>| schemes.iter().any(|key| key.index.get(0) == scheme.index());
    plan.cquin_indicators.iter().any(|(_, indicator)| is_of_one(indicator.scheme()) && waits(indicator))
}

/// What schemes earn, with the figures and the cells that say so, where no contract pays CQUIN.
fn report_in_no_contract(
    ledger: &mut Ledger<'_>,
    (provider, year): About,
    contracts: &[(About, Id<Contract>)],
    (figures, schemes): (Vec<FigureKey>, impl Iterator<Item = CellAddress>),
    earned: Fixed,
) {
    if !Fixed::ZERO.is_below(earned) {
        return;
    }
    let title = ledger.plan.title(Table::Organisation, provider).unwrap_or_default();
    let message = format!(
        "The CQUIN schemes of {title} earn {} in {year}, and no contract with it pays CQUIN: what is due is without it.",
        format::money(earned.value())
    );
    let places =
        contracts.iter().map(|(_, row)| CellAddress { table: Table::Contract, row: row.index(), column: "cquin" });
    ledger.report(|| {
        let finding = Finding::of(&CQUIN_IN_NO_CONTRACT, message).at_cells(places.chain(schemes));
        finding.figures(figures).between(earned.value(), Fixed::ZERO.value(), Unit::Money).both_right()
    });
}

fn compare(
    ledger: &mut Ledger<'_>,
    (provider, year): About,
    contracts: &[(About, Id<Contract>)],
    schemes: &[(About, Id<CquinScheme>)],
) {
    let plan = ledger.plan;
    let (mut pays, mut rounding, mut places) = (Total::default(), Total::default(), Vec::new());
    let mut all_give = true;
    for (_, row) in contracts {
        let Some(cell) = plan.contracts.get(*row).and_then(|contract| contract.cquin()) else {
            all_give = false;
            continue;
        };
        pays.add_fixed(cell.for_calculation());
        rounding.add_fixed(cell.half_unit());
        places.push(CellAddress { table: Table::Contract, row: row.index(), column: "cquin" });
    }
    let (mut earned, mut figures): (NumberTotal, Vec<FigureKey>) = (NumberTotal::default(), Vec::new());
    for (_, row) in schemes {
        // Where it is not known what one of them earns, there is nothing to compare.
        let Some(number) = ledger.figure(&SCHEME_EARNED, [row.index()]) else { return };
        earned.add(&number);
        figures.push(SCHEME_EARNED.at([row.index()]));
    }
    let (pays, earned) = (pays.finish_fixed(), earned.finish().shown());
    if pays.is_fault() || earned.is_fault() {
        return;
    }
    let apart = pays.minus(earned);
    let title = plan.title(Table::Organisation, provider).unwrap_or_default();
    let schemes =
        schemes.iter().map(|(_, row)| CellAddress { table: Table::CquinScheme, row: row.index(), column: "name" });
    if places.is_empty() {
        report_in_no_contract(ledger, (provider, year), contracts, (figures, schemes), earned);
        return;
    }
    // Contracts that give no CQUIN may pay what is missing, but they cannot take away what is too much.
    let is_open = is_not_reported(plan, &figures);
    let explained = is_open || !rounding.finish_fixed().is_below(apart.maximum(apart.negated()));
    if explained || (apart.is_negative() && !all_give) {
        return;
    }
    let message = format!(
        "Contracts with {title} pay {} of CQUIN in {year}, and its CQUIN schemes earn {}.",
        format::money(pays.value()),
        format::money(earned.value())
    );
    ledger.report(|| {
        let finding = Finding::of(&CQUIN_OF_CONTRACT_DIFFERS, message).at_cells(places.into_iter().chain(schemes));
        finding.figures(figures).between(pays.value(), earned.value(), Unit::Money)
    });
}
