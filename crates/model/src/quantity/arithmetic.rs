use super::{Decimal, Fault, Value};
use rust_decimal::RoundingStrategy;

/// Decimal places to which a product or a quotient is kept.
pub const WORKING_PLACES: u32 = 10;

/// The largest size a number may have: 10^17, a hundred thousand million million.
///
/// With [`WORKING_PLACES`] this fits the 28 digits of a decimal, so sums are exact.
pub const LIMIT: Decimal = Decimal::from_parts(1_569_325_056, 23_283_064, 0, false, 0);

/// Powers of ten up to the working places: [`Total`] adds at that scale.
const POWERS: [i128; 19] = [
    1,
    10,
    100,
    1_000,
    10_000,
    100_000,
    1_000_000,
    10_000_000,
    100_000_000,
    1_000_000_000,
    10_000_000_000,
    100_000_000_000,
    1_000_000_000_000,
    10_000_000_000_000,
    100_000_000_000_000,
    1_000_000_000_000_000,
    10_000_000_000_000_000,
    100_000_000_000_000_000,
    1_000_000_000_000_000_000,
];

/// A whole number as a decimal.
pub fn whole(number: i64) -> Decimal {
    Decimal::from(number)
}

/// `10^exponent` as a whole number, up to `10^18`.
///
/// ```
/// use one_plan_model::quantity::power_of_ten;
/// assert_eq!(power_of_ten(3), Some(1_000));
/// assert_eq!(power_of_ten(19), None);
/// ```
pub fn power_of_ten(exponent: u32) -> Option<i128> {
    POWERS.get(exponent as usize).copied()
}

fn within_limit(number: Decimal) -> Value {
    if number.abs() > LIMIT { Err(Fault::TooLarge) } else { Ok(number) }
}

fn to_working_places(number: Decimal) -> Value {
    within_limit(if number.scale() > WORKING_PLACES { round_half_away(number, WORKING_PLACES) } else { number })
}

/// The one rounding rule: half away from zero, so 2.345 becomes 2.35 and −2.345 becomes −2.35.
///
/// ```
/// use one_plan_model::quantity::{Digits, round_half_away};
/// let printed = |text: &str| Digits::read(text).unwrap().number();
/// assert_eq!(round_half_away(printed("2.345"), 2), printed("2.35"));
/// assert_eq!(round_half_away(printed("-0.5"), 0), printed("-1"));
/// ```
pub fn round_half_away(number: Decimal, places: u32) -> Decimal {
    number.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero)
}

/// Exact sum of two numbers. Fails with [`Fault::TooLarge`] beyond [`LIMIT`].
pub fn add(left: Decimal, right: Decimal) -> Value {
    within_limit(left.checked_add(right).ok_or(Fault::TooLarge)?)
}

/// Exact difference of two numbers. Fails with [`Fault::TooLarge`] beyond [`LIMIT`].
pub fn subtract(left: Decimal, right: Decimal) -> Value {
    within_limit(left.checked_sub(right).ok_or(Fault::TooLarge)?)
}

/// Product, kept to [`WORKING_PLACES`]. Fails with [`Fault::TooLarge`] beyond [`LIMIT`].
pub fn multiply(left: Decimal, right: Decimal) -> Value {
    to_working_places(left.checked_mul(right).ok_or(Fault::TooLarge)?)
}

/// Quotient, kept to [`WORKING_PLACES`].
///
/// Fails with [`Fault::DivisionByZero`] or, beyond [`LIMIT`], [`Fault::TooLarge`].
///
/// ```
/// use one_plan_model::quantity::{Fault, divide, whole};
/// assert_eq!(divide(whole(1), whole(8)).unwrap().to_string(), "0.125");
/// assert_eq!(divide(whole(1), whole(0)), Err(Fault::DivisionByZero));
/// ```
pub fn divide(left: Decimal, right: Decimal) -> Value {
    if right.is_zero() {
        return Err(Fault::DivisionByZero);
    }
    to_working_places(left.checked_div(right).ok_or(Fault::TooLarge)?)
}

/// The number with the other sign.
pub fn negate(number: Decimal) -> Decimal {
    -number
}

/// How far two numbers within [`LIMIT`] lie apart.
pub fn distance(left: Decimal, right: Decimal) -> Decimal {
    (left - right).abs()
}

/// The number without its sign.
pub fn absolute(number: Decimal) -> Decimal {
    number.abs()
}

/// An exact running total that is cheap to add to: the kernel of every sum over many rows.
///
/// It holds a whole number of units of `10^-10`, so adding is one multiplication and one
/// addition of whole numbers. Anything that does not fit makes the total a [`Fault`].
///
/// ```
/// use one_plan_model::quantity::{Digits, Total};
/// let mut total = Total::default();
/// for printed in ["13.10", "5.42", "0.50"] {
///     total.add(Digits::read(printed).unwrap().number());
/// }
/// assert_eq!(total.finish().unwrap().to_string(), "19.02");
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct Total {
    units: i128,
    fault: Option<Fault>,
}

impl Total {
    /// Adds a number. Numbers with more than ten decimal places do not occur: see the laws.
    pub fn add(&mut self, number: Decimal) {
        let factor = WORKING_PLACES.checked_sub(number.scale()).and_then(power_of_ten);
        let sum = factor
            .and_then(|factor| number.mantissa().checked_mul(factor))
            .and_then(|units| self.units.checked_add(units));
        match sum {
            Some(units) => self.units = units,
            None => self.fail(Fault::TooLarge),
        }
    }

    /// Makes the total a fault; the first fault stays.
    pub fn fail(&mut self, fault: Fault) {
        self.fault.get_or_insert(fault);
    }

    /// The sum, without trailing zeros.
    pub fn finish(self) -> Value {
        if let Some(fault) = self.fault {
            return Err(fault);
        }
        let mut units = self.units;
        let mut places = WORKING_PLACES;
        while places > 0 && units % 10 == 0 {
            units /= 10;
            places -= 1;
        }
        within_limit(Decimal::try_from_i128_with_scale(units, places).map_err(|_| Fault::TooLarge)?)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_limit_is_ten_to_the_seventeenth() {
        assert_eq!(LIMIT.to_string(), "100000000000000000");
    }

    #[test]
    fn beyond_the_limit_is_a_fault_and_never_a_wrong_number() {
        assert_eq!(add(LIMIT, whole(1)), Err(Fault::TooLarge));
        assert_eq!(subtract(negate(LIMIT), whole(1)), Err(Fault::TooLarge));
        assert_eq!(multiply(LIMIT, LIMIT), Err(Fault::TooLarge));
        assert_eq!(divide(LIMIT, Decimal::new(1, 10)), Err(Fault::TooLarge));
        let mut total = Total::default();
        total.add(LIMIT);
        total.add(LIMIT);
        assert_eq!(total.finish(), Err(Fault::TooLarge));
    }

    #[test]
    fn at_the_limit_the_smallest_digit_is_not_lost() {
        let almost = subtract(LIMIT, Decimal::new(1, 10)).unwrap();
        assert_eq!(almost.to_string(), "99999999999999999.9999999999");
        assert_eq!(add(almost, Decimal::new(1, 10)), Ok(LIMIT));
    }
}
