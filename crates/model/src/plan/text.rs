//! How cells are read from text and written as text, by the kind of their column.

use super::column::ColumnKind;
use super::{CellType, Column, Content, Identifier, Names, SourceLines, Table};
use crate::quantity::{
    Amount, Date, Decimal, Digits, DigitsError, DueDate, Fault, FinancialYear, MoneyUnit, Month, Rate,
};
use std::iter::Enumerate;
use std::slice::Iter;

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
struct RowContext<'r> {
    /// The unit of the money columns of the row.
    unit: Option<MoneyUnit>,
    /// The identifiers of all tables.
    names: &'r Names,
}

/// Gives the cells of a row of a file, one after the other, as what they mean. Reports every cell that
/// cannot be used: the row keeps its place all the same, for nothing is computed from such a file.
pub struct RowReader<'r, 'a> {
    columns: Enumerate<Iter<'static, Column>>,
    context: RowContext<'r>,
    input: &'r mut dyn FnMut(usize) -> Option<CellInput<'a>>,
    report: &'r mut dyn FnMut(usize, CellProblem),
}

impl<'r, 'a> RowReader<'r, 'a> {
    /// Reads a row of a table from its inputs, by the position of the column.
    pub(super) fn new(
        table: Table,
        names: &'r Names,
        unit: Option<MoneyUnit>,
        input: &'r mut dyn FnMut(usize) -> Option<CellInput<'a>>,
        report: &'r mut dyn FnMut(usize, CellProblem),
    ) -> Self {
        Self { columns: table.columns().iter().enumerate(), context: RowContext { unit, names }, input, report }
    }

    /// The cell of the next column, as what the row holds.
    // Not inlined: it is called for every column of every table.
    #[inline(never)]
    pub fn cell<T: CellType>(&mut self) -> T {
        T::from_content(self.next())
    }

    fn next(&mut self) -> Content<'a> {
        let Some((at, column)) = self.columns.next() else { return Content::Empty };
        let problem = match (self.input)(at) {
            Some(input) => match read(column.kind, input, self.context) {
                Ok(content) => return content,
                Err(problem) => problem,
            },
            None if column.required => problem("this cell is empty", column.kind),
            None => return Content::Empty,
        };
        (self.report)(at, problem);
        Content::Empty
    }
}

/// Understands a cell of a column.
fn read<'a>(kind: ColumnKind, input: CellInput<'a>, context: RowContext<'_>) -> Result<Content<'a>, CellProblem> {
    let text = || text_of(input, kind);
    let unusable = |text: &str| problem(format!("this cannot be used: \"{}\"", shortened(text)), kind);
    // A text that must be of a form, and what it means.
    let of_form = |understood: fn(&'a str) -> Option<Content<'a>>| {
        text().and_then(|text| understood(text).ok_or_else(|| unusable(text)))
    };
    match kind {
        ColumnKind::Identifier => of_form(|text| Identifier::read(text).map(|_| Content::Text(text))),
        ColumnKind::Text => of_form(|text| Some(text.trim()).filter(|text| !text.is_empty()).map(Content::Text)),
        ColumnKind::SourceLines => of_form(|text| SourceLines::read(text).map(|_| Content::Text(text.trim()))),
        ColumnKind::FigureIdentifier => {
            of_form(|text| text.split('.').all(|part| Identifier::read(part).is_some()).then_some(Content::Text(text)))
        }
        ColumnKind::MoneyUnit => of_form(|text| MoneyUnit::read(text).map(Content::Unit)),
        ColumnKind::Month => of_form(|text| Month::read(text).ok().map(Content::Month)),
        ColumnKind::Date => of_form(|text| Date::read(text).map(Content::Date)),
        ColumnKind::DueDate => of_form(|text| DueDate::read(text).map(Content::Due)),
        ColumnKind::Year => {
            let text = text()?;
            FinancialYear::read(text)
                .map(Content::Year)
                .map_err(|error| problem(format!("{error}: \"{}\"", shortened(text)), kind))
        }
        ColumnKind::Reference(table) => {
            let text = text()?.trim();
            context.names.find(table, text).map(Content::Row).ok_or_else(|| {
                problem(format!("the table \"{}\" has no row \"{}\"", table.name(), shortened(text)), kind)
            })
        }
        ColumnKind::Choice(choices) => {
            let text = text()?.trim();
            let position = choices.iter().position(|choice| choice.word == text);
            position
                .and_then(|position| u32::try_from(position).ok())
                .map(Content::Choice)
                .ok_or_else(|| problem(format!("\"{}\" is not one of the words of this column", shortened(text)), kind))
        }
        ColumnKind::Count | ColumnKind::Number => digits_of(input, kind).map(Content::Digits),
        ColumnKind::Money => {
            let digits = digits_of(input, kind)?;
            let unit = context.unit.ok_or_else(|| CellProblem {
                what: "this amount has no unit, because the column \"unit\" of its row is empty or cannot be used"
                    .into(),
                expected: "£, £000 or £m in the column \"unit\"".into(),
            })?;
            Amount::printed(digits, unit).map(Content::Amount).map_err(|fault: Fault| problem(fault.to_string(), kind))
        }
        ColumnKind::Rate => {
            let text = match input {
                CellInput::Text(text) | CellInput::ExactNumber(text) | CellInput::InexactNumber(text) => text,
                CellInput::Truth(truth) => return Err(problem(format!("{truth} stands where a rate belongs"), kind)),
            };
            Rate::read(text)
                .map(Content::Rate)
                .map_err(|error| problem(format!("{error} with a % sign: \"{}\"", shortened(text)), kind))
        }
        ColumnKind::Flag => match input {
            CellInput::Truth(truth) => Ok(Content::Flag(truth)),
            CellInput::Text("yes") => Ok(Content::Flag(true)),
            CellInput::Text("no") => Ok(Content::Flag(false)),
            CellInput::Text(text) | CellInput::ExactNumber(text) | CellInput::InexactNumber(text) => {
                Err(problem(format!("this is neither yes nor no: \"{}\"", shortened(text)), kind))
            }
        },
    }
}

/// The text that reads back as the same content; `None` for an empty cell.
pub(super) fn write(kind: ColumnKind, content: Content<'_>, names: &Names) -> Option<String> {
    Some(match (content, kind) {
        (Content::Empty, _) => return None,
        (Content::Text(text), _) => text.to_owned(),
        (Content::Digits(digits), _) => digits.to_string(),
        (Content::Amount(amount), _) => amount.digits().to_string(),
        (Content::Unit(unit), _) => unit.symbol().to_owned(),
        (Content::Count(count), _) => count.to_string(),
        (Content::Exact(number), _) => Decimal::to_string(&number),
        (Content::Measured(number), _) => number.to_string(),
        (Content::Rate(rate), _) => rate.to_string(),
        (Content::Row(row), ColumnKind::Reference(table)) => names.identifier(table, row)?.to_owned(),
        (Content::Year(year), _) => year.to_string(),
        (Content::Choice(position), ColumnKind::Choice(choices)) => choices.get(position as usize)?.word.to_owned(),
        (Content::Flag(flag), _) => if flag { "yes" } else { "no" }.to_owned(),
        (Content::Month(month), _) => month.to_string(),
        (Content::Date(date), _) => date.to_string(),
        (Content::Due(due), _) => due.to_string(),
        (Content::Row(_) | Content::Choice(_), _) => return None,
    })
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
