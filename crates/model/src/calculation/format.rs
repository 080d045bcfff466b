//! Numbers as people read them: NHS style, commas over 999, £ before, one minus sign.

use super::Unit;
use crate::quantity::{Decimal, Value, is_whole, round_half_away, with_places};

/// A number with commas, without trailing zeros after the point.
///
/// ```
/// use one_plan_model::calculation::format;
/// use one_plan_model::quantity::{Digits, Fault};
/// let value = |text| Ok(Digits::read(text).unwrap().number());
/// assert_eq!(format::number(value("-20267.50")), "−20,267.5");
/// assert_eq!(format::money(value("41888000")), "£41,888,000");
/// assert_eq!(format::money(value("-624666.666")), "−£624,666.67");
/// assert_eq!(format::percent(value("-0.317943"), 1), "−31.8%");
/// assert_eq!(format::percent(Err(Fault::DivisionByZero), 1), "n/a");
/// ```
pub fn number(value: Value) -> String {
    render(value, |number| grouped(number.normalize()))
}

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

/// A number of things, with commas.
pub fn count(value: Value) -> String {
    number(value)
}

/// Pounds, with pence only where there are any.
pub fn money(value: Value) -> String {
    render(value, |pounds| {
        let rounded = round_half_away(pounds, 2);
        let shown = with_places(rounded, if is_whole(rounded) { 0 } else { 2 });
        format!("£{}", grouped(shown))
    })
}

/// An amount as it is printed, in NHS style: `£3,769k`.
pub fn amount(amount: crate::quantity::Amount) -> String {
    money_in(Ok(amount.pounds()), amount.unit(), amount.digits().scale())
}

/// An amount of pounds in millions or thousands, with so many decimal places: `£13.10m`.
pub fn money_in(value: Value, unit: crate::quantity::MoneyUnit, places: u32) -> String {
    render(value, |pounds| {
        let shown = grouped(with_places(unit.express(pounds, places), places));
        match unit {
            crate::quantity::MoneyUnit::Pounds => format!("£{shown}"),
            crate::quantity::MoneyUnit::Thousands => format!("£{shown}k"),
            crate::quantity::MoneyUnit::Millions => format!("£{shown}m"),
        }
    })
}

/// A fraction as a percentage with so many decimal places.
pub fn percent(value: Value, places: u32) -> String {
    render(value, |fraction| {
        let percent = Decimal::try_from_i128_with_scale(fraction.mantissa(), fraction.scale()).unwrap_or_default();
        let hundredfold = crate::quantity::multiply(percent, crate::quantity::whole(100)).unwrap_or_default();
        format!("{}%", grouped(with_places(round_half_away(hundredfold, places), places)))
    })
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

/// A price of one thing, in pounds, with pence below £100.
pub fn pounds_each(price: Decimal) -> String {
    let places = if price.abs() < crate::quantity::whole(100) { 2 } else { 0 };
    render(Ok(price), |pounds| format!("£{}", grouped(with_places(round_half_away(pounds, places), places))))
}

fn render(value: Value, show: impl Fn(Decimal) -> String) -> String {
    match value {
        Ok(number) => {
            let shown = show(number.abs());
            let nothing = shown.bytes().all(|byte| !byte.is_ascii_digit() || byte == b'0');
            if number.is_sign_negative() && !nothing { format!("−{shown}") } else { shown }
        }
        Err(fault) => fault.short().to_owned(),
    }
}

fn grouped(number: Decimal) -> String {
    let text = number.to_string();
    let (whole, places) = text.split_once('.').map_or((text.as_str(), None), |(whole, places)| (whole, Some(places)));
    let mut shown = String::with_capacity(text.len() + whole.len() / 3 + 1);
    for (position, digit) in whole.chars().enumerate() {
        if position > 0 && (whole.len() - position).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    if let Some(places) = places {
        shown.push('.');
        shown.push_str(places);
    }
    shown
}

/// A rating in a word: red, amber or green.
pub fn rating(value: Value) -> String {
    let words = ["red", "amber", "green"];
    let level = value.map(|level| level.normalize().mantissa());
    let word = level.ok().and_then(|level| words.get(usize::try_from(level - 1).ok()?));
    word.map_or_else(|| number(value), |word| (*word).to_owned())
}
