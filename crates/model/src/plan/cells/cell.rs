use super::id::Id;
use super::identifier::{FigureIdentifier, Identifier};
use super::number_cell::{NumberCell, NumberForm, NumberType};
use super::source_lines::SourceLines;
use crate::plan::{ColumnKind, NamedRow, TableStore};
use crate::quantity::{Amount, Count, Date, Decimal, DueDate, FinancialYear, Fixed, Measured, MoneyUnit, Month, Rate};

/// A type that a column can hold.
pub trait CellType {
    /// The kind of the column.
    const KIND: ColumnKind;
    /// Whether an empty cell is a problem.
    const REQUIRED: bool = true;
    /// What a cell of the column gives.
    type Value<'a>;

    /// What is in a cell; nothing where it is empty.
    fn read(cell: CellPosition<'_>) -> Option<Self::Value<'_>>;

    /// What an empty cell counts as in a column that must be filled: a plan that was read has none.
    fn missing(cell: CellPosition<'_>) -> Self::Value<'_>;
}

/// Where a cell lies in a table.
#[derive(Clone, Copy, Debug)]
pub struct CellPosition<'a> {
    pub(in crate::plan) store: &'a TableStore,
    pub(in crate::plan) row: u32,
    pub(in crate::plan) column: u8,
}

impl<'a> CellPosition<'a> {
    /// The code of the cell; nothing where it is empty.
    #[inline]
    pub(in crate::plan) fn code(self) -> Option<u32> {
        self.store.column(self.column.into()).code(self.row)
    }

    #[inline]
    fn number<T: NumberType>(self) -> Option<NumberCell<T>> {
        let (value, form) = self.store.column(self.column.into()).number(self.row)?;
        Some(NumberCell::new(value, form, self.store.table(), self.row, self.column))
    }

    fn no_number<T: NumberType>(self) -> NumberCell<T> {
        NumberCell::new(Fixed::ZERO, NumberForm::new(0, None, false), self.store.table(), self.row, self.column)
    }

    fn text(self) -> Option<&'a str> {
        self.store.column(self.column.into()).text(self.row)
    }
}

/// Says for each type that is kept as a code its kind, how it is read from the code, and what an empty cell counts as.
macro_rules! code_cells {
    ($($type:ty: $kind:ident, $read:expr, $missing:expr;)*) => {
        $(impl CellType for $type {
            const KIND: ColumnKind = ColumnKind::$kind;
            type Value<'a> = Self;
            #[inline]
            fn read(cell: CellPosition<'_>) -> Option<Self> {
                cell.code().and_then($read)
            }
            fn missing(_: CellPosition<'_>) -> Self {
                $missing
            }
        })*
    };
}

code_cells! {
    MoneyUnit: MoneyUnit, |code| Self::ALL.get(code as usize).copied(), Self::Pounds;
    FinancialYear: Year, |code| Self::starting(u16::try_from(code).ok()?), Self::FIRST;
    Month: Month, |code| Some(Self::at(code)), Self::FIRST;
    Date: Date, Self::of_code, Month::FIRST.first_day();
    DueDate: DueDate, Self::of_code, Self::Year(FinancialYear::FIRST);
    bool: Flag, |code| Some(code != 0), false;
}

/// The same for numbers.
macro_rules! number_cells {
    ($($type:ty: $kind:ident;)*) => {
        $(impl CellType for $type {
            const KIND: ColumnKind = ColumnKind::$kind;
            type Value<'a> = NumberCell<Self>;
            #[inline]
            fn read(cell: CellPosition<'_>) -> Option<NumberCell<Self>> {
                cell.number()
            }
            fn missing(cell: CellPosition<'_>) -> NumberCell<Self> {
                cell.no_number()
            }
        })*
    };
}

number_cells! {
    Amount: Money;
    Count: Count;
    Decimal: Number;
    Measured: Measured;
    Rate: Rate;
}

/// The same for texts.
macro_rules! text_cells {
    ($($type:ty: $kind:ident;)*) => {
        $(impl CellType for $type {
            const KIND: ColumnKind = ColumnKind::$kind;
            type Value<'a> = &'a str;
            fn read(cell: CellPosition<'_>) -> Option<&str> {
                cell.text()
            }
            fn missing(_: CellPosition<'_>) -> &str {
                ""
            }
        })*
    };
}

text_cells! {
    Identifier: Identifier;
    String: Text;
    SourceLines: SourceLines;
    FigureIdentifier: FigureIdentifier;
}

impl<T: CellType> CellType for Option<T> {
    const KIND: ColumnKind = T::KIND;
    const REQUIRED: bool = false;
    type Value<'a> = Option<T::Value<'a>>;
    #[inline]
    fn read(cell: CellPosition<'_>) -> Option<Option<T::Value<'_>>> {
        Some(T::read(cell))
    }
    #[inline]
    fn missing(_: CellPosition<'_>) -> Option<T::Value<'_>> {
        None
    }
}

impl<T: NamedRow> CellType for Id<T> {
    const KIND: ColumnKind = ColumnKind::Reference(T::TABLE);
    type Value<'a> = Self;
    #[inline]
    fn read(cell: CellPosition<'_>) -> Option<Self> {
        cell.code().map(Self::at)
    }
    fn missing(_: CellPosition<'_>) -> Self {
        Self::at(0)
    }
}
