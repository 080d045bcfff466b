//! Codes of organisations and points of delivery, each with a number: rows keep numbers.

use std::collections::HashMap;

/// Codes in the order in which they were met; those that differ only in capital letters are one.
#[derive(Clone, Debug, Default)]
pub struct Codes {
    written: Vec<Box<str>>,
    by_key: HashMap<Box<str>, u32>,
}

impl Codes {
    /// The number of a code.
    pub fn note(&mut self, code: &str) -> u32 {
        if let Some(known) = self.by_key.get(code) {
            return *known;
        }
        let upper = code.to_uppercase();
        let next = u32::try_from(self.written.len()).unwrap_or(u32::MAX);
        let number = *self.by_key.entry(upper.into()).or_insert(next);
        if number == next {
            self.written.push(code.into());
        }
        self.by_key.insert(code.into(), number);
        number
    }

    /// A code as it was first written.
    pub fn written(&self, number: u32) -> &str {
        self.written.get(number as usize).map_or("", |code| code)
    }

    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.written.iter().map(|code| &**code)
    }
}
