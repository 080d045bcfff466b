//! Numbers of other countries: `1.234,50` is one thousand two hundred and thirty-four and a half there, and `1,234` is a
//! little more than one.

use super::own_unit::own_unit;
use crate::sheet::{Cell, Sheet};
use one_plan_model::plan::CellProblem;

/// What the numbers of a sheet that are written as text say of how its decimals are set apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalComma {
    /// Nothing makes it likely that a comma stands before decimals.
    No,
    /// Numbers are written with a comma before their decimals, or it cannot be told from any of them.
    Possible,
}

/// What one number shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// `1,234.5`, `1,234,567`, `0.5`: a comma for thousands, a point for decimals.
    British,
    /// `1.234,50`, `1.234.567`: the other way round.
    Continental,
    /// `12,5`: a comma before decimals, or a slip.
    CommaBeforeDecimals,
    /// `1,234`, `1.234`: either.
    Either,
    /// No number, or one without either sign.
    Plain,
}

impl DecimalComma {
    /// Looks through some columns of numbers of a sheet, from a row on.
    pub fn of(sheet: &Sheet, first_row: u32, columns: &[u32]) -> Self {
        let has_semicolons = sheet.separator == Some(b';');
        let (mut british, mut continental, mut unclear) = (false, false, false);
        for (row, _) in sheet.rows().filter(|(row, _)| *row >= first_row) {
            for column in columns {
                let Cell::Text(text) = sheet.cell(row, *column) else { continue };
                match shape(&digits_of(text)) {
                    Shape::British => british = true,
                    Shape::Continental => continental = true,
                    Shape::CommaBeforeDecimals => continental |= has_semicolons,
                    Shape::Either => unclear = true,
                    Shape::Plain => {}
                }
            }
        }
        // Where commas set decimals apart, semicolons set values apart.
        if continental || (unclear && has_semicolons && !british) { Self::Possible } else { Self::No }
    }

    /// Why a cell cannot be read as a number.
    pub fn problem(self, cell: &Cell) -> Option<CellProblem> {
        let Cell::Text(text) = cell else { return None };
        let what = match shape(&digits_of(text)) {
            _ if self == Self::No => return None,
            Shape::Either => {
                "this file seems to write decimals with a comma, and whether thousands or decimals are meant here cannot be \
                 told"
            }
            Shape::Continental | Shape::CommaBeforeDecimals => {
                "this number is written with a comma before its decimals"
            }
            Shape::British | Shape::Plain => return None,
        };
        Some(CellProblem {
            what: what.to_owned(),
            expected: "numbers such as 1,234.50; save the file again with the settings of the United Kingdom"
                .to_owned(),
        })
    }
}

/// A number without the unit that it says itself: `1,234m` is as unclear as `1,234`.
fn digits_of(text: &str) -> String {
    own_unit(&Cell::Text(text.into())).map_or_else(|| text.to_owned(), |(digits, _)| digits)
}

fn shape(text: &str) -> Shape {
    let is_around = |letter: char| letter.is_whitespace() || "£€$%()+-\u{2212}\u{2013}".contains(letter);
    let bare = text.trim_matches(is_around);
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !bare.split([',', '.']).all(digits) {
        return Shape::Plain;
    }
    let is_group = |part: &str| part.len() == 3;
    let (commas, points) = (bare.matches(',').count(), bare.matches('.').count());
    let (first, last) = (bare.split([',', '.']).next().unwrap_or_default(), bare.rsplit([',', '.']).next());
    let could_be_thousands = last.is_some_and(is_group) && first.len() <= 3 && !first.starts_with('0');
    match (commas, points) {
        (0, 0) => Shape::Plain,
        (1, 0) if could_be_thousands => Shape::Either,
        (1, 0) => Shape::CommaBeforeDecimals,
        (0, 1) if could_be_thousands => Shape::Either,
        (0, 1) | (2.., 0) => Shape::British,
        (0, 2..) => Shape::Continental,
        _ if bare.rfind(',') < bare.rfind('.') => Shape::British,
        _ => Shape::Continental,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_show_where_they_come_from() {
        for (text, expected) in [
            ("1,234.50", Shape::British),
            ("£1,234,567", Shape::British),
            ("(0.5)", Shape::British),
            ("0.500", Shape::British),
            ("1.234,50", Shape::Continental),
            ("1.234.567", Shape::Continental),
            ("12,5 %", Shape::CommaBeforeDecimals),
            ("0,500", Shape::CommaBeforeDecimals),
            ("1,234", Shape::Either),
            ("-1.234", Shape::Either),
            ("1234", Shape::Plain),
            ("TBC", Shape::Plain),
            ("1.2m", Shape::Plain),
        ] {
            assert_eq!(shape(text), expected, "{text}");
        }
    }
}
