use super::Cell;

/// A sheet: its cells row by row. Only rows in which something stands need to be kept, and each only as far as its last
/// filled cell: one cell far away from all others costs what one row costs.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// Its name; the name of the file without its ending where a file has no sheets.
    pub name: String,
    /// Whether the workbook hides it.
    pub is_hidden: bool,
    /// The rows that are hidden, counted from zero; only those in which something stands.
    pub hidden_rows: Vec<u32>,
    /// The columns that are hidden, counted from zero; only those within the width.
    pub hidden_columns: Vec<u32>,
    /// What sets the values apart where it is a text; nothing where it is a sheet of a workbook.
    pub separator: Option<u8>,
    /// The cells that are merged into one; what they hold stands in the first of them.
    pub merged: Vec<Area>,
    first_row: u32,
    first_column: u32,
    width: usize,
    rows: Vec<Row>,
    cells: Vec<Cell>,
}

/// Where the cells of a row stand among all of them.
#[derive(Clone, Copy, Debug)]
struct Row {
    position: u32,
    begin: usize,
    end: usize,
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
    /// The columns in the order in which they are asked what they hold: those that are hidden last, for where a hidden and a
    /// visible one have the same heading, the visible one is meant.
    pub fn columns_visible_first(&self) -> Vec<u32> {
        let width = u32::try_from(self.width).unwrap_or(u32::MAX);
        let columns = self.first_column..self.first_column.saturating_add(width);
        let (hidden, visible): (Vec<u32>, Vec<u32>) = columns.partition(|column| self.hidden_columns.contains(column));
        visible.into_iter().chain(hidden).collect()
    }

    /// A sheet without cells.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
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
        let mut sheet = Self::new(name);
        rows.into_iter().for_each(|row| sheet.push_row(row));
        sheet
    }

    /// Adds the row that follows the last one.
    pub fn push_row(&mut self, row: impl IntoIterator<Item = Cell>) {
        let position = self.rows.last().map_or(self.first_row, |last| last.position.saturating_add(1));
        self.push_row_at(position, row);
    }

    /// Adds a row at a position in the sheet, counted from zero; the rows between it and the last one are empty. A row
    /// that does not stand after the last one is not added, and `false` says so.
    pub fn push_row_at(&mut self, position: u32, row: impl IntoIterator<Item = Cell>) -> bool {
        if self.rows.last().is_some_and(|last| position <= last.position) {
            return false;
        }
        let begin = self.cells.len();
        self.cells.extend(row);
        while self.cells.len() > begin && self.cells.last() == Some(&Cell::Empty) {
            self.cells.pop();
        }
        let end = self.cells.len();
        self.width = self.width.max(end - begin);
        self.rows.push(Row { position, begin, end });
        true
    }

    /// The rows from one position on up to another, which is no part of it, as a sheet of another name. Every cell
    /// stands where it stood.
    pub fn between(&self, name: String, from: u32, to: u32) -> Self {
        let hidden_rows = self.hidden_rows.iter().copied().filter(|row| (from..to).contains(row)).collect();
        let mut part = Self {
            name,
            is_hidden: self.is_hidden,
            hidden_rows,
            hidden_columns: self.hidden_columns.clone(),
            separator: self.separator,
            merged: self.merged.iter().copied().filter(|area| (from..to).contains(&area.first_row)).collect(),
            first_row: self.first_row,
            first_column: self.first_column,
            ..Self::default()
        };
        let begin = self.rows.partition_point(|row| row.position < from);
        let end = self.rows.partition_point(|row| row.position < to);
        for row in self.rows.get(begin..end).unwrap_or_default() {
            part.push_row_at(row.position, self.cells.get(row.begin..row.end).unwrap_or_default().iter().cloned());
        }
        part
    }

    /// The cells that are wanted of this sheet, by row and column, as a sheet of another name. Every cell stands where it
    /// stood; those that are not wanted are empty.
    ///
    /// ```
    /// use one_plan_workbook::sheet::{Cell, Sheet};
    /// let sheet = Sheet::of_rows("Both", vec![vec![Cell::Text("left".into()), Cell::Empty, Cell::Text("right".into())]]);
    /// let right = sheet.only("Right".to_owned(), &|_, column| column == 2);
    /// assert!(right.cell(0, 0).is_empty());
    /// assert_eq!(right.cell(0, 2).shown(), "right");
    /// ```
    pub fn only(&self, name: String, is_wanted: &dyn Fn(u32, u32) -> bool) -> Self {
        let mut part = Self {
            name,
            is_hidden: self.is_hidden,
            hidden_rows: self.hidden_rows.clone(),
            hidden_columns: self.hidden_columns.clone(),
            separator: self.separator,
            merged: self.merged.iter().copied().filter(|area| is_wanted(area.first_row, area.first_column)).collect(),
            first_row: self.first_row,
            first_column: self.first_column,
            ..Self::default()
        };
        for (row, cells) in self.rows() {
            let wanted = (self.first_column..)
                .zip(cells)
                .map(|(column, cell)| if is_wanted(row, column) { cell.clone() } else { Cell::Empty });
            let wanted: Vec<Cell> = wanted.collect();
            if wanted.iter().any(|cell| !cell.is_empty()) {
                part.push_row_at(row, wanted);
            }
        }
        part
    }

    /// The position of the last row that is kept.
    pub fn last_row(&self) -> Option<u32> {
        self.rows.last().map(|row| row.position)
    }

    /// How many rows are kept.
    pub fn row_count(&self) -> usize {
        self.rows.len()
    }

    /// How many columns there are, up to the last that is filled in any row.
    pub const fn width(&self) -> usize {
        self.width
    }

    /// The rows, each with its position in the sheet, counted from zero. Rows in which nothing stands may be left out,
    /// and a row ends with its last filled cell.
    pub fn rows(&self) -> impl Iterator<Item = (u32, &[Cell])> {
        self.rows.iter().map(|row| (row.position, self.cells.get(row.begin..row.end).unwrap_or_default()))
    }

    /// The position in the sheet of the first column that is kept here.
    pub const fn first_column(&self) -> u32 {
        self.first_column
    }

    /// The cell at a position in the sheet, counted from zero; an empty one where there is none.
    pub fn cell(&self, row: u32, column: u32) -> &Cell {
        let at = column.checked_sub(self.first_column).map(|column| column as usize);
        at.and_then(|at| self.cells_of(row).get(at)).unwrap_or(&Cell::Empty)
    }

    /// The cells of a row from the first column on; none where no row is kept.
    pub fn cells_of(&self, row: u32) -> &[Cell] {
        self.row_at(row).and_then(|row| self.cells.get(row.begin..row.end)).unwrap_or_default()
    }

    /// Where the first filled cell of a row stands behind a column.
    ///
    /// ```
    /// use one_plan_workbook::sheet::{Cell, Sheet};
    /// let sheet = Sheet::of_rows("a", vec![vec!["One", "1", "200"].into_iter().map(|of| Cell::Text(of.into())).collect()]);
    /// assert_eq!((sheet.filled_behind(0, 1), sheet.filled_behind(0, 2)), (Some(2), None));
    /// ```
    pub fn filled_behind(&self, row: u32, column: u32) -> Option<u32> {
        let cells = (self.first_column..).zip(self.cells_of(row));
        cells.filter(|(at, cell)| *at > column && !cell.is_empty()).map(|(at, _)| at).next()
    }

    fn row_at(&self, position: u32) -> Option<Row> {
        // Most sheets have no empty rows: then it stands where it is counted.
        let first = self.rows.first()?.position;
        let near = self.rows.get(position.checked_sub(first)? as usize).filter(|row| row.position == position);
        near.copied().or_else(|| {
            let found = self.rows.binary_search_by_key(&position, |row| row.position).ok()?;
            self.rows.get(found).copied()
        })
    }

    /// Puts another cell where one is kept; where none is, nothing happens, and `false` says so.
    pub fn replace(&mut self, row: u32, column: u32, cell: Cell) -> bool {
        let found = self.row_at(row).and_then(|row| self.cells.get_mut(row.begin..row.end));
        let at = column.checked_sub(self.first_column).map(|column| column as usize);
        match found.zip(at).and_then(|(row, at)| row.get_mut(at)) {
            Some(place) => {
                *place = cell;
                true
            }
            None => false,
        }
    }

    /// Whether no cell is filled.
    pub fn is_empty(&self) -> bool {
        self.cells.iter().all(Cell::is_empty)
    }
}
