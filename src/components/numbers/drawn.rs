//! Numbers of the model as a chart takes them: the words come from the model, and the float is
//! for the drawing alone.

use super::shown::shown;
use crate::chart;
use one_plan_model::calculation::{Unit, format};
use one_plan_model::quantity::{Decimal, MoneyUnit, Value, add, multiply, whole};

/// The places to which a drawing needs a number; beyond them nothing can be seen.
const DRAWN_PLACES: u32 = 6;

/// Money in a unit, to be drawn.
///
/// ```
/// use one_plan_page::components::drawn_money;
/// use one_plan_model::quantity::{MoneyUnit, whole};
/// let drawn = drawn_money(Ok(whole(13_100_000)), MoneyUnit::Millions, 2);
/// assert_eq!((drawn.amount, drawn.label.as_str()), (13.1, "13.10"));
/// ```
pub fn drawn_money(value: Value, unit: MoneyUnit, places: u32) -> chart::Value {
    let label = shown(value, Unit::Money, unit, places, false);
    chart::Value::new(size(value.ok().map(|pounds| unit.express(pounds, DRAWN_PLACES))), label)
}

/// A share, to be drawn in per cent with so many decimal places.
pub fn drawn_percent(value: Value, places: u32) -> chart::Value {
    let hundredfold = value.and_then(|share| multiply(share, whole(100)));
    chart::Value::new(size(hundredfold.ok()), format::percent(value, places).replace('%', ""))
}

/// A number with the places it has, to be drawn.
pub fn drawn_number(value: Value) -> chart::Value {
    chart::Value::new(size(value.ok()), format::number(value))
}

/// A number of things, to be drawn.
pub fn drawn_count(value: Value) -> chart::Value {
    chart::Value::new(size(value.ok()), format::count(value))
}

/// The unit in which amounts up to the largest are drawn: the unit, its name, and how many decimal places.
///
/// ```
/// use one_plan_page::components::unit_for;
/// use one_plan_model::quantity::whole;
/// assert_eq!(unit_for(whole(740_000)).1, "£000");
/// assert_eq!(unit_for(whole(378_000_000)).1, "£m");
/// assert_eq!(unit_for(whole(300)).1, "£");
/// ```
pub fn unit_for(largest: Decimal) -> (MoneyUnit, &'static str, u32) {
    const MILLIONS: i64 = 5_000_000;
    const THOUSANDS: i64 = 20_000;
    if largest.abs() >= whole(MILLIONS) {
        (MoneyUnit::Millions, "£m", 2)
    } else if largest.abs() >= whole(THOUSANDS) {
        (MoneyUnit::Thousands, "£000", 0)
    } else {
        (MoneyUnit::Pounds, "£", 0)
    }
}

fn size(number: Option<Decimal>) -> f64 {
    number.and_then(|number| f64::try_from(number).ok()).unwrap_or_default()
}

/// The exact sum of values; the first that has none decides why the sum has none.
///
/// ```
/// use one_plan_page::components::sum;
/// use one_plan_model::quantity::{Fault, whole};
/// assert_eq!(sum([Ok(whole(2)), Ok(whole(3))]), Ok(whole(5)));
/// assert_eq!(sum([Ok(whole(2)), Err(Fault::NotGiven)]), Err(Fault::NotGiven));
/// ```
pub fn sum(values: impl IntoIterator<Item = Value>) -> Value {
    values.into_iter().try_fold(Decimal::ZERO, |total, value| add(total, value?))
}
