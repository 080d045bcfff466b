use super::{Decimal, Digits, Fixed, is_whole, with_places};
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
/// assert_eq!(Count::printed(Digits::read("74.10").unwrap()).to_string(), "74.10");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    number: Fixed,
    places: u8,
}

impl Count {
    /// None.
    pub const NOTHING: Self = Self { number: Fixed::ZERO, places: 0 };

    /// A count from printed digits.
    pub fn printed(digits: Digits) -> Self {
        Self::of_parts(digits.number().into(), digits.places())
    }

    /// A count from its value and the decimal places with which it is printed.
    pub(crate) fn of_parts(number: Fixed, places: u32) -> Self {
        Self { number, places: u8::try_from(places).unwrap_or_default() }
    }

    /// The value in the form in which the model calculates.
    #[inline(always)]
    pub const fn fixed(self) -> Fixed {
        self.number
    }

    /// The value, with the decimal places that are printed.
    pub fn number(self) -> Decimal {
        // Printed digits lie within the limit, so a count is never a fault.
        let number = self.number.value().unwrap_or_default();
        with_places(number, u32::from(self.places))
    }

    /// The whole number that it is; nothing where it has a fraction.
    ///
    /// ```
    /// use one_plan_model::quantity::{Count, Digits};
    /// let read = |text| Count::printed(Digits::read(text).unwrap()).whole_number();
    /// assert_eq!((read("12"), read("12.0"), read("2.5")), (Some(12), Some(12), None));
    /// ```
    pub fn whole_number(self) -> Option<i64> {
        let number = self.number.value().ok()?;
        i64::try_from(number.normalize().mantissa()).ok().filter(|_| is_whole(number))
    }

    /// Whether it is printed without decimals.
    pub const fn is_whole(self) -> bool {
        self.places == 0
    }
}

impl fmt::Display for Count {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.number().fmt(formatter)
    }
}
