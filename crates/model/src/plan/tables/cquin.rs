use super::organisations::Organisation;
use super::programmes::Programme;
use super::schemes::Scheme;
use crate::plan::definition::{choice, table};
use crate::plan::{FinancialYear, Id};
use crate::quantity::{Amount, Decimal, MoneyUnit, Rate};

choice! {
    /// How the achievement of an indicator becomes a payment.
    PaymentRule {
        /// Everything at the threshold, nothing before it.
        AllOrNothing = "all-or-nothing",
        /// The share of the best band that is reached; the bands stand in their own table.
        SteppedBands = "stepped-bands",
        /// Nothing at the minimum, everything at the maximum, in proportion between them.
        Graduated = "graduated",
        /// The sum of what each quarter or milestone earns; they stand in their own table.
        Milestones = "milestones",
    }
}

choice! {
    /// Whether a higher or a lower value is better.
    Direction {
        /// Higher is better.
        Higher = "higher",
        /// Lower is better.
        Lower = "lower",
    }
}

table! {
    /// A CQUIN scheme: what a provider can earn for quality in one year.
    named CquinScheme as ["cquin scheme", "cquin"] {
        /// The year.
        year: FinancialYear,
        /// The provider; empty where the plan prints one scheme for all.
        provider: Option<Id<Organisation>>,
        /// The contract value on which it is paid, without CQUIN itself and without what is passed through.
        eligible_base: Option<Amount> where NotNegative as ["eligible contract value"],
        /// The value of the scheme where it is a fixed sum and not a percentage of the base.
        fixed_sum: Option<Amount> where NotNegative,
        /// The unit of the amounts of this row.
        unit: Option<MoneyUnit>,
        /// The percentage of the base, where it is not the national one of the year.
        rate: Option<Rate> where Share as ["cquin rate", "cquin %"],
    }
}

table! {
    /// An indicator of a CQUIN scheme.
    named CquinIndicator as ["cquin indicator", "indicators", "indicator", "cquin schedule", "schedule of cquin", "cquin goals and indicators"] {
        /// The scheme.
        scheme: Id<CquinScheme> as ["cquin scheme"],
        /// The goal it belongs to, as numbered in the plan.
        goal: Option<String> as ["goal number"],
        /// The weight as printed: points of contract value that sum to the rate of the scheme, or shares that sum to 100.
        weight: Option<Decimal> where NotNegative as ["weighting", "weighting % of cquin scheme available", "weight of the scheme"] => "what the indicator is worth",
        /// The QIPP programme it supports.
        programme: Option<Id<Programme>>,
        /// The scheme whose team is paid from it.
        pays_for: Option<Id<Scheme>>,
        /// How achievement becomes payment.
        payment_rule: Option<PaymentRule> => "what the indicator earns",
        /// Whether a higher or a lower value is better.
        direction: Option<Direction> => "what the indicator earns" if achieved,
        /// What its values are measured in, such as % or days. In % no value lies below 0 or above 100.
        measured_in: Option<String> as ["unit of measure", "measure unit"],
        /// The value at which an all-or-nothing indicator is paid.
        threshold: Option<Decimal> as ["target"],
        /// The value at which a graduated indicator begins to pay.
        minimum: Option<Decimal>,
        /// The value at which a graduated indicator pays in full.
        maximum: Option<Decimal>,
        /// The value that was achieved.
        achieved: Option<Decimal> as ["achievement", "actual"],
        /// Whether there is evidence of the outcome. Without evidence nothing is earned.
        evidence: Option<bool>,
    }
}

table! {
    /// A band of an indicator that is paid in steps.
    plain CquinBand key [indicator, threshold] {
        /// The indicator.
        indicator: Id<CquinIndicator>,
        /// The value from which the band is reached.
        threshold: Decimal,
        /// The share of the indicator that is paid in this band.
        share: Option<Rate> where Share => "what the indicator earns in this band",
    }
}

table! {
    /// A quarter or milestone of an indicator that is paid in parts.
    plain CquinMilestone key [indicator, milestone] {
        /// The indicator.
        indicator: Id<CquinIndicator>,
        /// What it is called, such as Q1.
        milestone: String,
        /// Its share of the indicator.
        weight: Option<Rate> where Share => "what the milestone earns",
        /// The value at which it is paid.
        threshold: Option<Decimal> => "what the milestone earns" if achieved,
        /// The value that was achieved.
        achieved: Option<Decimal>,
        /// Whether there is evidence of the outcome.
        evidence: Option<bool>,
    }
}
