use super::{Decimal, Digits};
use std::fmt;

/// A number of things: attendances, spells, bed days, persons, or whole-time equivalents.
///
/// Activity is counted in whole things and is exact; whole-time equivalents have decimals. A
/// count keeps the decimal places with which it is printed.
///
/// ```
/// use one_plan_model::quantity::{Count, Digits};
/// let spells = Count::printed(Digits::read("79,511").unwrap());
/// assert!(spells.is_whole());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count(Decimal);

impl Count {
    /// A count from printed digits.
    pub const fn printed(digits: Digits) -> Self {
        Self(digits.number())
    }

    /// The value.
    pub const fn number(self) -> Decimal {
        self.0
    }

    /// Whether it is printed without decimals.
    pub const fn is_whole(self) -> bool {
        self.0.scale() == 0
    }
}

impl fmt::Display for Count {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}
