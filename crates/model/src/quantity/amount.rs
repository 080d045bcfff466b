use super::{Decimal, Digits, Fault, Fixed, round_half_away, with_places};

/// The unit in which an amount of money is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MoneyUnit {
    /// Pounds.
    Pounds,
    /// Thousands of pounds.
    Thousands,
    /// Millions of pounds.
    Millions,
    /// Thousands of millions of pounds.
    Billions,
}

impl MoneyUnit {
    /// Every unit, smallest first.
    pub const ALL: [Self; 4] = [Self::Pounds, Self::Thousands, Self::Millions, Self::Billions];

    /// The unit as it is written in a plan file: `£`, `£000`, `£m`, `£bn`.
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Pounds => "£",
            Self::Thousands => "£000",
            Self::Millions => "£m",
            Self::Billions => "£bn",
        }
    }

    /// How many places the decimal point moves to reach pounds.
    pub const fn exponent(self) -> u32 {
        match self {
            Self::Pounds => 0,
            Self::Thousands => 3,
            Self::Millions => 6,
            Self::Billions => 9,
        }
    }

    /// Reads `£`, `£000`, `£m` or `£bn`, and the other ways in which people write the same: `£k`, `£'000`, `GBP`.
    ///
    /// ```
    /// use one_plan_model::quantity::MoneyUnit;
    /// assert_eq!(MoneyUnit::read("£m"), Some(MoneyUnit::Millions));
    /// assert_eq!(MoneyUnit::read("£k"), Some(MoneyUnit::Thousands));
    /// assert_eq!(MoneyUnit::read("euro"), None);
    /// ```
    pub fn read(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unit| unit.symbol() == text).or_else(|| {
            Some(match text.trim().to_ascii_lowercase().as_str() {
                "£" | "gbp" => Self::Pounds,
                "£k" | "£000" | "£000s" | "£'000" | "£'000s" | "£\u{2019}000" | "£\u{2019}000s" | "£thousand"
                | "£thousands" => Self::Thousands,
                "£m" | "£mn" | "£million" | "£millions" => Self::Millions,
                "£bn" | "£b" | "£billion" | "£billions" => Self::Billions,
                _ => return None,
            })
        })
    }

    /// An amount of pounds in this unit, rounded half away from zero to so many places.
    pub fn express(self, pounds: Decimal, places: u32) -> Decimal {
        let scale = pounds.scale() + self.exponent();
        // A decimal holds at most 28 places; an amount that small rounds to nothing either way.
        Decimal::try_from_i128_with_scale(pounds.mantissa(), scale)
            .map_or(Decimal::ZERO, |number| round_half_away(number, places))
    }
}

/// An amount of money as a plan prints it: its value in pounds, and the unit and the decimal
/// places in which it stands there.
///
/// ```
/// use one_plan_model::quantity::{Amount, Digits, MoneyUnit};
/// let amount = Amount::printed(Digits::read("13.10").unwrap(), MoneyUnit::Millions).unwrap();
/// assert_eq!(amount.pounds().to_string(), "13100000");
/// assert_eq!(amount.half_unit().to_string(), "5000");
/// assert_eq!(amount.to_string(), "£13.10m");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount {
    pounds: Fixed,
    unit: MoneyUnit,
    places: u8,
}

impl Amount {
    /// No money.
    pub const NOTHING: Self = Self { pounds: Fixed::ZERO, unit: MoneyUnit::Pounds, places: 0 };

    /// An amount from printed digits and their unit.
    pub fn printed(digits: Digits, unit: MoneyUnit) -> Result<Self, Fault> {
        let places = u8::try_from(digits.places()).map_err(|_| Fault::TooLarge)?;
        let pounds = Fixed::scaled(digits.number(), unit.exponent());
        if pounds.is_fault() { Err(Fault::TooLarge) } else { Ok(Self { pounds, unit, places }) }
    }

    /// An amount from its pounds, the unit and the decimal places with which it is printed.
    pub(crate) fn of_parts(pounds: Fixed, unit: MoneyUnit, places: u32) -> Self {
        Self { pounds, unit, places: u8::try_from(places).unwrap_or_default() }
    }

    /// The value in pounds, in the form in which the model calculates.
    #[inline(always)]
    pub const fn fixed(self) -> Fixed {
        self.pounds
    }

    /// The value in pounds.
    pub fn pounds(self) -> Decimal {
        // An amount is never a fault: its constructor refuses those.
        self.pounds.value().unwrap_or_default()
    }

    /// The unit in which it is printed.
    pub const fn unit(self) -> MoneyUnit {
        self.unit
    }

    /// The printed digits, without the unit.
    pub fn digits(self) -> Decimal {
        let places = u32::from(self.places);
        with_places(self.unit.express(self.pounds(), places), places)
    }

    /// Whether the amount may lie in a range, given that all three are printed rounded.
    ///
    /// ```
    /// use one_plan_model::quantity::{Amount, Digits, MoneyUnit};
    /// let thousands = |text| Amount::printed(Digits::read(text).unwrap(), MoneyUnit::Thousands).unwrap();
    /// let pounds = Amount::printed(Digits::read("473,148").unwrap(), MoneyUnit::Pounds).unwrap();
    /// assert!(thousands("473").may_lie_between(pounds, pounds));
    /// assert!(!thousands("474").may_lie_between(pounds, pounds));
    /// ```
    pub fn may_lie_between(self, low: Self, high: Self) -> bool {
        let half = |amount: Self| Fixed::from(amount.half_unit());
        let reach = |one: Self, other: Self| half(one).plus(half(other));
        !self.pounds.plus(reach(self, low)).is_below(low.pounds)
            && !high.pounds.plus(reach(self, high)).is_below(self.pounds)
    }

    /// Half a unit of the last printed place, in pounds.
    pub fn half_unit(self) -> Decimal {
        Digits::of(Decimal::new(5, u32::from(self.places) + 1)).scaled(self.unit.exponent()).unwrap_or_default()
    }
}
