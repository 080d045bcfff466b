use super::columns::{ColumnStore, EMPTY_CODE, StoredCell};
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
