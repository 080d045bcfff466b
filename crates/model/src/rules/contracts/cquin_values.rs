//! CQUIN against the contracts that pay it: a scheme is a share of what they are worth, and pays no more of it
//! than CQUIN ever did; nor does a contract.

use super::savings::WORTH;
use crate::calculation::{CellAddress, Finding, Ledger, Unit, findings_of_part, format};
use crate::parameters::{CQUIN_HIGHEST_RATE, CQUIN_RATE};
use crate::plan::{Contract, CquinScheme, FinancialYear, Id, Plan, Table};
use crate::quantity::{Fixed, InOrder};
use crate::rules::cquin::SCHEME_PERCENT;
use std::collections::BTreeMap;

findings_of_part! {
    /// The contract value of which a CQUIN scheme is a share is more than the contracts with its provider come to.
    CQUIN_BASE_ABOVE_CONTRACTS: warning(
        "cquin-base-above-contracts",
        "Correct the eligible contract value or its unit, or give the contracts that are missing."
    )
    /// A CQUIN scheme, or several on one contract value, or what a contract earns of CQUIN, are more of it than CQUIN paid
    /// nationally in any year.
    CQUIN_RATE_ABOVE_NATIONAL: warning(
        "cquin-rate-above-national",
        "Correct the rate, the fixed sum or the contract value; several schemes with one provider share one contract \
         value or have each their part of it."
    )
    /// The rate of a CQUIN scheme is not that of its year: it is more than was paid nationally in that year, or so small that
    /// its unit is in doubt.
    CQUIN_RATE_NOT_OF_ITS_YEAR: warning(
        "cquin-rate-not-of-its-year",
        "Correct the rate or the year, or settle the finding with a note why it is another than the national one."
    )
}

/// A rate that is less than the national one by so many times is most often one whose per cent sign is missed.
const FAR_LESS: i64 = 20;

/// What the contracts with a provider are worth in a year, as far as they say, and whether all of them do.
#[derive(Clone, Copy)]
struct Worth {
    sum: Fixed,
    is_whole: bool,
}

type Worths = BTreeMap<(u32, FinancialYear), Worth>;

/// Reports schemes on more than the contracts are worth, and those that pay more than CQUIN ever did.
pub(super) fn report(ledger: &mut Ledger<'_>) {
    if !ledger.wants_findings() {
        return;
    }
    report_contracts(ledger);
    report_years(ledger);
    if ledger.plan.cquin_schemes.is_unused(CquinScheme::eligible_base) {
        return;
    }
    let worths = worth_of_contracts(ledger);
    report_bases(ledger, &worths);
    report_rates(ledger, &worths);
}

fn worth_of_contracts(ledger: &Ledger<'_>) -> Worths {
    let mut worths = Worths::new();
    for (row, contract) in ledger.plan.contracts.iter() {
        let Some(year) = contract.year() else { continue };
        let of_all =
            worths.entry((contract.provider().index(), year)).or_insert(Worth { sum: Fixed::ZERO, is_whole: true });
        match ledger.figure(&WORTH, [row.index()]) {
            Some(worth) => of_all.sum = of_all.sum.plus(worth.shown()),
            None => of_all.is_whole = false,
        }
    }
    worths
}

/// Contracts that earn more of what they are worth than CQUIN ever paid. What both are rounded to may hide some of it.
fn report_contracts(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    if plan.contracts.is_unused(Contract::cquin) {
        return;
    }
    for (row, contract) in plan.contracts.iter() {
        let (Some(earned), Some(year)) = (contract.cquin(), contract.year()) else { continue };
        let worth = ledger.figure(&WORTH, [row.index()]).map(|worth| worth.shown());
        let Some(worth) = worth.filter(|worth| Fixed::ZERO.is_below(*worth)) else { continue };
        let Some(highest) = ledger.parameters.value(&CQUIN_HIGHEST_RATE, year) else { continue };
        let most = worth.times(Fixed::from(highest.number)).plus(earned.half_unit());
        if most.is_fault() || !most.is_below(earned.fixed()) {
            continue;
        }
        ledger.report(|| {
            let message = format!(
                "\"{}\" earns {} of CQUIN, which is {} of its worth, and CQUIN never paid more than {} nationally.",
                contract.name(),
                format::pounds(earned.get()),
                format::percent(earned.fixed().over(worth).value(), 2),
                highest.written
            );
            Finding::of(&CQUIN_RATE_ABOVE_NATIONAL, message)
                .at(Table::Contract, row.index(), "cquin")
                .figure(WORTH.at([row.index()]))
        });
    }
}

/// Schemes whose own rate is not that of their year. Where it is more than CQUIN ever paid, that is said with its contract value.
fn report_years(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    for (row, scheme) in plan.cquin_schemes.iter() {
        let Some(rate) = scheme.rate() else { continue };
        let parameters = &ledger.parameters;
        let of_year = |parameter| parameters.value(parameter, scheme.year()).map(|value| Fixed::from(value.number));
        let (Some(national), Some(highest)) = (of_year(&CQUIN_RATE), of_year(&CQUIN_HIGHEST_RATE)) else { continue };
        // Where CQUIN was paused, a rate is one that the two sides agreed.
        if !Fixed::ZERO.is_below(national) {
            continue;
        }
        let least = rate.fixed().minus(rate.half_unit());
        let says = if national.is_below(least) && !highest.is_below(least) {
            "more than"
        } else if Fixed::ZERO.is_below(rate.fixed()) && rate.fixed().times(Fixed::whole(FAR_LESS)).is_below(national) {
            "less than a twentieth of"
        } else {
            continue;
        };
        ledger.report(|| {
            let message = format!(
                "\"{}\" is {} of the contract value, {says} the {} that were paid nationally in {}.",
                scheme.name(),
                format::percent(rate.fixed().value(), 3).replace(".000", ""),
                format::percent(national.value(), 2),
                scheme.year()
            );
            Finding::of(&CQUIN_RATE_NOT_OF_ITS_YEAR, message).at(Table::CquinScheme, row.index(), "rate")
        });
    }
}

/// Schemes on more than what the contracts with their provider are worth in the year.
fn report_bases(ledger: &mut Ledger<'_>, worths: &Worths) {
    let plan = ledger.plan;
    for (row, scheme) in plan.cquin_schemes.iter() {
        let (Some(base), Some(provider)) = (scheme.eligible_base(), scheme.provider()) else { continue };
        let worth = worths.get(&(provider.index(), scheme.year())).filter(|worth| worth.is_whole);
        let Some(worth) = worth.filter(|worth| worth.sum.is_below(base.fixed().minus(base.half_unit()))) else {
            continue;
        };
        ledger.report(|| {
            let message = format!(
                "\"{}\" is a share of {}, and the contracts with its provider in {} are worth {}.",
                scheme.name(),
                format::pounds(base.get()),
                scheme.year(),
                format::money(worth.sum.value())
            );
            let finding = Finding::of(&CQUIN_BASE_ABOVE_CONTRACTS, message);
            let finding = finding.at(Table::CquinScheme, row.index(), "eligible_base");
            finding.between(base.fixed().value(), worth.sum.value(), Unit::Money).both_right()
        });
    }
}

/// What a scheme is on: the provider, the year, and how much of the contract value is eligible.
type On = (u32, FinancialYear, Fixed);

/// Schemes whose rates are above the highest, alone or with the others on the same contract value.
fn report_rates(ledger: &mut Ledger<'_>, worths: &Worths) {
    let mut on_one_value: Vec<(On, u32)> = Vec::new();
    for (row, scheme) in ledger.plan.cquin_schemes.iter() {
        let Some(base) = scheme.eligible_base() else { continue };
        // Of a scheme that does not name its provider nobody knows with which it shares its value.
        match scheme.provider() {
            Some(provider) => on_one_value.push(((provider.index(), scheme.year(), base.fixed()), row.index())),
            None => report_sum(ledger, &[row.index()]),
        }
    }
    on_one_value.order_by(Ord::cmp);
    for schemes in on_one_value.chunk_by(|left, right| left.0 == right.0) {
        let Some(((provider, year, base), _)) = schemes.first() else { continue };
        let schemes: Vec<u32> = schemes.iter().map(|(_, row)| *row).collect();
        // Contracts that hold all the values may have one each, as those of two commissioners have.
        let bases = schemes.iter().fold(Fixed::ZERO, |sum, _| sum.plus(*base));
        let worth = worths.get(&(*provider, *year)).map_or(Fixed::ZERO, |worth| worth.sum);
        if schemes.len() > 1 && !worth.is_below(bases) {
            schemes.iter().for_each(|row| report_sum(ledger, &[*row]));
        } else {
            report_sum(ledger, &schemes);
        }
    }
}

/// How far the rate of a scheme may lie from the exact one because its fixed sum and its contract value are printed rounded.
fn rounding_of(plan: &Plan, row: u32) -> Fixed {
    let Some(scheme) = plan.cquin_schemes.get(Id::at(row)) else { return Fixed::ZERO };
    let Some((sum, base)) = scheme.fixed_sum().zip(scheme.eligible_base()) else { return Fixed::ZERO };
    let least = sum.fixed().minus(sum.half_unit()).over(base.fixed().plus(base.half_unit()));
    sum.fixed().over(base.fixed()).minus(least)
}

fn report_sum(ledger: &mut Ledger<'_>, schemes: &[u32]) {
    let plan = ledger.plan;
    let Some(first) = schemes.first().and_then(|row| plan.cquin_schemes.get(Id::at(*row))) else { return };
    let Some(highest) = ledger.parameters.value(&CQUIN_HIGHEST_RATE, first.year()) else { return };
    let rates = schemes.iter().filter_map(|row| ledger.figure(&SCHEME_PERCENT, [*row]));
    let sum = rates.fold(Fixed::ZERO, |sum, rate| sum.plus(rate.shown()));
    let rounding = schemes.iter().fold(Fixed::ZERO, |sum, row| sum.plus(rounding_of(plan, *row)));
    let beyond = sum.minus(rounding);
    if beyond.is_fault() || !Fixed::from(highest.number).is_below(beyond) {
        return;
    }
    let mut names: Vec<&str> = schemes.iter().filter_map(|row| plan.title(Table::CquinScheme, *row)).collect();
    names.order_by(Ord::cmp);
    let named: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
    let (verb, of) = if named.len() > 1 { ("pay", "the same contract value") } else { ("pays", "its contract value") };
    ledger.report(|| {
        let message = format!(
            "{} {verb} {} of {of}, and CQUIN never paid more than {} nationally.",
            named.join(" and "),
            format::percent(sum.value(), 2),
            highest.written
        );
        let places =
            schemes.iter().map(|row| CellAddress { table: Table::CquinScheme, row: *row, column: "eligible_base" });
        Finding::of(&CQUIN_RATE_ABOVE_NATIONAL, message)
            .at_cells(places)
            .figures(schemes.iter().map(|row| SCHEME_PERCENT.at([*row])))
    });
}
