//! What is assumed of how much of the savings comes.

use one_plan_model::plan::Plan;
use one_plan_model::quantity::{Decimal, Fixed};
use one_plan_model::scenario::{Definition, has_own_ranges};

/// Between how many per cent of them savings come, where nothing says it: a tenth either way, as in the list of what moves
/// a figure most.
const ASSUMED: (Option<Decimal>, Option<Decimal>) =
    (Some(Decimal::from_parts(90, 0, 0, false, 0)), Some(Decimal::from_parts(110, 0, 0, false, 0)));

/// What is assumed of the savings, as it stands in the fields.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Delivery {
    /// In per cent.
    pub low: Option<Decimal>,
    /// In per cent.
    pub high: Option<Decimal>,
    /// Whether each scheme comes more or less for itself.
    pub separately: bool,
}

impl Delivery {
    /// What stands in the fields before anybody types: nothing for a plan that has ranges of its own.
    pub fn of(plan: &Plan) -> Self {
        let (low, high) = if has_own_ranges(plan) { (None, None) } else { ASSUMED };
        Self { low, high, separately: true }
    }

    /// The scenario with it.
    ///
    /// # Errors
    ///
    /// What is wrong with the fields, where something is.
    pub fn added_to(self, definition: Definition) -> Result<Definition, &'static str> {
        let share = |number: Decimal| Fixed::from(number).over(Fixed::HUNDRED);
        match (self.low, self.high) {
            (None, None) => Ok(definition),
            (Some(low), Some(high)) if low > high => Err("“From” is more than “to”: nothing lies between them."),
            (Some(low), Some(high)) => Ok(definition.with_delivery_between(share(low), share(high), self.separately)),
            _ => Err("A range has two ends: give both, or leave both empty."),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_assumed_has_two_ends_in_order() {
        let of = |low: Option<i64>, high: Option<i64>| {
            let number = |number: Option<i64>| number.map(Decimal::from);
            let delivery = Delivery { low: number(low), high: number(high), separately: true };
            delivery.added_to(Definition::default()).map(|definition| definition.levers.len())
        };
        assert_eq!((of(None, None), of(Some(90), Some(110)), of(Some(95), Some(95))), (Ok(0), Ok(1), Ok(1)));
        assert!(of(Some(90), None).is_err_and(|words| words.contains("two ends")));
        assert!(of(Some(110), Some(90)).is_err_and(|words| words.contains("more than")));
    }
}
