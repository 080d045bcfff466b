//! The styles of the workbook, to which those of the marks are added: each is the style that the cell has, with a fill.

use super::pieces::{Edits, Pieces, attribute, tag};
use super::style_lists::StyleLists;
use crate::issues::Severity;
use crate::write::WriteProblem;
use std::collections::HashMap;

/// The styles of a workbook that has none.
pub const NO_STYLES: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><borders count=\"1\"><border><left/><right/>\
    <top/><bottom/><diagonal/></border></borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>\
    </cellStyleXfs></styleSheet>";

/// The colours of the marks: of errors and of warnings.
const COLOURS: [&str; 2] = ["FFF7B7AE", "FFFFE38A"];

/// More styles than that Excel does not open.
const MOST_FORMATS: usize = 64_000;

/// How cells of the list of problems look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Look {
    /// The title.
    Title,
    /// A heading.
    Heading,
    /// Words on several lines.
    Words,
    /// A link to a cell.
    Link,
    /// How much it matters: filled as the cell itself.
    Severity(Severity),
}

/// The styles of a workbook.
pub struct Styles {
    pub(super) lists: StyleLists,
    new_fonts: Vec<String>,
    new_formats: Vec<String>,
    marked: HashMap<(usize, Severity), usize>,
    readable: HashMap<usize, usize>,
    cleared: HashMap<usize, usize>,
    pub(super) looks: HashMap<Look, usize>,
}

impl Styles {
    /// The styles of a part of a workbook.
    pub fn of(text: String) -> Result<Self, WriteProblem> {
        Ok(Self {
            lists: StyleLists::of(text)?,
            new_fonts: Vec::new(),
            new_formats: Vec::new(),
            marked: HashMap::new(),
            readable: HashMap::new(),
            cleared: HashMap::new(),
            looks: HashMap::new(),
        })
    }

    /// The style with a mark, from the one that a cell has.
    pub fn marked(&mut self, base: usize, severity: Severity) -> Result<usize, WriteProblem> {
        let base = if base < self.lists.formats.items.len() { base } else { 0 };
        if let Some(known) = self.marked.get(&(base, severity)) {
            return Ok(*known);
        }
        let fill = self.fill(severity).to_string();
        let raw = match self.lists.formats.items.get(base).and_then(|range| self.lists.text.get(range.clone())) {
            Some(raw) => raw.to_owned(),
            None => self.lists.formats.needed.first().cloned().unwrap_or_default(),
        };
        let mut pieces = Pieces::of(&raw);
        let Some(first) = pieces.next()? else { return Ok(0) };
        let Some((element, is_empty)) = first.element() else { return Ok(0) };
        let number = |name| -> Result<usize, WriteProblem> {
            Ok(attribute(element, name)?.and_then(|number| number.trim().parse().ok()).unwrap_or_default())
        };
        let mut changes = vec![("fillId", Some(fill.as_str())), ("applyFill", Some("1"))];
        // On a fill of its own the letters may be white: on that of the mark nobody could read them.
        let font = if number("fillId")? > 1 {
            self.readable_font(number("fontId")?)?.map(|font| font.to_string())
        } else {
            None
        };
        if let Some(font) = &font {
            changes.extend([("fontId", Some(font.as_str())), ("applyFont", Some("1"))]);
        }
        let begin = tag(element, is_empty, &changes)?;
        let made = self.add_format(format!("{begin}{}", raw.get(first.range.end..).unwrap_or_default()))?;
        self.marked.insert((base, severity), made);
        Ok(made)
    }

    /// The style of a cell that an earlier copy has marked, without the mark. How it was filled before is not known.
    pub fn cleared(&mut self, base: usize) -> Result<usize, WriteProblem> {
        if let Some(known) = self.cleared.get(&base) {
            return Ok(*known);
        }
        let Some(raw) =
            self.lists.formats.items.get(base).and_then(|range| self.lists.text.get(range.clone())).map(str::to_owned)
        else {
            return Ok(base);
        };
        let Some(first) = Pieces::of(&raw).next()? else { return Ok(base) };
        let Some((element, is_empty)) = first.element() else { return Ok(base) };
        let fill = attribute(element, "fillId")?.and_then(|fill| fill.trim().parse::<usize>().ok()).unwrap_or_default();
        let fill =
            self.lists.fills.items.get(fill).and_then(|range| self.lists.text.get(range.clone())).unwrap_or_default();
        if !COLOURS.iter().any(|colour| fill.contains(colour)) {
            return Ok(base);
        }
        let begin = tag(element, is_empty, &[("fillId", Some("0"))])?;
        let made = self.add_format(format!("{begin}{}", raw.get(first.range.end..).unwrap_or_default()))?;
        self.cleared.insert(base, made);
        Ok(made)
    }

    /// The fill of a mark: they are added behind all others in this order.
    pub(super) fn fill(&self, severity: Severity) -> usize {
        let before = self.lists.fills.items.len() + self.lists.fills.needed.len();
        match severity {
            Severity::Error => before,
            Severity::Warning => before + 1,
            Severity::Information => 0,
        }
    }

    /// Adds a style behind all others, and gives its number.
    pub(super) fn add_format(&mut self, format: String) -> Result<usize, WriteProblem> {
        let position = self.lists.formats.items.len() + self.lists.formats.needed.len() + self.new_formats.len();
        if position > MOST_FORMATS {
            return Err(WriteProblem::new(
                "the workbook has as many styles as one can have: its cells cannot be marked",
            ));
        }
        self.new_formats.push(format);
        Ok(position)
    }

    /// Adds a font behind all others, and gives its number.
    pub(super) fn push_font(&mut self, font: String) -> usize {
        self.new_fonts.push(font);
        self.lists.fonts.items.len() + self.lists.fonts.needed.len() + self.new_fonts.len() - 1
    }

    /// The same font in black; nothing where it says no colour.
    fn readable_font(&mut self, font: usize) -> Result<Option<usize>, WriteProblem> {
        if let Some(known) = self.readable.get(&font) {
            return Ok(Some(*known));
        }
        let Some(raw) = self.lists.fonts.items.get(font).and_then(|range| self.lists.text.get(range.clone())) else {
            return Ok(None);
        };
        let (mut pieces, mut edits) = (Pieces::of(raw), Edits::default());
        let mut is_colour = false;
        while let Some(piece) = pieces.next()? {
            if piece.begins() == Some("color") && piece.depth == 1 {
                is_colour = true;
                let Some((element, is_empty)) = piece.element() else { continue };
                let end = if is_empty { "/>" } else { ">" };
                edits.replace(piece.range.clone(), format!("<{} rgb=\"FF000000\"{end}", element.name().into_inner()));
            }
        }
        if !is_colour {
            return Ok(None);
        }
        let made = edits.apply(raw);
        let made = self.push_font(made);
        self.readable.insert(font, made);
        Ok(Some(made))
    }

    /// The part with everything that was added.
    pub fn finish(self) -> String {
        let p = &self.lists.prefix;
        let fills: Vec<String> = COLOURS
            .map(|colour| {
                format!(
                    "<{p}fill><{p}patternFill patternType=\"solid\"><{p}fgColor rgb=\"{colour}\"/><{p}bgColor indexed=\"64\"/>\
                     </{p}patternFill></{p}fill>"
                )
            })
            .to_vec();
        let mut edits = Edits::default();
        for (list, name, more) in [
            (&self.lists.fonts, "fonts", &self.new_fonts),
            (&self.lists.fills, "fills", &fills),
            (&self.lists.formats, "cellXfs", &self.new_formats),
        ] {
            let items: String = list.needed.iter().chain(more).map(String::as_str).collect();
            match &list.begin {
                None => edits.insert(list.end, format!("<{p}{name}>{items}</{p}{name}>")),
                Some((range, begin)) if list.is_closed => {
                    edits.replace(range.clone(), format!("{begin}{items}</{p}{name}>"));
                }
                Some((range, begin)) => {
                    edits.replace(range.clone(), begin.clone());
                    edits.insert(list.end, items);
                }
            }
        }
        edits.apply(&self.lists.text)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_mark_is_the_style_of_the_cell_with_a_fill() {
        let text = "<x:styleSheet><x:fonts count='1'><x:font><x:color rgb='FFFFFFFF'/></x:font></x:fonts>\
            <x:fills count=\"3\"><x:fill/><x:fill/><x:fill/></x:fills><x:cellXfs count=\"2\"><x:xf numFmtId=\"0\"/>\
            <x:xf numFmtId=\"9\" fontId=\"0\" fillId=\"2\"><x:alignment wrapText=\"1\"/></x:xf></x:cellXfs><x:dxfs/></x:styleSheet>";
        let mut styles = Styles::of(text.to_owned()).unwrap();
        assert_eq!(styles.marked(1, Severity::Error).unwrap(), 2);
        assert_eq!(styles.marked(0, Severity::Warning).unwrap(), 3);
        assert_eq!(styles.marked(1, Severity::Error).unwrap(), 2);
        let made = styles.finish();
        assert!(
            made.contains(
                "<x:xf numFmtId=\"9\" fontId=\"1\" fillId=\"3\" applyFill=\"1\" applyFont=\"1\"><x:alignment wrapText=\"1\"/></x:xf>\
                 <x:xf numFmtId=\"0\" fillId=\"4\" applyFill=\"1\"/></x:cellXfs>"
            ),
            "{made}"
        );
        let mut again = Styles::of(made.clone()).unwrap();
        assert_eq!([again.cleared(3).unwrap(), again.cleared(0).unwrap(), again.cleared(99).unwrap()], [4, 0, 99]);
        assert!(again.finish().contains("<x:xf numFmtId=\"0\" fillId=\"0\" applyFill=\"1\"/></x:cellXfs>"));
        assert!(made.contains("<x:font><x:color rgb=\"FF000000\"/></x:font></x:fonts>"), "{made}");
    }

    #[test]
    fn lists_that_are_missing_are_made_in_their_order() {
        for text in [NO_STYLES, "<styleSheet><fonts/><borders/><colors/></styleSheet>"] {
            let mut styles = Styles::of(text.to_owned()).unwrap();
            assert_eq!(styles.marked(7, Severity::Error).unwrap(), 1);
            let made = styles.finish();
            let at = |name: &str| made.find(name).unwrap();
            assert!(at("<fonts>") < at("<fills>") && at("<fills>") < at("<cellXfs>"), "{made}");
            assert_eq!(made.matches("<fill>").count(), 4, "{made}");
            assert!(!made.contains("<colors/>") || at("<cellXfs>") < at("<colors/>"), "{made}");
            assert!(made.contains("fillId=\"2\""), "{made}");
        }
    }
}
