use super::{Decimal, Fault, Value};
use std::fmt;

/// A number as it is printed: its value and how many decimal places stand there.
///
/// The grammar is `-12,345.60`: an optional sign, digits, with or without commas in groups of three, and at most six
/// decimal places. The sign is a minus or any dash, since before digits a dash can mean nothing else; accountants write
/// `(12,345.60)` for the same. Neither exponents nor underscores nor currency signs are numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digits(Decimal);

/// Why a text is not a number that can be used exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DigitsError {
    /// Nothing stands there.
    Empty,
    /// The text is not a number in the grammar of [`Digits`].
    NotANumber,
    /// More digits before the point than the model holds.
    TooLarge,
    /// More digits after the point than the model holds.
    TooFine,
}

impl Digits {
    /// Most digits before the decimal point.
    pub const LARGEST_WHOLE_DIGITS: usize = 15;
    /// Most digits after the decimal point.
    pub const LARGEST_PLACES: usize = 6;

    /// Reads a printed number.
    ///
    /// ```
    /// use one_plan_model::quantity::{Digits, DigitsError};
    /// let printed = Digits::read("1,701.10").unwrap();
    /// assert_eq!(printed.number().to_string(), "1701.10");
    /// assert_eq!(printed.places(), 2);
    /// assert_eq!(Digits::read("(6.3)").unwrap().number().to_string(), "-6.3");
    /// assert_eq!(Digits::read("5_0"), Err(DigitsError::NotANumber));
    /// assert_eq!(Digits::read("12,34"), Err(DigitsError::NotANumber));
    /// ```
    pub fn read(text: &str) -> Result<Self, DigitsError> {
        let Scanned { digits, places, .. } = scan(text)?;
        Decimal::try_from_i128_with_scale(digits, places).map(Self).map_err(|_| DigitsError::TooLarge)
    }

    /// A number that did not come from a text, with the decimal places it carries.
    pub const fn of(number: Decimal) -> Self {
        Self(number)
    }

    /// The value.
    pub const fn number(self) -> Decimal {
        self.0
    }

    /// How many decimal places are printed.
    pub const fn places(self) -> u32 {
        self.0.scale()
    }

    /// Half a unit of the last printed place: how far the unrounded number may lie away.
    ///
    /// ```
    /// use one_plan_model::quantity::Digits;
    /// assert_eq!(Digits::read("588.1").unwrap().half_unit().to_string(), "0.05");
    /// ```
    pub fn half_unit(self) -> Decimal {
        Decimal::new(5, self.places() + 1)
    }

    /// The value moved by a power of ten, exactly: `13.10` times `10^6` is 13,100,000.
    pub fn scaled(self, exponent: u32) -> Value {
        let places = self.places();
        let scaled = if places >= exponent {
            Decimal::try_from_i128_with_scale(self.0.mantissa(), places - exponent).ok()
        } else {
            super::power_of_ten(exponent - places)
                .and_then(|factor| self.0.mantissa().checked_mul(factor))
                .and_then(|units| Decimal::try_from_i128_with_scale(units, 0).ok())
        };
        scaled.ok_or(Fault::TooLarge)
    }
}

/// A number as it stands in a text: its digits as a whole number, how many of them stand behind the point, and
/// whether thousands are set apart by commas, and whether it is negative because it stands in brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Scanned {
    pub(crate) digits: i128,
    pub(crate) places: u32,
    pub(crate) commas: bool,
    pub(crate) brackets: bool,
}

impl Scanned {
    /// The number that these digits are in brackets; digits with a sign of their own cannot stand in them.
    pub(crate) fn put_in_brackets(self) -> Result<Self, DigitsError> {
        let has_sign = self.digits < 0 || self.brackets;
        if has_sign { Err(DigitsError::NotANumber) } else { Ok(Self { digits: -self.digits, brackets: true, ..self }) }
    }
}

/// Reads the digits of a number.
pub(crate) fn scan(text: &str) -> Result<Scanned, DigitsError> {
    scan_plain(text.as_bytes()).map_or_else(|| scan_any(text.trim()), Ok)
}

/// Numbers of plain digits that fit a machine word, as nearly all of a file do; nothing for any other.
fn scan_plain(text: &[u8]) -> Option<Scanned> {
    let (negative, digits) = match text {
        [b'-', rest @ ..] => (true, rest),
        _ => (false, text),
    };
    if digits.is_empty() || digits.len() > 18 {
        return None;
    }
    let mut number: i64 = 0;
    let mut point = None;
    for (at, byte) in digits.iter().enumerate() {
        match byte {
            b'0'..=b'9' => number = number * 10 + i64::from(byte - b'0'),
            b'.' if point.is_none() => point = Some(at),
            _ => return None,
        }
    }
    let (whole, places) = point.map_or((digits.len(), 0), |at| (at, digits.len() - at - 1));
    let no_places = point.is_some() && places == 0;
    if whole == 0 || whole > Digits::LARGEST_WHOLE_DIGITS || places > Digits::LARGEST_PLACES || no_places {
        return None;
    }
    let digits = i128::from(if negative { -number } else { number });
    Some(Scanned { digits, places: u32::try_from(places).ok()?, commas: false, brackets: false })
}

/// What stands for a minus: hyphens, the figure dash, dashes and the minus itself, as word processors put them.
const DASHES: [char; 9] =
    ['-', '\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2014}', '\u{2212}', '\u{FE63}', '\u{FF0D}'];

/// Whether a letter is one of those that stand for a minus.
pub fn is_dash(letter: char) -> bool {
    DASHES.contains(&letter)
}

fn scan_any(text: &str) -> Result<Scanned, DigitsError> {
    let bracketed = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let brackets = bracketed.is_some();
    let (negative, unsigned) = match (bracketed, text.strip_prefix(DASHES)) {
        (Some(rest), _) => (true, rest.trim()),
        (None, Some(rest)) => (true, rest),
        (None, None) => (false, text),
    };
    if unsigned.is_empty() {
        return Err(if text.is_empty() { DigitsError::Empty } else { DigitsError::NotANumber });
    }
    let (whole, places) = match unsigned.split_once('.') {
        Some((whole, places)) => (whole, Some(places)),
        None => (unsigned, None),
    };
    let grouped = whole.contains(',');
    for (position, group) in whole.split(',').enumerate() {
        let right_length = match (grouped, position) {
            (false, _) => !group.is_empty(),
            (true, 0) => (1..=3).contains(&group.len()),
            (true, _) => group.len() == 3,
        };
        if !right_length || !group.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(DigitsError::NotANumber);
        }
    }
    let places = places.unwrap_or_default();
    if unsigned.ends_with('.') || !places.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(DigitsError::NotANumber);
    }
    if whole.bytes().filter(u8::is_ascii_digit).count() > Digits::LARGEST_WHOLE_DIGITS {
        return Err(DigitsError::TooLarge);
    }
    if places.len() > Digits::LARGEST_PLACES {
        return Err(DigitsError::TooFine);
    }
    let mut mantissa: i128 = 0;
    for digit in whole.bytes().chain(places.bytes()).filter(u8::is_ascii_digit) {
        mantissa = mantissa * 10 + i128::from(digit - b'0');
    }
    if negative {
        mantissa = -mantissa;
    }
    let scale = u32::try_from(places.len()).map_err(|_| DigitsError::TooFine)?;
    Ok(Scanned { digits: mantissa, places: scale, commas: grouped, brackets })
}

impl fmt::Display for Digits {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl fmt::Display for DigitsError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Empty => "nothing stands here",
            Self::NotANumber => "this is not a number",
            Self::TooLarge => "this number has more than 15 digits before the decimal point",
            Self::TooFine => "this number has more than 6 decimal places",
        })
    }
}

impl std::error::Error for DigitsError {}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_is_not_a_number_is_refused() {
        for text in [
            "-", "1.", ".5", "1e3", "£5", "5_0", "1,23", "1,2345", ",123", "1 000", "٣", "NaN", "0x10", "1.2.3", "--1",
            "(-1)", "()", "(1", "1)", "-(1)", "–", "–-1",
        ] {
            assert_eq!(Digits::read(text), Err(DigitsError::NotANumber), "{text}");
        }
        assert_eq!(Digits::read("  "), Err(DigitsError::Empty));
    }

    #[test]
    fn a_dash_before_digits_and_brackets_around_them_are_a_minus() {
        for text in ["-6.3", "−6.3", "–6.3", "—6.3", "‑6.3", "(6.3)", "( 6.3 )", " (6.3) "] {
            assert_eq!(Digits::read(text).unwrap().number().to_string(), "-6.3", "{text}");
        }
        assert_eq!(Digits::read("(1,234.50)").unwrap().number().to_string(), "-1234.50");
    }

    #[test]
    fn a_hundred_thousand_digits_are_refused_without_harm() {
        assert_eq!(Digits::read(&"9".repeat(100_000)), Err(DigitsError::TooLarge));
        assert_eq!(Digits::read(&format!("0.{}", "1".repeat(100_000))), Err(DigitsError::TooFine));
    }

    #[test]
    fn scaling_is_exact_and_keeps_the_value() {
        assert_eq!(Digits::read("13.10").unwrap().scaled(6).unwrap().to_string(), "13100000");
        assert_eq!(Digits::read("0.000001").unwrap().scaled(3).unwrap().to_string(), "0.001");
        assert_eq!(Digits::read("-999999999999999").unwrap().scaled(6).unwrap().to_string(), "-999999999999999000000");
    }
}
