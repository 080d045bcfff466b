//! Rows of contract monitoring that are the same in every cell as an earlier row of their sheet.
//!
//! Two lines may be meant, so they count; but a file that was put together twice over has the same rows, and then every pound
//! of them stands in the plan twice.

use super::column::Measure;
use super::figures::{Both, Figures};
use super::sheet_read::SheetRead;
use super::telling::{counted, first_of};
use crate::issues::{Effect, Issue, Severity};
use crate::sheet::{Cell, Sheet};
use one_plan_model::quantity::format;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// So many rows are named.
const NAMED: usize = 5;

/// Which rows are the same as earlier ones. Of each row only a number that is made of its cells is kept, and where it stands:
/// where two have the same number, their cells are compared in the sheet.
#[derive(Clone, Debug, Default)]
pub struct RepeatedRows {
    first_rows: HashMap<u64, u32>,
    /// The first of them, each with the earlier row that it is the same as.
    named: Vec<(u32, u32)>,
    count: usize,
    figures: Both<Figures>,
}

impl RepeatedRows {
    /// Adds a row that counts. One that brings nothing may stand there as often as it likes.
    pub fn add(&mut self, sheet: &Sheet, row: u32, cells: &[Cell], figures: &Both<Figures>) {
        if !Measure::ALL.into_iter().any(|measure| figures.of(measure).is_something()) {
            return;
        }
        let first = *self.first_rows.entry(number_of_cells(cells)).or_insert(row);
        if first == row || !filled(cells).eq(filled(sheet.cells_of(first))) {
            return;
        }
        self.count += 1;
        if self.named.len() < NAMED {
            self.named.push((row, first));
        }
        for measure in Measure::ALL {
            self.figures.of_mut(measure).add(*figures.of(measure));
        }
    }

    /// Says how many there are and what they bring.
    pub fn tell(&self, sheet: &mut SheetRead) {
        let Some((row, _)) = self.named.first() else { return };
        let number = |row: u32| u64::from(row) + 1;
        let words: Vec<String> =
            self.named.iter().map(|(row, first)| format!("{} (as {})", number(*row), number(*first))).collect();
        let pounds = |measure: Measure| {
            let price = self.figures.of(measure).price?;
            Some(format!("{} {}", format::money(Ok(price)), measure.word()))
        };
        let pounds: Vec<String> = Measure::ALL.into_iter().filter_map(pounds).collect();
        let bring = if pounds.is_empty() { String::new() } else { format!(", with {} in all", pounds.join(" and ")) };
        let (are, each) = if self.count == 1 { ("is", "it counts") } else { ("are", "each counts") };
        sheet.issues.push(Issue {
            severity: Severity::Warning,
            place: sheet.place.row(*row),
            column: None,
            value: String::new(),
            what: format!(
                "{} {are} the same in every cell as an earlier row: row {}. That may be chance, or the same line twice: {each} \
                 beside the earlier one{bring}",
                counted(self.count, "row", "rows"),
                first_of(&words, self.count),
            ),
            expected: "nothing, if each is a line of its own; otherwise the file with each line once".to_owned(),
            effect: Effect::Used,
        });
    }
}

/// What is filled in a row, and where.
fn filled(cells: &[Cell]) -> impl Iterator<Item = (usize, &str)> {
    cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()).map(|(at, cell)| (at, written(cell)))
}

/// What a cell holds, however it is formatted.
fn written(cell: &Cell) -> &str {
    match cell {
        Cell::Empty => "",
        Cell::Text(text) => text.trim(),
        Cell::Number(digits, _) => digits,
        Cell::Date(text) | Cell::Error(text) | Cell::UncalculatedFormula(text) => text,
        Cell::Flag(true) => "true",
        Cell::Flag(false) => "false",
    }
}

fn number_of_cells(cells: &[Cell]) -> u64 {
    let mut hasher = DefaultHasher::new();
    filled(cells).for_each(|cell| cell.hash(&mut hasher));
    hasher.finish()
}
