//! CQUIN: what a provider can earn for quality, indicator by indicator.
//!
//! * Value of a scheme = a fixed sum, or eligible contract value × the dated rate.
//! * Share of an indicator = weight ÷ sum of the weights, whatever the notation of the weights.
//! * Value of an indicator = the value of the scheme split by the weights to the penny, by the
//!   largest remainder (on a tie by identifier), so that the parts sum to the whole.
//! * Earned = value × the share that the payment rule gives for what was achieved; never more
//!   than the value; nothing without evidence of the outcome. At risk = value − earned.
//! * What the plan leaves open, such as the maximum of a range, is not computed, and a finding says what is missing.
//! * Year, and all years = the sum of the schemes; a scheme for all providers beside those of single
//!   providers in the same year is their total and is held against them.
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
mod parts;
mod payment;
mod per_cent;
mod totals;
mod value;
mod weights;

pub use kinds::files;
pub use kinds::{
    ACHIEVED, AT_RISK, EARNED, INDICATOR_VALUE, KINDS, SCHEME_AT_RISK, SCHEME_EARNED, SCHEME_PERCENT, SCHEME_VALUE,
    SHARE, TOTAL_AT_RISK, TOTAL_EARNED, TOTAL_VALUE, WEIGHT_TOTAL, WHOLE_LESS_PARTS, YEAR_AT_RISK, YEAR_EARNED,
    YEAR_VALUE,
};
pub use parts::{Parts, PartsOfOne, schemes_of_all_providers};
pub use per_cent::is_per_cent;

use crate::calculation::{Finding, Ledger, Number, NumberTotal, findings};
use crate::plan::{CquinIndicator, CquinScheme, Id, Row, Rows, Table};
use crate::quantity::Fault;
use parts::Member;
use totals::{OfScheme, Totals};

findings! {
    /// A CQUIN scheme has no indicators.
    CQUIN_WITHOUT_INDICATORS: warning("cquin-without-indicators", "Give its indicators with their weights.")
    ..value
    ..weights
    ..payment
    ..per_cent
    ..totals
}

/// Computes every CQUIN scheme with its indicators.
pub fn run(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    if plan.cquin_schemes.is_empty() {
        return;
    }
    let parts = Parts::of(plan);
    if ledger.wants_findings() {
        payment::report(ledger, &parts);
        per_cent::report(ledger, &parts);
    }
    let achieved = achievement::achieved_shares(ledger, &parts);
    let mut totals = Totals::of(plan);
    for ((row, scheme), members) in plan.cquin_schemes.iter().zip(parts::members(plan)) {
        // What the total of others earns is what they earn.
        if totals.is_total(row) && members.is_empty() {
            let value = value::of(ledger, row, scheme);
            let value = ledger.publish(&SCHEME_VALUE, [row.index()], value);
            totals.add_total(row, scheme.year(), value);
            continue;
        }
        let of_scheme = run_scheme(ledger, row, scheme, &members, &achieved);
        totals.add(row, scheme.year(), &of_scheme);
        if ledger.wants_findings() {
            if members.is_empty() {
                report_no_indicators(ledger, row, scheme);
            }
            payment::report_open_thresholds(ledger, scheme.name(), &members);
        }
    }
    totals.publish(ledger);
}

fn run_scheme(
    ledger: &mut Ledger<'_>,
    row: Id<CquinScheme>,
    scheme: Row<'_, CquinScheme>,
    members: &[Member<'_>],
    achieved: &[Number],
) -> OfScheme {
    let value = value::of(ledger, row, scheme);
    let value = ledger.publish(&SCHEME_VALUE, [row.index()], value);
    let weights: Vec<Number> = members.iter().map(|(_, indicator)| Number::given(indicator.weight())).collect();
    let mut weight_total = NumberTotal::default();
    weights.iter().for_each(|weight| weight_total.add(weight));
    let weight_total = ledger.publish(&WEIGHT_TOTAL, [row.index()], weight_total.finish());
    if ledger.wants_findings() {
        weights::report(ledger, row, scheme, &weight_total, members);
    }
    let mut earned = NumberTotal::default();
    for (((indicator, _), weight), part) in members.iter().zip(&weights).zip(value.split(&weights, 2)) {
        let subjects = [indicator.index()];
        ledger.publish(&SHARE, subjects, weight.over(&weight_total));
        let value = ledger.publish(&INDICATOR_VALUE, subjects, part);
        let share = achieved.get(indicator.position()).copied().unwrap_or_else(|| Number::fault(Fault::NotGiven));
        let share = ledger.publish(&ACHIEVED, subjects, share);
        let of_indicator = ledger.publish(&EARNED, subjects, value.times(&share).rounded(2));
        ledger.publish(&AT_RISK, subjects, value.minus(&of_indicator));
        earned.add(&of_indicator);
    }
    let earned = ledger.publish(&SCHEME_EARNED, [row.index()], earned.finish());
    let at_risk = ledger.publish(&SCHEME_AT_RISK, [row.index()], value.minus(&earned));
    OfScheme { value, earned, at_risk }
}

/// A scheme without indicators cannot be earned.
fn report_no_indicators(ledger: &mut Ledger<'_>, row: Id<CquinScheme>, scheme: Row<'_, CquinScheme>) {
    ledger.report(|| {
        Finding::of(
            &CQUIN_WITHOUT_INDICATORS,
            format!("\"{}\" has no indicators, so nothing of it can be earned.", scheme.name()),
        )
        .at(Table::CquinScheme, row.index(), "name")
        .figure(SCHEME_AT_RISK.at([row.index()]))
    });
}

/// The indicators of a scheme with their positions.
pub fn indicators_of(
    indicators: &Rows<CquinIndicator>,
    scheme: Id<CquinScheme>,
) -> impl Iterator<Item = (Id<CquinIndicator>, Row<'_, CquinIndicator>)> {
    indicators.iter().filter(move |(_, indicator)| indicator.scheme() == scheme)
}
