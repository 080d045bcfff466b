//! Coefficients: how much of a change of one number arrives in another. They are very small (one pound of a
//! budget, in a share) or very large, so they are kept to 28 digits and not to ten places; no figure is made of them.

use super::{Decimal, WORKING_PLACES};
use rust_decimal::RoundingStrategy;

/// The product; nothing where it is too large.
pub(crate) fn times(left: Decimal, right: Decimal) -> Option<Decimal> {
    left.checked_mul(right)
}

/// The quotient; nothing where it is too large, or the divisor is nothing.
pub(crate) fn over(left: Decimal, right: Decimal) -> Option<Decimal> {
    left.checked_div(right)
}

/// The sum; nothing where it is too large.
pub(crate) fn plus(left: Decimal, right: Decimal) -> Option<Decimal> {
    left.checked_add(right)
}

/// To the places of a calculation, and never less.
pub(crate) fn rounded_up(number: Decimal) -> Decimal {
    number.round_dp_with_strategy(WORKING_PLACES, RoundingStrategy::AwayFromZero)
}

/// The standard deviation of a sum of independent numbers, each anywhere within its size on both sides of nothing:
/// the root of the sum of their squares over three. Nothing where a size is too large.
pub(crate) fn standard_deviation(sizes: &[Decimal]) -> Option<Decimal> {
    /// So many places are kept: the largest size has 17 digits before them.
    const PLACES: u32 = 20;
    /// So many bits of the largest size are kept, so that the sum of the squares of some 16 million sizes fits.
    const BITS: u32 = 52;
    let units: Vec<u128> = sizes.iter().map(|size| in_units(*size, PLACES)).collect::<Option<_>>()?;
    let largest = units.iter().copied().max().unwrap_or_default();
    let shift = (u128::BITS - largest.leading_zeros()).saturating_sub(BITS);
    let squares = units.iter().map(|size| (size >> shift) * (size >> shift)).try_fold(0, u128::checked_add)?;
    let root = (squares / 3).isqrt() << shift;
    // In a number the units have at most 28 digits: what is beyond them is cut off.
    let mut places = PLACES;
    let mut root = root;
    while root >= 10_u128.pow(28) {
        root /= 10;
        places -= 1;
    }
    Decimal::try_from_i128_with_scale(i128::try_from(root).ok()?, places).ok()
}

/// The size of a number in units of so many places.
fn in_units(number: Decimal, places: u32) -> Option<u128> {
    let size = number.mantissa().unsigned_abs();
    match places.checked_sub(number.scale()) {
        Some(missing) => size.checked_mul(10_u128.checked_pow(missing)?),
        None => Some(size / 10_u128.checked_pow(number.scale() - places)?),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::{round_half_away, whole};
    use super::*;

    fn deviation(size: Decimal, count: usize) -> String {
        round_half_away(standard_deviation(&vec![size; count]).unwrap(), 6).normalize().to_string()
    }

    #[test]
    fn the_deviation_is_the_root_of_a_third_of_the_squares() {
        assert_eq!(deviation(whole(3), 3), "3");
        // Twelve halves: 12 × 0.25 ÷ 3 = 1.
        assert_eq!(deviation(Decimal::new(5, 1), 12), "1");
        assert_eq!(deviation(whole(1), 1), "0.57735");
        assert_eq!(deviation(whole(1), 0), "0");
    }

    #[test]
    fn very_small_and_very_large_sizes_have_one_too() {
        let small = standard_deviation(&[Decimal::new(3, 18); 3]).unwrap();
        assert_eq!(round_half_away(small, 19).normalize().to_string(), "0.000000000000000003");
        let large = standard_deviation(&[whole(90_000_000_000_000_000); 3]).unwrap();
        assert!((large - whole(90_000_000_000_000_000)).abs() < whole(1_000), "{large}");
        assert_eq!(standard_deviation(&[Decimal::MAX]), None);
    }
}
