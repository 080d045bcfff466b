//! Numbers as people read them: NHS style, commas over 999, £ before, one minus sign.

use super::{Amount, Decimal, MoneyUnit, Value, is_whole, multiply, round_half_away, whole, with_places};
use std::fmt;

/// A number with commas, without trailing zeros after the point.
///
/// ```
/// use one_plan_model::quantity::format;
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

/// A number of things, with commas.
pub fn count(value: Value) -> String {
    number(value)
}

/// As many names as a person reads; how many more there are is said.
///
/// ```
/// use one_plan_model::quantity::format;
/// assert_eq!(format::some_of(["a", "b", "c"], 5, ", "), "a, b, c");
/// assert_eq!(format::some_of(["a", "b", "c"], 2, "; "), "a; b and 1 more");
/// ```
pub fn some_of(names: impl IntoIterator<Item = impl AsRef<str>>, most: usize, between: &str) -> String {
    let mut names = names.into_iter();
    let mut words = String::new();
    for (at, name) in names.by_ref().take(most).enumerate() {
        if at > 0 {
            words.push_str(between);
        }
        words.push_str(name.as_ref());
    }
    match names.count() {
        0 => words,
        more => format!("{words} and {more} more"),
    }
}

/// So many things, with what they are called: one of them, or more.
///
/// ```
/// use one_plan_model::quantity::format;
/// assert_eq!(format::count_of(1, "row", "rows"), "1 row");
/// assert_eq!(format::count_of(1_200, "row", "rows"), "1,200 rows");
/// ```
pub fn count_of(things: usize, one: &str, more: &str) -> String {
    format!("{} {}", counted(things), if things == 1 { one } else { more })
}

/// So many things, with commas.
pub fn counted(things: usize) -> String {
    count(Ok(whole(i64::try_from(things).unwrap_or(i64::MAX))))
}

/// Pounds, with pence only where there are any.
pub fn money(value: Value) -> String {
    render(value, |pounds| {
        let rounded = round_half_away(pounds, 2);
        let shown = with_places(rounded, if is_whole(rounded) { 0 } else { 2 });
        format!("£{}", grouped(shown))
    })
}

/// An amount in pounds, whichever unit it is printed in, with every digit that it has: pence only where there are any.
///
/// ```
/// use one_plan_model::quantity::{Amount, Digits, MoneyUnit, format};
/// let printed = |text, unit| Amount::printed(Digits::read(text).unwrap(), unit).unwrap();
/// assert_eq!(format::pounds(printed("2,000", MoneyUnit::Thousands)), "£2,000,000");
/// assert_eq!(format::pounds(printed("-9.370", MoneyUnit::Millions)), "−£9,370,000");
/// assert_eq!(format::pounds(printed("0.5", MoneyUnit::Pounds)), "£0.50");
/// assert_eq!(format::pounds(printed("0.0015", MoneyUnit::Pounds)), "£0.0015");
/// ```
pub fn pounds(amount: Amount) -> String {
    render(Ok(amount.pounds().normalize()), |pounds| {
        let places = if is_whole(pounds) { 0 } else { pounds.scale().max(2) };
        format!("£{}", grouped(with_places(pounds, places)))
    })
}

/// An amount as it is printed, in NHS style: `£3,769k`.
pub fn amount(amount: Amount) -> String {
    money_in(Ok(amount.pounds()), amount.unit(), amount.digits().scale())
}

impl fmt::Display for Amount {
    /// As it is printed, in NHS style.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&amount(*self))
    }
}

/// An amount of pounds in millions or thousands, with so many decimal places: `£13.10m`.
pub fn money_in(value: Value, unit: MoneyUnit, places: u32) -> String {
    render(value, |pounds| {
        let shown = grouped(with_places(unit.express(pounds, places), places));
        match unit {
            MoneyUnit::Pounds => format!("£{shown}"),
            MoneyUnit::Thousands => format!("£{shown}k"),
            MoneyUnit::Millions => format!("£{shown}m"),
            MoneyUnit::Billions => format!("£{shown}bn"),
        }
    })
}

/// A fraction as a percentage with so many decimal places.
pub fn percent(value: Value, places: u32) -> String {
    render(value, |fraction| {
        let percent = Decimal::try_from_i128_with_scale(fraction.mantissa(), fraction.scale()).unwrap_or_default();
        let hundredfold = multiply(percent, whole(100)).unwrap_or_default();
        format!("{}%", grouped(with_places(round_half_away(hundredfold, places), places)))
    })
}

/// A price of one thing, in pounds, with pence below £100.
pub fn pounds_each(price: Decimal) -> String {
    let places = if price.abs() < whole(100) { 2 } else { 0 };
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
