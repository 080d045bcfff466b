//! A sheet of the workbook with marks at some of its cells.

use super::marks::{Mark, Marks};
use super::pieces::{Edits, Piece, Pieces, attribute, tag};
use super::styles::Styles;
use super::survey::{Step, Survey, Walk};
use crate::sheet::{cell_reference, parsed_reference};
use crate::write::WriteProblem;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// What follows the drawing of the notes in a sheet.
const AFTER_NOTES: [&str; 9] = [
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
    "AlternateContent",
];

/// The sheet with its marks, and not selected any more: the list of problems is. Where it refers to no drawing of notes,
/// it does by an identifier in a namespace.
pub fn mark(
    text: &str,
    survey: &Survey,
    marks: &Marks,
    styles: &mut Styles,
    drawing: Option<(&str, &str)>,
) -> Result<String, WriteProblem> {
    let p = survey.prefix.as_str();
    let mut drawing = drawing.map(|(id, space)| format!("<{p}legacyDrawing xmlns:r=\"{space}\" r:id=\"{id}\"/>"));
    let (mut pieces, mut walk) = (Pieces::of(text), Walk::default());
    let mut marking = Marking::of(survey, marks, styles);
    while let Some(piece) = pieces.next()? {
        match walk.step(&piece)? {
            Step::Row => marking.row(&piece, walk.row)?,
            Step::Cell(column) => marking.cell(&piece, (walk.row, column))?,
            Step::Other => {}
        }
        if (piece.ends(), piece.depth) == (Some("row"), 2) {
            marking.insert_missing(piece.range.start, walk.row)?;
        }
        if (piece.ends().or(piece.begins()), piece.depth) == (Some("sheetData"), 1) {
            marking.sheet_data(&piece)?;
        }
        let is_after = piece.depth == 1 && piece.begins().is_some_and(|name| AFTER_NOTES.contains(&name));
        if is_after || (piece.depth == 0 && piece.ends().is_some()) {
            marking.edits.insert(piece.range.start, drawing.take().unwrap_or_default());
        }
        marking.of_sheet(&piece)?;
    }
    Ok(marking.edits.apply(text))
}

/// What is changed in a sheet, while it is gone through from its beginning to its end.
struct Marking<'a> {
    survey: &'a Survey,
    marks: &'a Marks,
    styles: &'a mut Styles,
    /// The rows with marks that the sheet does not have yet, as far as they have not been passed.
    missing_rows: BTreeSet<u32>,
    done_rows: HashSet<u32>,
    /// The marks of the row at hand for cells that it does not have, as far as they have not been passed.
    missing: BTreeMap<u32, Mark>,
    style_of_row: Option<usize>,
    edits: Edits,
}

impl<'a> Marking<'a> {
    fn of(survey: &'a Survey, marks: &'a Marks, styles: &'a mut Styles) -> Self {
        let marked = marks.iter().filter(|(_, mark)| **mark != Mark::Cleared).map(|((row, _), _)| *row);
        Self {
            survey,
            marks,
            styles,
            missing_rows: marked.filter(|row| !survey.rows.contains(row)).collect(),
            done_rows: HashSet::new(),
            missing: BTreeMap::new(),
            style_of_row: None,
            edits: Edits::default(),
        }
    }

    /// Marked cells that the sheet does not have.
    fn written(
        &mut self,
        row: u32,
        cells: &BTreeMap<u32, Mark>,
        of_row: Option<usize>,
    ) -> Result<String, WriteProblem> {
        let p = self.survey.prefix.as_str();
        let mut text = String::new();
        for (column, mark) in cells {
            let own = of_row.unwrap_or_else(|| self.survey.style_of_column(*column));
            let style = mark.style(own, self.styles)?;
            text.push_str(&format!("<{p}c r=\"{}\" s=\"{style}\"/>", cell_reference(row, *column)));
        }
        Ok(text)
    }

    /// A row that the sheet does not have, with its marked cells.
    fn whole_row(&mut self, row: u32) -> Result<String, WriteProblem> {
        let cells = self.written(row, &self.survey.missing_cells(self.marks, row), None)?;
        let p = self.survey.prefix.as_str();
        Ok(format!("<{p}row r=\"{}\">{cells}</{p}row>", u64::from(row) + 1))
    }

    /// The begin of a row: before it come the rows that the sheet does not have.
    fn row(&mut self, piece: &Piece<'_>, row: u32) -> Result<(), WriteProblem> {
        while let Some(missing) = self.missing_rows.first().copied().filter(|missing| *missing < row) {
            self.missing_rows.pop_first();
            let written = self.whole_row(missing)?;
            self.edits.insert(piece.range.start, written);
        }
        let Some((element, is_empty)) = piece.element() else { return Ok(()) };
        let is_first = self.done_rows.insert(row);
        self.missing = if is_first { self.survey.missing_cells(self.marks, row) } else { BTreeMap::new() };
        let has_style = attribute(element, "customFormat")?.is_some_and(|says| matches!(says.trim(), "1" | "true"));
        let style = attribute(element, "s")?.and_then(|style| style.trim().parse().ok());
        self.style_of_row = style.filter(|_| has_style);
        if !self.missing.is_empty() {
            // It says from which to which column the row is filled.
            let mut begin = tag(element, false, &[("spans", None)])?;
            if is_empty {
                begin.push_str(&self.take_missing(row)?);
                begin.push_str(&format!("</{}row>", self.survey.prefix));
            }
            self.edits.replace(piece.range.clone(), begin);
        }
        Ok(())
    }

    /// The marked cells that are left of those that the row does not have.
    fn take_missing(&mut self, row: u32) -> Result<String, WriteProblem> {
        let missing = std::mem::take(&mut self.missing);
        self.written(row, &missing, self.style_of_row)
    }

    /// A cell, before which come those that the row does not have.
    fn cell(&mut self, piece: &Piece<'_>, (row, column): (u32, u32)) -> Result<(), WriteProblem> {
        let later = self.missing.split_off(&column);
        self.insert_missing(piece.range.start, row)?;
        self.missing = later;
        let Some(mark) = self.marks.get(&(row, column)) else { return Ok(()) };
        let Some((element, is_empty)) = piece.element() else { return Ok(()) };
        let own = attribute(element, "s")?.and_then(|style| style.trim().parse().ok()).unwrap_or_default();
        let style = mark.style(own, self.styles)?.to_string();
        self.edits.replace(piece.range.clone(), tag(element, is_empty, &[("s", Some(&style))])?);
        Ok(())
    }

    /// Puts in those of the missing cells that come before a place.
    fn insert_missing(&mut self, at: usize, row: u32) -> Result<(), WriteProblem> {
        if !self.missing.is_empty() {
            let written = self.take_missing(row)?;
            self.edits.insert(at, written);
        }
        Ok(())
    }

    /// The begin or the end of all rows: after the last come those that the sheet does not have.
    fn sheet_data(&mut self, piece: &Piece<'_>) -> Result<(), WriteProblem> {
        let is_empty = piece.element().is_some_and(|(_, is_empty)| is_empty);
        if piece.ends().is_none() && !is_empty {
            return Ok(());
        }
        let mut rows = String::new();
        for row in std::mem::take(&mut self.missing_rows) {
            rows.push_str(&self.whole_row(row)?);
        }
        let p = self.survey.prefix.as_str();
        if is_empty && !rows.is_empty() {
            self.edits.replace(piece.range.clone(), format!("<{p}sheetData>{rows}</{p}sheetData>"));
        } else if !rows.is_empty() {
            self.edits.insert(piece.range.start, rows);
        }
        Ok(())
    }

    /// What the sheet says of itself: that it is selected, and as far as which cells it is filled.
    fn of_sheet(&mut self, piece: &Piece<'_>) -> Result<(), WriteProblem> {
        let Some((element, is_empty)) = piece.element() else { return Ok(()) };
        match (piece.begins(), piece.depth) {
            (Some("sheetView"), 2) if is_selected(piece)? => {
                self.edits.replace(piece.range.clone(), tag(element, is_empty, &[("tabSelected", None)])?);
            }
            (Some("dimension"), 1) => {
                if let Some(area) = attribute(element, "ref")?.and_then(|area| larger(&area, self.marks)) {
                    self.edits.replace(piece.range.clone(), tag(element, is_empty, &[("ref", Some(&area))])?);
                }
            }
            _ => {}
        }
        Ok(())
    }
}

fn is_selected(piece: &Piece<'_>) -> Result<bool, WriteProblem> {
    let Some((element, _)) = piece.element() else { return Ok(false) };
    Ok(attribute(element, "tabSelected")?.is_some_and(|says| matches!(says.trim(), "1" | "true")))
}

/// Whether a sheet is selected: then what is typed there could also be typed into another that is.
pub fn is_selected_sheet(text: &str) -> Result<bool, WriteProblem> {
    let mut pieces = Pieces::of(text);
    while let Some(piece) = pieces.next()? {
        match (piece.begins(), piece.depth) {
            (Some("sheetView"), 2) if is_selected(&piece)? => return Ok(true),
            (Some("sheetData"), 1) => break,
            _ => {}
        }
    }
    Ok(false)
}

/// An area that also holds the marked cells; nothing where it does.
fn larger(area: &str, marks: &Marks) -> Option<String> {
    let (first, last) = area.split_once(':').unwrap_or((area, area));
    let (first, last) = (parsed_reference(first)?, parsed_reference(last)?);
    let (mut from, mut to) = (first, last);
    for (row, column) in marks.keys() {
        from = (from.0.min(*row), from.1.min(*column));
        to = (to.0.max(*row), to.1.max(*column));
    }
    ((from, to) != (first, last)).then(|| format!("{}:{}", cell_reference(from.0, from.1), cell_reference(to.0, to.1)))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::styles::NO_STYLES;
    use super::super::survey::survey;
    use super::*;
    use crate::issues::Severity;

    fn marked(text: &str, cells: &[(u32, u32)]) -> String {
        let marks: Marks = cells.iter().map(|at| (*at, Mark::Filled(Severity::Error))).collect();
        let mut styles = Styles::of(NO_STYLES.to_owned()).unwrap();
        mark(text, &survey(text, &marks).unwrap(), &marks, &mut styles, Some(("i", "n"))).unwrap()
    }

    #[test]
    fn cells_that_are_not_written_are_put_in_their_order() {
        const NOTES: &str = "<legacyDrawing xmlns:r=\"n\" r:id=\"i\"/>";
        let cell = |at: &str| format!("<c r=\"{at}\" s=\"1\"/>");
        let text = "<worksheet><sheetData><row r=\"2\" spans=\"1:1\"><c r=\"B2\"><v>1</v></c></row><row r=\"4\"/></sheetData><extLst/></worksheet>";
        assert_eq!(
            marked(text, &[(0, 3), (1, 0), (1, 1), (1, 2), (2, 0), (3, 1), (8, 0)]),
            format!(
                "<worksheet><sheetData><row r=\"1\">{}</row><row r=\"2\">{}<c r=\"B2\" s=\"1\"><v>1</v></c>{}</row><row r=\"3\">{}</row>\
                 <row r=\"4\">{}</row><row r=\"9\">{}</row></sheetData>{NOTES}<extLst/></worksheet>",
                cell("D1"),
                cell("A2"),
                cell("C2"),
                cell("A3"),
                cell("B4"),
                cell("A9")
            )
        );
        // Rows and cells need not say where they stand.
        let text = "<x:worksheet><x:sheetData><x:row><x:c/><x:c t=\"n\"/></x:row></x:sheetData></x:worksheet>";
        assert!(marked(text, &[(0, 1)]).contains("<x:c/><x:c t=\"n\" s=\"1\"/>"));
        let text = "<worksheet><dimension ref=\"A1:B2\"/><sheetViews><sheetView tabSelected=\"1\" a=\"b\"/></sheetViews><sheetData/></worksheet>";
        assert_eq!(
            marked(text, &[(4, 0)]),
            format!(
                "<worksheet><dimension ref=\"A1:B5\"/><sheetViews><sheetView a=\"b\"/></sheetViews><sheetData><row r=\"5\">{}</row></sheetData>\
                 {NOTES}</worksheet>",
                cell("A5")
            )
        );
    }
}
