use super::rounding::cut_off;
use super::{Decimal, Fault, Fixed, InOrder, Total, divide, multiply, round_half_away, subtract};

/// Splits a whole by weights into parts of so many decimal places that sum to the whole.
///
/// Every part is rounded down and what is left over goes, one unit of the last place at a time,
/// to the parts that lost most (the *largest remainder*; on a tie the earlier part). The whole
/// is first rounded half away from zero to the same places, so that it can be met exactly.
///
/// Fails with [`Fault::DivisionByZero`] when the weights sum to zero and with
/// [`Fault::NotGiven`] when one of them is negative.
///
/// ```
/// use one_plan_model::quantity::{split_by_largest_remainder, whole};
/// let pence = split_by_largest_remainder(whole(100), &[whole(1), whole(1), whole(1)], 2).unwrap();
/// let printed: Vec<_> = pence.iter().map(ToString::to_string).collect();
/// assert_eq!(printed, ["33.34", "33.33", "33.33"]);
/// ```
pub fn split_by_largest_remainder(whole: Decimal, weights: &[Decimal], places: u32) -> Result<Vec<Decimal>, Fault> {
    if weights.iter().any(Decimal::is_sign_negative) {
        return Err(Fault::NotGiven);
    }
    let mut weight_total = Total::default();
    weights.iter().for_each(|weight| weight_total.add(*weight));
    let weight_total = weight_total.finish()?;
    let whole = round_half_away(whole, places);
    if whole.is_zero() {
        return Ok(vec![whole; weights.len()]);
    }
    let mut parts = Vec::with_capacity(weights.len());
    let mut lost = Vec::with_capacity(weights.len());
    let mut left = whole;
    for (position, weight) in weights.iter().enumerate() {
        let exact = divide(multiply(whole, *weight)?, weight_total)?;
        let part = cut_off(exact, places);
        left = subtract(left, part)?;
        lost.push((subtract(exact, part)?.abs(), position));
        parts.push(part);
    }
    lost.order_by(|left, right| right.0.cmp(&left.0).then(left.1.cmp(&right.1)));
    let unit = Decimal::new(if left.is_sign_negative() { -1 } else { 1 }, places);
    if left.is_sign_negative() != whole.is_sign_negative() {
        // Beside weights of very few digits the products are rounded so much that more than the whole is given away:
        // then those give back first that lost least.
        lost.reverse();
    }
    for (_, position) in lost.iter().cycle() {
        if left.is_zero() || weights.is_empty() {
            break;
        }
        if let Some(part) = parts.get_mut(*position) {
            *part = super::add(*part, unit)?;
            left = subtract(left, unit)?;
        }
    }
    Ok(parts)
}

/// The same in the form in which the model calculates; every part is the fault if there is one.
///
/// ```
/// use one_plan_model::quantity::{Fault, Fixed, split_fixed};
/// assert_eq!(split_fixed(Fixed::HUNDRED, &[Fixed::ONE, Fixed::ONE], 2).len(), 2);
/// let parts = split_fixed(Fixed::fault(Fault::TooLarge), &[Fixed::ONE], 2);
/// assert_eq!(parts, [Fixed::fault(Fault::TooLarge)]);
/// ```
pub fn split_fixed(whole: Fixed, weights: &[Fixed], places: u32) -> Vec<Fixed> {
    let parts = whole.value().and_then(|whole| {
        let weights = weights.iter().map(|weight| weight.value()).collect::<Result<Vec<_>, _>>()?;
        split_by_largest_remainder(whole, &weights, places)
    });
    match parts {
        Ok(parts) => parts.into_iter().map(Fixed::from).collect(),
        Err(fault) => vec![Fixed::fault(fault); weights.len()],
    }
}
