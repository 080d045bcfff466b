use super::Table;
use super::column::ColumnKind;
use crate::quantity::{
    Amount, Count, Date, Decimal, Digits, DueDate, FinancialYear, Fixed, Measured, MoneyUnit, Month, Rate,
};
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

/// A type that a column can hold.
pub trait CellType: Sized {
    /// The kind of the column.
    const KIND: ColumnKind;
    /// Whether an empty cell is a problem.
    const REQUIRED: bool = true;

    /// The value that was read. What is of another type, or nothing, becomes what is first among the
    /// values of this type: it keeps the place in a file that cannot be used.
    fn from_content(content: Content<'_>) -> Self;

    /// What is in the cell, without its type.
    fn content(&self) -> Content<'_>;
}

/// What is in a cell. Not inlined: it is asked for every column of every table.
#[inline(never)]
pub(super) fn content_of(cell: &impl CellType) -> Content<'_> {
    cell.content()
}

/// What is in a cell, without its type: what all tables read, write and calculate with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content<'a> {
    /// Nothing.
    Empty,
    /// Words, an identifier, or line numbers.
    Text(&'a str),
    /// A printed number that was read and has no type yet.
    Digits(Digits),
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
    pub fn number(self) -> Option<(Fixed, Decimal)> {
        Some(match self {
            Self::Amount(amount) => (amount.fixed(), amount.half_unit()),
            Self::Count(count) => (count.fixed(), Decimal::ZERO),
            Self::Exact(number) => (number.into(), Decimal::ZERO),
            Self::Measured(number) => (number.fixed(), number.half_unit()),
            Self::Rate(rate) => (rate.fraction().into(), rate.half_unit()),
            _ => return None,
        })
    }

    /// Whether there is nothing.
    pub const fn is_empty(self) -> bool {
        matches!(self, Self::Empty)
    }

    /// The text that was read, or none.
    fn text(self) -> String {
        if let Self::Text(text) = self { text.to_owned() } else { String::new() }
    }

    /// The position of the word that was read among those of the column, or the first.
    pub(super) fn choice(self) -> usize {
        if let Self::Choice(position) = self { position as usize } else { 0 }
    }

    /// The position of the row that was read, or the first.
    fn row(self) -> u32 {
        if let Self::Row(position) = self { position } else { 0 }
    }
}

/// A reference to a row: the position of the row in its table.
pub struct Id<T> {
    index: u32,
    table: PhantomData<fn() -> T>,
}

/// The name by which other tables refer to a row.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Identifier(String);

/// The identifier of a figure, as it stands in a plan; what it means is found by the outcome.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FigureIdentifier(pub String);

/// Where a row is printed in the document of the plan.
///
/// `868-871` holds for the whole row; `activity 868; cost 853` says it for each column.
///
/// ```
/// use one_plan_model::plan::SourceLines;
/// let lines = SourceLines::read("activity 868; cost 853").unwrap();
/// assert_eq!(lines.of("cost"), Some("853"));
/// assert_eq!(SourceLines::read("922").unwrap().of("amount"), Some("922"));
/// assert!(SourceLines::read("page three").is_none());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceLines(String);

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

    /// Reads an identifier: small letters, digits and single hyphens between them.
    pub fn read(text: &str) -> Option<Self> {
        let word = |part: &str| {
            !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        };
        (text.len() <= Self::LONGEST && text.split('-').all(word)).then(|| Self(text.to_owned()))
    }

    /// The identifier as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl SourceLines {
    /// Reads line numbers for the row or for each of its columns.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let number = |part: &str| !part.is_empty() && part.len() <= 6 && part.bytes().all(|byte| byte.is_ascii_digit());
        let range = |part: &str| {
            let part = part.trim();
            part.split_once('-').map_or_else(|| number(part), |(first, last)| number(first) && number(last))
        };
        let understood = text.split(';').all(|entry| {
            let lines = entry.trim().rsplit_once(' ').map_or(entry, |(head, last)| {
                if head.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_') { last } else { entry }
            });
            lines.split(',').all(range)
        });
        understood.then(|| Self(text.to_owned()))
    }

    /// The lines for a column: its own, or those of the row.
    pub fn of(&self, column: &str) -> Option<&str> {
        Self::lines_of(&self.0, column)
    }

    /// The same for the text of a cell.
    pub(super) fn lines_of<'a>(text: &'a str, column: &str) -> Option<&'a str> {
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

/// Says for each simple type of cell its kind, and how it goes in and out of a [`Content`].
macro_rules! cell_types {
    ($($type:ty: $kind:ident, |$it:ident| $out:expr, $($content:pat => $in:expr),+;)*) => {
        $(impl CellType for $type {
            const KIND: ColumnKind = ColumnKind::$kind;
            fn from_content(content: Content<'_>) -> Self {
                match content {
                    $($content => $in,)+
                }
            }
            fn content(&self) -> Content<'_> {
                let $it = self;
                $out
            }
        })*
    };
}

cell_types! {
    MoneyUnit: MoneyUnit, |it| Content::Unit(*it), Content::Unit(unit) => unit, _ => Self::Pounds;
    Amount: Money, |it| Content::Amount(*it), Content::Amount(amount) => amount, _ => Self::NOTHING;
    Count: Count, |it| Content::Count(*it), Content::Digits(digits) => Self::printed(digits), _ => Self::NOTHING;
    Decimal: Number, |it| Content::Exact(*it), Content::Digits(digits) => digits.number(), _ => Self::ZERO;
    Measured: Number, |it| Content::Measured(*it), Content::Digits(digits) => Self::printed(digits), _ => Self::NOTHING;
    Rate: Rate, |it| Content::Rate(*it), Content::Rate(rate) => rate, _ => Self::percent(Decimal::ZERO);
    FinancialYear: Year, |it| Content::Year(*it), Content::Year(year) => year, _ => Self::FIRST;
    Month: Month, |it| Content::Month(*it), Content::Month(month) => month, _ => Self::FIRST;
    Date: Date, |it| Content::Date(*it), Content::Date(date) => date, _ => Month::FIRST.first_day();
    DueDate: DueDate, |it| Content::Due(*it), Content::Due(due) => due, _ => Self::Year(FinancialYear::FIRST);
    bool: Flag, |it| Content::Flag(*it), Content::Flag(flag) => flag, _ => false;
    Identifier: Identifier, |it| Content::Text(&it.0), content => Self(content.text());
    String: Text, |it| Content::Text(it), content => content.text();
    SourceLines: SourceLines, |it| Content::Text(&it.0), content => Self(content.text());
    FigureIdentifier: FigureIdentifier, |it| Content::Text(&it.0), content => Self(content.text());
}

impl<T: CellType> CellType for Option<T> {
    const KIND: ColumnKind = T::KIND;
    const REQUIRED: bool = false;
    fn from_content(content: Content<'_>) -> Self {
        (!content.is_empty()).then(|| T::from_content(content))
    }
    fn content(&self) -> Content<'_> {
        self.as_ref().map_or(Content::Empty, CellType::content)
    }
}

/// A row type of a table that other tables can refer to.
pub trait NamedRow {
    /// Its table.
    const TABLE: Table;
}

impl<T: NamedRow> CellType for Id<T> {
    const KIND: ColumnKind = ColumnKind::Reference(T::TABLE);
    fn from_content(content: Content<'_>) -> Self {
        Self::at(content.row())
    }
    fn content(&self) -> Content<'_> {
        Content::Row(self.index)
    }
}
