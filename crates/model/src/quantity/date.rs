use super::{FinancialYear, Month};
use std::fmt;

/// A calendar date, written `2011-04-26`.
///
/// ```
/// use one_plan_model::quantity::Date;
/// let date = Date::read("2011-12-26").unwrap();
/// assert_eq!(Date::read("2012-03-01").unwrap().days_after(date), 66);
/// assert!(Date::read("2011-02-29").is_none());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date {
    month: Month,
    day: u8,
}

/// When something is due, as exactly as the plan says it: `2011-04-26`, `2011-04` or `2011/12`.
///
/// ```
/// use one_plan_model::quantity::{Date, DueDate};
/// let due = DueDate::read("2011-06").unwrap();
/// assert_eq!(Some(due.last_day()), Date::read("2011-06-30"));
/// assert_eq!(DueDate::read("2011/12").unwrap().last_day().to_string(), "2012-03-31");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DueDate {
    /// On a day.
    Day(Date),
    /// In a month.
    Month(Month),
    /// In a financial year.
    Year(FinancialYear),
}

impl Date {
    /// Reads `2011-04-26`.
    pub fn read(text: &str) -> Option<Self> {
        let (month, day) = text.trim().rsplit_once('-')?;
        let month = Month::read(month).ok()?;
        if day.len() != 2 || !day.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        Self::of(month, day.parse().ok()?)
    }

    /// The date of a day in a month, if the month has that day.
    pub fn of(month: Month, day: u8) -> Option<Self> {
        (day >= 1 && day <= month.days()).then_some(Self { month, day })
    }

    /// The date as a number: dates that follow one another have ascending numbers.
    pub(crate) fn code(self) -> u32 {
        self.month.index() * 32 + u32::from(self.day)
    }

    /// The date of such a number.
    pub(crate) fn of_code(code: u32) -> Option<Self> {
        Self::of(Month::at(code / 32), u8::try_from(code % 32).ok()?)
    }

    /// As people write it.
    ///
    /// ```
    /// use one_plan_model::quantity::Date;
    /// assert_eq!(Date::read("2011-04-06").unwrap().words(), "6 April 2011");
    /// ```
    pub fn words(self) -> String {
        format!("{} {}", self.day, self.month.words())
    }

    /// The month it lies in.
    pub const fn month(self) -> Month {
        self.month
    }

    /// The financial year it lies in.
    pub fn financial_year(self) -> Option<FinancialYear> {
        self.month.financial_year()
    }

    /// How many days it lies after another date; before it, the number is negative.
    pub fn days_after(self, other: Self) -> i64 {
        self.day_number() - other.day_number()
    }

    /// The same day so many months later, or the last day of a month that has no such day.
    #[must_use]
    pub fn months_later(self, months: i32) -> Self {
        let month = self.month.later(months);
        Self { month, day: self.day.min(month.days()) }
    }

    /// Days since the start of the year 1.
    fn day_number(self) -> i64 {
        let (year, month) = self.month.parts();
        let before = i64::from(year) - 1;
        let leap_days = before.div_euclid(4) - before.div_euclid(100) + before.div_euclid(400);
        let in_year: i64 = (1..month).map(|earlier| i64::from(Month::of(year, earlier).days())).sum();
        before * 365 + leap_days + in_year + i64::from(self.day)
    }
}

const MONTH_CODE: u32 = 1 << 30;
const YEAR_CODE: u32 = 1 << 29;

impl DueDate {
    /// Reads a day, a month, or a financial year.
    pub fn read(text: &str) -> Option<Self> {
        Date::read(text)
            .map(Self::Day)
            .or_else(|| Month::read(text).ok().map(Self::Month))
            .or_else(|| FinancialYear::read(text).ok().map(Self::Year))
    }

    /// As people write it: "26 April 2011", "April 2011" or "2011/12".
    pub fn words(self) -> String {
        match self {
            Self::Day(date) => date.words(),
            Self::Month(month) => month.words(),
            Self::Year(year) => year.to_string(),
        }
    }

    /// As a number: a day, a month or a year, set apart by the two highest bits.
    pub(crate) fn code(self) -> u32 {
        match self {
            Self::Day(date) => date.code(),
            Self::Month(month) => MONTH_CODE | month.index(),
            Self::Year(year) => YEAR_CODE | u32::from(year.start()),
        }
    }

    /// What is due by such a number.
    pub(crate) fn of_code(code: u32) -> Option<Self> {
        let rest = code & !(MONTH_CODE | YEAR_CODE);
        match code & (MONTH_CODE | YEAR_CODE) {
            0 => Date::of_code(rest).map(Self::Day),
            MONTH_CODE => Some(Self::Month(Month::at(rest))),
            YEAR_CODE => FinancialYear::starting(u16::try_from(rest).ok()?).map(Self::Year),
            _ => None,
        }
    }

    /// The last day on which it is in time.
    pub fn last_day(self) -> Date {
        match self {
            Self::Day(date) => date,
            Self::Month(month) => month.last_day(),
            Self::Year(year) => year.first_month().later(11).last_day(),
        }
    }

    /// The first day that it may mean.
    pub fn first_day(self) -> Date {
        match self {
            Self::Day(date) => date,
            Self::Month(month) => month.first_day(),
            Self::Year(year) => year.first_month().first_day(),
        }
    }
}

impl Month {
    /// How many days it has.
    pub fn days(self) -> u8 {
        let (year, month) = self.parts();
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        match month {
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => 31,
        }
    }

    /// Its first day.
    pub const fn first_day(self) -> Date {
        Date { month: self, day: 1 }
    }

    /// Its last day.
    pub fn last_day(self) -> Date {
        Date { month: self, day: self.days() }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}-{:02}", self.month, self.day)
    }
}

impl fmt::Display for DueDate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(date) => date.fmt(formatter),
            Self::Month(month) => month.fmt(formatter),
            Self::Year(year) => year.fmt(formatter),
        }
    }
}
