use crate::quantity::{Decimal, Digits, Rate, distance, multiply, whole};

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
/// `tolerance` is the distance within which the sum lies because the weights are printed rounded (see
/// [`weight_tolerance`]). Three weights of 33.3 are shares of 100.
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
    let near = |other| sum == other || distance(sum, other) < tolerance;
    // A rate of 1.5 % is 1.5 points of contract value.
    let points = points_of(rate).and_then(|rate| multiply(rate.fraction(), whole(100)).ok());
    if points.is_some_and(near) {
        return Some(WeightNotation::PointsOfContractValue);
    }
    if near(whole(100)) {
        return Some(WeightNotation::SharesOfHundred);
    }
    near(whole(1)).then_some(WeightNotation::SharesOfOne)
}

/// A rate of nothing, as that of a year in which the national scheme is paused, is no sum that weights could have.
fn points_of(rate: Option<Rate>) -> Option<Rate> {
    rate.filter(|rate| !rate.fraction().is_zero())
}

/// The distance within which the sum of weights lies because each is printed rounded: half a unit of the last place for
/// each. The weight with most places decides about the place, for nobody rounds the weights of one scheme differently:
/// beside 0.225 a weight of 0.15 is 0.150.
///
/// ```
/// use one_plan_model::plan::weight_tolerance;
/// use one_plan_model::quantity::{Decimal, Digits};
/// let tolerance = |texts: &[&str]| weight_tolerance(texts.iter().map(|text| Digits::read(text).unwrap().number()));
/// assert_eq!(tolerance(&["50", "49"]), Decimal::ONE);
/// assert_eq!(tolerance(&["0.15", "0.225"]), Decimal::new(1, 3));
/// ```
pub fn weight_tolerance(weights: impl Iterator<Item = Decimal>) -> Decimal {
    let (mut count, mut half_unit) = (0_i64, None::<Decimal>);
    for weight in weights {
        let of_weight = Digits::of(weight).half_unit();
        count += 1;
        half_unit = Some(half_unit.map_or(of_weight, |least| least.min(of_weight)));
    }
    half_unit.and_then(|half_unit| multiply(half_unit, whole(count)).ok()).unwrap_or_default()
}

/// What is wrong with weights that fit no notation, without the full stop; `sum` is their sum as people read it.
pub fn weight_misfit(scheme: &str, sum: &str, rate: Option<Rate>) -> String {
    let rate = points_of(rate).map_or_else(String::new, |rate| {
        format!("to {} points of contract value, ", rate.to_string().trim_end_matches('%'))
    });
    format!("The weights of \"{scheme}\" sum to {sum}. They should sum {rate}to 100 or to 1")
}
