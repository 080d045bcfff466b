//! The texts of a workbook, each of which it keeps once.

use quick_xml::events::Event;

use crate::read::archive::Archive;
use crate::read::limits;
use crate::read::progress::Work;
use crate::read::refusal::Trouble;
use crate::read::xml::{self, Xml};

pub(super) fn read(archive: &mut Archive<'_>, part: &str, work: &mut Work<'_>) -> Result<Vec<Box<str>>, Trouble> {
    let mut xml = Xml::new(archive.needed(part)?);
    let mut strings = Vec::new();
    let mut text = String::new();
    let mut kept = StringParts::default();
    loop {
        work.step(0)?;
        let event = xml.next()?;
        match &event {
            Event::Start(element) if xml::name(element) == "si" => text.clear(),
            Event::End(element) if element.local_name().as_ref() == "si" => {
                work.take_text(text.len())?;
                if strings.len() as u64 >= limits::MOST_CELLS {
                    return Err(Trouble::damaged("it has more texts than cells"));
                }
                strings.push(unescaped(&text).into());
            }
            Event::Eof => return Ok(strings),
            _ => kept.take(&event, &mut text)?,
        }
    }
}

/// Collects the text of a cell, which may be in several runs, and leaves out how it is spoken.
#[derive(Default)]
pub(super) struct StringParts {
    is_text: bool,
    is_spoken: bool,
}

impl StringParts {
    pub(super) fn take(&mut self, event: &Event<'_>, into: &mut String) -> Result<(), Trouble> {
        match event {
            Event::Start(element) => match xml::name(element) {
                "t" => self.is_text = !self.is_spoken,
                "rPh" => self.is_spoken = true,
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "t" => self.is_text = false,
                "rPh" => self.is_spoken = false,
                _ => {}
            },
            piece if self.is_text => {
                xml::append(piece, into)?;
                if into.len() > limits::LONGEST_PIECE {
                    return Err(Trouble::damaged("a text in it is longer than any cell"));
                }
            }
            _ => {}
        }
        Ok(())
    }
}

/// Letters that XML cannot have are written as `_x000D_`.
pub(super) fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, escape) = rest.split_at_checked(at).unwrap_or((rest, ""));
        plain.push_str(before);
        let digits = escape.get(2..6).filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
        let letter = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()).and_then(char::from_u32);
        match letter.filter(|_| escape.get(6..7) == Some("_")) {
            Some(letter) => {
                plain.push(letter);
                rest = escape.get(7..).unwrap_or_default();
            }
            None => {
                plain.push_str("_x");
                rest = escape.get(2..).unwrap_or_default();
            }
        }
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::unescaped;

    #[test]
    fn letters_that_xml_cannot_have_come_back() {
        assert_eq!(unescaped("a_x000D_b"), "a\rb");
        assert_eq!(unescaped("_x005F_x000D_"), "_x000D_");
        assert_eq!(unescaped("scheme_x1"), "scheme_x1");
        assert_eq!(unescaped("_xZZZZ_ _x00"), "_xZZZZ_ _x00");
        assert_eq!(unescaped("_x£££"), "_x£££");
    }
}
