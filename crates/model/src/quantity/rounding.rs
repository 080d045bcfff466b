use super::Decimal;

/// Decimal places to which a product or a quotient is kept.
pub const WORKING_PLACES: u32 = 10;

/// Powers of ten by which numbers change their scale.
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

/// The one rounding rule: half away from zero, so 2.345 becomes 2.35 and −2.345 becomes −2.35.
///
/// ```
/// use one_plan_model::quantity::{Digits, round_half_away};
/// let printed = |text: &str| Digits::read(text).unwrap().number();
/// assert_eq!(round_half_away(printed("2.345"), 2), printed("2.35"));
/// assert_eq!(round_half_away(printed("-0.5"), 0), printed("-1"));
/// ```
pub fn round_half_away(number: Decimal, places: u32) -> Decimal {
    shortened(number, places, divide_half_away)
}

/// Without the decimal places beyond so many: 2.349 becomes 2.34 and −2.349 becomes −2.34.
pub(super) fn cut_off(number: Decimal, places: u32) -> Decimal {
    shortened(number, places, |units, of_place| units / of_place)
}

/// With fewer decimal places, in the way that a division of whole numbers is rounded.
fn shortened(number: Decimal, places: u32, divide: fn(i128, i128) -> i128) -> Decimal {
    // A decimal has at most 28 places, and ten to that power is a whole number of 128 bits.
    match number.scale().checked_sub(places) {
        None | Some(0) => number,
        Some(too_many) => {
            let units = divide(number.mantissa(), 10_i128.pow(too_many));
            Decimal::try_from_i128_with_scale(units, places).unwrap_or(number)
        }
    }
}

/// With so many decimal places, rounded half away from zero or filled up with zeros.
///
/// ```
/// use one_plan_model::quantity::{Digits, with_places};
/// let printed = |text: &str| Digits::read(text).unwrap().number();
/// assert_eq!(with_places(printed("2.345"), 2).to_string(), "2.35");
/// assert_eq!(with_places(printed("2.5"), 2).to_string(), "2.50");
/// ```
pub fn with_places(number: Decimal, places: u32) -> Decimal {
    let missing = places.checked_sub(number.scale()).and_then(power_of_ten);
    let units = missing.and_then(|factor| number.mantissa().checked_mul(factor));
    let filled = units.and_then(|units| Decimal::try_from_i128_with_scale(units, places).ok());
    filled.unwrap_or_else(|| round_half_away(number, places))
}

/// Whether there is nothing after the decimal point.
pub fn is_whole(number: Decimal) -> bool {
    number.normalize().scale() == 0
}

/// The quotient of whole numbers, rounded half away from zero.
pub(super) fn divide_half_away(dividend: i128, divisor: i128) -> i128 {
    let quotient = dividend / divisor;
    // One division of whole numbers is dear; the rest follows from it.
    let rest = dividend - quotient * divisor;
    if rest.unsigned_abs() >= divisor.unsigned_abs().div_ceil(2) {
        let sign = if (dividend < 0) == (divisor < 0) { 1 } else { -1 };
        quotient + sign
    } else {
        quotient
    }
}

/// `10^10` is `2^10` times this odd number.
const ODD_OF_ONE: u64 = 9_765_625;

/// A number of `10^-20` as one of `10^-10`, rounded half away from zero: the product of two numbers in working
/// places. Dividing whole numbers of 128 bits is dear; nearly all of them are small enough for two divisions of 64.
#[inline]
pub(super) fn divide_by_one(number: i128) -> i128 {
    let size = number.unsigned_abs();
    if size >> 104 != 0 {
        return divide_half_away(number, 10_i128.pow(WORKING_PLACES));
    }
    let (quotient, rest) = divide_by_one_in_halves(size);
    let rounded = i128::from(quotient.0) << 40 | i128::from(quotient.1);
    let rounded = rounded + i128::from(rest >= 5_000_000_000);
    if number < 0 { -rounded } else { rounded }
}

/// The quotient by `10^10` in a high part and one of 40 bits, and the rest; for numbers below `2^104`.
#[inline]
#[allow(clippy::cast_possible_truncation, reason = "each part is cut to its bits")]
const fn divide_by_one_in_halves(size: u128) -> ((u64, u64), u64) {
    let low_bits = (size & 0x3ff) as u64;
    let size = size >> 10;
    let high = (size >> 40) as u64;
    let (first, rest) = (high / ODD_OF_ONE, high % ODD_OF_ONE);
    // The rest has 24 bits, so 40 more still fit.
    let low = (rest << 40) | (size as u64 & 0xff_ffff_ffff);
    ((first, low / ODD_OF_ONE), (low % ODD_OF_ONE) << 10 | low_bits)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_quick_division_is_the_division() {
        let one = 10_i128.pow(super::WORKING_PLACES);
        let mut number: i128 = 1;
        for step in 0..20_000_i128 {
            // Numbers of every size, and those around a half.
            number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(step * 2 + 1);
            for shift in [0, 20, 40, 60, 80, 100, 120] {
                let sized = number >> shift;
                let half = sized / one * one + one / 2;
                for tried in [sized, half, half - 1, half + 1, -half] {
                    assert_eq!(super::divide_by_one(tried), super::divide_half_away(tried, one), "{tried}");
                }
            }
        }
    }
}
