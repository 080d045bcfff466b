use std::fmt;

/// A calendar month, written `2011-04`.
///
/// ```
/// use one_plan_model::quantity::{FinancialYear, Month};
/// let year = FinancialYear::read("2011/12").unwrap();
/// let december = Month::read("2010-12").unwrap();
/// let november = Month::read("2011-11").unwrap();
/// assert_eq!(year.first_month().months_in_force(Some(december), Some(november)), 8);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Month(i32);

/// A text that is not a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthError;

impl Month {
    /// What the months are called, in the order of the calendar.
    pub const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];

    /// What the months of a financial year are called, in their order.
    ///
    /// ```
    /// use one_plan_model::quantity::Month;
    /// let names: Vec<&str> = Month::names_of_financial_year().collect();
    /// assert_eq!((names[0], names[8], names[11], names.len()), ("April", "December", "March", 12));
    /// ```
    pub fn names_of_financial_year() -> impl Iterator<Item = &'static str> {
        Self::NAMES.into_iter().cycle().skip(3).take(12)
    }

    /// The first month of the first year of the health service.
    pub const FIRST: Self = Self::of(1948, 4);

    /// Reads `2011-04`.
    pub fn read(text: &str) -> Result<Self, MonthError> {
        let (year, month) = text.trim().split_once('-').ok_or(MonthError)?;
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if year.len() != 4 || month.len() != 2 || !digits(year) || !digits(month) {
            return Err(MonthError);
        }
        let year: u16 = year.parse().map_err(|_| MonthError)?;
        let month: u8 = month.parse().map_err(|_| MonthError)?;
        if (1..=12).contains(&month) { Ok(Self::of(i32::from(year), i32::from(month))) } else { Err(MonthError) }
    }

    pub(super) const fn of(year: i32, month: i32) -> Self {
        Self(year * 12 + month - 1)
    }

    /// The month as a number that counts on through the years.
    pub fn index(self) -> u32 {
        u32::try_from(self.0).unwrap_or_default()
    }

    /// The month of such a number.
    pub fn at(index: u32) -> Self {
        Self(i32::try_from(index).unwrap_or_default())
    }

    /// The calendar year, and the month in it from 1 to 12.
    pub(super) const fn parts(self) -> (i32, i32) {
        (self.0.div_euclid(12), self.0.rem_euclid(12) + 1)
    }

    /// So many months later; earlier for a negative number.
    #[must_use]
    pub const fn later(self, months: i32) -> Self {
        Self(self.0.saturating_add(months))
    }

    /// As people write it.
    ///
    /// ```
    /// use one_plan_model::quantity::Month;
    /// assert_eq!(Month::read("2011-04").unwrap().words(), "April 2011");
    /// ```
    pub fn words(self) -> String {
        let (year, month) = self.parts();
        let name = usize::try_from(month).ok().and_then(|month| Self::NAMES.get(month.checked_sub(1)?));
        name.map_or_else(|| self.to_string(), |name| format!("{name} {year}"))
    }

    /// How many months it lies after another; before it, the number is negative.
    pub const fn months_after(self, other: Self) -> i32 {
        self.0 - other.0
    }

    /// The last month of the financial year that this month begins.
    const fn year_end(self) -> Self {
        Self(self.0 + 11)
    }

    /// With this month as the first of a financial year: how many of its twelve months lie
    /// between a start and an end, both included; an open side does not limit.
    pub fn months_in_force(self, start: Option<Self>, end: Option<Self>) -> i64 {
        let first = start.map_or(self, |start| start.max(self));
        let last = end.map_or(self.year_end(), |end| end.min(self.year_end()));
        i64::from((last.0 - first.0 + 1).max(0))
    }
}

impl fmt::Display for Month {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = self.parts();
        write!(formatter, "{year:04}-{month:02}")
    }
}

impl fmt::Display for MonthError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("this is not a month")
    }
}

impl std::error::Error for MonthError {}
