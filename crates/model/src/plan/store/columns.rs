use crate::plan::NumberForm;
use crate::quantity::Fixed;

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

/// The number that goes into a column of numbers; that of an empty cell is nothing.
const fn number_in(cell: Option<StoredCell<'_>>) -> (Fixed, NumberForm) {
    match cell {
        Some(StoredCell::Number(value, form)) => (value, form),
        _ => (Fixed::ZERO, NumberForm::EMPTY),
    }
}

impl ColumnStore {
    /// Adds a cell after so many rows.
    pub(super) fn push(&mut self, rows: u32, cell: Option<StoredCell<'_>>) {
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
                let (value, form) = number_in(cell);
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

    pub(super) fn replace(&mut self, row: u32, rows: u32, cell: Option<StoredCell<'_>>) {
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
                let (value, form) = number_in(cell);
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

    pub(super) fn shrink(&mut self) {
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
