use crate::pace::Pace;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;

/// A JSON text that is borrowed from the file where it has no escapes.
#[derive(Debug)]
pub(super) struct Text<'a>(pub(super) Cow<'a, str>);

/// The keys and values of a JSON object in the order of the file, doubles included. A value is a
/// slice of the file, so that its place is known.
#[derive(Debug)]
pub(super) struct Entries<'a>(pub(super) Vec<(Text<'a>, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextVisitor;
        impl<'de> Visitor<'de> for TextVisitor {
            type Value = Text<'de>;
            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("text")
            }
            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Borrowed(text)))
            }
            fn visit_str<E>(self, text: &str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Owned(text.to_owned())))
            }
        }
        deserializer.deserialize_str(TextVisitor)
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Entries<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct EntriesVisitor;
        impl<'de> Visitor<'de> for EntriesVisitor {
            type Value = Entries<'de>;
            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("an object in braces")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entries<'de>, A::Error> {
                let mut entries = Vec::with_capacity(16);
                while let Some(entry) = map.next_entry::<Text<'de>, &'de RawValue>()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(EntriesVisitor)
    }
}

/// So many bytes are gone through before it is asked whether to give way.
pub(super) const BYTES_AT_A_TIME: usize = 1 << 18;

/// Counts lines and characters (both from one) of places in a text that are asked for in order,
/// going through the text only once.
pub(super) struct RunningPlace<'a> {
    text: &'a str,
    offset: usize,
    line: usize,
    character: usize,
}

impl<'a> RunningPlace<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self { text, offset: 0, line: 1, character: 1 }
    }

    /// Goes to a place at or after the one that it went to last.
    pub(super) async fn go_to(&mut self, offset: usize, pace: &Pace<'_>) {
        let rest = self.text.as_bytes().get(self.offset..offset).unwrap_or_default();
        for part in rest.chunks(BYTES_AT_A_TIME) {
            for byte in part {
                if *byte == b'\n' {
                    self.line += 1;
                    self.character = 1;
                } else if !is_continued(*byte) {
                    self.character += 1;
                }
            }
            pace.checked_rows().await;
        }
        self.offset = offset.max(self.offset);
    }

    /// Its line and its character in it.
    pub(super) const fn line_and_character(&self) -> (usize, usize) {
        (self.line, self.character)
    }
}

/// Whether a byte goes on with the character of the one before it.
const fn is_continued(byte: u8) -> bool {
    byte & 0b1100_0000 == 0b1000_0000
}

/// Where a slice of a text lies in it.
pub(super) fn offset_of(text: &str, part: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize)
}
