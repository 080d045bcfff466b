//! CQUIN: what a provider can earn for quality, indicator by indicator.
//!
//! * Value of a scheme = a fixed sum, or eligible contract value × the dated rate.
//! * Share of an indicator = weight ÷ sum of the weights, whatever the notation of the weights.
//! * Value of an indicator = the value of the scheme split by the weights to the penny, by the
//!   largest remainder, so that the parts sum to the whole.
//! * Earned = value × the share that the payment rule gives for what was achieved; never more
//!   than the value; nothing without evidence of the outcome. At risk = value − earned.
//!
//! Source: Surrey l. 609 and 1032-1051 (CR23); payment rules: CQUIN templates and guidance, see
//! the glossary.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "cquin_schemes": [{"id": "acute", "name": "Acute", "year": "2011/12", "eligible_base": "100", "unit": "£m"}],
//!     "cquin_indicators": [
//!         {"id": "vte", "name": "VTE", "scheme": "acute", "weight": "0.9", "payment_rule": "all-or-nothing",
//!          "direction": "higher", "threshold": "90", "achieved": "92", "evidence": "yes"},
//!         {"id": "falls", "name": "Falls", "scheme": "acute", "weight": "0.6", "payment_rule": "graduated",
//!          "direction": "higher", "minimum": "50", "maximum": "70", "achieved": "62", "evidence": "yes"}
//!     ]
//! "#);
//! assert_eq!(outcome.text("cquin.scheme.acute.value"), "1500000");
//! assert_eq!(outcome.text("cquin.indicator.vte.earned"), "900000");
//! assert_eq!(outcome.text("cquin.indicator.falls.earned"), "360000");
//! assert_eq!(outcome.text("cquin.total.at-risk"), "240000");
//! ```

mod achievement;
mod kinds;

pub use kinds::files;
pub use kinds::{
    ACHIEVED, AT_RISK, EARNED, INDICATOR_VALUE, KINDS, SCHEME_AT_RISK, SCHEME_EARNED, SCHEME_PERCENT, SCHEME_VALUE,
    SHARE, TOTAL_AT_RISK, TOTAL_EARNED, TOTAL_VALUE, WEIGHT_TOTAL,
};

use crate::calculation::{Finding, Ledger, Number, NumberTotal, format};
use crate::parameters::CQUIN_RATE;
use crate::plan::{
    CquinIndicator, CquinScheme, Direction, Id, NumberCell, PaymentRule, Row, Rows, Table, weight_misfit,
    weight_notation, weight_tolerance,
};
use crate::quantity::{Decimal, Fault, round_half_away};

/// Computes every CQUIN scheme with its indicators.
pub fn run(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    if plan.cquin_schemes.is_empty() {
        return;
    }
    let mut members: Vec<Vec<(Id<CquinIndicator>, Row<'_, CquinIndicator>)>> =
        vec![Vec::new(); plan.cquin_schemes.len()];
    for (row, indicator) in plan.cquin_indicators.iter() {
        if let Some(members) = members.get_mut(indicator.scheme().position()) {
            members.push((row, indicator));
        }
    }
    if ledger.wants_findings() {
        report_thresholds(ledger);
    }
    let achieved = achievement::achieved_shares(ledger);
    let mut totals = [NumberTotal::default(), NumberTotal::default(), NumberTotal::default()];
    for ((row, scheme), members) in plan.cquin_schemes.iter().zip(members) {
        let value = scheme_value(ledger, row, scheme);
        let value = ledger.publish(&SCHEME_VALUE, [row.index()], value);
        let mut earned = NumberTotal::default();
        let weights: Vec<Number> = members.iter().map(|(_, indicator)| Number::cell(indicator.weight())).collect();
        let mut weight_total = NumberTotal::default();
        weights.iter().for_each(|weight| weight_total.add(weight));
        let weight_total = ledger.publish(&WEIGHT_TOTAL, [row.index()], weight_total.finish());
        if ledger.wants_findings() {
            let tolerance = weight_tolerance(members.iter().map(|(_, indicator)| indicator.weight().get()));
            report_weights(ledger, row, scheme, &weight_total, tolerance);
        }
        let parts = value.split(&weights, 2);
        for (((indicator, _), weight), part) in members.iter().zip(&weights).zip(parts) {
            let subjects = [indicator.index()];
            ledger.publish(&SHARE, subjects, weight.over(&weight_total));
            let value = ledger.publish(&INDICATOR_VALUE, subjects, part);
            let share = achieved.get(indicator.position()).copied().unwrap_or_else(|| Number::fault(Fault::NotGiven));
            let share = ledger.publish(&ACHIEVED, subjects, share);
            let of_indicator = ledger.publish(&EARNED, subjects, value.times(&share).rounded(2));
            ledger.publish(&AT_RISK, subjects, value.minus(&of_indicator));
            earned.add(&of_indicator);
        }
        if members.is_empty() {
            report_no_indicators(ledger, row, scheme);
        }
        let earned = ledger.publish(&SCHEME_EARNED, [row.index()], earned.finish());
        let at_risk = ledger.publish(&SCHEME_AT_RISK, [row.index()], value.minus(&earned));
        for (total, figure) in totals.iter_mut().zip([&value, &earned, &at_risk]) {
            total.add(figure);
        }
    }
    for (kind, total) in [&TOTAL_VALUE, &TOTAL_EARNED, &TOTAL_AT_RISK].into_iter().zip(totals) {
        ledger.publish(kind, [], total.finish());
    }
}

/// The value of a scheme: its fixed sum, or a rate of its base.
fn scheme_value(ledger: &mut Ledger<'_>, row: Id<CquinScheme>, scheme: Row<'_, CquinScheme>) -> Number {
    let base = scheme.eligible_base().map(Number::cell);
    if let Some(fixed) = scheme.fixed_sum() {
        let fixed = Number::cell(fixed);
        if let Some(base) = base {
            let percent = ledger.publish(&SCHEME_PERCENT, [row.index()], fixed.over(&base));
            report_rate(ledger, row, scheme, &percent);
        }
        return fixed.because("the plan gives a fixed sum", &[]);
    }
    let Some(base) = base else {
        ledger.report(|| {
            Finding::error(
                "cquin-without-value",
                format!("\"{}\" has neither a fixed sum nor an eligible contract value.", scheme.name()),
            )
            .at(Table::CquinScheme, row.index(), "fixed_sum")
            .figure(SCHEME_VALUE.at([row.index()]))
            .advise("Give one of the two.")
        });
        return Number::fault(Fault::NotGiven);
    };
    let rate = match scheme.rate() {
        Some(rate) => Some(Number::cell(rate)),
        None => ledger.parameter(&CQUIN_RATE, Some(scheme.year())),
    };
    match rate {
        Some(rate) => {
            let rate = ledger.publish(&SCHEME_PERCENT, [row.index()], rate);
            base.times(&rate).rounded(2)
        }
        None => Number::fault(Fault::NotGiven),
    }
}

/// A fixed sum that is not the rate of the year is worth knowing (S-24).
fn report_rate(ledger: &mut Ledger<'_>, row: Id<CquinScheme>, scheme: Row<'_, CquinScheme>, percent: &Number) {
    let Ok(percent) = percent.shown().value() else { return };
    let Some(rate) = ledger.parameters.value(&CQUIN_RATE, scheme.year()) else { return };
    let shown = format::percent(Ok(percent), 2);
    if round_half_away(percent, 4) == rate.number {
        return;
    }
    ledger.report(|| {
        Finding::information(
            "cquin-differs-from-the-rate",
            format!(
                "The sum of \"{}\" is {shown} of its base; the rate of {} is {}.",
                scheme.name(),
                scheme.year(),
                rate.written
            ),
        )
        .at(Table::CquinScheme, row.index(), "fixed_sum")
        .figure(SCHEME_PERCENT.at([row.index()]))
        .advise("Check the sum, or say why it is not the rate of the year.")
    });
}

/// A graduated indicator whose thresholds are missing, equal, or against its direction pays wrongly.
fn report_thresholds(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    for (row, indicator) in plan.cquin_indicators.iter() {
        if indicator.payment_rule() != PaymentRule::Graduated {
            continue;
        }
        let (what, column) = match (indicator.minimum(), indicator.maximum(), indicator.direction()) {
            (None, _, _) => ("has no minimum", "minimum"),
            (_, None, _) => ("has no maximum", "maximum"),
            (Some(minimum), Some(maximum), _) if minimum.get() == maximum.get() => {
                ("pays in full where it begins to pay", "maximum")
            }
            (Some(minimum), Some(maximum), Direction::Higher) if maximum.get() < minimum.get() => (
                "pays less the better the value, because higher is better and its maximum lies below its minimum",
                "maximum",
            ),
            (Some(minimum), Some(maximum), Direction::Lower) if maximum.get() > minimum.get() => (
                "pays less the better the value, because lower is better and its maximum lies above its minimum",
                "maximum",
            ),
            _ => continue,
        };
        ledger.report(|| {
            Finding::error(
                "thresholds-cannot-be-used",
                format!("\"{}\" is paid in proportion, but it {what}.", indicator.name()),
            )
            .at(Table::CquinIndicator, row.index(), column)
            .figure(ACHIEVED.at([row.index()]))
            .advise(
                "Give the value at which it begins to pay as the minimum and the one at \
                 which it pays in full as the maximum.",
            )
        });
    }
}

/// A scheme without indicators cannot be earned.
fn report_no_indicators(ledger: &mut Ledger<'_>, row: Id<CquinScheme>, scheme: Row<'_, CquinScheme>) {
    ledger.report(|| {
        Finding::warning(
            "cquin-without-indicators",
            format!("\"{}\" has no indicators, so nothing of it can be earned.", scheme.name()),
        )
        .at(Table::CquinScheme, row.index(), "name")
        .figure(SCHEME_AT_RISK.at([row.index()]))
        .advise("Give its indicators with their weights.")
    });
}

/// Where the weights fit no notation, the shares that follow from them may be wrong.
fn report_weights(
    ledger: &mut Ledger<'_>,
    row: Id<CquinScheme>,
    scheme: Row<'_, CquinScheme>,
    total: &Number,
    tolerance: Decimal,
) {
    let Ok(total) = total.shown().value() else { return };
    let rate = ledger.parameters.cquin_rate(scheme.rate().map(NumberCell::get), scheme.year());
    if total.is_zero() || weight_notation(total, tolerance, rate).is_some() {
        return;
    }
    ledger.report(|| {
        Finding::error(
            "weights-fit-no-notation",
            format!("{}.", weight_misfit(scheme.name(), &format::number(Ok(total)), rate)),
        )
        .at(Table::CquinScheme, row.index(), "name")
        .figure(WEIGHT_TOTAL.at([row.index()]))
        .advise("Correct the weights, or give the rate of the scheme to which they sum.")
    });
}

/// The indicators of a scheme with their positions.
pub fn indicators_of(
    indicators: &Rows<CquinIndicator>,
    scheme: Id<CquinScheme>,
) -> impl Iterator<Item = (Id<CquinIndicator>, Row<'_, CquinIndicator>)> {
    indicators.iter().filter(move |(_, indicator)| indicator.scheme() == scheme)
}
