//! What a row of the table `stated` prints, in the unit of its figure.

use crate::calculation::Unit;
use crate::plan::{Row, StatedFigure, StatedUnit};
use crate::quantity::{Decimal, Digits, Fixed, Value, divide, multiply, whole};

/// A printed value in the unit of its figure: pounds, things, or a fraction.
pub(super) fn in_unit_of_figure(value: Decimal, unit: StatedUnit) -> Value {
    match unit {
        StatedUnit::Pounds | StatedUnit::Count | StatedUnit::Number | StatedUnit::Arrows => Ok(value),
        StatedUnit::Thousands => multiply(value, whole(1_000)),
        StatedUnit::Millions => multiply(value, whole(1_000_000)),
        StatedUnit::Billions => multiply(value, whole(1_000_000_000)),
        StatedUnit::Percent => divide(value, whole(100)),
    }
}

/// Half a unit of the last printed place, or of the precision that is meant.
pub(super) fn half_unit(stated: Row<'_, StatedFigure>) -> Value {
    let half = match stated.precision() {
        // A precision of nothing or less says nothing; that is an error at its cell.
        Some(precision) if Fixed::ZERO.is_below(precision.fixed()) => divide(precision.get(), whole(2))?,
        _ => Digits::of(stated.value().get()).half_unit(),
    };
    in_unit_of_figure(half, stated.unit())
}

/// Whether a figure in a unit can be printed in another.
pub(super) fn fits(unit: Unit, stated: StatedUnit) -> bool {
    match unit {
        Unit::Money => {
            matches!(stated, StatedUnit::Pounds | StatedUnit::Thousands | StatedUnit::Millions | StatedUnit::Billions)
        }
        Unit::Percent => stated == StatedUnit::Percent,
        Unit::Count => stated == StatedUnit::Count,
        Unit::Rating => stated == StatedUnit::Number,
        Unit::Number => matches!(stated, StatedUnit::Number | StatedUnit::Count),
        Unit::Arrows => stated == StatedUnit::Arrows,
    }
}
