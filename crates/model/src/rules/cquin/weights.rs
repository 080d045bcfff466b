use crate::outcome::words;
use crate::quantity::{Decimal, Rate, whole};

/// How the weights of a CQUIN scheme are written; both notations stand under the same heading
/// in published templates, so the sum decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WeightNotation {
    /// Points of contract value: they sum to the rate of the scheme, for example 1.5.
    PointsOfContractValue,
    /// Shares of the scheme: they sum to 100.
    SharesOfHundred,
    /// Shares of the scheme: they sum to 1.
    SharesOfOne,
}

/// What to do about weights that fit no notation.
pub(super) const ADVICE: &str = "Correct the weights, or give the rate of the scheme to which they sum.";

/// The notation of weights with this sum, where the scheme has this rate; `None` if there is none.
///
/// ```
/// use one_plan_model::quantity::{Digits, Rate};
/// use one_plan_model::rules::cquin::{WeightNotation, weight_notation};
/// let sum = |text| Digits::read(text).unwrap().number();
/// let rate = Rate::read("1.5%").ok();
/// assert_eq!(weight_notation(sum("1.500"), rate), Some(WeightNotation::PointsOfContractValue));
/// assert_eq!(weight_notation(sum("100"), rate), Some(WeightNotation::SharesOfHundred));
/// assert_eq!(weight_notation(sum("97"), rate), None);
/// ```
pub fn weight_notation(sum: Decimal, rate: Option<Rate>) -> Option<WeightNotation> {
    if rate.is_some_and(|rate| rate.fraction() == shifted(sum)) {
        return Some(WeightNotation::PointsOfContractValue);
    }
    if sum == whole(100) {
        return Some(WeightNotation::SharesOfHundred);
    }
    (sum == whole(1)).then_some(WeightNotation::SharesOfOne)
}

fn shifted(points: Decimal) -> Decimal {
    Rate::percent(points).fraction()
}

/// The message for weights that fit no notation.
pub fn misfit(scheme: &str, sum: Decimal, rate: Option<Rate>) -> String {
    let rate = rate.map_or_else(String::new, |rate| {
        format!("to {} points of contract value, ", rate.to_string().trim_end_matches('%'))
    });
    format!("The weights of \"{scheme}\" sum to {}. They should sum {rate}to 100 or to 1.", words::number(Ok(sum)))
}
