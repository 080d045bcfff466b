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
    let mut missing_rows: BTreeSet<u32> =
        marks.iter().filter(|(_, mark)| **mark != Mark::Cleared).map(|((row, _), _)| *row).collect();
    missing_rows.retain(|row| !survey.rows.contains(row));
    let mut done_rows = HashSet::new();
    let mut missing: BTreeMap<u32, Mark> = BTreeMap::new();
    let mut style_of_row = None;
    let (mut pieces, mut walk, mut edits) = (Pieces::of(text), Walk::default(), Edits::default());
    let written = |row: u32, cells: &BTreeMap<u32, Mark>, of_row: Option<usize>, styles: &mut Styles| {
        let mut text = String::new();
        for (column, mark) in cells {
            let style = mark.style(of_row.unwrap_or_else(|| survey.style_of_column(*column)), styles)?;
            text.push_str(&format!("<{p}c r=\"{}\" s=\"{style}\"/>", cell_reference(row, *column)));
        }
        Ok::<_, WriteProblem>(text)
    };
    let whole_row = |row: u32, styles: &mut Styles| {
        let cells = written(row, &survey.missing_cells(marks, row), None, styles)?;
        Ok::<_, WriteProblem>(format!("<{p}row r=\"{}\">{cells}</{p}row>", u64::from(row) + 1))
    };
    while let Some(piece) = pieces.next()? {
        let at = piece.range.start;
        match walk.step(&piece)? {
            Step::Row => {
                while let Some(row) = missing_rows.first().copied().filter(|row| *row < walk.row) {
                    missing_rows.pop_first();
                    edits.insert(at, whole_row(row, styles)?);
                }
                let Some((element, is_empty)) = piece.element() else { continue };
                missing =
                    if done_rows.insert(walk.row) { survey.missing_cells(marks, walk.row) } else { BTreeMap::new() };
                let has_style =
                    attribute(element, "customFormat")?.is_some_and(|says| matches!(says.trim(), "1" | "true"));
                let style = attribute(element, "s")?.and_then(|style| style.trim().parse().ok());
                style_of_row = style.filter(|_| has_style);
                if !missing.is_empty() {
                    // It says from which to which column the row is filled.
                    let mut begin = tag(element, false, &[("spans", None)])?;
                    if is_empty {
                        begin.push_str(&written(walk.row, &missing, style_of_row, styles)?);
                        begin.push_str(&format!("</{p}row>"));
                        missing.clear();
                    }
                    edits.replace(piece.range.clone(), begin);
                }
            }
            Step::Cell(column) => {
                let later = missing.split_off(&column);
                let before = std::mem::replace(&mut missing, later);
                if !before.is_empty() {
                    edits.insert(at, written(walk.row, &before, style_of_row, styles)?);
                }
                let Some(mark) = marks.get(&(walk.row, column)) else { continue };
                let Some((element, is_empty)) = piece.element() else { continue };
                let own = attribute(element, "s")?.and_then(|style| style.trim().parse().ok()).unwrap_or_default();
                let style = mark.style(own, styles)?.to_string();
                edits.replace(piece.range.clone(), tag(element, is_empty, &[("s", Some(&style))])?);
            }
            Step::Other => {}
        }
        if let (Some("row"), 2) = (piece.ends(), piece.depth)
            && !missing.is_empty()
        {
            edits.insert(at, written(walk.row, &std::mem::take(&mut missing), style_of_row, styles)?);
        }
        if let (Some("sheetData"), 1) = (piece.ends().or(piece.begins()), piece.depth) {
            let is_empty = piece.element().is_some_and(|(_, is_empty)| is_empty);
            if piece.ends().is_some() || is_empty {
                let mut rows = String::new();
                for row in std::mem::take(&mut missing_rows) {
                    rows.push_str(&whole_row(row, styles)?);
                }
                if is_empty && !rows.is_empty() {
                    edits.replace(piece.range.clone(), format!("<{p}sheetData>{rows}</{p}sheetData>"));
                } else if !rows.is_empty() {
                    edits.insert(at, rows);
                }
            }
        }
        let is_after = piece.depth == 1 && piece.begins().is_some_and(|name| AFTER_NOTES.contains(&name));
        if is_after || (piece.depth == 0 && piece.ends().is_some()) {
            edits.insert(at, drawing.take().unwrap_or_default());
        }
        if let Some((element, is_empty)) = piece.element() {
            match (piece.begins(), piece.depth) {
                (Some("sheetView"), 2) if is_selected(&piece)? => {
                    edits.replace(piece.range.clone(), tag(element, is_empty, &[("tabSelected", None)])?);
                }
                (Some("dimension"), 1) => {
                    let area = attribute(element, "ref")?.and_then(|area| larger(&area, marks));
                    if let Some(area) = area {
                        edits.replace(piece.range.clone(), tag(element, is_empty, &[("ref", Some(&area))])?);
                    }
                }
                _ => {}
            }
        }
    }
    Ok(edits.apply(text))
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
