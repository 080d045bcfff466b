//! `FY26`: the year that ends in 2026 to most, and the one that begins in it to some. It is asked, with the two that it may be.

use crate::cells::words_above;
use crate::sheet::Sheet;
use crate::tracker::header::TrackerHeader;
use one_plan_model::quantity::FinancialYear;

/// A year of which only one half is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HalfToldYear {
    /// As it is written.
    pub written: String,
    /// The two years that may be meant.
    pub may_be: [FinancialYear; 2],
}

impl HalfToldYear {
    /// The first one above the headings of a tracker, in them, or in the name of its sheet.
    pub fn of(sheet: &Sheet, header: &TrackerHeader) -> Option<Self> {
        let over = header.columns.iter().map(|column| column.words.over.as_str()).collect();
        let above = words_above(sheet, header.row, &over);
        let headings = header.columns.iter().map(|column| column.words.line());
        above.into_iter().chain([sheet.name.clone()]).chain(headings).find_map(|words| Self::in_words(&words))
    }

    /// In some words: `FY26`, `FY 26` or `FY2026`.
    fn in_words(words: &str) -> Option<Self> {
        let parts: Vec<&str> =
            words.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
        parts.iter().enumerate().find_map(|(at, part)| {
            let start = part.get(..2).filter(|start| start.eq_ignore_ascii_case("fy"))?;
            let own = part.get(2..).unwrap_or_default();
            let next = parts.get(at + 1).copied().unwrap_or_default();
            let (digits, after) = if own.is_empty() { (next, parts.get(at + 2)) } else { (own, parts.get(at + 1)) };
            let is_whole = after.is_some_and(|after| year_of(after).is_some());
            let year = year_of(digits).filter(|_| !is_whole)?;
            let may_be = [FinancialYear::starting(year.checked_sub(1)?)?, FinancialYear::starting(year)?];
            let written = if own.is_empty() { format!("{start} {digits}") } else { (*part).to_owned() };
            Some(Self { written, may_be })
        })
    }
}

/// A year of two digits, in this century, or of four.
fn year_of(digits: &str) -> Option<u16> {
    let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
    let year = digits.parse::<u16>().ok().filter(|_| is_number)?;
    match digits.len() {
        2 => Some(2000 + year),
        4 => Some(year),
        _ => None,
    }
}
