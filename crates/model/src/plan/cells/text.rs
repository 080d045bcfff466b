//! How cells are read from text and written as text, by the kind of their column.

use super::content::Content;
use super::identifier::Identifier;
use super::instead::instead_of;
use super::number_cell::NumberForm;
use super::shortened::shortened;
use super::slip::did_you_mean;
use super::source_lines::SourceLines;
use crate::plan::store::StoredCell;
use crate::plan::{Choice, ColumnKind, Plan, Table, TableStore};
use crate::quantity::{Date, Decimal, DigitsError, DueDate, FinancialYear, Fixed, MoneyUnit, Month, Scanned, scan};

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

/// What a cell means, as far as it can be told without the rest of the file.
pub(in crate::plan) enum Understood<'a> {
    /// It is ready to be kept.
    Cell(StoredCell<'a>),
    /// It names a row of a table.
    Name(Table, &'a str),
}

/// Understands a cell of a column; money in the unit of its row.
pub(in crate::plan) fn understand(
    kind: ColumnKind,
    input: CellInput<'_>,
    unit: Option<MoneyUnit>,
) -> Result<Understood<'_>, CellProblem> {
    Ok(match kind {
        ColumnKind::Count | ColumnKind::Number | ColumnKind::Measured => {
            let Scanned { digits, places, commas, brackets } = number_of(input, kind)?;
            Understood::Cell(StoredCell::Number(
                Fixed::of_digits(digits, places, 0),
                NumberForm::new(places, None, commas).in_brackets(brackets),
            ))
        }
        ColumnKind::Money => {
            let Scanned { digits, places, commas, brackets } = number_of(input, kind)?;
            let unit = unit.ok_or_else(|| CellProblem {
                what: "this amount has no unit, because the column \"unit\" of its row is empty or cannot be used"
                    .into(),
                expected: "£, £000, £m or £bn in the column \"unit\"".into(),
            })?;
            let value = Fixed::of_digits(digits, places, unit.exponent());
            if let Err(fault) = value.value_if_fault() {
                return Err(problem(fault.to_string(), kind));
            }
            let form = NumberForm::new(places, Some(unit), commas).in_brackets(brackets);
            Understood::Cell(StoredCell::Number(value, form))
        }
        ColumnKind::Rate => rate_of(input, kind)?,
        ColumnKind::Reference(table) => Understood::Name(table, trimmed(text_of(input, kind)?)),
        ColumnKind::Choice(choices) => choice_of(choices, trimmed(text_of(input, kind)?))?,
        ColumnKind::Identifier => checked(text_of(input, kind)?, Identifier::accepts, kind)?,
        ColumnKind::Text => checked(trimmed(text_of(input, kind)?), |text| !text.is_empty(), kind)?,
        ColumnKind::SourceLines => checked(trimmed(text_of(input, kind)?), SourceLines::accepts, kind)?,
        ColumnKind::FigureIdentifier => {
            checked(text_of(input, kind)?, |text| text.split('.').all(Identifier::accepts), kind)?
        }
        ColumnKind::MoneyUnit => coded(input, kind, |text| Some(MoneyUnit::read(text)? as u32))?,
        ColumnKind::Month => coded(input, kind, |text| Some(Month::read(text).ok()?.index()))?,
        ColumnKind::Date => coded(input, kind, |text| Some(Date::read(text)?.code()))?,
        ColumnKind::DueDate => coded(input, kind, |text| Some(DueDate::read(text)?.code()))?,
        ColumnKind::Year => {
            let text = text_of(input, kind)?;
            let year = FinancialYear::read(text)
                .map_err(|error| problem(format!("{error}: \"{}\"", shortened(text)), kind))?;
            Understood::Cell(StoredCell::Code(u32::from(year.start())))
        }
        ColumnKind::Flag => flag_of(input, kind)?,
    })
}

/// What is kept as a number that stands for it.
fn coded(
    input: CellInput<'_>,
    kind: ColumnKind,
    code: impl Fn(&str) -> Option<u32>,
) -> Result<Understood<'_>, CellProblem> {
    let text = text_of(input, kind)?;
    match code(text) {
        Some(code) => Ok(Understood::Cell(StoredCell::Code(code))),
        None => Err(unusable(text, kind)),
    }
}

fn rate_of(input: CellInput<'_>, kind: ColumnKind) -> Result<Understood<'_>, CellProblem> {
    let text = match input {
        CellInput::Text(text) | CellInput::ExactNumber(text) | CellInput::InexactNumber(text) => text,
        CellInput::Truth(truth) => return Err(problem(format!("{truth} stands where a rate belongs"), kind)),
    };
    let without_blanks = text.trim();
    // The sign may stand before the closing bracket or behind it: (1.5%) and (1.5)%.
    let inner = without_blanks.strip_prefix('(').and_then(|rest| rest.strip_suffix("%)"));
    let percent = match inner {
        Some(inner) => scan(inner.trim()).and_then(|percent| percent.put_in_brackets()),
        None => without_blanks.strip_suffix('%').ok_or(DigitsError::NotANumber).map(str::trim_end).and_then(scan),
    };
    let Scanned { digits, places, commas, brackets } =
        percent.map_err(|error| no_number(format!("{error} with a % sign: \"{}\"", shortened(text)), kind, text))?;
    Ok(Understood::Cell(StoredCell::Number(
        Fixed::of_digits(digits, places + 2, 0),
        NumberForm::new(places, None, commas).in_brackets(brackets),
    )))
}

fn choice_of(choices: &'static [Choice], text: &str) -> Result<Understood<'static>, CellProblem> {
    let position = choices.iter().position(|choice| choice.word == text).and_then(|at| u32::try_from(at).ok());
    let Some(position) = position else {
        let question = did_you_mean(text, choices.iter().map(|choice| choice.word));
        let what = format!("\"{}\" is not one of the words of this column{question}", shortened(text));
        return Err(problem(what, ColumnKind::Choice(choices)));
    };
    Ok(Understood::Cell(StoredCell::Code(position)))
}

fn flag_of(input: CellInput<'_>, kind: ColumnKind) -> Result<Understood<'static>, CellProblem> {
    let flag = match input {
        CellInput::Truth(truth) => truth,
        CellInput::Text("yes") => true,
        CellInput::Text("no") => false,
        CellInput::Text(text) | CellInput::ExactNumber(text) | CellInput::InexactNumber(text) => {
            return Err(problem(format!("this is neither yes nor no: \"{}\"", shortened(text)), kind));
        }
    };
    Ok(Understood::Cell(StoredCell::Code(u32::from(flag))))
}

fn checked(text: &str, accepts: impl Fn(&str) -> bool, kind: ColumnKind) -> Result<Understood<'_>, CellProblem> {
    if accepts(text) { Ok(Understood::Cell(StoredCell::Text(text))) } else { Err(unusable(text, kind)) }
}

/// A name that no row of a table has.
pub(in crate::plan) fn unknown_name(table: Table, name: &str) -> CellProblem {
    problem(format!("the table \"{}\" has no row \"{}\"", table.name(), shortened(name)), ColumnKind::Reference(table))
}

/// A name of a row that was given, and is not used because something is wrong with it.
pub(crate) fn unused_name(name: &str) -> CellProblem {
    CellProblem {
        what: format!("the row \"{name}\" that is meant here is not used, because something is wrong with it"),
        expected: "that the row which is meant is mended first".into(),
    }
}

/// An identifier that an earlier row has.
pub(in crate::plan) fn used_identifier(identifier: &str, row: u32) -> CellProblem {
    let what = format!("the id \"{}\" is already used in row {}", shortened(identifier), u64::from(row) + 1);
    CellProblem { what, expected: "an id that no other row of the table has".into() }
}

/// A cell that every row must fill.
pub(in crate::plan) fn empty_cell(kind: ColumnKind) -> CellProblem {
    problem("this cell is empty", kind)
}

fn unusable(text: &str, kind: ColumnKind) -> CellProblem {
    problem(format!("this cannot be used: \"{}\"", shortened(text)), kind)
}

impl Plan {
    /// A cell as text; nothing where it is empty, or where there is no such row or column.
    pub fn written_cell(&self, table: Table, position: u32, column: &str) -> Option<String> {
        write(self, self.store(table), position, table.column(column)?)
    }

    /// The cells of a row that are not empty, as text.
    pub fn written(&self, table: Table, position: u32) -> Vec<(&'static str, String)> {
        let store = self.store(table);
        let columns = table.columns().iter().enumerate();
        columns.filter_map(|(at, column)| Some((column.name, write(self, store, position, at)?))).collect()
    }
}

/// The text that reads back as the same content; nothing for an empty cell.
fn write(plan: &Plan, store: &TableStore, row: u32, column: usize) -> Option<String> {
    let kind = store.table().columns().get(column)?.kind;
    let text = match (store.content(row, column), kind) {
        (Content::Text(text), _) => text.to_owned(),
        (Content::Amount(amount), _) => amount.digits().to_string(),
        (Content::Unit(unit), _) => unit.symbol().to_owned(),
        (Content::Count(count), _) => count.to_string(),
        (Content::Exact(number), _) => Decimal::to_string(&number),
        (Content::Measured(number), _) => number.to_string(),
        (Content::Rate(rate), _) => rate.to_string(),
        (Content::Row(row), ColumnKind::Reference(table)) => plan.identifier(table, row)?.to_owned(),
        (Content::Year(year), _) => year.to_string(),
        (Content::Choice(position), ColumnKind::Choice(choices)) => choices.get(position as usize)?.word.to_owned(),
        (Content::Flag(flag), _) => if flag { "yes" } else { "no" }.to_owned(),
        (Content::Month(month), _) => month.to_string(),
        (Content::Date(date), _) => date.to_string(),
        (Content::Due(due), _) => due.to_string(),
        (Content::Row(_) | Content::Choice(_) | Content::Empty, _) => return None,
    };
    let form = store.column(column).number(row).map(|(_, form)| form).unwrap_or_default();
    let text = if form.has_commas() { with_commas(&text) } else { text };
    // A number that was changed since it stood in brackets may have another sign.
    Some(match text.strip_prefix('-') {
        Some(unsigned) if form.has_brackets() => format!("({unsigned})"),
        _ => text,
    })
}

/// A number with its thousands set apart.
///
/// ```
/// assert_eq!(one_plan_model::plan::with_commas("-1234567.50"), "-1,234,567.50");
/// assert_eq!(one_plan_model::plan::with_commas("999%"), "999%");
/// ```
pub fn with_commas(number: &str) -> String {
    let digits = number.find(|letter: char| letter.is_ascii_digit()).unwrap_or_default();
    let end = number.find(['.', '%']).unwrap_or(number.len());
    let mut text = String::with_capacity(number.len() + number.len() / 3);
    for (at, letter) in number.char_indices() {
        if at > digits && at < end && (end - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(letter);
    }
    text
}

fn problem(what: impl Into<String>, kind: ColumnKind) -> CellProblem {
    CellProblem { what: what.into(), expected: kind.expected() }
}

/// A text that is no number of a column. Where it says what was meant, that is what is expected.
fn no_number(what: String, kind: ColumnKind, text: &str) -> CellProblem {
    CellProblem { what, expected: instead_of(kind, text).unwrap_or_else(|| kind.expected()) }
}

/// A text without blanks around it. Nearly all texts of a file have none: that is seen at their ends.
fn trimmed(text: &str) -> &str {
    match text.as_bytes() {
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => text,
        _ => text.trim(),
    }
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

fn number_of(input: CellInput<'_>, kind: ColumnKind) -> Result<Scanned, CellProblem> {
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
    scan(text).map_err(|error| match error {
        DigitsError::Empty => problem(error.to_string(), kind),
        _ => no_number(format!("{error}: \"{}\"", shortened(text)), kind, text),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_stand_before_every_third_digit_of_the_whole_part() {
        for (plain, written) in
            [("1101", "1,101"), ("-1234567.50", "-1,234,567.50"), ("101", "101"), ("12345.5%", "12,345.5%")]
        {
            assert_eq!(with_commas(plain), written);
        }
    }
}
