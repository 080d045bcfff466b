//! Numbers, years, months and codes of contract monitoring, as its cells write them.

use crate::cells::{Heading, key_of, month_of, number_in, text_of, year_of};
use crate::sheet::{Cell, NumberKind};
use one_plan_model::plan::{CellProblem, ColumnKind};
use one_plan_model::quantity::{Decimal, FinancialYear, Month};

/// A number has no more digits before its point: sums of a great many stay exact.
const LARGEST: Decimal = Decimal::from_parts(0xA4C6_8000, 0x0003_8D7E, 0, false, 0);

/// A number that a cell holds, or that it says that there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Number {
    /// A number.
    Given(Decimal),
    /// Nothing stands there.
    Empty,
    /// A dash, or "n/a".
    Dash,
}

impl Number {
    /// What is given.
    pub const fn given(self) -> Option<Decimal> {
        match self {
            Self::Given(number) => Some(number),
            Self::Empty | Self::Dash => None,
        }
    }
}

/// The number of a cell.
pub fn number_of(cell: &Cell) -> Result<Number, CellProblem> {
    let (digits, text) = match cell {
        Cell::Empty => return Ok(Number::Empty),
        Cell::Number(digits, style) if style.kind != NumberKind::Percent => (digits.parse().ok(), None),
        Cell::Text(text) => {
            let text = without_lost_sign(text.trim());
            if text.is_empty() {
                return Ok(Number::Empty);
            }
            (plain(text), Some(text))
        }
        _ => (None, None),
    };
    let digits = match digits {
        Some(digits) => digits,
        None => {
            let cell = text.map_or_else(|| cell.clone(), |text| Cell::Text(text.into()));
            match text_of(ColumnKind::Money, &cell, &Heading::default())? {
                (Some(text), _) => number_in(&text).ok_or_else(no_number)?,
                (None, _) => return Ok(Number::Dash),
            }
        }
    };
    if digits.abs() < LARGEST { Ok(Number::Given(digits)) } else { Err(no_number()) }
}

/// Digits with a point and a sign: most cells are these.
fn plain(text: &str) -> Option<Decimal> {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b'-');
    if is_plain && text.bytes().any(|byte| byte.is_ascii_digit()) { text.parse().ok() } else { None }
}

/// A sign of pounds that was written in one way and read in another leaves a letter before it, or a mark in its place.
fn without_lost_sign(text: &str) -> &str {
    text.strip_prefix('\u{fffd}')
        .or_else(|| text.strip_prefix('\u{c2}').filter(|rest| rest.starts_with('£')))
        .unwrap_or(text)
}

fn no_number() -> CellProblem {
    CellProblem {
        what: "this cannot be read as a number".to_owned(),
        expected: "a number such as 1,234.56, (1,234.56) for one below nothing, or an empty cell".to_owned(),
    }
}

/// The financial year of a cell.
pub fn year_in(cell: &Cell) -> Result<FinancialYear, CellProblem> {
    let text = text_in(cell);
    let year = year_of(&text).and_then(|year| FinancialYear::read(&year).ok());
    year.ok_or_else(|| CellProblem {
        what: match (text.is_empty(), cell) {
            (true, _) => "no financial year stands here".to_owned(),
            (_, Cell::Date(_)) => format!("the spreadsheet program has made a date of what was typed here: {text}"),
            _ if text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit()) => {
                "one calendar year does not say which financial year is meant: the one that begins in it, or the one that ends"
                    .to_owned()
            }
            _ => "this is no financial year".to_owned(),
        },
        expected: "a financial year such as 202526, 2025/26 or 2025-2026".to_owned(),
    })
}

/// The month of a cell in its year, counted from nought for April.
pub fn month_in(cell: &Cell, year: FinancialYear, is_of_calendar: bool) -> Result<u8, CellProblem> {
    let text = text_in(cell);
    let key = key_of(&text);
    let problem = |what: String, expected: &str| Err(CellProblem { what, expected: expected.to_owned() });
    const EXPECTED: &str = "the month of the financial year, from 1 for April to 12 for March, or its name";
    if text.is_empty() {
        return problem("no month stands here".to_owned(), EXPECTED);
    }
    if let Some(at) = named(&key) {
        return Ok(at);
    }
    let month =
        of_calendar(&text, is_of_calendar).or_else(|| month_of(&text).and_then(|month| Month::read(&month).ok()));
    if let Some(month) = month {
        let at = u8::try_from(month.months_after(year.first_month())).ok().filter(|at| *at < 12);
        let expected = format!("a month of {year}, or the year to which it belongs");
        return at.map_or_else(|| problem(format!("{} is no month of {year}", month.words()), &expected), Ok);
    }
    match number_of_month(&text) {
        Some(_) if is_of_calendar => problem(
            "under this heading a number from 1 to 12 could count from January or from April".to_owned(),
            "the year and the month, such as 202504, or the name of the month",
        ),
        Some(month) => Ok(month - 1),
        None => problem("this is no month of a financial year".to_owned(), EXPECTED),
    }
}

/// `April`, or `Apr`.
fn named(key: &str) -> Option<u8> {
    let is_called = |name: &str| key.len() >= 3 && name.to_lowercase().starts_with(key);
    let at = Month::names_of_financial_year().position(is_called)?;
    u8::try_from(at).ok()
}

/// `202504`, as the national repository writes April 2025.
fn of_calendar(text: &str, is_of_calendar: bool) -> Option<Month> {
    let is_six_digits = text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_digit());
    let (year, month) = text.split_at_checked(4).filter(|_| is_of_calendar && is_six_digits)?;
    Month::read(&format!("{year}-{month}")).ok()
}

/// `6`, `06`, `6.0`, `M6` or `Month 6`.
fn number_of_month(text: &str) -> Option<u8> {
    let lower = text.trim().to_ascii_lowercase();
    let bare = ["month", "mth", "m"].into_iter().find_map(|word| lower.strip_prefix(word)).unwrap_or(&lower);
    let (whole, fraction) = bare.trim().split_once('.').unwrap_or((bare.trim(), ""));
    let is_whole = fraction.bytes().all(|byte| byte == b'0') && whole.bytes().all(|byte| byte.is_ascii_digit());
    let month: Option<u8> = whole.parse().ok();
    month.filter(|month| is_whole && (1..=12).contains(month))
}

/// A code as it is written; nothing where the cell says that there is none.
pub fn code_in(cell: &Cell) -> Option<String> {
    let text = text_in(cell);
    let says_nothing = ["n/a", "#n/a", "tbc", "tbd", "null"].iter().any(|word| text.eq_ignore_ascii_case(word));
    (!says_nothing && text.contains(char::is_alphanumeric)).then_some(text)
}

/// What a cell holds, with a number as its digits: a code of digits has no commas.
pub fn text_in(cell: &Cell) -> String {
    match cell {
        Cell::Number(digits, _) => match digits.split_once('.') {
            Some((whole, fraction)) if fraction.bytes().all(|byte| byte == b'0') => whole.to_owned(),
            _ => digits.to_string(),
        },
        other => other.shown().trim().to_owned(),
    }
}
