use super::column::ColumnKind;
use super::number_cell::{NumberCell, NumberForm, NumberType};
use super::store::TableStore;
use crate::quantity::{Amount, Count, Date, Decimal, DueDate, FinancialYear, Fixed, Measured, MoneyUnit, Month, Rate};
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

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
    pub(super) store: &'a TableStore,
    pub(super) row: u32,
    pub(super) column: u8,
}

impl<'a> CellPosition<'a> {
    /// The code of the cell; nothing where it is empty.
    #[inline(always)]
    pub(super) fn code(self) -> Option<u32> {
        self.store.column(self.column.into()).code(self.row)
    }

    #[inline(always)]
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

/// What is in a cell, without its type: what all tables read, write and calculate with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content<'a> {
    /// Nothing.
    Empty,
    /// Words, an identifier, or line numbers.
    Text(&'a str),
    /// Money.
    Amount(Amount),
    /// The unit of money.
    Unit(MoneyUnit),
    /// A number of things.
    Count(Count),
    /// A number that is meant exactly.
    Exact(Decimal),
    /// A number that is printed rounded.
    Measured(Measured),
    /// A share.
    Rate(Rate),
    /// The position of a row of another table.
    Row(u32),
    /// A financial year.
    Year(FinancialYear),
    /// The position of a word among those of the column.
    Choice(u32),
    /// Yes or no.
    Flag(bool),
    /// A calendar month.
    Month(Month),
    /// A calendar date.
    Date(Date),
    /// When something is due.
    Due(DueDate),
}

impl Content<'_> {
    /// What a figure can be about: a row, a choice, a year by its start, yes or no as 1 or 0, a month,
    /// or the month in which something is due.
    pub fn subject(self) -> Option<u32> {
        match self {
            Self::Row(subject) | Self::Choice(subject) => Some(subject),
            Self::Year(year) => Some(u32::from(year.start())),
            Self::Flag(flag) => Some(u32::from(flag)),
            Self::Month(month) => Some(month.index()),
            Self::Due(due) => Some(due.last_day().month().index()),
            _ => None,
        }
    }

    /// For money, counts, numbers and shares: pounds, things or a fraction, and half a unit of the
    /// last printed place.
    pub fn number(self) -> Option<(Fixed, Fixed)> {
        Some(match self {
            Self::Amount(amount) => (amount.fixed(), amount.half_unit().into()),
            Self::Count(count) => (count.fixed(), Fixed::ZERO),
            Self::Exact(number) => (number.into(), Fixed::ZERO),
            Self::Measured(number) => (number.fixed(), number.half_unit().into()),
            Self::Rate(rate) => (rate.fraction().into(), rate.half_unit().into()),
            _ => return None,
        })
    }

    /// Whether there is nothing.
    pub const fn is_empty(self) -> bool {
        matches!(self, Self::Empty)
    }
}

/// A reference to a row: the position of the row in its table.
pub struct Id<T> {
    index: u32,
    table: PhantomData<fn() -> T>,
}

/// The name by which other tables refer to a row: the type of a column, and the form of its text.
#[derive(Clone, Copy, Debug)]
pub struct Identifier;

/// The identifier of a figure, as it stands in a plan: the type of a column. What it means is found by the outcome.
#[derive(Clone, Copy, Debug)]
pub struct FigureIdentifier;

/// Where a row is printed in the document of the plan: the type of a column, and the form of its text.
///
/// `868-871` holds for the whole row; `activity 868; cost 853` says it for each column.
///
/// ```
/// use one_plan_model::plan::SourceLines;
/// assert_eq!(SourceLines::lines_of("activity 868; cost 853", "cost"), Some("853"));
/// assert_eq!(SourceLines::lines_of("922", "amount"), Some("922"));
/// assert!(!SourceLines::accepts("page three"));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct SourceLines;

impl<T> Id<T> {
    /// The reference to the row at a position.
    #[inline(always)]
    pub const fn at(index: u32) -> Self {
        Self { index, table: PhantomData }
    }

    /// The position of the row, counted from zero.
    #[inline(always)]
    pub const fn index(self) -> u32 {
        self.index
    }

    /// The position, for looking into a list.
    #[inline(always)]
    pub const fn position(self) -> usize {
        self.index as usize
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Id<T> {}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index
    }
}
impl<T> Eq for Id<T> {}
impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.index.hash(state);
    }
}
impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "row {}", u64::from(self.index) + 1)
    }
}

impl Identifier {
    /// Longest identifier that is accepted.
    pub const LONGEST: usize = 100;

    /// Whether a text is an identifier: small letters, digits and single hyphens between them.
    ///
    /// ```
    /// use one_plan_model::plan::Identifier;
    /// assert!(Identifier::accepts("planned-care"));
    /// assert!(!Identifier::accepts("Planned care"));
    /// ```
    pub fn accepts(text: &str) -> bool {
        let word = |part: &str| {
            !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        };
        text.len() <= Self::LONGEST && text.split('-').all(word)
    }
}

impl SourceLines {
    /// Whether a text is line numbers for the row or for each of its columns.
    pub fn accepts(text: &str) -> bool {
        let text = text.trim();
        let number = |part: &str| !part.is_empty() && part.len() <= 6 && part.bytes().all(|byte| byte.is_ascii_digit());
        let range = |part: &str| {
            let part = part.trim();
            part.split_once('-').map_or_else(|| number(part), |(first, last)| number(first) && number(last))
        };
        text.split(';').all(|entry| {
            let lines = entry.trim().rsplit_once(' ').map_or(entry, |(head, last)| {
                if head.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_') { last } else { entry }
            });
            lines.split(',').all(range)
        })
    }

    /// The lines for a column in the text of a cell: its own, or those of the row.
    pub fn lines_of<'a>(text: &'a str, column: &str) -> Option<&'a str> {
        let mut of_row = None;
        for entry in text.split(';').map(str::trim) {
            match entry.split_once(' ') {
                Some((name, lines)) if name == column => return Some(lines),
                Some((name, _)) if name.bytes().any(|byte| byte.is_ascii_lowercase()) => {}
                _ => of_row = Some(entry),
            }
        }
        of_row
    }
}

/// Says for each type that is kept as a code its kind, how it is read from the code, and what an empty cell counts as.
macro_rules! code_cells {
    ($($type:ty: $kind:ident, $read:expr, $missing:expr;)*) => {
        $(impl CellType for $type {
            const KIND: ColumnKind = ColumnKind::$kind;
            type Value<'a> = Self;
            #[inline(always)]
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
            #[inline(always)]
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
    #[inline(always)]
    fn read(cell: CellPosition<'_>) -> Option<Option<T::Value<'_>>> {
        Some(T::read(cell))
    }
    #[inline(always)]
    fn missing(_: CellPosition<'_>) -> Option<T::Value<'_>> {
        None
    }
}

/// A table to whose rows other tables can refer.
pub trait NamedRow: super::RowType {}

impl<T: NamedRow> CellType for Id<T> {
    const KIND: ColumnKind = ColumnKind::Reference(T::TABLE);
    type Value<'a> = Self;
    #[inline(always)]
    fn read(cell: CellPosition<'_>) -> Option<Self> {
        cell.code().map(Self::at)
    }
    fn missing(_: CellPosition<'_>) -> Self {
        Self::at(0)
    }
}
