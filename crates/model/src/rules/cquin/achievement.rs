//! How achievement becomes a share of the payment: one function for each payment rule.

use crate::calculation::{Ledger, Number, NumberTotal};
use crate::plan::{CquinBand, CquinIndicator, CquinMilestone, Direction, Id, PaymentRule, Table};
use crate::quantity::{Decimal, Fault, whole};

/// The share of each indicator that is earned, in the order of the table: between 0 and 1.
pub(super) fn achieved_shares(ledger: &Ledger<'_>) -> Vec<Number> {
    let plan = ledger.plan;
    let count = plan.cquin_indicators.len();
    let mut bands: Vec<Vec<(Id<CquinBand>, &CquinBand)>> = vec![Vec::new(); count];
    for (row, band) in plan.cquin_bands.iter() {
        if let Some(bands) = bands.get_mut(band.indicator.position()) {
            bands.push((row, band));
        }
    }
    let mut milestones: Vec<Vec<(Id<CquinMilestone>, &CquinMilestone)>> = vec![Vec::new(); count];
    for (row, milestone) in plan.cquin_milestones.iter() {
        if let Some(milestones) = milestones.get_mut(milestone.indicator.position()) {
            milestones.push((row, milestone));
        }
    }
    let indicators = plan.cquin_indicators.iter().zip(bands).zip(milestones);
    indicators
        .map(|(((row, indicator), bands), milestones)| {
            let share = match indicator.payment_rule {
                PaymentRule::Milestones => by_milestones(ledger, indicator, &milestones),
                _ if indicator.evidence != Some(true) => nothing("no evidence of the outcome: nothing is earned"),
                PaymentRule::AllOrNothing => all_or_nothing(ledger, row, indicator),
                PaymentRule::SteppedBands => by_bands(ledger, row, indicator, &bands),
                PaymentRule::Graduated => graduated(ledger, row, indicator),
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
    match share.value() {
        Ok(value) if value > whole(1) => everything("never above 100 %").because("more than the whole", &[share]),
        Ok(value) if value.is_sign_negative() => nothing("never below nothing").because("less than nothing", &[share]),
        _ => *share,
    }
}

fn reached(achieved: Decimal, threshold: Decimal, direction: Direction) -> bool {
    match direction {
        Direction::Higher => achieved >= threshold,
        Direction::Lower => achieved <= threshold,
    }
}

fn cell(ledger: &Ledger<'_>, row: Id<CquinIndicator>, column: &'static str, value: Decimal) -> Number {
    ledger.cell(Table::CquinIndicator, row, column, &value)
}

/// Everything at the threshold; without a threshold the evidence alone decides.
fn all_or_nothing(ledger: &Ledger<'_>, row: Id<CquinIndicator>, indicator: &CquinIndicator) -> Number {
    let Some(threshold) = indicator.threshold else {
        return everything("there is evidence of the outcome and no threshold is set");
    };
    let Some(achieved) = indicator.achieved else { return nothing("nothing is reported as achieved") };
    let basis = [cell(ledger, row, "achieved", achieved), cell(ledger, row, "threshold", threshold)];
    let [achieved_number, threshold_number] = &basis;
    if reached(achieved, threshold, indicator.direction) {
        everything("all or nothing: everything")
            .because("the threshold is reached", &[achieved_number, threshold_number])
    } else {
        nothing("all or nothing: nothing").because("the threshold is not reached", &[achieved_number, threshold_number])
    }
}

/// The share of the best band that is reached.
fn by_bands(
    ledger: &Ledger<'_>,
    row: Id<CquinIndicator>,
    indicator: &CquinIndicator,
    bands: &[(Id<CquinBand>, &CquinBand)],
) -> Number {
    let Some(achieved) = indicator.achieved else { return nothing("nothing is reported as achieved") };
    let achieved_number = cell(ledger, row, "achieved", achieved);
    let best = bands
        .iter()
        .filter(|(_, band)| reached(achieved, band.threshold, indicator.direction))
        .max_by_key(|(_, band)| band.share.fraction());
    match best {
        Some((band_row, band)) => {
            let share: Number = ledger.cell(Table::CquinBand, *band_row, "share", &band.share);
            let threshold: Number = ledger.cell(Table::CquinBand, *band_row, "threshold", &band.threshold);
            share.because("the best band that is reached", &[&achieved_number, &threshold])
        }
        None => nothing("stepped bands: nothing").because("no band is reached", &[&achieved_number]),
    }
}

/// In proportion between the minimum and the maximum.
fn graduated(ledger: &Ledger<'_>, row: Id<CquinIndicator>, indicator: &CquinIndicator) -> Number {
    let Some(achieved) = indicator.achieved else { return nothing("nothing is reported as achieved") };
    let (Some(minimum), Some(maximum)) = (indicator.minimum, indicator.maximum) else {
        return Number::fault(Fault::NotGiven);
    };
    let number = |column, value| cell(ledger, row, column, value);
    let (achieved, minimum, maximum) =
        (number("achieved", achieved), number("minimum", minimum), number("maximum", maximum));
    // The same formula serves both directions: for "lower is better" both differences are negative.
    achieved.minus(&minimum).over(&maximum.minus(&minimum))
}

/// The sum of what each quarter or milestone earns.
fn by_milestones(
    ledger: &Ledger<'_>,
    indicator: &CquinIndicator,
    milestones: &[(Id<CquinMilestone>, &CquinMilestone)],
) -> Number {
    let mut total = NumberTotal::default();
    for (row, milestone) in milestones {
        let weight: Number = ledger.cell(Table::CquinMilestone, *row, "weight", &milestone.weight);
        let threshold: Number = ledger.cell(Table::CquinMilestone, *row, "threshold", &milestone.threshold);
        let earned = match milestone.achieved {
            Some(achieved) if milestone.evidence == Some(true) => {
                let number: Number = ledger.cell(Table::CquinMilestone, *row, "achieved", &achieved);
                if reached(achieved, milestone.threshold, indicator.direction) {
                    weight.because("the milestone is reached", &[&number, &threshold])
                } else {
                    nothing("this milestone: nothing").because("the milestone is not reached", &[&number, &threshold])
                }
            }
            _ => nothing("this milestone: no evidence"),
        };
        total.add(&earned);
    }
    total.finish()
}
