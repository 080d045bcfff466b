//! How achievement becomes a share of the payment: one function for each payment rule.

use crate::calculation::{Ledger, Number, NumberTotal};
use crate::plan::{CquinBand, CquinIndicator, CquinMilestone, Direction, PaymentRule, Row};
use crate::quantity::{Decimal, Fault, whole};

/// The share of each indicator that is earned, in the order of the table: between 0 and 1.
pub(super) fn achieved_shares(ledger: &Ledger<'_>) -> Vec<Number> {
    let plan = ledger.plan;
    let count = plan.cquin_indicators.len();
    let mut bands: Vec<Vec<Row<'_, CquinBand>>> = vec![Vec::new(); count];
    for (_, band) in plan.cquin_bands.iter() {
        if let Some(bands) = bands.get_mut(band.indicator().position()) {
            bands.push(band);
        }
    }
    let mut milestones: Vec<Vec<Row<'_, CquinMilestone>>> = vec![Vec::new(); count];
    for (_, milestone) in plan.cquin_milestones.iter() {
        if let Some(milestones) = milestones.get_mut(milestone.indicator().position()) {
            milestones.push(milestone);
        }
    }
    let indicators = plan.cquin_indicators.iter().zip(bands).zip(milestones);
    indicators
        .map(|(((_, indicator), bands), milestones)| {
            let share = match indicator.payment_rule() {
                PaymentRule::Milestones => by_milestones(indicator, &milestones),
                _ if indicator.evidence() != Some(true) => nothing("no evidence of the outcome: nothing is earned"),
                PaymentRule::AllOrNothing => all_or_nothing(indicator),
                PaymentRule::SteppedBands => by_bands(indicator, &bands),
                PaymentRule::Graduated => graduated(indicator),
            };
            within_the_whole(&share)
        })
        .collect()
}

fn nothing(why: &'static str) -> Number {
    Number::constant(Decimal::ZERO, why)
}

fn everything(why: &'static str) -> Number {
    Number::constant(whole(1), why)
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
    let Some(achieved) = indicator.achieved() else { return nothing("nothing is reported as achieved") };
    let (achieved, threshold) = (Number::cell(achieved), Number::cell(threshold));
    if reached(&achieved, &threshold, indicator.direction()) {
        everything("all or nothing: everything").because("the threshold is reached", &[&achieved, &threshold])
    } else {
        nothing("all or nothing: nothing").because("the threshold is not reached", &[&achieved, &threshold])
    }
}

/// The share of the best band that is reached.
fn by_bands(indicator: Row<'_, CquinIndicator>, bands: &[Row<'_, CquinBand>]) -> Number {
    let Some(achieved) = indicator.achieved() else { return nothing("nothing is reported as achieved") };
    let achieved = Number::cell(achieved);
    let bands = bands.iter().map(|band| (Number::cell(band.share()), Number::cell(band.threshold())));
    let mut best: Option<(Number, Number)> = None;
    for (share, threshold) in bands {
        let is_better = best.as_ref().is_none_or(|(best, _)| !share.is_below(best));
        if reached(&achieved, &threshold, indicator.direction()) && is_better {
            best = Some((share, threshold));
        }
    }
    match best {
        Some((share, threshold)) => share.because("the best band that is reached", &[&achieved, &threshold]),
        None => nothing("stepped bands: nothing").because("no band is reached", &[&achieved]),
    }
}

/// In proportion between the minimum and the maximum.
fn graduated(indicator: Row<'_, CquinIndicator>) -> Number {
    let Some(achieved) = indicator.achieved() else { return nothing("nothing is reported as achieved") };
    let (Some(minimum), Some(maximum)) = (indicator.minimum(), indicator.maximum()) else {
        return Number::fault(Fault::NotGiven);
    };
    let (achieved, minimum, maximum) = (Number::cell(achieved), Number::cell(minimum), Number::cell(maximum));
    // The same formula serves both directions: for "lower is better" both differences are negative.
    achieved.minus(&minimum).over(&maximum.minus(&minimum))
}

/// The sum of what each quarter or milestone earns.
fn by_milestones(indicator: Row<'_, CquinIndicator>, milestones: &[Row<'_, CquinMilestone>]) -> Number {
    let mut total = NumberTotal::default();
    for milestone in milestones {
        let weight = Number::cell(milestone.weight());
        let threshold = Number::cell(milestone.threshold());
        let earned = match milestone.achieved() {
            Some(achieved) if milestone.evidence() == Some(true) => {
                let achieved = Number::cell(achieved);
                if reached(&achieved, &threshold, indicator.direction()) {
                    weight.because("the milestone is reached", &[&achieved, &threshold])
                } else {
                    nothing("this milestone: nothing").because("the milestone is not reached", &[&achieved, &threshold])
                }
            }
            _ => nothing("this milestone: no evidence"),
        };
        total.add(&earned);
    }
    total.finish()
}
