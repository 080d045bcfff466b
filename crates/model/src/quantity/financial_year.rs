use super::Month;
use std::fmt;

/// A financial year of the English health service: 1 April to 31 March, written `2011/12`.
///
/// ```
/// use one_plan_model::quantity::FinancialYear;
/// let year = FinancialYear::read("2011/12").unwrap();
/// assert_eq!(year.next().to_string(), "2012/13");
/// assert_eq!(year.slug(), "2011-12");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FinancialYear(u16);

/// Why a text is not a financial year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FinancialYearError {
    /// The text has not the form `2011/12`.
    Form,
    /// The second part is not the year after the first: `2011/13`.
    NotConsecutive,
    /// The year lies outside 1948/49 to 2199/00.
    OutOfRange,
}

impl FinancialYear {
    /// The first year of the health service.
    pub const FIRST: Self = Self(1948);

    /// Which years there are, for people.
    pub const WITHIN: &'static str = "from 1948/49 to 2199/00";

    /// Reads `2011/12`, and `2011-12` and `2011/2012`, which can mean nothing else.
    pub fn read(text: &str) -> Result<Self, FinancialYearError> {
        let (first, second) = text.trim().split_once(['/', '-', '\u{2013}']).ok_or(FinancialYearError::Form)?;
        match second.as_bytes() {
            // The same century, or the turn of one.
            [_, _, b'0'..=b'9', b'0'..=b'9'] => {
                let start: u16 = first.parse().map_err(|_| FinancialYearError::Form)?;
                let end: u16 = second.parse().map_err(|_| FinancialYearError::Form)?;
                if start.checked_add(1) != Some(end) {
                    return Err(FinancialYearError::NotConsecutive);
                }
                Self::of_parts(first, second.get(2..).unwrap_or_default())
            }
            _ => Self::of_parts(first, second),
        }
    }

    /// The year of a first calendar year of four digits and a second of two.
    fn of_parts(first: &str, second: &str) -> Result<Self, FinancialYearError> {
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if first.len() != 4 || second.len() != 2 || !digits(first) || !digits(second) {
            return Err(FinancialYearError::Form);
        }
        let start: u16 = first.parse().map_err(|_| FinancialYearError::Form)?;
        let end: u16 = second.parse().map_err(|_| FinancialYearError::Form)?;
        if (start + 1) % 100 != end {
            return Err(FinancialYearError::NotConsecutive);
        }
        Self::starting(start).ok_or(FinancialYearError::OutOfRange)
    }

    /// Reads the form that identifiers use: `2011-12`.
    pub fn from_slug(slug: &str) -> Option<Self> {
        let (first, second) = slug.split_once('-')?;
        Self::of_parts(first, second).ok()
    }

    /// The year that starts on 1 April of this calendar year.
    pub const fn starting(year: u16) -> Option<Self> {
        if year >= 1948 && year < 2200 { Some(Self(year)) } else { None }
    }

    /// The calendar year in which it starts.
    pub const fn start(self) -> u16 {
        self.0
    }

    /// The year after.
    pub const fn next(self) -> Self {
        Self(self.0 + 1)
    }

    /// Years from this one to another; none when the other is earlier.
    pub fn through(self, last: Self) -> impl Iterator<Item = Self> + Clone {
        (self.0..=last.0).map(Self)
    }

    /// April, its first month.
    pub fn first_month(self) -> Month {
        Month::of(i32::from(self.0), 4)
    }

    /// The form that identifiers use: `2011-12`.
    pub fn slug(self) -> String {
        format!("{}-{:02}", self.0, (self.0 + 1) % 100)
    }
}

impl Month {
    /// The financial year it belongs to.
    pub fn financial_year(self) -> Option<FinancialYear> {
        let (year, month) = self.parts();
        FinancialYear::starting(u16::try_from(if month < 4 { year - 1 } else { year }).ok()?)
    }
}

impl fmt::Display for FinancialYear {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}/{:02}", self.0, (self.0 + 1) % 100)
    }
}

impl fmt::Display for FinancialYearError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Form => "this is not a financial year",
            Self::NotConsecutive => "the second part is not the year after the first",
            Self::OutOfRange => "the year lies outside 1948/49 to 2199/00",
        })
    }
}

impl std::error::Error for FinancialYearError {}
