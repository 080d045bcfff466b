//! XML piece by piece: no piece longer than a limit, no definitions of entities, no endless nesting.

use std::borrow::Cow;
use std::io::{self, BufRead, BufReader, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::limits;
use super::progress::Work;
use super::refusal::Trouble;

/// A part of a workbook as XML.
pub(super) struct Xml<R: Read> {
    reader: Reader<Bounded<R>>,
    buffer: Vec<u8>,
    depth: usize,
}

impl<R: Read> Xml<R> {
    pub(super) fn new(part: R) -> Self {
        let mut reader = Reader::from_reader(Bounded { inner: BufReader::with_capacity(1 << 16, part), piece: 0 });
        reader.config_mut().expand_empty_elements = true;
        Self { reader, buffer: Vec::new(), depth: 0 }
    }

    /// How many bytes are behind.
    pub(super) fn position(&self) -> u64 {
        self.reader.buffer_position()
    }

    /// The next piece; the end of the file is one too, and an error inside an element.
    pub(super) fn next(&mut self) -> Result<Event<'_>, Trouble> {
        self.buffer.clear();
        self.reader.get_mut().piece = 0;
        let event = self.reader.read_event_into(&mut self.buffer)?;
        match &event {
            Event::Start(_) => {
                self.depth += 1;
                if self.depth > limits::DEEPEST_ELEMENT {
                    return Err(Trouble::damaged("elements lie within each other without end"));
                }
            }
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            Event::DocType(definitions) if definitions.contains("ENTITY") => {
                return Err(Trouble::refused(
                    "a workbook as spreadsheet programs write it",
                    "This one defines XML entities, which none of them does and files made to do harm do.",
                    "Open it in a spreadsheet program that you trust with it and save it again.",
                ));
            }
            Event::Eof if self.depth > 0 => return Err(Trouble::damaged("it ends too early")),
            _ => {}
        }
        Ok(event)
    }

    /// Passes over the rest of an element that has begun.
    pub(super) fn skip(&mut self, work: &mut Work<'_>) -> Result<(), Trouble> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            work.step(self.position())?;
            self.next()?;
        }
        Ok(())
    }
}

/// Adds what a piece has of text.
pub(super) fn append(event: &Event<'_>, into: &mut String) -> Result<(), Trouble> {
    match event {
        Event::Text(text) => into.push_str(&text.xml10_content()),
        Event::CData(text) => into.push_str(&text.xml10_content()),
        Event::GeneralRef(reference) => match quick_xml::escape::resolve_xml_entity(reference) {
            Some(text) => into.push_str(text),
            None => match reference.resolve_char_ref()? {
                Some(letter) => into.push(letter),
                None => return Err(Trouble::damaged("the XML in it has an entity that is not defined")),
            },
        },
        _ => {}
    }
    Ok(())
}

/// The name of an element without its prefix.
pub(super) fn name<'e>(element: &'e BytesStart<'_>) -> &'e str {
    element.local_name().into_inner()
}

/// An attribute of an element by its name without its prefix.
pub(super) fn attribute<'e>(element: &'e BytesStart<'_>, name: &str) -> Result<Option<Cow<'e, str>>, Trouble> {
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute?;
        if attribute.key.local_name().as_ref() == name {
            return Ok(Some(value(attribute)?));
        }
    }
    Ok(None)
}

/// The value of an attribute.
pub(super) fn value(attribute: quick_xml::events::attributes::Attribute<'_>) -> Result<Cow<'_, str>, Trouble> {
    match attribute.value {
        // Most have nothing to resolve.
        Cow::Borrowed(raw) if !raw.contains('&') => Ok(Cow::Borrowed(raw)),
        raw => Ok(Cow::Owned(quick_xml::escape::unescape(&raw).map_err(quick_xml::Error::from)?.into_owned())),
    }
}

/// Whether an attribute says yes.
pub(super) fn is_true(text: &str) -> bool {
    matches!(text.trim(), "1" | "true" | "on")
}

/// Stops where one piece of XML is longer than any should be.
struct Bounded<R: Read> {
    inner: BufReader<R>,
    piece: usize,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.inner.read(into)
    }
}

impl<R: Read> BufRead for Bounded<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.piece > limits::LONGEST_PIECE {
            return Err(Trouble::damaged("a single piece of it is longer than any cell").into());
        }
        self.inner.fill_buf()
    }

    fn consume(&mut self, count: usize) {
        self.piece += count;
        self.inner.consume(count);
    }
}
