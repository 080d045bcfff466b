use super::{Count, Decimal, Digits, Fixed};
use std::fmt;

/// A number that is printed rounded: whole-time equivalents, scores, ratios.
///
/// The unrounded number may lie half a unit of the last printed place away; a [`Count`] in
/// contrast is exact.
///
/// ```
/// use one_plan_model::quantity::{Digits, Measured};
/// let staff = Measured::printed(Digits::read("1,518").unwrap());
/// assert_eq!(staff.half_unit().to_string(), "0.5");
/// assert_eq!(Measured::printed(Digits::read("-2.09").unwrap()).to_string(), "-2.09");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measured(Count);

impl Measured {
    /// Nothing.
    pub const NOTHING: Self = Self(Count::NOTHING);

    /// A number from printed digits.
    pub fn printed(digits: Digits) -> Self {
        Self(Count::printed(digits))
    }

    /// A number from its value and the decimal places with which it is printed.
    pub(crate) fn of_parts(number: Fixed, places: u32) -> Self {
        Self(Count::of_parts(number, places))
    }

    /// The value in the form in which the model calculates.
    pub const fn fixed(self) -> Fixed {
        self.0.fixed()
    }

    /// The value, with the decimal places that are printed.
    pub fn number(self) -> Decimal {
        self.0.number()
    }

    /// Half a unit of the last printed place.
    pub fn half_unit(self) -> Decimal {
        Digits::of(self.number()).half_unit()
    }
}

impl fmt::Display for Measured {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}
