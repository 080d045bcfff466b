//! The lists of styles of a workbook: where each stands in the part, and what is in it.

use super::pieces::{Pieces, prefix, tag};
use crate::write::WriteProblem;
use std::ops::Range;

/// The lists to which something is added.
#[derive(Default)]
pub struct StyleLists {
    /// The part of the workbook.
    pub text: String,
    /// What stands before the names of its elements.
    pub prefix: String,
    root_end: usize,
    /// The fonts.
    pub fonts: List,
    /// The fills.
    pub fills: List,
    /// What cells refer to: a font, a fill and more.
    pub formats: List,
}

/// A list of the styles.
#[derive(Default)]
pub struct List {
    /// The beginning of the list, changed so that it does not say how many there are.
    pub begin: Option<(Range<usize>, String)>,
    /// Where a further one would stand.
    pub end: usize,
    /// Whether the list begins and ends in one piece.
    pub is_closed: bool,
    /// What is in it.
    pub items: Vec<Range<usize>>,
    /// What it must have at its beginning and has not.
    pub needed: Vec<String>,
}

/// The order in which the lists of styles stand.
const ORDER: [&str; 10] =
    ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors"];
const FONTS: usize = 1;
const FILLS: usize = 2;
const FORMATS: usize = 5;

impl StyleLists {
    /// The lists of a part of a workbook.
    pub fn of(text: String) -> Result<Self, WriteProblem> {
        let mut lists = Self::default();
        lists.find(&text)?;
        lists.text = text;
        lists.complete();
        Ok(lists)
    }

    fn find(&mut self, text: &str) -> Result<(), WriteProblem> {
        let mut pieces = Pieces::of(text);
        let (mut within, mut item) = (None, 0);
        // Where a list belongs that is not there.
        let mut places: [Option<usize>; 3] = [None; 3];
        while let Some(piece) = pieces.next()? {
            if let (Some((element, is_empty)), 0) = (piece.element(), piece.depth) {
                self.prefix = prefix(element);
                if is_empty {
                    return Err(WriteProblem::new("the workbook has a part of styles with nothing in it"));
                }
            }
            if let (Some(name), 1) = (piece.begins(), piece.depth) {
                let place = ORDER.iter().position(|known| *known == name).unwrap_or(ORDER.len());
                for (list, own) in places.iter_mut().zip([FONTS, FILLS, FORMATS]) {
                    if place > own {
                        list.get_or_insert(piece.range.start);
                    }
                }
                within = Some(place);
                if let (Some(list), Some((element, is_empty))) = (self.list(place), piece.element()) {
                    list.begin = Some((piece.range.clone(), tag(element, false, &[("count", None)])?));
                    (list.end, list.is_closed) = (piece.range.end, is_empty);
                }
            }
            if piece.begins().is_some() && piece.depth == 2 {
                item = piece.range.start;
            }
            let ends_item = piece.depth == 2 && (piece.ends().is_some() || piece.element().is_some_and(|(_, is)| is));
            if ends_item && let Some(list) = within.and_then(|place| self.list(place)) {
                list.items.push(item..piece.range.end);
            }
            if piece.ends().is_some() && piece.depth == 1 {
                if let Some(list) = within.and_then(|place| self.list(place)) {
                    list.end = piece.range.start;
                }
                within = None;
            }
            if piece.ends().is_some() && piece.depth == 0 {
                self.root_end = piece.range.start;
            }
        }
        let root_end = self.root_end;
        for (list, place) in [&mut self.fonts, &mut self.fills, &mut self.formats].into_iter().zip(places) {
            if list.begin.is_none() {
                list.end = place.unwrap_or(root_end);
            }
        }
        Ok(())
    }

    fn list(&mut self, place: usize) -> Option<&mut List> {
        match place {
            FONTS => Some(&mut self.fonts),
            FILLS => Some(&mut self.fills),
            FORMATS => Some(&mut self.formats),
            _ => None,
        }
    }

    /// What every workbook has at the beginning of its lists, and programs take for granted.
    fn complete(&mut self) {
        let p = &self.prefix;
        let fonts = [format!("<{p}font><{p}sz val=\"11\"/><{p}name val=\"Calibri\"/></{p}font>")];
        let fills = ["none", "gray125"]
            .map(|pattern| format!("<{p}fill><{p}patternFill patternType=\"{pattern}\"/></{p}fill>"));
        let formats = [format!("<{p}xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>")];
        self.fonts.needed = fonts.into_iter().skip(self.fonts.items.len()).collect();
        self.fills.needed = fills.into_iter().skip(self.fills.items.len()).collect();
        self.formats.needed = formats.into_iter().skip(self.formats.items.len()).collect();
    }
}
