use super::json_cursor::without_place;
use super::located::Text;
use crate::plan::CellInput;
use serde_json::value::RawValue;
use std::borrow::Cow;

/// A cell of the file.
#[derive(Debug)]
pub(super) enum RawCell<'a> {
    Text(Cow<'a, str>),
    ExactNumber(&'a str),
    InexactNumber(&'a str),
    Truth(bool),
}

impl<'a> RawCell<'a> {
    /// Understands a JSON value as a cell; nothing for `null` and for empty text.
    pub(super) fn read(value: &'a RawValue) -> Result<Option<Self>, String> {
        let raw = value.get();
        Ok(Some(match raw.as_bytes() {
            // A text without escapes stands in the file as it is.
            [b'"', text @ .., b'"'] if !text.contains(&b'\\') => {
                let text = raw.get(1..raw.len() - 1).unwrap_or_default();
                let blank = !text.as_bytes().first().is_some_and(u8::is_ascii_graphic) && text.trim().is_empty();
                if blank {
                    return Ok(None);
                }
                Self::Text(Cow::Borrowed(text))
            }
            [b'"', ..] => match serde_json::from_str::<Text<'a>>(raw) {
                Ok(Text(text)) if text.trim().is_empty() => return Ok(None),
                Ok(Text(text)) => Self::Text(text),
                Err(error) => return Err(format!("this text cannot be read: {}", without_place(&error))),
            },
            [b'n', ..] => return Ok(None),
            [b't', ..] => Self::Truth(true),
            [b'f', ..] => Self::Truth(false),
            [b'[' | b'{', ..] => return Err("a list or an object stands where a single value belongs".to_owned()),
            _ if is_exact(raw) => Self::ExactNumber(raw),
            _ => Self::InexactNumber(raw),
        }))
    }

    pub(super) fn input(&self) -> CellInput<'_> {
        match self {
            Self::Text(text) => CellInput::Text(text),
            Self::ExactNumber(number) => CellInput::ExactNumber(number),
            Self::InexactNumber(number) => CellInput::InexactNumber(number),
            Self::Truth(truth) => CellInput::Truth(*truth),
        }
    }
}

/// Whole numbers below 2^53 pass through every JSON writer without loss; others may not.
fn is_exact(number: &str) -> bool {
    const FIRST_THAT_MAY_BE_LOST: u64 = 1 << 53;
    number.strip_prefix('-').unwrap_or(number).parse::<u64>().is_ok_and(|number| number < FIRST_THAT_MAY_BE_LOST)
}
