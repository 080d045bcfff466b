//! The notes of a sheet: what they say. How they are shown stands elsewhere (`shapes`).

use super::pieces::{Edits, Piece, Pieces, attribute, escaped, prefix, tag};
use crate::sheet::{cell_reference, parsed_reference};
use crate::write::WriteProblem;
use crate::write::corrected::problems::NOTE_BEGINS;
use quick_xml::events::Event;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Who says what the notes say.
const AUTHOR: &str = "One Plan";

/// What a note of an earlier copy says when there is nothing more to say.
const MENDED: &str = "One Plan: nothing is left to be mended here.";

/// What is to be said of cells, by row and column.
pub type Notes = BTreeMap<(u32, u32), String>;

/// The notes of a sheet that has none, in a namespace.
pub fn new_notes(notes: &Notes, space: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<comments xmlns=\"{space}\"><authors><author>{AUTHOR}</author>\
         </authors><commentList>{}</commentList></comments>",
        notes.iter().map(|((row, column), words)| note(*row, *column, words, "", 0)).collect::<String>()
    )
}

fn note(row: u32, column: u32, words: &str, p: &str, author: usize) -> String {
    format!(
        "<{p}comment ref=\"{}\" authorId=\"{author}\"><{p}text>{}</{p}text></{p}comment>",
        cell_reference(row, column),
        run(words, p)
    )
}

fn run(words: &str, p: &str) -> String {
    format!("<{p}r><{p}t xml:space=\"preserve\">{}</{p}t></{p}r>", escaped(words))
}

/// The notes that a sheet has.
#[derive(Default)]
pub struct OldNotes {
    prefix: String,
    authors: List,
    author_count: usize,
    own_author: Option<usize>,
    list: List,
    comments: Vec<Comment>,
}

/// A list of elements: where one more would stand, or the piece that is all of it where nothing is in it.
#[derive(Default)]
struct List {
    end: usize,
    closed: Option<(Range<usize>, String)>,
    is_there: bool,
}

/// A note.
struct Comment {
    place: (u32, u32),
    author: Option<usize>,
    /// What is within its text.
    content: Range<usize>,
    /// Words without runs.
    plain: Vec<Range<usize>>,
    /// The runs that an earlier copy has added.
    ours: Vec<Range<usize>>,
}

impl OldNotes {
    /// The notes of a part.
    pub fn of(text: &str) -> Result<Self, WriteProblem> {
        let (mut pieces, mut found) = (Pieces::of(text), Self::default());
        let mut words = String::new();
        let mut begin = 0;
        while let Some(piece) = pieces.next()? {
            if let Event::Text(some) = &piece.event {
                words.push_str(&some.xml10_content());
            }
            if let (Some((root, _)), 0) = (piece.element(), piece.depth) {
                found.prefix = prefix(root);
            }
            let (begins, is_empty) = (piece.begins(), piece.element().is_some_and(|(_, is_empty)| is_empty));
            let ends = piece.ends().or(begins.filter(|_| is_empty));
            match (begins, piece.depth) {
                (Some("authors"), 1) => found.authors.begin(&piece)?,
                (Some("commentList"), 1) => found.list.begin(&piece)?,
                (Some("author"), 2) => words.clear(),
                (Some("comment"), 2) => found.begin_comment(&piece)?,
                (Some("text"), 3) => {
                    if let Some(comment) = found.comments.last_mut() {
                        comment.content = piece.range.end..piece.range.end;
                    }
                }
                (Some("t" | "r"), 4) => (begin, words) = (piece.range.start, String::new()),
                _ => {}
            }
            match (ends, piece.depth) {
                (Some("authors"), 1) => found.authors.end = piece.range.start,
                (Some("commentList"), 1) => found.list.end = piece.range.start,
                (Some("author"), 2) => {
                    if words.trim() == AUTHOR {
                        found.own_author = Some(found.author_count);
                    }
                    found.author_count += 1;
                }
                (Some(name @ ("t" | "r" | "text")), 3 | 4) => {
                    let Some(comment) = found.comments.last_mut() else { continue };
                    match name {
                        "t" if piece.depth == 4 => comment.plain.push(begin..piece.range.end),
                        "r" if words.trim_start().starts_with(NOTE_BEGINS) => comment.ours.push(begin..piece.range.end),
                        "text" if !is_empty => comment.content.end = piece.range.start,
                        _ => {}
                    }
                }
                _ => {}
            }
        }
        if !found.authors.is_there || !found.list.is_there {
            return Err(WriteProblem::new("the notes of a sheet have no authors or no list"));
        }
        Ok(found)
    }

    fn begin_comment(&mut self, piece: &Piece<'_>) -> Result<(), WriteProblem> {
        let Some((element, _)) = piece.element() else { return Ok(()) };
        let Some(place) = attribute(element, "ref")?.and_then(|place| parsed_reference(&place)) else { return Ok(()) };
        let author = attribute(element, "authorId")?.and_then(|author| author.trim().parse().ok());
        self.comments.push(Comment { place, author, content: 0..0, plain: Vec::new(), ours: Vec::new() });
        Ok(())
    }

    /// The cells that have notes.
    pub fn cells(&self) -> BTreeSet<(u32, u32)> {
        self.comments.iter().map(|comment| comment.place).collect()
    }

    /// The cells of which an earlier copy has said something.
    pub fn own_cells(&self) -> BTreeSet<(u32, u32)> {
        let own = self.comments.iter().filter(|comment| self.is_own(comment) || !comment.ours.is_empty());
        own.map(|comment| comment.place).collect()
    }

    fn is_own(&self, comment: &Comment) -> bool {
        self.own_author.is_some() && comment.author == self.own_author
    }

    /// The part with further notes. A cell has one note: what is said of one that has a note is added to it, and what an
    /// earlier copy has said is said no more.
    pub fn with(&self, text: &str, notes: &Notes) -> String {
        let p = self.prefix.as_str();
        let mut edits = Edits::default();
        let mut left: BTreeSet<(u32, u32)> = notes.keys().copied().collect();
        for comment in self.comments.iter().filter(|comment| comment.content.start > 0) {
            let words = notes.get(&comment.place).filter(|_| left.remove(&comment.place));
            if self.is_own(comment) {
                edits.replace(comment.content.clone(), run(words.map_or(MENDED, String::as_str), p));
                continue;
            }
            comment.ours.iter().for_each(|range| edits.replace(range.clone(), String::new()));
            if let Some(words) = words {
                // Words without runs become one, so that ours can follow.
                for range in &comment.plain {
                    edits.insert(range.start, format!("<{p}r>"));
                    edits.insert(range.end, format!("</{p}r>"));
                }
                edits.insert(comment.content.end, run(&format!("\n\n{words}"), p));
            }
        }
        let author = self.own_author.unwrap_or(self.author_count);
        if self.own_author.is_none() {
            self.authors.append(&mut edits, &format!("<{p}author>{AUTHOR}</{p}author>"), &format!("</{p}authors>"));
        }
        let more = left.iter().filter_map(|at| Some((at, notes.get(at)?)));
        let more: String = more.map(|((row, column), words)| note(*row, *column, words, p, author)).collect();
        self.list.append(&mut edits, &more, &format!("</{p}commentList>"));
        edits.apply(text)
    }
}

impl List {
    fn begin(&mut self, piece: &Piece<'_>) -> Result<(), WriteProblem> {
        self.is_there = true;
        if let Some((element, true)) = piece.element() {
            self.closed = Some((piece.range.clone(), tag(element, false, &[])?));
        }
        Ok(())
    }

    fn append(&self, edits: &mut Edits, elements: &str, end: &str) {
        match &self.closed {
            Some((range, begin)) => edits.replace(range.clone(), format!("{begin}{elements}{end}")),
            None => edits.insert(self.end, elements.to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn notes(cells: &[(u32, u32)]) -> Notes {
        cells.iter().map(|at| (*at, format!("{NOTE_BEGINS}n{}", at.1))).collect()
    }

    fn more(text: &str, notes: &Notes) -> String {
        OldNotes::of(text).unwrap().with(text, notes)
    }

    fn ours(words: &str) -> String {
        format!("<r><t xml:space=\"preserve\">{words}</t></r>")
    }

    #[test]
    fn a_cell_keeps_its_note_and_has_one() {
        let text = "<comments><authors><author>Jo</author></authors><commentList><comment ref=\"A1\" authorId=\"0\"><text><t>old</t></text>\
            </comment><comment ref=\"B1\" authorId=\"0\"><text><r><t>r</t></r></text></comment></commentList></comments>";
        let once = more(text, &notes(&[(0, 0), (0, 1), (4, 2)]));
        assert_eq!(
            once,
            format!(
                "<comments><authors><author>Jo</author><author>One Plan</author></authors><commentList><comment ref=\"A1\" authorId=\"0\">\
                 <text><r><t>old</t></r>{}</text></comment><comment ref=\"B1\" authorId=\"0\"><text><r><t>r</t></r>{}</text></comment>\
                 <comment ref=\"C5\" authorId=\"1\"><text>{}</text></comment></commentList></comments>",
                ours("\n\nOne Plan, n0"),
                ours("\n\nOne Plan, n1"),
                ours("One Plan, n2")
            )
        );
        assert_eq!(OldNotes::of(&once).unwrap().own_cells().len(), 3);
        // Once more: what we said of it before is said no more.
        let again = more(&once, &notes(&[(0, 1)]));
        let mended = format!("<text>{}</text></comment></commentList>", ours(MENDED));
        assert!(again.contains(&mended) && again.contains("<text><r><t>old</t></r></text>"), "{again}");
        assert_eq!(again.matches("n1").count(), 1, "{again}");
        assert_eq!(again.matches("<author>One Plan").count(), 1);
        assert_eq!(OldNotes::of(&again).unwrap().cells().len(), 3);
    }

    #[test]
    fn lists_may_be_empty_but_not_missing() {
        let text = more("<x:comments><x:authors/><x:commentList a=\"b\"/></x:comments>", &notes(&[(0, 0)]));
        assert!(
            text.contains("<x:authors><x:author>One Plan</x:author></x:authors><x:commentList a=\"b\"><x:comment "),
            "{text}"
        );
        assert!(OldNotes::of("<comments><authors/></comments>").is_err());
    }
}
