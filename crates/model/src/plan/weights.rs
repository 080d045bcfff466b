use crate::quantity::{Decimal, Digits, Rate, Total, distance, multiply, whole};

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

/// The notation of weights with this sum, where the scheme has this rate; `None` if there is none.
///
/// `tolerance` is how far the sum may lie away because the weights are printed rounded: half a unit of
/// the last place of each. Three weights of 33.3 are shares of 100.
///
/// ```
/// use one_plan_model::plan::{WeightNotation, weight_notation};
/// use one_plan_model::quantity::{Decimal, Digits, Rate};
/// let number = |text| Digits::read(text).unwrap().number();
/// let rate = Rate::read("1.5%").ok();
/// let notation = |sum, tolerance| weight_notation(number(sum), number(tolerance), rate);
/// assert_eq!(notation("1.500", "0.002"), Some(WeightNotation::PointsOfContractValue));
/// assert_eq!(notation("99.9", "0.15"), Some(WeightNotation::SharesOfHundred));
/// assert_eq!(notation("97", "0.15"), None);
/// ```
pub fn weight_notation(sum: Decimal, tolerance: Decimal, rate: Option<Rate>) -> Option<WeightNotation> {
    let near = |other| distance(sum, other) <= tolerance;
    // A rate of 1.5 % is 1.5 points of contract value.
    let points = rate.and_then(|rate| multiply(rate.fraction(), whole(100)).ok());
    if points.is_some_and(near) {
        return Some(WeightNotation::PointsOfContractValue);
    }
    if near(whole(100)) {
        return Some(WeightNotation::SharesOfHundred);
    }
    near(whole(1)).then_some(WeightNotation::SharesOfOne)
}

/// How far the sum of weights may lie away because each is printed rounded.
pub fn weight_tolerance(weights: impl Iterator<Item = Decimal>) -> Decimal {
    let mut tolerance = Total::default();
    weights.for_each(|weight| tolerance.add(Digits::of(weight).half_unit()));
    tolerance.finish().unwrap_or_default()
}

/// What is wrong with weights that fit no notation, without the full stop; `sum` is their sum as people read it.
pub fn weight_misfit(scheme: &str, sum: &str, rate: Option<Rate>) -> String {
    let rate = rate.map_or_else(String::new, |rate| {
        format!("to {} points of contract value, ", rate.to_string().trim_end_matches('%'))
    });
    format!("The weights of \"{scheme}\" sum to {sum}. They should sum {rate}to 100 or to 1")
}
