//! What CQUIN pays of a contract value, against the highest rate that it ever paid.

use super::SCHEME_PERCENT;
use crate::calculation::{CellAddress, Finding, Ledger, findings_of_part, format};
use crate::parameters::CQUIN_HIGHEST_RATE;
use crate::plan::{CquinScheme, Id, Plan, Table};
use crate::quantity::{Fixed, InOrder};

findings_of_part! {
    /// A CQUIN scheme, or several on one contract value, pay more of it than CQUIN did nationally in any year.
    CQUIN_RATE_ABOVE_NATIONAL: warning(
        "cquin-rate-above-national",
        "Correct the rate, the fixed sum or the contract value; several schemes with one provider share one contract \
         value or have each their part of it."
    )
}

/// What a scheme is on: the provider, the year, and how much of the contract value is eligible.
type On = (u32, u16, Fixed);

/// Reports schemes whose rates are above the highest, alone or with the others on the same contract value.
pub(super) fn report(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    if plan.cquin_schemes.is_unused(CquinScheme::eligible_base) {
        return;
    }
    let mut on_one_value: Vec<(On, u32)> = Vec::new();
    for (row, scheme) in plan.cquin_schemes.iter() {
        let Some(base) = scheme.eligible_base() else { continue };
        // Of a scheme that does not name its provider nobody knows with which it shares its value.
        match scheme.provider() {
            Some(provider) => {
                on_one_value.push(((provider.index(), scheme.year().start(), base.fixed()), row.index()));
            }
            None => report_sum(ledger, &[row.index()]),
        }
    }
    on_one_value.order_by(Ord::cmp);
    for schemes in on_one_value.chunk_by(|left, right| left.0 == right.0) {
        let Some(((provider, year, base), _)) = schemes.first() else { continue };
        let schemes: Vec<u32> = schemes.iter().map(|(_, row)| *row).collect();
        // Contracts that hold all the values may have one each, as those of two commissioners have.
        let bases = schemes.iter().fold(Fixed::ZERO, |sum, _| sum.plus(*base));
        if schemes.len() > 1 && !worth_of_contracts(plan, *provider, *year).is_below(bases) {
            schemes.iter().for_each(|row| report_sum(ledger, &[*row]));
        } else {
            report_sum(ledger, &schemes);
        }
    }
}

/// What the contracts with a provider are worth in a year, as far as they say.
fn worth_of_contracts(plan: &Plan, provider: u32, year: u16) -> Fixed {
    let of_both = plan.contracts.iter().filter(|(_, contract)| {
        contract.provider().index() == provider && contract.year().is_some_and(|of| of.start() == year)
    });
    let worth = of_both.filter_map(|(_, contract)| {
        let amounts = [contract.base(), contract.value()].into_iter().flatten().map(|amount| amount.fixed());
        amounts.reduce(Fixed::maximum)
    });
    worth.fold(Fixed::ZERO, Fixed::plus)
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
