//! The outer part of a plan file, value by value: its entries, and the elements of their lists. Between two values reading
//! can give way; what stands within a value is read by the JSON library in one go.
//!
//! Where a file stops to be JSON the words are those of the library, so that it does not matter which of the two found it.

use super::located::{Text, offset_of};
use serde::de::{Deserialize, DeserializeSeed, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;

/// A place between two values of a JSON text.
#[derive(Debug)]
pub(super) struct Cursor<'t> {
    text: &'t str,
    at: usize,
}

/// Where a text stops to be JSON: how many of its bytes were looked at, and what is wrong there.
#[derive(Debug)]
pub(super) struct Broken {
    pub(super) looked_at: usize,
    pub(super) what: String,
}

impl<'t> Cursor<'t> {
    /// Goes into the object that the text is.
    pub(super) fn open(text: &'t str) -> Result<Self, Broken> {
        let mut cursor = Self { text, at: 0 };
        if cursor.peek() != Some(b'{') {
            return Err(cursor.no_object());
        }
        cursor.at += 1;
        Ok(cursor)
    }

    /// How many bytes are done.
    pub(super) const fn at(&self) -> usize {
        self.at
    }

    /// The name of the next entry; nothing at the end of the object, which must be the end of the text.
    pub(super) fn next_name(&mut self, is_first: bool) -> Result<Option<Text<'t>>, Broken> {
        let mut next = self.peek();
        match next {
            Some(b'}') => {
                self.at += 1;
                return if self.peek().is_none() { Ok(None) } else { Err(self.broken_here("trailing characters")) };
            }
            Some(b',') if !is_first => {
                self.at += 1;
                next = self.peek();
            }
            Some(_) if !is_first => return Err(self.broken_here("expected `,` or `}`")),
            None => return Err(self.broken_here("EOF while parsing an object")),
            Some(_) => {}
        }
        match next {
            Some(b'"') => {}
            Some(b'}') => return Err(self.broken_here("trailing comma")),
            Some(_) => return Err(self.broken_here("key must be a string")),
            None => return Err(self.broken_here("EOF while parsing a value")),
        }
        // Read once to know what it says, and passed over once to know where it ends.
        let name = Text::deserialize(&mut serde_json::Deserializer::from_str(self.rest()));
        let name = name.map_err(|error| self.broken(self.at, &error))?;
        self.value()?;
        match self.peek() {
            Some(b':') => self.at += 1,
            Some(_) => return Err(self.broken_here("expected `:`")),
            None => return Err(self.broken_here("EOF while parsing an object")),
        }
        Ok(Some(name))
    }

    /// Goes into the list that stands here; whether there is one.
    pub(super) fn open_list(&mut self) -> bool {
        let is_list = self.peek() == Some(b'[');
        self.at += usize::from(is_list);
        is_list
    }

    /// Goes to the next element of a list; whether there is one.
    pub(super) fn next_element(&mut self, is_first: bool) -> Result<bool, Broken> {
        let mut next = self.peek();
        match next {
            Some(b']') => {
                self.at += 1;
                return Ok(false);
            }
            Some(b',') if !is_first => {
                self.at += 1;
                next = self.peek();
            }
            Some(_) if !is_first => return Err(self.broken_here("expected `,` or `]`")),
            None => return Err(self.broken_here("EOF while parsing a list")),
            Some(_) => {}
        }
        match next {
            Some(b']') => Err(self.broken_here("trailing comma")),
            Some(_) => Ok(true),
            None => Err(self.broken_here("EOF while parsing a value")),
        }
    }

    /// The byte at which the value that stands here begins.
    pub(super) fn start_of_value(&mut self) -> usize {
        self.peek();
        self.at
    }

    /// The value that stands here, whatever it is.
    pub(super) fn value(&mut self) -> Result<&'t RawValue, Broken> {
        self.peek();
        let mut deserializer = serde_json::Deserializer::from_str(self.rest());
        match <&RawValue>::deserialize(&mut deserializer) {
            Ok(value) => {
                self.at = offset_of(self.text, value.get()) + value.get().len();
                Ok(value)
            }
            Err(error) => Err(self.broken(self.at, &error)),
        }
    }

    /// The entries of the object that stands here, each name with its value; nothing where it is no object.
    pub(super) fn object<N: DeserializeSeed<'t>>(
        &mut self,
        name: impl Fn() -> N,
        entry: impl FnMut(N::Value, &'t RawValue),
    ) -> Result<bool, Broken> {
        if self.peek() != Some(b'{') {
            return Ok(false);
        }
        let mut last = None;
        let mut deserializer = serde_json::Deserializer::from_str(self.rest());
        let read = deserializer.deserialize_map(Entries { name, entry, last: &mut last });
        if let Err(error) = read {
            return Err(self.broken(self.at, &error));
        }
        // Behind the last value, or the opening brace, the closing one follows.
        self.at = last.map_or(self.at + 1, |last| offset_of(self.text, last) + last.len());
        self.peek();
        self.at += 1;
        Ok(true)
    }

    /// The byte that follows, after blanks.
    fn peek(&mut self) -> Option<u8> {
        let rest = self.rest().as_bytes();
        let blanks = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\n' | b'\t' | b'\r')).count();
        self.at += blanks;
        rest.get(blanks).copied()
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn no_object(&self) -> Broken {
        struct Object;
        impl Visitor<'_> for Object {
            type Value = ();
            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("an object in braces")
            }
        }
        match serde_json::Deserializer::from_str(self.rest()).deserialize_map(Object) {
            Err(error) => self.broken(self.at, &error),
            Ok(()) => self.broken_here("expected an object in braces"),
        }
    }

    fn broken_here(&self, what: &str) -> Broken {
        // The byte that is wrong was looked at, where there is one.
        Broken { looked_at: (self.at + 1).min(self.text.len()), what: what.to_owned() }
    }

    /// What the library found in the part of the text that begins at a place.
    fn broken(&self, start: usize, error: &serde_json::Error) -> Broken {
        let part = self.text.as_bytes().get(start..).unwrap_or_default();
        let ends = part.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
        let line = error.line().checked_sub(2).and_then(|before| ends.map(|(at, _)| at + 1).nth(before));
        Broken { looked_at: start + line.unwrap_or_default() + error.column(), what: without_place(error) }
    }
}

struct Entries<'r, 't, F, E> {
    name: F,
    entry: E,
    last: &'r mut Option<&'t str>,
}

impl<'t, N, F, E> Visitor<'t> for Entries<'_, 't, F, E>
where
    N: DeserializeSeed<'t>,
    F: Fn() -> N,
    E: FnMut(N::Value, &'t RawValue),
{
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a row in braces")
    }

    fn visit_map<A: MapAccess<'t>>(mut self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = map.next_key_seed((self.name)())? {
            let value = map.next_value::<&'t RawValue>()?;
            *self.last = Some(value.get());
            (self.entry)(name, value);
        }
        Ok(())
    }
}

/// The message of the JSON library without the place, which is reported apart.
pub(super) fn without_place(error: &serde_json::Error) -> String {
    let message = error.to_string();
    message.rfind(" at line ").and_then(|end| message.get(..end)).unwrap_or(&message).to_owned()
}
