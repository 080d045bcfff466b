//! Figures as people read them: each in the words of its unit.

use super::unit::Unit;
pub use crate::quantity::format::{
    amount, count, count_of, counted, money, money_in, number, percent, pounds, pounds_each, some_of,
};
use crate::quantity::{Amount, Decimal, Digits, MoneyUnit, Value, absolute};

/// A value in the words of its unit, with enough places to tell two figures apart.
pub fn in_unit(value: Value, unit: Unit) -> String {
    match unit {
        Unit::Money => money(value),
        Unit::Percent => percent(value, 2),
        Unit::Count => count(value),
        Unit::Number => number(value),
        Unit::Arrows => arrows(value),
        Unit::Rating => rating(value),
    }
}

/// How far two values are apart, in the words of their unit: for shares in percentage points.
pub fn distance_in_unit(apart: Decimal, unit: Unit) -> String {
    let apart = Ok(absolute(apart));
    match unit {
        Unit::Percent => format!("{} percentage points", percent(apart, 2).replace('%', "")),
        Unit::Arrows | Unit::Rating => number(apart),
        _ => in_unit(apart, unit),
    }
}

/// By how much a value changes, with its sign, in the words of its unit: for shares in percentage points.
///
/// ```
/// use one_plan_model::calculation::{Unit, format};
/// use one_plan_model::quantity::Decimal;
/// assert_eq!(format::change_in_unit(Ok(Decimal::new(-2, 1)), Unit::Percent), "−20.00 percentage points");
/// assert_eq!(format::change_in_unit(Ok(Decimal::new(5, 0)), Unit::Money), "+£5");
/// ```
pub fn change_in_unit(change: Value, unit: Unit) -> String {
    let Ok(by) = change else { return in_unit(change, unit) };
    let sign = match by {
        none if none.is_zero() => "",
        less if less.is_sign_negative() => "−",
        _ => "+",
    };
    format!("{sign}{}", distance_in_unit(by, unit))
}

/// Arrows in words: "two up", "one down", "stable".
///
/// ```
/// use one_plan_model::calculation::format;
/// use one_plan_model::quantity::whole;
/// assert_eq!(format::arrows(Ok(whole(-2))), "two down");
/// assert_eq!(format::arrows(Ok(whole(0))), "stable");
/// ```
pub fn arrows(value: Value) -> String {
    let Ok(arrows) = value else { return number(value) };
    let count = match number(Ok(arrows.abs())).as_str() {
        "0" => return "stable".to_owned(),
        "1" => "one".to_owned(),
        "2" => "two".to_owned(),
        "3" => "three".to_owned(),
        other => other.to_owned(),
    };
    format!("{count} {}", if arrows.is_sign_negative() { "down" } else { "up" })
}

/// A rating in a word: red, amber or green.
pub fn rating(value: Value) -> String {
    let words = ["red", "amber", "green"];
    let level = value.map(|level| level.normalize().mantissa());
    let word = level.ok().and_then(|level| words.get(usize::try_from(level - 1).ok()?));
    word.map_or_else(|| number(value), |word| (*word).to_owned())
}

/// The amount of a cell in pounds, and how it is printed where that is in another unit; what is no amount, as it stands.
///
/// ```
/// use one_plan_model::calculation::format;
/// assert_eq!(format::printed_amount("9.66", "£m"), "£9,660,000 (9.66 in £m)");
/// assert_eq!(format::printed_amount("1,397,320", "£"), "£1,397,320");
/// assert_eq!(format::printed_amount("some", "£m"), "some £m");
/// ```
pub fn printed_amount(printed: &str, unit: &str) -> String {
    let read = Digits::read(printed).ok().zip(MoneyUnit::read(unit));
    match read.and_then(|(digits, unit)| Some((Amount::printed(digits, unit).ok()?, unit))) {
        Some((amount, MoneyUnit::Pounds)) => pounds(amount),
        Some((amount, _)) => format!("{} ({printed} in {unit})", pounds(amount)),
        None => format!("{printed} {unit}"),
    }
}
