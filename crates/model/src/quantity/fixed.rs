use super::rounding::{divide_by_one, divide_half_away};
use super::{Decimal, Fault, Value, WORKING_PLACES, power_of_ten};
use std::fmt;

/// A number in the form in which the model calculates: whole units of `10^-10`, or a fault.
///
/// It takes 16 bytes and adds in a few instructions, which is what lets a plan of many thousand
/// rows be computed between two frames. Every operation keeps the laws of the
/// [module](super): sums are exact, products and quotients are kept to ten decimal places, half
/// away from zero, and what is too large is a fault.
///
/// ```
/// use one_plan_model::quantity::{Fault, Fixed, whole};
/// let eight = Fixed::from(whole(8));
/// assert_eq!(Fixed::from(whole(1)).over(eight).value().unwrap().to_string(), "0.125");
/// assert_eq!(eight.over(Fixed::ZERO).value(), Err(Fault::DivisionByZero));
/// assert_eq!(eight.over(Fixed::ZERO).plus(eight).value(), Err(Fault::DivisionByZero));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fixed {
    // The two halves of the units. A whole of 128 bits would be kept at multiples of 16 bytes, and an
    // amount, a count or a number of the calculation would be a third larger for it.
    high: i64,
    low: u64,
}

/// One, in units.
const ONE: i128 = 10_i128.pow(WORKING_PLACES);
/// The same as a machine word.
const WORD_ONE: i64 = 10_i64.pow(WORKING_PLACES);
/// The largest number, 10^17, in units.
const LIMIT_UNITS: i128 = 10_i128.pow(17 + WORKING_PLACES);
/// Faults lie far outside the limit.
const FAULTS: [(i128, Fault); 3] =
    [(i128::MAX, Fault::NotGiven), (i128::MAX - 1, Fault::DivisionByZero), (i128::MAX - 2, Fault::TooLarge)];

impl Fixed {
    /// Nothing.
    pub const ZERO: Self = Self { high: 0, low: 0 };
    /// One.
    pub const ONE: Self = Self::of(ONE);
    /// A hundred.
    pub const HUNDRED: Self = Self::of(100 * ONE);

    /// A whole number, up to the largest number that there may be.
    ///
    /// ```
    /// use one_plan_model::quantity::Fixed;
    /// assert_eq!(Fixed::whole(12).value().unwrap().to_string(), "12");
    /// ```
    #[inline]
    pub fn whole(number: i64) -> Self {
        match number.checked_mul(WORD_ONE) {
            Some(units) => Self::of(i128::from(units)),
            None => Self::within_limit(i128::from(number) * ONE),
        }
    }

    #[inline(always)]
    #[allow(clippy::cast_possible_truncation, reason = "each half holds its half")]
    const fn of(units: i128) -> Self {
        Self { high: (units >> 64) as i64, low: units as u64 }
    }

    #[inline(always)]
    const fn units(self) -> i128 {
        ((self.high as i128) << 64) | self.low as i128
    }

    /// The units, where they and their negative fit a machine word: up to some 900 million.
    #[inline(always)]
    const fn word(self) -> Option<i64> {
        #[allow(clippy::cast_possible_wrap, reason = "it is looked whether it wraps")]
        let low = self.low as i64;
        if self.high == low >> 63 && low != i64::MIN { Some(low) } else { None }
    }

    /// No number, and why.
    pub const fn fault(fault: Fault) -> Self {
        let [(not_given, _), (division, _), (too_large, _)] = FAULTS;
        Self::of(match fault {
            Fault::NotGiven => not_given,
            Fault::DivisionByZero => division,
            Fault::TooLarge => too_large,
        })
    }

    /// A number from printed digits, moved by a power of ten, exactly.
    pub(super) fn scaled(digits: Decimal, exponent: u32) -> Self {
        Self::of_digits(digits.mantissa(), digits.scale(), exponent)
    }

    /// A number from digits, of which so many stand behind the point, moved by a power of ten, exactly.
    ///
    /// ```
    /// use one_plan_model::quantity::Fixed;
    /// assert_eq!(Fixed::of_digits(1310, 2, 6).value().unwrap().to_string(), "13100000");
    /// assert_eq!(Fixed::of_digits(4, 0, 9).value().unwrap().to_string(), "4000000000");
    /// ```
    pub fn of_digits(digits: i128, places: u32, exponent: u32) -> Self {
        // Whole billions are moved by more than the table of powers holds.
        let power = |exponent| power_of_ten(exponent).or_else(|| 10_i128.checked_pow(exponent));
        let moved = (WORKING_PLACES + exponent).checked_sub(places).and_then(power);
        if let (Ok(digits), Some(Ok(factor))) = (i64::try_from(digits), moved.map(i64::try_from)) {
            // Two machine words make a product that surely fits.
            return Self::within_limit(i128::from(digits) * i128::from(factor));
        }
        let units = moved.and_then(|factor| digits.checked_mul(factor));
        units.map_or(Self::fault(Fault::TooLarge), Self::within_limit)
    }

    /// Whether it is a fault and not a number.
    #[inline(always)]
    pub const fn is_fault(self) -> bool {
        self.units() > LIMIT_UNITS
    }

    #[inline]
    fn within_limit(units: i128) -> Self {
        if (-LIMIT_UNITS..=LIMIT_UNITS).contains(&units) { Self::of(units) } else { Self::fault(Fault::TooLarge) }
    }

    /// The value as a decimal without trailing zeros, or the fault.
    pub fn value(self) -> Value {
        if self.is_fault() {
            let fault = FAULTS.iter().find(|(units, _)| *units == self.units());
            return Err(fault.map_or(Fault::TooLarge, |(_, fault)| *fault));
        }
        if let Some(word) = self.word() {
            return Ok(decimal_of_word(word));
        }
        let units = self.units();
        let whole = units / ONE;
        if whole * ONE == units {
            return Decimal::try_from_i128_with_scale(whole, 0).map_err(|_| Fault::TooLarge);
        }
        Decimal::try_from_i128_with_scale(units, WORKING_PLACES)
            .map(|number| number.normalize())
            .map_err(|_| Fault::TooLarge)
    }

    /// Nothing, or the fault that it is.
    ///
    /// # Errors
    ///
    /// The fault, where it is no number.
    pub fn value_if_fault(self) -> Result<(), Fault> {
        if self.is_fault() { self.value().map(drop) } else { Ok(()) }
    }

    /// Whether it comes from a division by nothing.
    pub(crate) fn is_division_by_zero(self) -> bool {
        self == Self::fault(Fault::DivisionByZero)
    }

    /// Whether it is a number below nothing.
    #[inline]
    pub const fn is_negative(self) -> bool {
        self.units() < 0
    }

    /// Whether it is nothing.
    #[inline]
    pub const fn is_zero(self) -> bool {
        self.units() == 0
    }

    /// The fault of the two, if there is one. Of two it is always the same that stays, so that the order of what is
    /// added up does not show: what is not given before what follows from it.
    #[inline]
    const fn either_fault(self, other: Self) -> Option<Self> {
        if self.is_fault() {
            if other.is_fault() && other.units() > self.units() { Some(other) } else { Some(self) }
        } else if other.is_fault() {
            Some(other)
        } else {
            None
        }
    }

    /// The exact sum.
    #[must_use]
    #[inline]
    pub fn plus(self, other: Self) -> Self {
        self.either_fault(other).unwrap_or_else(|| Self::within_limit(self.units() + other.units()))
    }

    /// The exact difference.
    #[must_use]
    #[inline]
    pub fn minus(self, other: Self) -> Self {
        self.either_fault(other).unwrap_or_else(|| Self::within_limit(self.units() - other.units()))
    }

    /// How far two numbers lie apart: at most twice the limit, which a decimal still holds.
    pub fn distance(self, other: Self) -> Decimal {
        let apart = self.units().saturating_sub(other.units()).saturating_abs();
        Decimal::try_from_i128_with_scale(apart, WORKING_PLACES).unwrap_or(Decimal::MAX)
    }

    /// How many binary digits its units have, without the sign: enough to tell numbers of quite another size apart.
    pub(crate) const fn binary_digits(self) -> u32 {
        i128::BITS - self.units().unsigned_abs().leading_zeros()
    }

    /// Whether it is less than another.
    pub(crate) const fn is_below(self, other: Self) -> bool {
        self.units() < other.units()
    }

    /// The product, to ten decimal places.
    #[must_use]
    pub fn times(self, other: Self) -> Self {
        self.either_fault(other).unwrap_or_else(|| {
            if let (Some(left), Some(right)) = (self.word(), other.word()) {
                let whole = right / WORD_ONE;
                if whole * WORD_ONE == right {
                    // By a whole number, such as months in force, the units are multiplied as they are.
                    return Self::within_limit(i128::from(left) * i128::from(whole));
                }
                // Two machine words make a product that surely fits.
                return Self::within_limit(divide_by_one(i128::from(left) * i128::from(right)));
            }
            if let Some(product) = self.units().checked_mul(other.units()) {
                return Self::within_limit(divide_by_one(product));
            }
            // In two steps, so that nothing is lost: the whole part and the rest of one factor.
            let (whole, rest) = (self.units() / ONE, self.units() % ONE);
            whole
                .checked_mul(other.units())
                .and_then(|large| large.checked_add(divide_half_away(rest * other.units(), ONE)))
                .map_or(Self::fault(Fault::TooLarge), Self::within_limit)
        })
    }

    /// The quotient, to ten decimal places.
    #[must_use]
    pub fn over(self, other: Self) -> Self {
        self.either_fault(other).unwrap_or_else(|| {
            if other.units() == 0 {
                return Self::fault(Fault::DivisionByZero);
            }
            if let (Some(dividend), Some(divisor)) = (self.word(), other.word()) {
                let whole = divisor / WORD_ONE;
                if whole * WORD_ONE == divisor {
                    // By a whole number, such as the months of a year, the units are divided as they are.
                    return Self::of(i128::from(divide_words(dividend, whole)));
                }
            }
            // Within the limit the dividend has 27 digits, so ten more still fit.
            Self::within_limit(divide_half_away(self.units() * ONE, other.units()))
        })
    }

    /// Whether the product has no more than ten decimal places: then it is not rounded.
    pub(crate) fn times_is_exact(self, other: Self) -> bool {
        self.units().checked_mul(other.units()).is_some_and(|product| product % ONE == 0)
    }

    /// Whether the quotient has no more than ten decimal places: then it is not rounded.
    pub(crate) fn over_is_exact(self, other: Self) -> bool {
        self.units().checked_mul(ONE).and_then(|units| units.checked_rem(other.units())) == Some(0)
    }

    /// The smallest number above nothing.
    pub(crate) const SMALLEST: Self = Self::of(1);

    /// The number with the other sign.
    #[must_use]
    pub const fn negated(self) -> Self {
        if self.is_fault() { self } else { Self::of(-self.units()) }
    }

    /// The smaller of two.
    #[must_use]
    pub fn minimum(self, other: Self) -> Self {
        self.either_fault(other).unwrap_or_else(|| Self::of(self.units().min(other.units())))
    }

    /// The larger of two.
    #[must_use]
    pub fn maximum(self, other: Self) -> Self {
        self.either_fault(other).unwrap_or_else(|| Self::of(self.units().max(other.units())))
    }

    /// Rounded half away from zero to so many places.
    #[must_use]
    pub fn rounded(self, places: u32) -> Self {
        match WORKING_PLACES.checked_sub(places).and_then(power_of_ten) {
            Some(unit) if unit > 1 && !self.is_fault() => {
                Self::within_limit(divide_half_away(self.units(), unit) * unit)
            }
            _ => self,
        }
    }
}

/// A machine word of units as a decimal without trailing zeros.
fn decimal_of_word(word: i64) -> Decimal {
    let whole = word / WORD_ONE;
    if whole * WORD_ONE == word {
        return Decimal::from(whole);
    }
    let (mut digits, mut places) = (word, WORKING_PLACES);
    while digits % 10 == 0 {
        digits /= 10;
        places -= 1;
    }
    Decimal::new(digits, places)
}

/// The quotient of machine words, rounded half away from zero.
#[inline]
const fn divide_words(dividend: i64, divisor: i64) -> i64 {
    let (quotient, rest) = (dividend / divisor, dividend % divisor);
    let rounds_up = rest.unsigned_abs() >= divisor.unsigned_abs().div_ceil(2);
    if rounds_up { quotient + if (dividend < 0) == (divisor < 0) { 1 } else { -1 } } else { quotient }
}

impl fmt::Debug for Fixed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:?}", self.value())
    }
}

impl From<Decimal> for Fixed {
    /// A decimal with at most ten decimal places, exactly; with more it is rounded to ten.
    fn from(number: Decimal) -> Self {
        if number.scale() > WORKING_PLACES {
            Self::scaled(super::round_half_away(number, WORKING_PLACES), 0)
        } else {
            Self::scaled(number, 0)
        }
    }
}

impl From<Value> for Fixed {
    fn from(value: Value) -> Self {
        match value {
            Ok(number) => number.into(),
            Err(fault) => Self::fault(fault),
        }
    }
}

/// An exact running total that is cheap to add to: the kernel of every sum over many rows.
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
    // In halves, as those of a number: a sum is kept for each of very many things.
    high: i64,
    low: u64,
    fault: Option<Fault>,
}

impl Total {
    /// Adds a decimal.
    pub fn add(&mut self, number: Decimal) {
        self.add_fixed(number.into());
    }

    /// Adds a number; a fault makes the total a fault, and of several always the same, in whatever order they come.
    #[inline(always)]
    pub fn add_fixed(&mut self, number: Fixed) {
        if number.is_fault() {
            let fault = number.value().err();
            self.fault = self.fault.into_iter().chain(fault).min();
        } else {
            // Each number has at most 27 digits: a file would need 10^11 rows to fill 38.
            let sum = Fixed::of(self.units() + number.units());
            (self.high, self.low) = (sum.high, sum.low);
        }
    }

    #[inline(always)]
    const fn units(&self) -> i128 {
        Fixed { high: self.high, low: self.low }.units()
    }

    /// The fault that was added, if there was one.
    pub const fn fault(&self) -> Option<Fault> {
        self.fault
    }

    /// The sum.
    pub fn finish_fixed(self) -> Fixed {
        self.fault.map_or_else(|| Fixed::within_limit(self.units()), Fixed::fault)
    }

    /// The sum as a decimal without trailing zeros.
    pub fn finish(self) -> Value {
        self.finish_fixed().value()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::{LIMIT, whole};
    use super::*;

    #[test]
    fn faults_travel() {
        let large = Fixed::from(LIMIT);
        assert_eq!(large.plus(large).value(), Err(Fault::TooLarge));
        let faults = [Fault::NotGiven, Fault::DivisionByZero, Fault::TooLarge];
        for fault in faults {
            let none = Fixed::fault(fault);
            assert_eq!(none.value(), Err(fault));
            for result in [none.plus(large), none.times(large), none.negated(), none.rounded(0), large.over(none)] {
                assert_eq!(result.value(), Err(fault));
            }
        }
    }

    #[test]
    fn of_several_faults_the_same_stays_in_every_order() {
        let faults = [Fault::NotGiven, Fault::DivisionByZero, Fault::TooLarge];
        for (at, first) in faults.iter().enumerate() {
            for second in faults.iter().skip(at) {
                for pair in [[*first, *second], [*second, *first]] {
                    let [one, other] = pair.map(Fixed::fault);
                    assert_eq!(one.plus(other).value(), Err(*first));
                    let mut total = Total::default();
                    [one, other].into_iter().for_each(|fault| total.add_fixed(fault));
                    assert_eq!(total.finish(), Err(*first));
                }
            }
        }
    }

    #[test]
    fn products_of_large_numbers_are_exact_or_too_large() {
        let number = |text: &str| Fixed::from(super::super::Digits::read(text).unwrap().number());
        let product = number("999999999999999").times(number("99.999999"));
        assert_eq!(product.value().unwrap().to_string(), "99999998999999900.000001");
        assert_eq!(number("999999999999999").times(number("101")).value(), Err(Fault::TooLarge));
        assert_eq!(number("-999999999999999").times(number("999999999999999")).value(), Err(Fault::TooLarge));
    }

    #[test]
    fn a_decimal_has_no_trailing_zeros() {
        let units =
            [0, 1, -1, 10, -120, ONE, -ONE, ONE / 2, 7 * ONE / 4, 10_000_000_000 * ONE, LIMIT_UNITS, 1 - LIMIT_UNITS];
        for units in units.into_iter().chain([i128::from(i64::MAX), i128::from(i64::MIN), ONE * 1_234_567_890 + 50]) {
            let expected = Decimal::try_from_i128_with_scale(units, WORKING_PLACES).unwrap().normalize();
            let value = Fixed::of(units).value().unwrap();
            assert_eq!((value.mantissa(), value.scale()), (expected.mantissa(), expected.scale()), "{units}");
        }
    }

    #[test]
    fn quick_ways_give_the_same_as_the_long_ones() {
        let numbers = [
            1,
            -1,
            2,
            -3,
            12,
            365,
            100,
            ONE,
            -ONE,
            ONE * 12,
            ONE * 365,
            ONE / 2,
            ONE / 3,
            5 * ONE / 2,
            -7 * ONE / 3,
            123_456_789_012_345_678,
            -987_654_321_098_765,
            i128::from(i64::MAX),
            i128::from(i64::MIN),
            i128::from(i64::MAX) + 1,
            LIMIT_UNITS,
            -LIMIT_UNITS,
        ];
        for left in numbers {
            for right in numbers {
                let (one, other) = (Fixed::of(left), Fixed::of(right));
                if let Some(product) = left.checked_mul(right) {
                    assert_eq!(
                        one.times(other),
                        Fixed::within_limit(divide_half_away(product, ONE)),
                        "{left} × {right}"
                    );
                }
                let quotient = Fixed::within_limit(divide_half_away(left * ONE, right));
                assert_eq!(one.over(other), quotient, "{left} ÷ {right}");
            }
        }
    }

    #[test]
    fn halves_are_rounded_away_from_zero() {
        let third = Fixed::from(whole(-2)).over(Fixed::from(whole(3)));
        assert_eq!(third.value().unwrap().to_string(), "-0.6666666667");
        assert_eq!(Fixed::from(Decimal::new(-25, 1)).rounded(0).value().unwrap().to_string(), "-3");
        assert_eq!(Fixed::from(Decimal::new(24, 1)).rounded(0).value().unwrap().to_string(), "2");
    }
}
