use crate::calculation::{Dimension, FigureKind, Unit};
use crate::plan::Table;

const SCHEME: &[Dimension] = &[Dimension::Row(Table::CquinScheme)];
const INDICATOR: &[Dimension] = &[Dimension::Row(Table::CquinIndicator)];
const SOURCE: &str = "NHS Surrey, One Plan, l. 609 and 1032-1051";

const fn kind(
    id: &'static str,
    label: &'static str,
    dimensions: &'static [Dimension],
    unit: Unit,
    formula: &'static str,
) -> FigureKind {
    FigureKind::new(id, label, dimensions, unit).by("CR23", formula, SOURCE)
}

/// The sum of the weights of a scheme.
pub static WEIGHT_TOTAL: FigureKind =
    kind("cquin.scheme.{}.weight-total", "{}: sum of weights", SCHEME, Unit::Number, "the sum of the weights");
/// The value of a scheme as a share of its base.
pub static SCHEME_PERCENT: FigureKind = kind(
    "cquin.scheme.{}.percent-of-base",
    "{}: per cent of the eligible base",
    SCHEME,
    Unit::Percent,
    "the rate of the scheme, or fixed sum ÷ eligible base",
);
/// What a scheme is worth.
pub static SCHEME_VALUE: FigureKind =
    kind("cquin.scheme.{}.value", "{}: value", SCHEME, Unit::Money, "the fixed sum, or eligible base × rate");
/// What is earned of a scheme.
pub static SCHEME_EARNED: FigureKind =
    kind("cquin.scheme.{}.earned", "{}: earned", SCHEME, Unit::Money, "the sum of what its indicators earn");
/// What is not yet earned of a scheme.
pub static SCHEME_AT_RISK: FigureKind =
    kind("cquin.scheme.{}.at-risk", "{}: at risk", SCHEME, Unit::Money, "value − earned");
/// The share of an indicator in its scheme.
pub static SHARE: FigureKind = kind(
    "cquin.indicator.{}.share",
    "{}: share of the scheme",
    INDICATOR,
    Unit::Percent,
    "weight ÷ sum of the weights",
);
/// What an indicator is worth.
pub static INDICATOR_VALUE: FigureKind = kind(
    "cquin.indicator.{}.value",
    "{}: value",
    INDICATOR,
    Unit::Money,
    "the value of the scheme, split by the weights to the penny",
);
/// The share of an indicator that is earned.
pub static ACHIEVED: FigureKind = kind(
    "cquin.indicator.{}.achieved",
    "{}: share that is earned",
    INDICATOR,
    Unit::Percent,
    "what the payment rule gives for the achieved value; nothing without evidence; at most everything",
);
/// What an indicator earns.
pub static EARNED: FigureKind = kind(
    "cquin.indicator.{}.earned",
    "{}: earned",
    INDICATOR,
    Unit::Money,
    "value × share that is earned, rounded to the penny",
);
/// What an indicator has at risk.
pub static AT_RISK: FigureKind =
    kind("cquin.indicator.{}.at-risk", "{}: at risk", INDICATOR, Unit::Money, "value − earned");
/// What all schemes are worth.
pub static TOTAL_VALUE: FigureKind =
    kind("cquin.total.value", "CQUIN: value", &[], Unit::Money, "the sum of the schemes");
/// What is earned of all schemes.
pub static TOTAL_EARNED: FigureKind =
    kind("cquin.total.earned", "CQUIN: earned", &[], Unit::Money, "the sum of the schemes");
/// What all schemes have at risk.
pub static TOTAL_AT_RISK: FigureKind =
    kind("cquin.total.at-risk", "CQUIN: at risk", &[], Unit::Money, "the sum of the schemes");

/// The figure kinds of this file.
pub const KINDS: &[&FigureKind] = &[
    &WEIGHT_TOTAL,
    &SCHEME_PERCENT,
    &SCHEME_VALUE,
    &SCHEME_EARNED,
    &SCHEME_AT_RISK,
    &SHARE,
    &INDICATOR_VALUE,
    &ACHIEVED,
    &EARNED,
    &AT_RISK,
    &TOTAL_VALUE,
    &TOTAL_EARNED,
    &TOTAL_AT_RISK,
];
