//! How achievement becomes a share of the payment: one function for each payment rule.
//!
//! What the plan leaves open is no number where a share cannot be known: a range without its ends, bands that contradict
//! each other. Where the plans have a rule for it, the rule is kept and said: evidence alone earns an indicator without
//! a threshold, and what is not reported is not achieved. `payment.rs` reports each of these.

use super::parts::Parts;
use crate::calculation::{Ledger, Number, NumberTotal};
use crate::plan::{CquinBand, CquinIndicator, CquinMilestone, Direction, PaymentRule, Row};
use crate::quantity::{Decimal, Fault, Total, whole};

/// The share of each indicator that is earned, in the order of the table: between 0 and 1.
pub(super) fn achieved_shares(ledger: &Ledger<'_>, parts: &Parts<'_>) -> Vec<Number> {
    let of_indicator = |(indicator, of)| share(indicator, of);
    let indicators = ledger.plan.cquin_indicators.iter().map(|(_, indicator)| indicator);
    indicators.zip(&parts.of).map(of_indicator).collect()
}

fn share(indicator: Row<'_, CquinIndicator>, parts: &super::parts::PartsOfOne<'_>) -> Number {
    let Some(rule) = indicator.payment_rule() else { return unknown() };
    match rule {
        PaymentRule::Milestones => by_milestones(indicator, &parts.milestones),
        _ if indicator.evidence() != Some(true) => nothing("no evidence of the outcome: nothing is earned"),
        PaymentRule::AllOrNothing => all_or_nothing(indicator),
        PaymentRule::SteppedBands => by_bands(indicator, &parts.bands),
        PaymentRule::Graduated => graduated(indicator),
    }
}

fn nothing(why: &'static str) -> Number {
    Number::constant(Decimal::ZERO, why)
}

fn everything(why: &'static str) -> Number {
    Number::constant(whole(1), why)
}

fn not_reported() -> Number {
    nothing("nothing is reported as achieved")
}

fn unknown() -> Number {
    Number::fault(Fault::NotGiven)
}

/// Never less than nothing and never more than everything.
fn within_the_whole(share: &Number) -> Number {
    if share.is_fault() {
        *share
    } else if Number::the_whole().is_below(share) {
        everything("never above 100 %").because("more than the whole", &[share])
    } else if share.is_negative() {
        nothing("never below nothing").because("less than nothing", &[share])
    } else {
        *share
    }
}

fn is_share(share: &Number) -> bool {
    !share.is_fault() && !share.is_negative() && !Number::the_whole().is_below(share)
}

/// Whether a value is at least as good as another.
fn reached(achieved: &Number, threshold: &Number, direction: Direction) -> bool {
    match direction {
        Direction::Higher => !achieved.is_below(threshold),
        Direction::Lower => !threshold.is_below(achieved),
    }
}

/// Everything at the threshold; without a threshold the evidence alone decides.
fn all_or_nothing(indicator: Row<'_, CquinIndicator>) -> Number {
    let Some(threshold) = indicator.threshold() else {
        return everything("there is evidence of the outcome and no threshold is set");
    };
    let Some(achieved) = indicator.achieved() else { return not_reported() };
    let Some(direction) = indicator.direction() else { return unknown() };
    let (achieved, threshold) = (Number::cell(achieved), Number::cell(threshold));
    if reached(&achieved, &threshold, direction) {
        everything("all or nothing: everything").because("the threshold is reached", &[&achieved, &threshold])
    } else {
        nothing("all or nothing: nothing").because("the threshold is not reached", &[&achieved, &threshold])
    }
}

/// The share of the highest band that is reached. Where a band that is easier to reach pays more, or another share at
/// the same threshold, which of the two is meant cannot be known.
fn by_bands(indicator: Row<'_, CquinIndicator>, bands: &[Row<'_, CquinBand>]) -> Number {
    if bands.is_empty() {
        return unknown();
    }
    let Some(achieved) = indicator.achieved() else { return not_reported() };
    let Some(direction) = indicator.direction() else { return unknown() };
    let achieved = Number::cell(achieved);
    let mut met: Vec<(Number, Number)> = Vec::with_capacity(bands.len());
    for band in bands {
        let (share, threshold) = (Number::given(band.share()), Number::cell(band.threshold()));
        if reached(&achieved, &threshold, direction) {
            met.push((share, threshold));
        }
    }
    let highest = met.iter().copied().reduce(|best, next| {
        let better = reached(&next.1, &best.1, direction);
        if better { next } else { best }
    });
    let Some((share, threshold)) = highest else {
        return nothing("stepped bands: nothing").because("no band is reached", &[&achieved]);
    };
    let contradicts = met
        .iter()
        .filter(|(other, _)| !other.is_fault())
        .any(|(other, at)| share.is_below(other) || (!at.differs_from(&threshold) && other.differs_from(&share)));
    if contradicts || !is_share(&share) {
        return unknown();
    }
    share.because("the highest band that is reached", &[&achieved, &threshold])
}

/// In proportion between the minimum and the maximum.
fn graduated(indicator: Row<'_, CquinIndicator>) -> Number {
    let (Some(minimum), Some(maximum)) = (indicator.minimum(), indicator.maximum()) else { return unknown() };
    let Some(direction) = indicator.direction() else { return unknown() };
    let (minimum, maximum) = (Number::cell(minimum), Number::cell(maximum));
    // The maximum must be the better of the two.
    if reached(&minimum, &maximum, direction) {
        return unknown();
    }
    let Some(achieved) = indicator.achieved().map(Number::cell) else { return not_reported() };
    // The same formula serves both directions: for "lower is better" both differences are negative.
    within_the_whole(&achieved.minus(&minimum).over(&maximum.minus(&minimum)))
}

/// The sum of what each quarter or milestone earns. Where the weights make up the whole only because they are printed
/// rounded, such as three of 33.3 %, each counts by its part of their sum.
fn by_milestones(indicator: Row<'_, CquinIndicator>, milestones: &[Row<'_, CquinMilestone>]) -> Number {
    if milestones.is_empty() {
        let claimed = indicator.evidence() == Some(true);
        return if claimed { unknown() } else { nothing("no milestone is given: nothing is earned") };
    }
    let mut earned = NumberTotal::default();
    let mut all = NumberTotal::default();
    for milestone in milestones {
        let weight = Number::given(milestone.weight());
        all.add(&weight);
        earned.add(&by_milestone(indicator.direction(), milestone, weight));
    }
    let (earned, all) = (earned.finish(), all.finish());
    if earned.is_fault() || earned.is_zero() {
        return earned;
    }
    let whole = Number::the_whole();
    if !all.differs_from(&whole) {
        return within_the_whole(&earned);
    }
    let apart = all.minus(&whole);
    let apart = if apart.is_negative() { apart.negated() } else { apart };
    let rounding = Number::constant(rounding_of(milestones), "what the rounding of the printed weights may make");
    if !apart.is_below(&rounding) {
        return unknown();
    }
    earned.over(&all).because("the weights make up the whole within their rounding", &[&all])
}

fn by_milestone(direction: Option<Direction>, milestone: &Row<'_, CquinMilestone>, weight: Number) -> Number {
    if milestone.evidence() != Some(true) {
        return nothing("this milestone: no evidence");
    }
    let Some(achieved) = milestone.achieved() else { return not_reported() };
    let (Some(direction), Some(threshold), true) = (direction, milestone.threshold(), is_share(&weight)) else {
        return unknown();
    };
    let (achieved, threshold) = (Number::cell(achieved), Number::cell(threshold));
    if reached(&achieved, &threshold, direction) {
        weight.because("the milestone is reached", &[&achieved, &threshold])
    } else {
        nothing("this milestone: nothing").because("the milestone is not reached", &[&achieved, &threshold])
    }
}

/// How far the sum of the weights of milestones may lie from the whole because each is printed rounded.
pub(super) fn rounding_of(milestones: &[Row<'_, CquinMilestone>]) -> Decimal {
    let mut total = Total::default();
    milestones.iter().filter_map(|milestone| milestone.weight()).for_each(|weight| total.add(weight.get().half_unit()));
    total.finish().unwrap_or_default()
}
