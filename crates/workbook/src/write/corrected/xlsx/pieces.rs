//! XML of which some places are changed, and everything else stays as it is written.

use crate::write::WriteProblem;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::ops::Range;

/// A piece of XML, and where it stands.
pub struct Piece<'t> {
    /// What it is.
    pub event: Event<'t>,
    /// Its letters in the text.
    pub range: Range<usize>,
    /// Within how many elements it stands.
    pub depth: usize,
}

/// XML piece by piece.
pub struct Pieces<'t> {
    reader: Reader<&'t [u8]>,
    depth: usize,
}

impl<'t> Pieces<'t> {
    /// The pieces of a text.
    pub fn of(text: &'t str) -> Self {
        Self { reader: Reader::from_str(text), depth: 0 }
    }

    /// The next piece; nothing at the end.
    pub fn next(&mut self) -> Result<Option<Piece<'t>>, WriteProblem> {
        let begin = self.position();
        let event = self.reader.read_event()?;
        let range = begin..self.position();
        let depth = match &event {
            Event::Eof if self.depth > 0 => {
                return Err(WriteProblem::new(
                    "a part of the workbook ends too early; open it in a spreadsheet program, save it and choose it again",
                ));
            }
            Event::Eof => return Ok(None),
            Event::Start(_) => {
                self.depth += 1;
                self.depth - 1
            }
            Event::End(_) => {
                self.depth = self.depth.saturating_sub(1);
                self.depth
            }
            _ => self.depth,
        };
        Ok(Some(Piece { event, range, depth }))
    }

    fn position(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX)
    }
}

impl<'t> Piece<'t> {
    /// The element that begins here, and whether it also ends here.
    pub fn element(&self) -> Option<(&BytesStart<'t>, bool)> {
        match &self.event {
            Event::Start(element) => Some((element, false)),
            Event::Empty(element) => Some((element, true)),
            _ => None,
        }
    }

    /// The name, without its prefix, of the element that begins here.
    pub fn begins(&self) -> Option<&str> {
        self.element().map(|(element, _)| element.local_name().into_inner())
    }

    /// The name, without its prefix, of the element that ends here.
    pub fn ends(&self) -> Option<&str> {
        match &self.event {
            Event::End(element) => Some(element.local_name().into_inner()),
            _ => None,
        }
    }
}

/// Changes of a text, in the order of their places.
#[derive(Default)]
pub struct Edits(Vec<(Range<usize>, String)>);

impl Edits {
    /// Puts other letters in place of some.
    pub fn replace(&mut self, range: Range<usize>, with: String) {
        self.0.push((range, with));
    }

    /// Puts letters between others.
    pub fn insert(&mut self, at: usize, text: String) {
        self.0.push((at..at, text));
    }

    /// Whether nothing is changed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The changed text.
    pub fn apply(mut self, text: &str) -> String {
        self.0.sort_by_key(|(range, _)| range.start);
        let mut changed = String::with_capacity(text.len() + self.0.iter().map(|(_, with)| with.len()).sum::<usize>());
        let mut done = 0;
        for (range, with) in self.0 {
            changed.push_str(text.get(done..range.start).unwrap_or_default());
            changed.push_str(&with);
            done = range.end.max(done);
        }
        changed.push_str(text.get(done..).unwrap_or_default());
        changed
    }
}

/// The prefix of the name of an element, with its colon; mostly nothing.
pub fn prefix(element: &BytesStart<'_>) -> String {
    let name = element.name().into_inner();
    name.find(':').and_then(|at| name.get(..=at)).unwrap_or_default().to_owned()
}

/// An attribute by its name without its prefix, as it is meant.
pub fn attribute(element: &BytesStart<'_>, name: &str) -> Result<Option<String>, WriteProblem> {
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute.map_err(quick_xml::Error::from)?;
        if attribute.key.local_name().as_ref() == name {
            let value = quick_xml::escape::unescape(&attribute.value).map_err(quick_xml::Error::from)?;
            return Ok(Some(value.into_owned()));
        }
    }
    Ok(None)
}

/// The beginning of an element with other values of some attributes, or without them.
pub fn tag(element: &BytesStart<'_>, is_empty: bool, changes: &[(&str, Option<&str>)]) -> Result<String, WriteProblem> {
    let mut text = format!("<{}", element.name().into_inner());
    let mut push = |name: &str, value: &str| {
        let quote = if value.contains('"') { '\'' } else { '"' };
        text.push_str(&format!(" {name}={quote}{value}{quote}"));
    };
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute.map_err(quick_xml::Error::from)?;
        let name = attribute.key.into_inner();
        match changes.iter().find(|(changed, _)| *changed == name) {
            Some((_, Some(value))) => push(name, &escaped(value)),
            Some((_, None)) => {}
            None => push(name, &attribute.value),
        }
    }
    for (name, value) in changes {
        let is_there = element.attributes().with_checks(false).flatten().any(|found| found.key.as_ref() == *name);
        if let (false, Some(value)) = (is_there, value) {
            push(name, &escaped(value));
        }
    }
    text.push_str(if is_empty { "/>" } else { ">" });
    Ok(text)
}

/// Puts elements at the end of the root element; they are told the prefix of its name.
pub fn append_to_root(text: &str, elements: impl Fn(&str) -> String) -> Result<String, WriteProblem> {
    let mut pieces = Pieces::of(text);
    let mut edits = Edits::default();
    let mut of_root = String::new();
    while let Some(piece) = pieces.next()? {
        match (piece.element(), piece.depth) {
            (Some((root, is_empty)), 0) => {
                of_root = prefix(root);
                if is_empty {
                    let name = root.name().into_inner();
                    let whole = format!("{}{}</{name}>", tag(root, false, &[])?, elements(&of_root));
                    edits.replace(piece.range, whole);
                }
            }
            (None, 0) if piece.ends().is_some() => edits.insert(piece.range.start, elements(&of_root)),
            _ => {}
        }
    }
    if edits.is_empty() {
        return Err(WriteProblem::new("a part of the workbook is empty"));
    }
    Ok(edits.apply(text))
}

/// Text as XML has it. Letters that XML cannot have are left out; what a workbook would take for the code of a letter
/// (`_x000D_`) stays what it is.
pub fn escaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for (at, letter) in text.char_indices() {
        match letter {
            '&' => plain.push_str("&amp;"),
            '<' => plain.push_str("&lt;"),
            '>' => plain.push_str("&gt;"),
            '"' => plain.push_str("&quot;"),
            '\n' | '\t' => plain.push(letter),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            '_' if is_code(text.get(at..).unwrap_or_default()) => plain.push_str("_x005F_"),
            _ => plain.push(letter),
        }
    }
    plain
}

/// Whether a text begins with `_x`, four digits of a letter and `_`.
fn is_code(text: &str) -> bool {
    match text.as_bytes() {
        [b'_', b'x', digits @ ..] => {
            digits.get(..4).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
                && digits.get(4) == Some(&b'_')
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_else_stays_as_it_is_written() {
        let text = "<?xml version='1.0'?><a:r  x = '1'><!-- c --><b/>t</a:r>";
        let changed = append_to_root(text, |prefix| format!("<{prefix}n/>")).unwrap_or_default();
        assert_eq!(changed, "<?xml version='1.0'?><a:r  x = '1'><!-- c --><b/>t<a:n/></a:r>");
        let changed = append_to_root("<r x='\"'/>", |_| "<n/>".to_owned()).unwrap_or_default();
        assert_eq!(changed, "<r x='\"'><n/></r>");
        assert!(append_to_root("<r><b></r>", |_| String::new()).is_err());
        assert!(append_to_root("<r>", |_| String::new()).is_err());
        assert!(append_to_root("", |_| String::new()).is_err());
    }

    #[test]
    fn text_is_never_markup_nor_code() {
        assert_eq!(escaped("<&>\"\u{1}_x000D_ _x00"), "&lt;&amp;&gt;&quot;_x005F_x000D_ _x00");
    }
}
