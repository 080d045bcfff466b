//! A sheet of the workbook as it is gone through: what has to be known of it before it can be changed.

use super::marks::{Mark, Marks};
use super::pieces::{Piece, Pieces, attribute, prefix};
use crate::sheet::parsed_reference;
use crate::write::WriteProblem;
use std::collections::{BTreeMap, HashSet};

/// What has to be known of a sheet before it can be changed.
#[derive(Default)]
pub struct Survey {
    /// By which identifier it refers to the drawing of its notes.
    pub drawing: Option<String>,
    pub(super) prefix: String,
    /// Marked cells, and rows of them, that are written in the sheet.
    pub(super) cells: HashSet<(u32, u32)>,
    pub(super) rows: HashSet<u32>,
    /// The styles of columns: the first, the last, the style.
    columns: Vec<(u32, u32, usize)>,
}

/// Where the walk through a sheet is.
#[derive(Default)]
pub(super) struct Walk {
    pub(super) row: u32,
    next_row: u32,
    next_column: u32,
    is_data: bool,
}

/// What the walk comes to.
pub(super) enum Step {
    Row,
    Cell(u32),
    Other,
}

impl Walk {
    /// What a piece is, and where.
    pub(super) fn step(&mut self, piece: &Piece<'_>) -> Result<Step, WriteProblem> {
        let name = piece.begins();
        if piece.depth == 1 && (name.is_some() || piece.ends().is_some()) {
            self.is_data = name == Some("sheetData");
        }
        let Some((element, _)) = piece.element().filter(|_| self.is_data) else { return Ok(Step::Other) };
        match (name, piece.depth) {
            (Some("row"), 2) => {
                let number =
                    attribute(element, "r")?.and_then(|number| number.trim().parse::<u32>().ok()?.checked_sub(1));
                self.row = number.unwrap_or(self.next_row);
                (self.next_row, self.next_column) = (self.row.saturating_add(1), 0);
                Ok(Step::Row)
            }
            (Some("c"), 3) => {
                let place = attribute(element, "r")?.and_then(|place| parsed_reference(&place));
                let column = place.map_or(self.next_column, |(_, column)| column);
                self.next_column = column.saturating_add(1);
                Ok(Step::Cell(column))
            }
            _ => Ok(Step::Other),
        }
    }
}

/// Looks through a sheet.
pub fn survey(text: &str, marks: &Marks) -> Result<Survey, WriteProblem> {
    let rows: HashSet<u32> = marks.keys().map(|(row, _)| *row).collect();
    let (mut pieces, mut walk, mut found) = (Pieces::of(text), Walk::default(), Survey::default());
    while let Some(piece) = pieces.next()? {
        match walk.step(&piece)? {
            Step::Row if rows.contains(&walk.row) => drop(found.rows.insert(walk.row)),
            Step::Cell(column) if marks.contains_key(&(walk.row, column)) => {
                found.cells.insert((walk.row, column));
            }
            _ => {}
        }
        let Some((element, _)) = piece.element() else { continue };
        match (piece.begins(), piece.depth) {
            (_, 0) => found.prefix = prefix(element),
            (Some("legacyDrawing"), 1) => found.drawing = attribute(element, "id")?,
            (Some("col"), 2) => {
                let number = |name| -> Result<Option<u32>, WriteProblem> {
                    Ok(attribute(element, name)?.and_then(|number| number.trim().parse().ok()))
                };
                if let (Some(first), Some(last), Some(style)) = (number("min")?, number("max")?, number("style")?) {
                    let style = usize::try_from(style).unwrap_or_default();
                    found.columns.push((first.saturating_sub(1), last.saturating_sub(1), style));
                }
            }
            _ => {}
        }
    }
    Ok(found)
}

impl Survey {
    /// The style of the cells of a column that are not written.
    pub(super) fn style_of_column(&self, column: u32) -> usize {
        let of = |found: &&(u32, u32, usize)| (found.0..=found.1).contains(&column);
        self.columns.iter().find(of).map_or(0, |(.., style)| *style)
    }

    /// The cells that are marked and not written, of one row.
    pub(super) fn missing_cells(&self, marks: &Marks, row: u32) -> BTreeMap<u32, Mark> {
        let of_row = marks.range((row, 0)..=(row, u32::MAX));
        let missing = of_row.filter(|(at, mark)| **mark != Mark::Cleared && !self.cells.contains(at));
        missing.map(|((_, column), mark)| (*column, *mark)).collect()
    }
}
