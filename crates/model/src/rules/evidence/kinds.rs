use crate::calculation::{Dimension, figures};
use crate::plan::Table;

const QUANTITY: Dimension = Dimension::Row(Table::Quantity);
const DERIVED: Dimension = Dimension::Row(Table::DerivedFigure);
const SOURCE: &str = "the plan";

figures! {
    /// An amount that stands alone.
    AMOUNT: money("quantity.amount.{}", "{}", [QUANTITY])
        by("CR62", "the amount that the plan gives", SOURCE)
        { Quantity [*] = amount }
    /// A number of things that stands alone.
    COUNT: count("quantity.count.{}", "{}", [QUANTITY])
        by("CR62", "the number that the plan gives", SOURCE)
        { Quantity [*] = count }
    /// A share that stands alone.
    SHARE: percent("quantity.share.{}", "{}", [QUANTITY])
        by("CR62", "the share that the plan gives", SOURCE)
        { Quantity [*] = share }
    /// A number that stands alone.
    NUMBER: number("quantity.number.{}", "{}", [QUANTITY])
        by("CR62", "the number that the plan gives", SOURCE)
        { Quantity [*] = number }
    /// An amount that the plan works out in its own way.
    DERIVED_AMOUNT: money("derived.amount.{}", "{}", [DERIVED])
        by("CR62", "as the plan says", SOURCE)
    /// A number of things that the plan works out in its own way.
    DERIVED_COUNT: count("derived.count.{}", "{}", [DERIVED])
        by("CR62", "as the plan says", SOURCE)
    /// A share that the plan works out in its own way.
    DERIVED_SHARE: percent("derived.share.{}", "{}", [DERIVED])
        by("CR62", "as the plan says", SOURCE)
    /// A number that the plan works out in its own way.
    DERIVED_NUMBER: number("derived.number.{}", "{}", [DERIVED])
        by("CR62", "as the plan says", SOURCE)
}
