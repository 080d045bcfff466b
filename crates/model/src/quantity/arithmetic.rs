use super::{Decimal, Fixed, Value};

/// The largest size a number may have: 10^17, a hundred thousand million million.
///
/// With [`WORKING_PLACES`](super::WORKING_PLACES) this fits the 28 digits of a decimal.
pub const LIMIT: Decimal = Decimal::from_parts(1_569_325_056, 23_283_064, 0, false, 0);

/// A whole number as a decimal.
pub fn whole(number: i64) -> Decimal {
    Decimal::from(number)
}

/// Exact sum of two numbers. Fails with [`super::Fault::TooLarge`] beyond [`LIMIT`].
pub fn add(left: Decimal, right: Decimal) -> Value {
    Fixed::from(left).plus(right.into()).value()
}

/// Exact difference of two numbers. Fails with [`super::Fault::TooLarge`] beyond [`LIMIT`].
pub fn subtract(left: Decimal, right: Decimal) -> Value {
    Fixed::from(left).minus(right.into()).value()
}

/// Product, kept to [`WORKING_PLACES`](super::WORKING_PLACES). Fails with [`super::Fault::TooLarge`] beyond [`LIMIT`].
pub fn multiply(left: Decimal, right: Decimal) -> Value {
    Fixed::from(left).times(right.into()).value()
}

/// Quotient, kept to [`WORKING_PLACES`](super::WORKING_PLACES).
///
/// Fails with [`super::Fault::DivisionByZero`] or, beyond [`LIMIT`], [`super::Fault::TooLarge`].
///
/// ```
/// use one_plan_model::quantity::{Fault, divide, whole};
/// assert_eq!(divide(whole(1), whole(8)).unwrap().to_string(), "0.125");
/// assert_eq!(divide(whole(1), whole(0)), Err(Fault::DivisionByZero));
/// ```
pub fn divide(left: Decimal, right: Decimal) -> Value {
    Fixed::from(left).over(right.into()).value()
}

/// The number with the other sign.
pub fn negate(number: Decimal) -> Decimal {
    -number
}

/// How far two numbers within [`LIMIT`] lie apart.
pub fn distance(left: Decimal, right: Decimal) -> Decimal {
    Fixed::from(left).distance(right.into())
}

/// The number without its sign.
pub fn absolute(number: Decimal) -> Decimal {
    number.abs()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::super::{Fault, Total};
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
