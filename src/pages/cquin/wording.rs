//! Payment rules and weights in words.

use one_plan_model::calculation::format;
use one_plan_model::parameters::Parameters;
use one_plan_model::plan::{
    CquinIndicator, CquinScheme, Direction, Id, NumberCell, PaymentRule, Plan, Row, WeightNotation, weight_misfit,
    weight_notation, weight_tolerance,
};
use one_plan_model::quantity::{Decimal, Rate};
use one_plan_model::rules::cquin::{PartsOfOne, indicators_of, is_per_cent};

/// In place of a number that the plan does not print.
const NOT_GIVEN: &str = "(not given)";

/// How achievement becomes payment, in a sentence.
pub(super) fn payment_rule(indicator: Row<'_, CquinIndicator>, parts: Option<&PartsOfOne<'_>>) -> String {
    let number = |number: Decimal| measured(number, indicator);
    let reached = |threshold| reached(number(threshold), indicator.direction());
    let Some(rule) = indicator.payment_rule() else { return "How it is paid is not given.".to_owned() };
    match (rule, indicator.threshold().map(NumberCell::get)) {
        (PaymentRule::AllOrNothing, None) => {
            "All or nothing: evidence of the outcome earns everything; no threshold is set.".to_owned()
        }
        (PaymentRule::AllOrNothing, Some(threshold)) => {
            format!("All or nothing: everything at {}, otherwise nothing.", reached(threshold))
        }
        (PaymentRule::SteppedBands, _) => {
            let mut steps = Vec::new();
            for band in parts.into_iter().flat_map(|parts| &parts.bands) {
                steps.push(format!(
                    "{} at {}",
                    band.share().map_or(NOT_GIVEN.to_owned(), |share| share.get().to_string()),
                    reached(band.threshold().get())
                ));
            }
            if steps.is_empty() {
                "In steps, but no step is given.".to_owned()
            } else {
                format!("In steps: {}; otherwise nothing.", steps.join(", "))
            }
        }
        (PaymentRule::Graduated, _) => {
            match (indicator.minimum().map(NumberCell::get), indicator.maximum().map(NumberCell::get)) {
                (Some(minimum), Some(maximum)) => {
                    format!("In proportion between {} (nothing) and {} (everything).", number(minimum), number(maximum))
                }
                _ => "In proportion, but the value that earns nothing or the one that earns everything is not given."
                    .to_owned(),
            }
        }
        (PaymentRule::Milestones, _) => {
            let mut said = Vec::new();
            for part in parts.into_iter().flat_map(|parts| &parts.milestones) {
                said.push(format!(
                    "{} earns {} at {}",
                    part.milestone(),
                    part.weight().map_or(NOT_GIVEN.to_owned(), |weight| weight.get().to_string()),
                    part.threshold().map_or(NOT_GIVEN.to_owned(), |threshold| reached(threshold.get()))
                ));
            }
            if said.is_empty() {
                "In parts, but no part is given.".to_owned()
            } else {
                format!("In parts: {}.", said.join(", "))
            }
        }
    }
}

fn reached(threshold: String, direction: Option<Direction>) -> String {
    match direction {
        None => threshold,
        Some(Direction::Higher) => format!("{threshold} or more"),
        Some(Direction::Lower) => format!("{threshold} or less"),
    }
}

/// A value of an indicator with what it is measured in.
fn measured(value: Decimal, indicator: Row<'_, CquinIndicator>) -> String {
    match indicator.measured_in() {
        None => number(value),
        Some(unit) if is_per_cent(unit) => format!("{}%", number(value)),
        Some(unit) => format!("{} {unit}", number(value)),
    }
}

/// Whether what is achieved decides what is paid: without a threshold only the evidence does.
pub(super) fn is_paid_by_value(indicator: Row<'_, CquinIndicator>) -> bool {
    indicator.payment_rule() != Some(PaymentRule::AllOrNothing) || indicator.threshold().is_some()
}

fn number(number: Decimal) -> String {
    format::number(Ok(number))
}

/// What the weights of a scheme are, in a sentence, and whether that is a problem.
pub(super) fn weights(plan: &Plan, id: Id<CquinScheme>, scheme: Row<'_, CquinScheme>, sum: Decimal) -> (String, bool) {
    let rate = Parameters::of(plan).cquin_rate(scheme.rate().map(NumberCell::get), scheme.year());
    let weights = indicators_of(&plan.cquin_indicators, id).filter_map(|(_, indicator)| indicator.weight());
    notation(scheme.name(), sum, weight_tolerance(weights.map(NumberCell::get)), rate)
}

fn notation(name: &str, sum: Decimal, tolerance: Decimal, rate: Option<Rate>) -> (String, bool) {
    let shown = number(sum);
    match weight_notation(sum, tolerance, rate) {
        Some(WeightNotation::PointsOfContractValue) => (
            format!(
                "The weights are points of contract value: they sum to {shown}, the percentage of contract value that CQUIN pays."
            ),
            false,
        ),
        Some(WeightNotation::SharesOfHundred | WeightNotation::SharesOfOne) => {
            (format!("The weights are shares of the scheme: they sum to {shown}."), false)
        }
        None => (format!("{}. Each share is taken of that sum.", weight_misfit(name, &shown, rate)), true),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use one_plan_model::example;
    use one_plan_model::quantity::{Digits, whole};
    use one_plan_model::rules::cquin::Parts;

    fn rule(indicator: &str, tables: &str) -> String {
        let plan = example::plan(&format!(
            r#""cquin_schemes": [{{"id": "s", "name": "S", "year": "2011/12", "fixed_sum": "1", "unit": "£m"}}],
            "cquin_indicators": [{{"id": "a", "name": "A", "scheme": "s", "weight": "1", {indicator}}}]{tables}"#
        ));
        let (id, indicator) = plan.cquin_indicators.iter().next().unwrap();
        payment_rule(indicator, Parts::of(&plan).of_one(id))
    }

    #[test]
    fn every_payment_rule_has_its_words() {
        let higher = r#""direction": "higher", "payment_rule""#;
        let lower = r#""direction": "lower", "payment_rule""#;
        assert_eq!(
            rule(&format!(r#"{higher}: "all-or-nothing", "threshold": "90""#), ""),
            "All or nothing: everything at 90 or more, otherwise nothing."
        );
        assert!(rule(&format!(r#"{higher}: "all-or-nothing""#), "").ends_with("no threshold is set."));
        assert_eq!(
            rule(&format!(r#"{lower}: "graduated", "minimum": "10", "maximum": "2.5""#), ""),
            "In proportion between 10 (nothing) and 2.5 (everything)."
        );
        assert_eq!(
            rule(&format!(r#"{lower}: "graduated", "measured_in": "per cent", "minimum": "10", "maximum": "2.5""#), ""),
            "In proportion between 10% (nothing) and 2.5% (everything)."
        );
        assert_eq!(
            rule(&format!(r#"{lower}: "all-or-nothing", "measured_in": "days", "threshold": "210""#), ""),
            "All or nothing: everything at 210 days or less, otherwise nothing."
        );
        let bands = r#", "cquin_bands": [{"indicator": "a", "threshold": "20", "share": "50%"}, {"indicator": "a", "threshold": "10", "share": "100%"}]"#;
        assert_eq!(
            rule(&format!(r#"{lower}: "stepped-bands""#), bands),
            "In steps: 50% at 20 or less, 100% at 10 or less; otherwise nothing."
        );
        let milestones =
            r#", "cquin_milestones": [{"indicator": "a", "milestone": "Q1", "weight": "25%", "threshold": "80"}]"#;
        assert_eq!(rule(&format!(r#"{higher}: "milestones""#), milestones), "In parts: Q1 earns 25% at 80 or more.");
    }

    #[test]
    fn the_notation_of_weights_is_said_or_doubted() {
        let rate = Rate::read("1.5%").ok();
        let points = Digits::read("1.500").unwrap().number();
        assert_eq!(
            notation("S", points, Decimal::ZERO, rate).0,
            "The weights are points of contract value: they sum to 1.5, the percentage of contract value that CQUIN pays."
        );
        assert_eq!(
            notation("S", whole(100), Decimal::ZERO, rate),
            ("The weights are shares of the scheme: they sum to 100.".to_owned(), false)
        );
        assert!(notation("S", whole(97), Decimal::ZERO, rate).1);
    }
}
