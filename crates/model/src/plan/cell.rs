use super::column::ColumnKind;
use super::{Choice, Names, Table};
use crate::quantity::{
    Amount, Count, Date, Decimal, Digits, DigitsError, DueDate, Fault, FinancialYear, Fixed, Measured, MoneyUnit,
    Month, Rate,
};
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

/// What stands in one cell of a file, before it is understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellInput<'a> {
    /// Text.
    Text(&'a str),
    /// A number that the file format holds exactly: a whole number below 2^53.
    ExactNumber(&'a str),
    /// A number that may have lost digits on its way into the file.
    InexactNumber(&'a str),
    /// True or false.
    Truth(bool),
}

/// Why a cell cannot be used, and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellProblem {
    /// What is wrong.
    pub what: String,
    /// What was expected instead.
    pub expected: String,
}

/// What the cells of one row may need to know of the rest of the file.
#[derive(Clone, Copy, Debug)]
pub struct RowContext<'a> {
    /// The unit of the money columns of the row.
    pub unit: Option<MoneyUnit>,
    /// The identifiers of all tables.
    pub names: &'a Names,
}

/// A type that a column can hold.
pub trait CellType: Sized {
    /// The kind of the column.
    const KIND: ColumnKind;
    /// Whether an empty cell is a problem.
    const REQUIRED: bool = true;

    /// What stands in a row before the cell is filled; for a column that may be empty: nothing.
    fn blank() -> Self;

    /// Understands a cell.
    fn read(input: CellInput<'_>, context: RowContext<'_>) -> Result<Self, CellProblem>;

    /// What is in the cell, for rules that are the same for all tables.
    fn content(&self) -> Content<'_>;

    /// The text that reads back as this value; `None` leaves the cell out.
    fn write(&self, names: &Names) -> Option<String>;
}

/// What is in a cell, without its type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content<'a> {
    /// Nothing.
    Empty,
    /// Pounds, things or a fraction; with half a unit of the last printed place.
    Number(Fixed, Decimal),
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
    /// When something is due: a day, a month, or a year.
    Due(DueDate),
    /// Words.
    Text(&'a str),
}

/// A cell of any type, as tables are read and written.
pub trait Cell {
    /// Fills the cell; an empty input is a problem where the cell must not be empty.
    fn fill(&mut self, input: Option<CellInput<'_>>, context: RowContext<'_>) -> Result<(), CellProblem>;

    /// What is in the cell.
    fn content(&self) -> Content<'_>;

    /// The text that reads back as the same value; `None` for an empty cell.
    fn write(&self, names: &Names) -> Option<String>;
}

impl<T: CellType> Cell for T {
    fn fill(&mut self, input: Option<CellInput<'_>>, context: RowContext<'_>) -> Result<(), CellProblem> {
        match input {
            Some(input) => *self = T::read(input, context)?,
            None if T::REQUIRED => return Err(problem("this cell is empty", T::KIND)),
            None => {}
        }
        Ok(())
    }

    fn content(&self) -> Content<'_> {
        CellType::content(self)
    }

    fn write(&self, names: &Names) -> Option<String> {
        CellType::write(self, names)
    }
}

/// The position of the word of a choice column that stands in a cell.
pub(super) fn read_choice(input: CellInput<'_>, choices: &'static [Choice]) -> Result<usize, CellProblem> {
    let kind = ColumnKind::Choice(choices);
    let text = text_of(input, kind)?.trim();
    choices
        .iter()
        .position(|choice| choice.word == text)
        .ok_or_else(|| problem(format!("\"{}\" is not one of the words of this column", shortened(text)), kind))
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

fn problem(what: impl Into<String>, kind: ColumnKind) -> CellProblem {
    CellProblem { what: what.into(), expected: kind.expected() }
}

/// A text shortened for a message, so that a cell of 100,000 digits does not fill the screen.
pub(crate) fn shortened(text: &str) -> String {
    const LONGEST: usize = 40;
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let start: String = text.chars().take(LONGEST).collect();
    format!("{start}… ({} characters)", text.chars().count())
}

fn text_of(input: CellInput<'_>, kind: ColumnKind) -> Result<&str, CellProblem> {
    match input {
        CellInput::Text(text) => Ok(text),
        CellInput::ExactNumber(text) | CellInput::InexactNumber(text) => {
            Err(problem(format!("the number {} stands where text belongs", shortened(text)), kind))
        }
        CellInput::Truth(truth) => Err(problem(format!("{truth} stands where text belongs"), kind)),
    }
}

fn digits_of(input: CellInput<'_>, kind: ColumnKind) -> Result<Digits, CellProblem> {
    let text = match input {
        CellInput::Text(text) | CellInput::ExactNumber(text) => text,
        CellInput::InexactNumber(text) => {
            return Err(problem(
                format!("the number {} may have lost digits, because it is not written as text", shortened(text)),
                kind,
            ));
        }
        CellInput::Truth(truth) => return Err(problem(format!("{truth} stands where a number belongs"), kind)),
    };
    Digits::read(text).map_err(|error| match error {
        DigitsError::Empty => problem(error.to_string(), kind),
        _ => problem(format!("{error}: \"{}\"", shortened(text)), kind),
    })
}

macro_rules! read_text_as {
    ($type:ty, $kind:expr, $blank:expr, $read:expr, $write:expr, |$this:ident| $content:expr) => {
        impl CellType for $type {
            const KIND: ColumnKind = $kind;
            fn blank() -> Self {
                $blank
            }
            fn content(&self) -> Content<'_> {
                let $this = self;
                $content
            }
            fn read(input: CellInput<'_>, _context: RowContext<'_>) -> Result<Self, CellProblem> {
                let text = text_of(input, Self::KIND)?;
                $read(text).ok_or_else(|| problem(format!("this cannot be used: \"{}\"", shortened(text)), Self::KIND))
            }
            fn write(&self, _names: &Names) -> Option<String> {
                Some($write(self))
            }
        }
    };
}

read_text_as!(
    Identifier,
    ColumnKind::Identifier,
    Self(String::new()),
    Self::read,
    |identifier: &Self| identifier.0.clone(),
    |identifier| Content::Text(&identifier.0)
);
read_text_as!(String, ColumnKind::Text, Self::new(), non_empty, Self::clone, |text| Content::Text(text));
read_text_as!(
    MoneyUnit,
    ColumnKind::MoneyUnit,
    Self::Pounds,
    Self::read,
    |unit: &Self| unit.symbol().to_owned(),
    |unit| Content::Text(unit.symbol())
);
read_text_as!(
    SourceLines,
    ColumnKind::SourceLines,
    Self(String::new()),
    Self::read,
    |lines: &Self| lines.0.clone(),
    |lines| Content::Text(&lines.0)
);
read_text_as!(
    FigureIdentifier,
    ColumnKind::FigureIdentifier,
    Self(String::new()),
    figure_identifier,
    |figure: &Self| figure.0.clone(),
    |figure| Content::Text(&figure.0)
);
read_text_as!(
    Month,
    ColumnKind::Month,
    FinancialYear::FIRST.first_month(),
    |text| Self::read(text).ok(),
    Self::to_string,
    |month| Content::Month(*month)
);
read_text_as!(
    Date,
    ColumnKind::Date,
    FinancialYear::FIRST.first_month().first_day(),
    Self::read,
    Self::to_string,
    |date| Content::Date(*date)
);
read_text_as!(DueDate, ColumnKind::DueDate, Self::Year(FinancialYear::FIRST), Self::read, Self::to_string, |due| {
    Content::Due(*due)
});

fn non_empty(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

fn figure_identifier(text: &str) -> Option<FigureIdentifier> {
    text.split('.').all(|part| Identifier::read(part).is_some()).then(|| FigureIdentifier(text.to_owned()))
}

impl CellType for FinancialYear {
    const KIND: ColumnKind = ColumnKind::Year;
    fn blank() -> Self {
        Self::FIRST
    }
    fn content(&self) -> Content<'_> {
        Content::Year(*self)
    }
    fn read(input: CellInput<'_>, _context: RowContext<'_>) -> Result<Self, CellProblem> {
        let text = text_of(input, Self::KIND)?;
        Self::read(text).map_err(|error| problem(format!("{error}: \"{}\"", shortened(text)), Self::KIND))
    }
    fn write(&self, _names: &Names) -> Option<String> {
        Some(self.to_string())
    }
}

impl CellType for Rate {
    const KIND: ColumnKind = ColumnKind::Rate;
    fn blank() -> Self {
        Self::percent(Decimal::ZERO)
    }
    fn content(&self) -> Content<'_> {
        Content::Number(self.fraction().into(), (*self).half_unit())
    }
    fn read(input: CellInput<'_>, _context: RowContext<'_>) -> Result<Self, CellProblem> {
        let text = match input {
            CellInput::Text(text) | CellInput::ExactNumber(text) | CellInput::InexactNumber(text) => text,
            CellInput::Truth(truth) => return Err(problem(format!("{truth} stands where a rate belongs"), Self::KIND)),
        };
        Self::read(text).map_err(|error| problem(format!("{error} with a % sign: \"{}\"", shortened(text)), Self::KIND))
    }
    fn write(&self, _names: &Names) -> Option<String> {
        Some(self.to_string())
    }
}

impl CellType for Amount {
    const KIND: ColumnKind = ColumnKind::Money;
    fn blank() -> Self {
        Self::NOTHING
    }
    fn content(&self) -> Content<'_> {
        Content::Number(self.fixed(), (*self).half_unit())
    }
    fn read(input: CellInput<'_>, context: RowContext<'_>) -> Result<Self, CellProblem> {
        let digits = digits_of(input, Self::KIND)?;
        let unit = context.unit.ok_or_else(|| CellProblem {
            what: "this amount has no unit, because the column \"unit\" of its row is empty or cannot be used".into(),
            expected: "£, £000 or £m in the column \"unit\"".into(),
        })?;
        Self::printed(digits, unit).map_err(|fault: Fault| problem(fault.to_string(), Self::KIND))
    }
    fn write(&self, _names: &Names) -> Option<String> {
        Some(self.digits().to_string())
    }
}

impl CellType for Count {
    const KIND: ColumnKind = ColumnKind::Count;
    fn blank() -> Self {
        Self::NOTHING
    }
    fn content(&self) -> Content<'_> {
        Content::Number(self.fixed(), Decimal::ZERO)
    }
    fn read(input: CellInput<'_>, _context: RowContext<'_>) -> Result<Self, CellProblem> {
        digits_of(input, Self::KIND).map(Self::printed)
    }
    fn write(&self, _names: &Names) -> Option<String> {
        Some(self.to_string())
    }
}

impl CellType for Decimal {
    const KIND: ColumnKind = ColumnKind::Number;
    fn blank() -> Self {
        Self::ZERO
    }
    fn content(&self) -> Content<'_> {
        Content::Number((*self).into(), Self::ZERO)
    }
    fn read(input: CellInput<'_>, _context: RowContext<'_>) -> Result<Self, CellProblem> {
        digits_of(input, Self::KIND).map(Digits::number)
    }
    fn write(&self, _names: &Names) -> Option<String> {
        Some(self.to_string())
    }
}

impl CellType for bool {
    const KIND: ColumnKind = ColumnKind::Flag;
    fn blank() -> Self {
        false
    }
    fn content(&self) -> Content<'_> {
        Content::Flag(*self)
    }
    fn read(input: CellInput<'_>, _context: RowContext<'_>) -> Result<Self, CellProblem> {
        match input {
            CellInput::Truth(truth) => Ok(truth),
            CellInput::Text("yes") => Ok(true),
            CellInput::Text("no") => Ok(false),
            CellInput::Text(text) | CellInput::ExactNumber(text) | CellInput::InexactNumber(text) => {
                Err(problem(format!("this is neither yes nor no: \"{}\"", shortened(text)), Self::KIND))
            }
        }
    }
    fn write(&self, _names: &Names) -> Option<String> {
        Some(if *self { "yes" } else { "no" }.to_owned())
    }
}

impl CellType for Measured {
    const KIND: ColumnKind = ColumnKind::Number;
    fn blank() -> Self {
        Self::NOTHING
    }
    fn content(&self) -> Content<'_> {
        Content::Number(self.fixed(), self.half_unit())
    }
    fn read(input: CellInput<'_>, _context: RowContext<'_>) -> Result<Self, CellProblem> {
        digits_of(input, Self::KIND).map(Self::printed)
    }
    fn write(&self, _names: &Names) -> Option<String> {
        Some(self.to_string())
    }
}

impl<T: CellType> CellType for Option<T> {
    const KIND: ColumnKind = T::KIND;
    const REQUIRED: bool = false;
    fn blank() -> Self {
        None
    }
    fn content(&self) -> Content<'_> {
        self.as_ref().map_or(Content::Empty, CellType::content)
    }
    fn read(input: CellInput<'_>, context: RowContext<'_>) -> Result<Self, CellProblem> {
        T::read(input, context).map(Some)
    }
    fn write(&self, names: &Names) -> Option<String> {
        self.as_ref().and_then(|value| CellType::write(value, names))
    }
}

/// A row type of a table that other tables can refer to.
pub trait NamedRow {
    /// Its table.
    const TABLE: Table;
}

fn read_reference(table: Table, input: CellInput<'_>, context: RowContext<'_>) -> Result<u32, CellProblem> {
    let kind = ColumnKind::Reference(table);
    let text = text_of(input, kind)?.trim();
    context
        .names
        .find(table, text)
        .ok_or_else(|| problem(format!("the table \"{}\" has no row \"{}\"", table.name(), shortened(text)), kind))
}

impl<T: NamedRow> CellType for Id<T> {
    const KIND: ColumnKind = ColumnKind::Reference(T::TABLE);
    fn blank() -> Self {
        Self::at(0)
    }
    fn content(&self) -> Content<'_> {
        Content::Row(self.index)
    }
    fn read(input: CellInput<'_>, context: RowContext<'_>) -> Result<Self, CellProblem> {
        read_reference(T::TABLE, input, context).map(Self::at)
    }
    fn write(&self, names: &Names) -> Option<String> {
        names.identifier(T::TABLE, self.index).map(str::to_owned)
    }
}
