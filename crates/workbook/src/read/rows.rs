use std::collections::BTreeMap;

use super::progress::Work;
use super::refusal::Trouble;
use super::{content, limits};
use crate::sheet::own_sheets::is_written_anew;
use crate::sheet::{Area, Cell, Sheet};

/// So many rows the title of a sheet of ours has.
const ROWS_OF_TITLE: u32 = 2;

/// Puts a sheet together from its cells as they come: in order, as nearly all files have them, or in any other.
pub(super) struct Rows {
    sheet: Sheet,
    row: u32,
    cells: Vec<Cell>,
    /// Rows that came after one that stands below them.
    late: Vec<(u32, Vec<Cell>)>,
    hidden_columns: Vec<(u32, u32)>,
    row_is_hidden: bool,
}

impl Rows {
    pub(super) fn new(name: &str) -> Self {
        Self {
            sheet: Sheet::new(name),
            row: 0,
            cells: Vec::new(),
            late: Vec::new(),
            hidden_columns: Vec::new(),
            row_is_hidden: false,
        }
    }

    /// The workbook hides the sheet.
    pub(super) fn hide(&mut self) {
        self.sheet.is_hidden = true;
    }

    /// Columns from one to another are hidden, both of them too.
    pub(super) fn hide_columns(&mut self, first: u32, last: u32) {
        if self.hidden_columns.len() < limits::MOST_MERGED {
            self.hidden_columns.push((first, last));
        }
    }

    pub(super) fn merge(&mut self, area: Area) {
        if self.sheet.merged.len() < limits::MOST_MERGED {
            self.sheet.merged.push(area);
        }
    }

    /// A row begins; so many bytes of the sheet are behind it.
    pub(super) fn begin_row(
        &mut self,
        row: u32,
        is_hidden: bool,
        bytes: u64,
        work: &mut Work<'_>,
    ) -> Result<(), Trouble> {
        if row >= limits::MOST_ROWS {
            return Err(too_many_rows());
        }
        self.end_row(work)?;
        self.row = row;
        self.row_is_hidden = is_hidden;
        work.row(bytes)
    }

    /// Whether the two rows before this one say that nothing of the sheet is read.
    pub(super) fn is_written_anew(&self) -> bool {
        let words = |row: u32| match self.sheet.cell(row, 0) {
            Cell::Text(words) => words,
            _ => "",
        };
        self.row >= ROWS_OF_TITLE && is_written_anew(&self.sheet.name, words(0), words(1))
    }

    /// The row in which cells are put is hidden.
    pub(super) fn hide_row(&mut self) {
        self.row_is_hidden = true;
    }

    /// The row in which cells are put.
    pub(super) const fn row(&self) -> u32 {
        self.row
    }

    /// Puts a cell into the row that has begun.
    pub(super) fn put(&mut self, column: u32, cell: Cell, work: &mut Work<'_>) -> Result<(), Trouble> {
        if cell == Cell::Empty {
            return Ok(());
        }
        if column >= limits::MOST_COLUMNS {
            return Err(too_many_columns());
        }
        work.take_text(content::text_length(&cell))?;
        let column = column as usize;
        if column >= self.cells.len() {
            self.cells.resize(column, Cell::Empty);
            self.cells.push(cell);
        } else if let Some(place) = self.cells.get_mut(column) {
            *place = cell;
        }
        Ok(())
    }

    /// The row that has begun once more, at the rows that follow it.
    pub(super) fn repeat_row(&mut self, times: u32, bytes: u64, work: &mut Work<'_>) -> Result<(), Trouble> {
        if self.cells.is_empty() {
            return Ok(());
        }
        let (row, cells, is_hidden) = (self.row, self.cells.clone(), self.row_is_hidden);
        for time in 1..=times {
            self.begin_row(row.saturating_add(time), is_hidden, bytes, work)?;
            work.take_text(cells.iter().map(content::text_length).sum())?;
            self.cells.clone_from(&cells);
        }
        Ok(())
    }

    fn end_row(&mut self, work: &mut Work<'_>) -> Result<(), Trouble> {
        let is_hidden = std::mem::take(&mut self.row_is_hidden);
        if self.cells.is_empty() {
            return Ok(());
        }
        work.take_cells(self.cells.len())?;
        if is_hidden {
            self.sheet.hidden_rows.push(self.row);
        }
        if self.sheet.last_row().is_some_and(|last| last >= self.row) {
            self.late.push((self.row, std::mem::take(&mut self.cells)));
        } else {
            self.sheet.push_row_at(self.row, self.cells.drain(..));
        }
        Ok(())
    }

    /// The whole sheet.
    pub(super) fn finish(mut self, work: &mut Work<'_>) -> Result<Sheet, Trouble> {
        self.end_row(work)?;
        if !self.late.is_empty() {
            self.sheet = in_order(&self.sheet, std::mem::take(&mut self.late));
        }
        let width = u32::try_from(self.sheet.width()).unwrap_or(u32::MAX);
        let mut hidden = vec![false; self.sheet.width()];
        for (first, last) in &self.hidden_columns {
            let last = (*last).min(width.saturating_sub(1)) as usize;
            if let Some(columns) = hidden.get_mut(*first as usize..=last) {
                columns.fill(true);
            }
        }
        self.sheet.hidden_columns = (0..).zip(hidden).filter_map(|(column, hidden)| hidden.then_some(column)).collect();
        self.sheet.hidden_rows.sort_unstable();
        self.sheet.hidden_rows.dedup();
        Ok(self.sheet)
    }
}

/// The same sheet with its late rows at their places; what came later stands over what came before.
fn in_order(sheet: &Sheet, late: Vec<(u32, Vec<Cell>)>) -> Sheet {
    let mut all: BTreeMap<u32, Vec<Cell>> = sheet.rows().map(|(row, cells)| (row, cells.to_vec())).collect();
    for (row, cells) in late {
        let into = all.entry(row).or_default();
        if into.len() < cells.len() {
            into.resize(cells.len(), Cell::Empty);
        }
        for (place, cell) in into.iter_mut().zip(cells) {
            if cell != Cell::Empty {
                *place = cell;
            }
        }
    }
    let mut ordered = Sheet::new(sheet.name.clone());
    ordered.is_hidden = sheet.is_hidden;
    ordered.hidden_rows.clone_from(&sheet.hidden_rows);
    ordered.merged.clone_from(&sheet.merged);
    for (row, cells) in all {
        ordered.push_row_at(row, cells);
    }
    ordered
}

pub(super) fn too_many_columns() -> Trouble {
    Trouble::too_much("at most 16,384 columns wide, as Excel is", "This has more.")
}

pub(super) fn too_many_rows() -> Trouble {
    Trouble::too_much("at most 1,048,576 rows long, as Excel is", "This has more.")
}
