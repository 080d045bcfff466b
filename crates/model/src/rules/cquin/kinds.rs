use crate::calculation::{Dimension, YEAR, figures};
use crate::plan::Table;

const SCHEME: Dimension = Dimension::Row(Table::CquinScheme);
const INDICATOR: Dimension = Dimension::Row(Table::CquinIndicator);
const SOURCE: &str = "NHS Surrey, One Plan, l. 609 and 1032-1051";

figures! {
    /// The sum of the weights of a scheme.
    WEIGHT_TOTAL: number("cquin.scheme.{}.weight-total", "{}: sum of weights", [SCHEME])
        by("CR23", "the sum of the weights", SOURCE)
    /// The value of a scheme as a share of its base.
    SCHEME_PERCENT: percent("cquin.scheme.{}.percent-of-base", "{}: per cent of the eligible base", [SCHEME])
        by("CR23", "the rate of the scheme, or fixed sum ÷ eligible base", SOURCE)
    /// What a scheme is worth.
    SCHEME_VALUE: money("cquin.scheme.{}.value", "{}: value", [SCHEME])
        by("CR23", "the fixed sum, or eligible base × rate", SOURCE)
    /// What is earned of a scheme.
    SCHEME_EARNED: money("cquin.scheme.{}.earned", "{}: earned", [SCHEME])
        by("CR23", "the sum of what its indicators earn", SOURCE)
    /// What is not yet earned of a scheme.
    SCHEME_AT_RISK: money("cquin.scheme.{}.at-risk", "{}: at risk", [SCHEME])
        by("CR23", "value − earned", SOURCE)
    /// The share of an indicator in its scheme.
    SHARE: percent("cquin.indicator.{}.share", "{}: share of the scheme", [INDICATOR])
        by("CR23", "weight ÷ sum of the weights", SOURCE)
    /// What an indicator is worth.
    INDICATOR_VALUE: money("cquin.indicator.{}.value", "{}: value", [INDICATOR])
        by("CR23", "the value of the scheme, split by the weights to the penny", SOURCE)
    /// The share of an indicator that is earned.
    ACHIEVED: percent("cquin.indicator.{}.achieved", "{}: share that is earned", [INDICATOR])
        by("CR23", "what the payment rule gives for the achieved value; nothing without evidence; not computed where that is not said", SOURCE)
    /// What an indicator earns.
    EARNED: money("cquin.indicator.{}.earned", "{}: earned", [INDICATOR])
        by("CR23", "value × share that is earned, rounded to the penny", SOURCE)
    /// What an indicator has at risk.
    AT_RISK: money("cquin.indicator.{}.at-risk", "{}: at risk", [INDICATOR])
        by("CR23", "value − earned", SOURCE)
    /// What the schemes of a year are worth.
    YEAR_VALUE: money("cquin.year.{}.value", "CQUIN, {}: value", [YEAR])
        by("CR23", "the sum of the schemes of the year, without one that is the total of the others", SOURCE)
    /// What is earned of the schemes of a year.
    YEAR_EARNED: money("cquin.year.{}.earned", "CQUIN, {}: earned", [YEAR])
        by("CR23", "the sum of the schemes of the year, without one that is the total of the others", SOURCE)
    /// What the schemes of a year have at risk.
    YEAR_AT_RISK: money("cquin.year.{}.at-risk", "CQUIN, {}: at risk", [YEAR])
        by("CR23", "the sum of the schemes of the year, without one that is the total of the others", SOURCE)
    /// By how much a scheme for all providers differs from the schemes of the providers.
    WHOLE_LESS_PARTS: money("cquin.scheme.{}.less-its-parts", "{}: value less that of the schemes of the providers", [SCHEME])
        by("CR23", "value − the schemes of the same year that name a provider", SOURCE)
    /// What all schemes are worth.
    TOTAL_VALUE: money("cquin.total.value", "CQUIN: value", [])
        by("CR23", "the sum of the years", SOURCE)
    /// What is earned of all schemes.
    TOTAL_EARNED: money("cquin.total.earned", "CQUIN: earned", [])
        by("CR23", "the sum of the years", SOURCE)
    /// What all schemes have at risk.
    TOTAL_AT_RISK: money("cquin.total.at-risk", "CQUIN: at risk", [])
        by("CR23", "the sum of the years", SOURCE)
}
