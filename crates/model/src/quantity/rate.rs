use super::{Decimal, Digits, DigitsError, Fixed, with_places};
use std::fmt;

/// A share of a whole, written with a percent sign: `1.5%`.
///
/// Written without the sign it is refused, because 1.5 may be read as 1.5 % or as 150 %.
///
/// ```
/// use one_plan_model::quantity::Rate;
/// let rate = Rate::read("1.5%").unwrap();
/// assert_eq!(rate.fraction().to_string(), "0.015");
/// assert_eq!(rate.to_string(), "1.5%");
/// assert!(Rate::read("1.5").is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    percent: Decimal,
}

impl Rate {
    /// Reads a percentage with its sign.
    pub fn read(text: &str) -> Result<Self, DigitsError> {
        let digits = text.trim().strip_suffix('%').ok_or(DigitsError::NotANumber)?;
        Digits::read(digits.trim_end()).map(|digits| Self { percent: digits.number() })
    }

    /// A rate of so many hundredths.
    pub const fn percent(percent: Decimal) -> Self {
        Self { percent }
    }

    /// A rate from its fraction of one and the decimal places of its percentage.
    pub(crate) fn of_parts(fraction: Fixed, places: u32) -> Self {
        let percent = fraction.times(Fixed::HUNDRED).value().unwrap_or_default();
        Self { percent: with_places(percent, places) }
    }

    /// The rate as a fraction of one: 1.5 % is 0.015.
    pub fn fraction(self) -> Decimal {
        Decimal::try_from_i128_with_scale(self.percent.mantissa(), self.percent.scale() + 2).unwrap_or_default()
    }

    /// Half a unit of the last printed place, as a fraction of one.
    pub fn half_unit(self) -> Decimal {
        Decimal::new(5, self.percent.scale() + 3)
    }
}

impl fmt::Display for Rate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}%", self.percent)
    }
}
