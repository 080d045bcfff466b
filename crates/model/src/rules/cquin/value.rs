//! What a scheme is worth: its fixed sum, or a rate of its base.

use super::{SCHEME_PERCENT, SCHEME_VALUE};
use crate::calculation::{Finding, Ledger, Number, Unit, findings_of_part, format};
use crate::parameters::{CQUIN_RATE, ParameterValue, Parameters, Standing};
use crate::plan::{CellAddress, CquinScheme, Id, NumberCell, Row, Table};
use crate::quantity::{Amount, Decimal, Fault, add, distance, multiply, round_half_away};

findings_of_part! {
    /// A CQUIN scheme has neither a fixed sum nor a contract value of which it is a share.
    CQUIN_WITHOUT_VALUE: error("cquin-without-value", "Give its fixed sum, or the contract value of which it is a share.")
    /// A CQUIN scheme stands on the national rate of a year in which the national scheme is paused.
    CQUIN_PAUSED: warning(
        "cquin-paused",
        "If the scheme was agreed locally, give its own rate or its fixed sum; if nothing is paid, take its contract \
         value out."
    )
    /// A CQUIN scheme has a fixed sum and a contract value: only worth knowing where the one is the rate of the other.
    FIXED_SUM_AND_BASE: warning or information(
        "fixed-sum-and-base",
        "Keep the one that was agreed, or settle the finding with a note why the sum is not the rate of the base."
    )
}

/// The value of a scheme, with what is to be said about how the plan gives it.
pub(super) fn of(ledger: &mut Ledger<'_>, row: Id<CquinScheme>, scheme: Row<'_, CquinScheme>) -> Number {
    let base = scheme.eligible_base().map(Number::cell);
    if let Some(fixed) = scheme.fixed_sum() {
        let fixed = Number::cell(fixed);
        if let Some(base) = base {
            ledger.publish(&SCHEME_PERCENT, [row.index()], fixed.over(&base));
            report_both(ledger, row, scheme, &fixed, &base);
        }
        return fixed.because("the plan gives a fixed sum", &[]);
    }
    let Some(base) = base else {
        ledger.report(|| {
            Finding::of(
                &CQUIN_WITHOUT_VALUE,
                format!("\"{}\" has neither a fixed sum nor an eligible contract value.", scheme.name()),
            )
            .at(Table::CquinScheme, row.index(), "fixed_sum")
            .at(Table::CquinScheme, row.index(), "eligible_base")
            .figure(SCHEME_VALUE.at([row.index()]))
        });
        return Number::fault(Fault::NotGiven);
    };
    let rate = match scheme.rate() {
        Some(rate) => Some(Number::cell(rate)),
        None => national_rate(ledger, row, scheme),
    };
    match rate {
        Some(rate) => {
            let rate = ledger.publish(&SCHEME_PERCENT, [row.index()], rate);
            base.times(&rate).rounded(2)
        }
        None => Number::fault(Fault::NotGiven),
    }
}

/// The national rate of the year of a scheme that has none of its own. A year in which the national scheme is paused
/// has a rate of nothing: then the scheme is worth nothing, and that is said.
fn national_rate(ledger: &mut Ledger<'_>, row: Id<CquinScheme>, scheme: Row<'_, CquinScheme>) -> Option<Number> {
    let place = CellAddress { table: Table::CquinScheme, row: row.index(), column: "rate" };
    let rate = ledger.parameter_at(&CQUIN_RATE, Some(scheme.year()), Some(place))?;
    if let Some(paused) = paused(ledger, scheme) {
        ledger.report(|| {
            Finding::of(
                &CQUIN_PAUSED,
                format!(
                    "The national CQUIN rate of {} is 0% ({}; {}), so \"{}\" is worth nothing although it has an \
                     eligible contract value.",
                    scheme.year(),
                    paused.source,
                    paused.standing.word(),
                    scheme.name()
                ),
            )
            .at(Table::CquinScheme, row.index(), "rate")
            .at(Table::CquinScheme, row.index(), "eligible_base")
            .figure(SCHEME_VALUE.at([row.index()]))
        });
    }
    Some(rate)
}

/// The national rate of the year of a scheme without a rate of its own, where the model says that it is nothing. What
/// the plan itself assumes is meant.
pub(super) fn paused(ledger: &Ledger<'_>, scheme: Row<'_, CquinScheme>) -> Option<ParameterValue> {
    if scheme.rate().is_some() {
        return None;
    }
    let rate = ledger.parameters.value(&CQUIN_RATE, scheme.year())?;
    (rate.number.is_zero() && rate.standing != Standing::PlanAssumption).then_some(rate)
}

/// A fixed sum and a base: the sum counts, and what the base would give is said (S-24).
fn report_both(
    ledger: &mut Ledger<'_>,
    row: Id<CquinScheme>,
    scheme: Row<'_, CquinScheme>,
    fixed: &Number,
    base: &Number,
) {
    let (Ok(fixed), Ok(base)) = (fixed.shown().value(), base.shown().value()) else { return };
    ledger.report(|| {
        let rate = rate_of(ledger.parameters, scheme);
        // Half a unit of the sum, and what half a unit of the base makes of it.
        let half = |cell: Option<NumberCell<Amount>>| cell.map_or(Decimal::ZERO, |cell| cell.get().half_unit());
        let of_base = rate.as_ref().and_then(|(number, _)| multiply(half(scheme.eligible_base()), *number).ok());
        let rounding = add(half(scheme.fixed_sum()), of_base.unwrap_or_default()).unwrap_or_default();
        let by_rate: Option<(Decimal, String)> =
            rate.and_then(|(number, written)| Some((round_half_away(multiply(base, number).ok()?, 2), written)));
        let name = scheme.name();
        let sum = format::money(Ok(fixed));
        let other = by_rate.as_ref().map_or(Err(Fault::NotGiven), |(value, _)| Ok(*value));
        let (agrees, rest) = match by_rate {
            Some((value, rate)) if distance(value, fixed) <= rounding => {
                (true, format!("both give {sum}, at the rate of {rate}."))
            }
            Some((value, rate)) => {
                (false, format!("the sum of {sum} counts; at {rate} the base would give {}.", format::money(Ok(value))))
            }
            None => (false, format!("the sum of {sum} counts, and no rate is known for the base.")),
        };
        let message = format!("\"{name}\" has a fixed sum and an eligible contract value: {rest}");
        let finding = if agrees { Finding::otherwise } else { Finding::of };
        finding(&FIXED_SUM_AND_BASE, message)
            .at(Table::CquinScheme, row.index(), "fixed_sum")
            .at(Table::CquinScheme, row.index(), "eligible_base")
            .figure(SCHEME_PERCENT.at([row.index()]))
            .between(Ok(fixed), other, Unit::Money)
    });
}

/// The rate of a scheme and how it is written: its own, or else that of its year.
fn rate_of(parameters: &Parameters, scheme: Row<'_, CquinScheme>) -> Option<(Decimal, String)> {
    let own = scheme.rate().map(NumberCell::get).map(|rate| (rate.fraction(), rate.to_string()));
    own.or_else(|| parameters.value(&CQUIN_RATE, scheme.year()).map(|rate| (rate.number, rate.written)))
}
