//! A difference of two numbers as the sum of parts, with nothing left over.

use super::{Fault, Fixed, InOrder, power_of_ten};

/// The most changes between which a difference is split over all their orders: two to this power of values are needed.
pub const MOST_IN_EVERY_ORDER: usize = 10;

/// The number in whole units of so many decimal places, rounded half away from zero.
fn units(number: Fixed, places: u32) -> Result<i128, Fault> {
    let digits = number.rounded(places).value()?;
    let missing = power_of_ten(places.saturating_sub(digits.scale())).ok_or(Fault::TooLarge)?;
    digits.mantissa().checked_mul(missing).ok_or(Fault::TooLarge)
}

/// What each of some changes adds to a value, averaged over all orders in which they can be made (the Shapley value), in
/// units of so many decimal places.
///
/// `values` has the value for every set of changes, by the number whose bits are the changes made: the first is the value
/// before any, the last that after all. The parts sum to the difference of the two, each rounded to the places. They are
/// exact fractions that are rounded down, and what is left goes by the unit to those that lost most.
///
/// ```
/// use one_plan_model::quantity::{Fixed, parts_in_every_order};
/// // Twice as many at twice the price: 1 becomes 4, and each change has a half of the 3.
/// let values = [1, 2, 2, 4].map(Fixed::whole);
/// let parts = parts_in_every_order(&values, 2, 2).unwrap();
/// assert_eq!(parts, [Fixed::of_digits(15, 1, 0); 2]);
/// ```
///
/// # Errors
///
/// The first fault among the values; that there are too many changes, or that the values are too large.
pub fn parts_in_every_order(values: &[Fixed], changes: usize, places: u32) -> Result<Vec<Fixed>, Fault> {
    if changes > MOST_IN_EVERY_ORDER || values.len() != 1 << changes {
        return Err(Fault::TooLarge);
    }
    let values = values.iter().map(|value| units(*value, places)).collect::<Result<Vec<i128>, Fault>>()?;
    let factorial = |number: usize| (1..=number as i128).product::<i128>();
    let mut shares = Vec::with_capacity(changes);
    for change in 0..changes {
        let bit = 1_usize << change;
        let mut share: i128 = 0;
        for (set, before) in values.iter().enumerate().filter(|(set, _)| set & bit == 0) {
            let after = values.get(set | bit).copied().unwrap_or_default();
            let made = set.count_ones() as usize;
            // So many of all orders make exactly these changes before this one.
            let orders = factorial(made) * factorial(changes - made - 1);
            let part = after.checked_sub(*before).and_then(|adds| adds.checked_mul(orders));
            share = part.and_then(|part| share.checked_add(part)).ok_or(Fault::TooLarge)?;
        }
        shares.push(share);
    }
    let whole = last_less_first(&values)?;
    apportioned(whole, &shares, factorial(changes), places)
}

/// What each of many changes adds to a value, in units of so many decimal places, from fewer values: each change made
/// alone, and all but each.
///
/// A change counts with the middle of what it adds alone and what it adds last. That is its average over all orders as
/// long as changes work on each other in pairs only. What three or more do together is split in proportion to what
/// each counts with. The parts sum to the difference of the two ends, each rounded to the places; no order is chosen.
///
/// ```
/// use one_plan_model::quantity::{Fixed, parts_from_both_ends};
/// let [none, alone, but_one, all] = [1, 2, 4, 8].map(Fixed::whole);
/// // Three doublings of 1.
/// let parts = parts_from_both_ends(none, &[alone; 3], &[but_one; 3], all, 2).unwrap();
/// assert_eq!(parts, [234, 233, 233].map(|pence| Fixed::of_digits(pence, 2, 0)));
/// ```
///
/// # Errors
///
/// The first fault among the values, or that they are too large.
pub fn parts_from_both_ends(
    none: Fixed,
    alone: &[Fixed],
    all_but: &[Fixed],
    all: Fixed,
    places: u32,
) -> Result<Vec<Fixed>, Fault> {
    let (none, all) = (units(none, places)?, units(all, places)?);
    let mut twice = Vec::with_capacity(alone.len());
    for (alone, but) in alone.iter().zip(all_but) {
        let parts = [units(*alone, places)?, -none, all, -units(*but, places)?];
        twice.push(parts.into_iter().try_fold(0_i128, i128::checked_add).ok_or(Fault::TooLarge)?);
    }
    let whole = all.checked_sub(none).ok_or(Fault::TooLarge)?;
    let counted = twice.iter().try_fold(0_i128, |sum, part| sum.checked_add(*part));
    let weight = twice.iter().try_fold(0_i128, |sum, part| sum.checked_add(part.checked_abs()?));
    let (Some(counted), Some(weight), Some(doubled)) = (counted, weight, whole.checked_mul(2)) else {
        return Err(Fault::TooLarge);
    };
    let rest = doubled.checked_sub(counted).ok_or(Fault::TooLarge)?;
    if weight == 0 {
        // Nothing says which of them it is: each has the same part.
        let count = i128::try_from(twice.len()).map_err(|_| Fault::TooLarge)?;
        return apportioned(whole, &vec![whole; twice.len()], count.max(1), places);
    }
    let share = |part: &i128| part.checked_mul(weight)?.checked_add(rest.checked_mul(part.checked_abs()?)?);
    let shares = twice.iter().map(share).collect::<Option<Vec<i128>>>().ok_or(Fault::TooLarge)?;
    apportioned(whole, &shares, weight.checked_mul(2).ok_or(Fault::TooLarge)?, places)
}

/// What each of some changes adds when they are made one after the other, in units of so many decimal places: the
/// differences of the values before, between and after them, each rounded to the places.
///
/// # Errors
///
/// The first fault among the values, or that they are too large.
pub fn parts_in_order(values: &[Fixed], places: u32) -> Result<Vec<Fixed>, Fault> {
    let values = values.iter().map(|value| units(*value, places)).collect::<Result<Vec<i128>, Fault>>()?;
    let steps = values.iter().zip(values.iter().skip(1));
    Ok(steps.map(|(before, after)| Fixed::of_digits(after.saturating_sub(*before), places, 0)).collect())
}

fn last_less_first(values: &[i128]) -> Result<i128, Fault> {
    let ends = values.last().zip(values.first());
    ends.and_then(|(last, first)| last.checked_sub(*first)).ok_or(Fault::TooLarge)
}

/// Shares of one denominator in whole units that sum to the whole: each rounded down, what is left by the unit to those
/// that lost most, on a tie to the earlier.
fn apportioned(whole: i128, shares: &[i128], denominator: i128, places: u32) -> Result<Vec<Fixed>, Fault> {
    let mut parts: Vec<i128> = shares.iter().map(|share| share.div_euclid(denominator)).collect();
    let mut lost: Vec<(i128, usize)> =
        shares.iter().enumerate().map(|(at, share)| (share.rem_euclid(denominator), at)).collect();
    lost.order_by(|left, right| right.0.cmp(&left.0).then(left.1.cmp(&right.1)));
    let left = whole - parts.iter().sum::<i128>();
    for (_, at) in lost.iter().take(usize::try_from(left).unwrap_or_default()) {
        if let Some(part) = parts.get_mut(*at) {
            *part += 1;
        }
    }
    Ok(parts.into_iter().map(|part| Fixed::of_digits(part, places, 0)).collect())
}
