//! From what a file has in a cell to a [`Cell`]: the same for all formats of files.

use super::date::{self, Epoch};
use super::decimal;
use super::format::Format;
use crate::sheet::{Cell, shifted};

/// A text; an error of a sheet where it is one, or a number that did not fit its column when it was copied (`####`).
pub(super) fn of_text(text: &str) -> Cell {
    if text.is_empty() {
        Cell::Empty
    } else if is_error(text) {
        Cell::Error(text.trim().into())
    } else {
        Cell::Text(text.into())
    }
}

/// A number, as a file has it, with the format of its cell.
pub(super) fn of_number(written: &str, format: &Format, epoch: Epoch) -> Cell {
    decimal::typed(written).map_or_else(|| of_text(written), |digits| of_digits(digits, format, epoch))
}

/// A binary number with the format of its cell.
pub(super) fn of_binary(value: f64, format: &Format, epoch: Epoch) -> Cell {
    match decimal::typed_binary(value) {
        Some(digits) => of_digits(digits, format, epoch),
        None => Cell::Error("#NUM!".into()),
    }
}

/// A number in the form of 4 bytes that the binary formats have: a whole number, or the upper half of a binary number,
/// and either of them perhaps in hundredths.
pub(super) fn of_short(short: u32, format: &Format, epoch: Epoch) -> Cell {
    let digits = if short & 2 == 2 {
        Some((short.cast_signed() >> 2).to_string())
    } else {
        decimal::typed_binary(f64::from_bits(u64::from(short & !3) << 32))
    };
    let digits =
        digits.and_then(|digits| if short & 1 == 1 { decimal::typed(&shifted(&digits, -2)) } else { Some(digits) });
    digits.map_or_else(|| Cell::Error("#NUM!".into()), |digits| of_digits(digits, format, epoch))
}

/// A number by its digits.
pub(super) fn of_digits(digits: String, format: &Format, epoch: Epoch) -> Cell {
    match format {
        Format::Number { style, places: None } => Cell::Number(digits.into(), *style),
        Format::Number { style, places } => Cell::Number(style.digits_as_shown(&digits, *places).into(), *style),
        Format::Date => match date::of_day(&digits, epoch) {
            Some(date) => Cell::Date(date.into()),
            None => of_digits(digits, &Format::default(), epoch),
        },
        Format::Time => of_digits(digits, &Format::default(), epoch),
    }
}

/// A date and time as text of ISO 8601.
pub(super) fn of_iso_date(text: &str) -> Cell {
    date::of_iso(text).map_or_else(|| of_text(text), |date| Cell::Date(date.into()))
}

/// An error by its number in the binary formats.
pub(super) fn of_error_code(code: u8) -> Cell {
    Cell::Error(
        match code {
            0x00 => "#NULL!",
            0x07 => "#DIV/0!",
            0x0F => "#VALUE!",
            0x17 => "#REF!",
            0x1D => "#NAME?",
            0x24 => "#NUM!",
            0x2A => "#N/A",
            0x2B => "#GETTING_DATA",
            _ => "#ERROR",
        }
        .into(),
    )
}

/// How many bytes of text a cell takes.
pub(super) fn text_length(cell: &Cell) -> usize {
    match cell {
        Cell::Empty | Cell::Flag(_) => 0,
        Cell::Text(text)
        | Cell::Number(text, _)
        | Cell::Date(text)
        | Cell::Error(text)
        | Cell::UncalculatedFormula(text) => text.len(),
    }
}

/// Whether a text is an error of Excel or LibreOffice, or `###`.
fn is_error(text: &str) -> bool {
    let text = text.trim();
    let errors = [
        "#NULL!",
        "#DIV/0!",
        "#VALUE!",
        "#REF!",
        "#NAME?",
        "#NUM!",
        "#N/A",
        "#GETTING_DATA",
        "#SPILL!",
        "#CALC!",
        "#FIELD!",
        "#BLOCKED!",
        "#CONNECT!",
        "#UNKNOWN!",
    ];
    match text.as_bytes() {
        [b'#', b'#', rest @ ..] => rest.iter().all(|letter| *letter == b'#'),
        [b'#', ..] => errors.iter().any(|error| text.eq_ignore_ascii_case(error)),
        [b'E', b'r', b'r', b':', number @ ..] => number.len() == 3 && number.iter().all(u8::is_ascii_digit),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::NumberStyle;

    #[test]
    fn errors_are_told_from_texts() {
        for error in ["#REF!", "#DIV/0!", "#n/a", "##", "########", " #NAME? ", "Err:502"] {
            assert_eq!(of_text(error), Cell::Error(error.trim().into()), "{error}");
        }
        for text in ["#", "# of spells", "#1", "##1", "Error", "Err:", "£", "%"] {
            assert_eq!(of_text(text), Cell::Text(text.into()), "{text}");
        }
        assert_eq!(of_text(""), Cell::Empty);
    }

    #[test]
    fn a_number_that_is_no_date_stays_a_number() {
        let plain = |digits: &str| Cell::Number(digits.into(), NumberStyle::PLAIN);
        assert_eq!(of_number("46113", &Format::Date, Epoch::Of1900), Cell::Date("2026-04-01".into()));
        assert_eq!(of_number("-5", &Format::Date, Epoch::Of1900), plain("-5"));
        assert_eq!(of_number("0.5", &Format::Time, Epoch::Of1900), plain("0.5"));
        assert_eq!(of_number("1.50", &Format::default(), Epoch::Of1900), plain("1.5"));
    }
}
