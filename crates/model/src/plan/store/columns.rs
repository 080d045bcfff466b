use crate::plan::{ColumnKind, Content, NumberForm, Table};
use crate::quantity::{Amount, Count, Date, Decimal, DueDate, FinancialYear, Fixed, Measured, MoneyUnit, Month, Rate};

/// The rows of one table, column by column. All tables are kept in this one way, whatever their columns: what
/// reads, writes, shows or calculates goes by the position of a column.
///
/// A column in which no cell is filled takes no room.
#[derive(Clone, Debug)]
pub struct TableStore {
    table: Table,
    rows: u32,
    columns: Box<[ColumnStore]>,
    // For each row whether no rule sees it; without rows where all are seen.
    left_out: Vec<bool>,
}

/// The cells of one column.
#[derive(Clone, Debug, Default)]
pub enum ColumnStore {
    /// No cell is filled.
    #[default]
    Empty,
    /// Money, counts, numbers, shares.
    Numbers(NumberColumn),
    /// What is one of a limited number of things, each by a number: the position of a row or of a word, a year, a
    /// month, a day. [`EMPTY_CODE`] stands in an empty cell.
    Codes(Vec<u32>),
    /// Texts.
    Texts(TextColumn),
}

/// The code of an empty cell.
pub const EMPTY_CODE: u32 = u32::MAX;

/// The numbers of a column, each with its form.
#[derive(Clone, Debug, Default)]
pub struct NumberColumn {
    values: Vec<Fixed>,
    forms: Vec<NumberForm>,
}

/// The texts of a column in one piece. A text that is replaced stays where it is until a good half of the piece is not
/// used any more: so a change costs no more than its own text, however long the column is.
#[derive(Clone, Debug, Default)]
pub struct TextColumn {
    text: String,
    // Where each begins and ends; an empty cell has no text.
    places: Vec<(u32, u32)>,
    used: usize,
}

impl NumberColumn {
    /// The number of every row; nothing (zero) where a cell is empty.
    pub fn values(&self) -> &[Fixed] {
        &self.values
    }

    /// The number of a row and its form; nothing for an empty cell.
    #[inline(always)]
    pub fn get(&self, row: u32) -> Option<(Fixed, NumberForm)> {
        let form = self.forms.get(row as usize).copied().filter(|form| !form.is_empty())?;
        self.values.get(row as usize).map(|value| (*value, form))
    }
}

impl TextColumn {
    /// The text of a row; nothing for an empty cell.
    pub fn get(&self, row: u32) -> Option<&str> {
        let (start, end) = *self.places.get(row as usize)?;
        self.text.get(start as usize..end as usize).filter(|text| !text.is_empty())
    }

    /// Puts a text behind the others, and gives its place.
    fn put(&mut self, text: &str) -> (u32, u32) {
        // A file is smaller than four gigabytes.
        let end = |text: &str| u32::try_from(text.len()).unwrap_or(u32::MAX);
        let start = end(&self.text);
        self.text.push_str(text);
        self.used = self.used.saturating_add(text.len());
        (start, end(&self.text))
    }

    fn push(&mut self, text: &str) {
        let place = self.put(text);
        self.places.push(place);
    }

    fn replace(&mut self, row: u32, text: &str) {
        let Some((start, end)) = self.places.get(row as usize).copied() else { return };
        self.used = self.used.saturating_sub(end.saturating_sub(start) as usize);
        let place = self.put(text);
        if let Some(kept) = self.places.get_mut(row as usize) {
            *kept = place;
        }
        if self.text.len() > self.used.saturating_mul(2).saturating_add(MOST_UNUSED) {
            self.tidy();
        }
    }

    fn tidy(&mut self) {
        let mut tidy = Self { text: String::with_capacity(self.used), ..Self::default() };
        for at in 0..u32::try_from(self.places.len()).unwrap_or(u32::MAX) {
            tidy.push(self.get(at).unwrap_or_default());
        }
        *self = tidy;
    }
}

/// So much text may be kept that is not used any more, in bytes.
const MOST_UNUSED: usize = 1 << 12;

/// What goes into a cell.
#[derive(Clone, Copy, Debug)]
pub(in crate::plan) enum StoredCell<'a> {
    Number(Fixed, NumberForm),
    Code(u32),
    Text(&'a str),
}

impl ColumnStore {
    /// Adds a cell after so many rows.
    fn push(&mut self, rows: u32, cell: Option<StoredCell<'_>>) {
        if matches!(self, Self::Empty) {
            let Some(cell) = cell else { return };
            let rows = rows as usize;
            *self = match cell {
                StoredCell::Number(..) => Self::Numbers(NumberColumn {
                    values: vec![Fixed::ZERO; rows],
                    forms: vec![NumberForm::EMPTY; rows],
                }),
                StoredCell::Code(_) => Self::Codes(vec![EMPTY_CODE; rows]),
                StoredCell::Text(_) => Self::Texts(TextColumn { places: vec![(0, 0); rows], ..TextColumn::default() }),
            };
        }
        match (self, cell) {
            (Self::Numbers(column), cell) => {
                let (value, form) = match cell {
                    Some(StoredCell::Number(value, form)) => (value, form),
                    _ => (Fixed::ZERO, NumberForm::EMPTY),
                };
                column.values.push(value);
                column.forms.push(form);
            }
            (Self::Codes(codes), Some(StoredCell::Code(code))) => codes.push(code),
            (Self::Codes(codes), _) => codes.push(EMPTY_CODE),
            (Self::Texts(texts), Some(StoredCell::Text(text))) => texts.push(text),
            (Self::Texts(texts), _) => texts.push(""),
            (Self::Empty, _) => {}
        }
    }

    fn replace(&mut self, row: u32, rows: u32, cell: Option<StoredCell<'_>>) {
        if matches!(self, Self::Empty) {
            // A first cell in a column without any: it is filled up to its end.
            self.push(row, cell);
            if !matches!(self, Self::Empty) {
                (row + 1..rows).for_each(|at| self.push(at, None));
            }
            return;
        }
        let at = row as usize;
        match (self, cell) {
            (Self::Numbers(column), cell) => {
                let (value, form) = match cell {
                    Some(StoredCell::Number(value, form)) => (value, form),
                    _ => (Fixed::ZERO, NumberForm::EMPTY),
                };
                if let (Some(old_value), Some(old_form)) = (column.values.get_mut(at), column.forms.get_mut(at)) {
                    (*old_value, *old_form) = (value, form);
                }
            }
            (Self::Codes(codes), cell) => {
                if let Some(code) = codes.get_mut(at) {
                    *code = if let Some(StoredCell::Code(new)) = cell { new } else { EMPTY_CODE };
                }
            }
            (Self::Texts(texts), Some(StoredCell::Text(text))) => texts.replace(row, text),
            (Self::Texts(texts), _) => texts.replace(row, ""),
            (Self::Empty, _) => {}
        }
    }

    fn shrink(&mut self) {
        match self {
            Self::Empty => {}
            Self::Numbers(column) => {
                column.values.shrink_to_fit();
                column.forms.shrink_to_fit();
            }
            Self::Codes(codes) => codes.shrink_to_fit(),
            Self::Texts(texts) => {
                texts.text.shrink_to_fit();
                texts.places.shrink_to_fit();
            }
        }
    }

    /// The code of a row; nothing for an empty cell or a column without codes.
    #[inline(always)]
    pub fn code(&self, row: u32) -> Option<u32> {
        match self {
            Self::Codes(codes) => codes.get(row as usize).copied().filter(|code| *code != EMPTY_CODE),
            _ => None,
        }
    }

    /// The number of a row and its form; nothing for an empty cell or a column without numbers.
    #[inline(always)]
    pub fn number(&self, row: u32) -> Option<(Fixed, NumberForm)> {
        if let Self::Numbers(column) = self { column.get(row) } else { None }
    }

    /// The text of a row; nothing for an empty cell or a column without texts.
    pub fn text(&self, row: u32) -> Option<&str> {
        if let Self::Texts(column) = self { column.get(row) } else { None }
    }

    /// Whether no cell is filled.
    pub(in crate::plan) const fn is_unused(&self) -> bool {
        matches!(self, Self::Empty)
    }

    /// What is kept of a row; nothing for an empty cell.
    pub(in crate::plan) fn stored(&self, row: u32) -> Option<StoredCell<'_>> {
        match self {
            Self::Empty => None,
            Self::Numbers(numbers) => numbers.get(row).map(|(value, form)| StoredCell::Number(value, form)),
            Self::Codes(_) => self.code(row).map(StoredCell::Code),
            Self::Texts(texts) => texts.get(row).map(StoredCell::Text),
        }
    }

    /// Whether a row has nothing in it.
    #[inline(always)]
    pub fn is_empty_at(&self, row: u32) -> bool {
        match self {
            Self::Empty => true,
            Self::Numbers(column) => column.get(row).is_none(),
            Self::Codes(_) => self.code(row).is_none(),
            Self::Texts(column) => column.get(row).is_none(),
        }
    }
}

impl TableStore {
    /// A table without rows.
    pub(in crate::plan) fn new(table: Table) -> Self {
        let columns = vec![ColumnStore::Empty; table.columns().len()].into_boxed_slice();
        Self { table, rows: 0, columns, left_out: Vec::new() }
    }

    /// Which table it is.
    pub const fn table(&self) -> Table {
        self.table
    }

    /// How many rows it has.
    pub const fn rows(&self) -> u32 {
        self.rows
    }

    /// Whether a row is seen: of several rows about the same one is.
    #[inline(always)]
    pub fn counts(&self, row: u32) -> bool {
        self.left_out.get(row as usize) != Some(&true)
    }

    /// Leaves a row out of everything that goes through the rows. It keeps its place, so that others keep theirs.
    pub(in crate::plan) fn leave_out(&mut self, row: u32) {
        self.left_out.resize(self.rows as usize, false);
        self.left_out.get_mut(row as usize).into_iter().for_each(|is_left_out| *is_left_out = true);
    }

    /// The cells of a column, by its position; empty where there is no such column.
    #[inline(always)]
    pub fn column(&self, column: usize) -> &ColumnStore {
        self.columns.get(column).unwrap_or(&ColumnStore::Empty)
    }

    /// Adds the cell of a column to the row that is being added.
    #[inline]
    pub(in crate::plan) fn push(&mut self, column: usize, cell: Option<StoredCell<'_>>) {
        if let Some(column) = self.columns.get_mut(column) {
            column.push(self.rows, cell);
        }
    }

    /// Ends the row that is being added: each of its columns has got its cell.
    pub(in crate::plan) fn end_row(&mut self) {
        self.rows = self.rows.saturating_add(1);
    }

    /// Puts something else into a cell.
    pub(in crate::plan) fn replace(&mut self, row: u32, column: usize, cell: Option<StoredCell<'_>>) {
        let rows = self.rows;
        if let Some(column) = self.columns.get_mut(column).filter(|_| row < rows) {
            column.replace(row, rows, cell);
        }
    }

    /// Puts other codes in the place of those of a column; empty cells stay empty.
    pub(in crate::plan) fn recode(&mut self, column: usize, code: &dyn Fn(u32) -> u32) {
        if let Some(ColumnStore::Codes(codes)) = self.columns.get_mut(column) {
            codes.iter_mut().filter(|kept| **kept != EMPTY_CODE).for_each(|kept| *kept = code(*kept));
        }
    }

    /// Gives back what was held in reserve for further rows.
    pub(super) fn shrink(&mut self) {
        self.columns.iter_mut().for_each(ColumnStore::shrink);
    }

    /// What is in a cell; nothing where there is no such row or column.
    pub fn content(&self, row: u32, column: usize) -> Content<'_> {
        let Some(kind) = self.table.columns().get(column).map(|column| column.kind) else { return Content::Empty };
        let found = match self.column(column) {
            ColumnStore::Empty => None,
            ColumnStore::Numbers(numbers) => {
                numbers.get(row).and_then(|(value, form)| number_content(kind, value, form))
            }
            column @ ColumnStore::Codes(_) => column.code(row).and_then(|code| code_content(kind, code)),
            ColumnStore::Texts(texts) => texts.get(row).map(Content::Text),
        };
        found.unwrap_or(Content::Empty)
    }
}

fn number_content<'a>(kind: ColumnKind, value: Fixed, form: NumberForm) -> Option<Content<'a>> {
    use crate::plan::NumberType;
    Some(match kind {
        ColumnKind::Money => Content::Amount(<Amount as NumberType>::printed(value, form)),
        ColumnKind::Count => Content::Count(<Count as NumberType>::printed(value, form)),
        ColumnKind::Number => Content::Exact(<Decimal as NumberType>::printed(value, form)),
        ColumnKind::Measured => Content::Measured(<Measured as NumberType>::printed(value, form)),
        ColumnKind::Rate => Content::Rate(<Rate as NumberType>::printed(value, form)),
        _ => return None,
    })
}

fn code_content<'a>(kind: ColumnKind, code: u32) -> Option<Content<'a>> {
    Some(match kind {
        ColumnKind::MoneyUnit => Content::Unit(MoneyUnit::ALL.get(code as usize).copied()?),
        ColumnKind::Reference(_) => Content::Row(code),
        ColumnKind::Year => Content::Year(FinancialYear::starting(u16::try_from(code).ok()?)?),
        ColumnKind::Month => Content::Month(Month::at(code)),
        ColumnKind::Date => Content::Date(Date::of_code(code)?),
        ColumnKind::DueDate => Content::Due(DueDate::of_code(code)?),
        ColumnKind::Choice(_) => Content::Choice(code),
        ColumnKind::Flag => Content::Flag(code != 0),
        _ => return None,
    })
}
