use super::Cell;

/// A sheet: its cells row by row, from the first that is used to the last.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// Its name; the name of the file without its ending where a file has no sheets.
    pub name: String,
    /// Whether the workbook hides it.
    pub is_hidden: bool,
    /// The rows that are hidden, counted from zero.
    pub hidden_rows: Vec<u32>,
    /// The columns that are hidden, counted from zero.
    pub hidden_columns: Vec<u32>,
    /// The cells that are merged into one; what they hold stands in the first of them.
    pub merged: Vec<Area>,
    first_row: u32,
    first_column: u32,
    width: usize,
    cells: Vec<Cell>,
}

/// A rectangle of cells, counted from zero; the last row and column belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    /// The first row.
    pub first_row: u32,
    /// The first column.
    pub first_column: u32,
    /// The last row.
    pub last_row: u32,
    /// The last column.
    pub last_column: u32,
}

impl Sheet {
    /// A sheet without cells.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// A sheet whose first cell stands at a row and a column, counted from zero, with so many columns.
    pub fn starting_at(name: impl Into<String>, first_row: u32, first_column: u32, width: usize) -> Self {
        Self { first_row, first_column, width, ..Self::new(name) }
    }

    /// A sheet of rows of unequal length, from its first cell on.
    ///
    /// ```
    /// use one_plan_workbook::sheet::{Cell, Sheet};
    /// let sheet = Sheet::of_rows("schemes", vec![vec![Cell::Text("id".into())], vec![]]);
    /// assert_eq!(sheet.row_count(), 2);
    /// assert!(sheet.cell(1, 0).is_empty());
    /// ```
    pub fn of_rows(name: impl Into<String>, rows: Vec<Vec<Cell>>) -> Self {
        let width = rows.iter().map(Vec::len).max().unwrap_or_default();
        let mut sheet = Self::starting_at(name, 0, 0, width);
        rows.into_iter().for_each(|row| sheet.push_row(row));
        sheet
    }

    /// Adds a row; cells beyond the width of the sheet are left out, those that are missing are empty.
    pub fn push_row(&mut self, row: impl IntoIterator<Item = Cell>) {
        let end = self.cells.len() + self.width;
        self.cells.extend(row.into_iter().take(self.width));
        self.cells.resize(end, Cell::Empty);
    }

    /// How many rows there are.
    pub fn row_count(&self) -> usize {
        self.cells.len().checked_div(self.width).unwrap_or_default()
    }

    /// How many columns there are.
    pub const fn width(&self) -> usize {
        self.width
    }

    /// The rows, each with its position in the sheet, counted from zero.
    pub fn rows(&self) -> impl Iterator<Item = (u32, &[Cell])> {
        (self.first_row..).zip(self.cells.chunks_exact(self.width.max(1)))
    }

    /// The position in the sheet of the first column that is kept here.
    pub const fn first_column(&self) -> u32 {
        self.first_column
    }

    /// The cell at a position in the sheet, counted from zero; an empty one where there is none.
    pub fn cell(&self, row: u32, column: u32) -> &Cell {
        let at = row.checked_sub(self.first_row).zip(column.checked_sub(self.first_column));
        let at = at.filter(|(_, column)| (*column as usize) < self.width);
        at.and_then(|(row, column)| self.cells.get(row as usize * self.width + column as usize)).unwrap_or(&Cell::Empty)
    }

    /// Whether no cell is filled.
    pub fn is_empty(&self) -> bool {
        self.cells.iter().all(Cell::is_empty)
    }
}
