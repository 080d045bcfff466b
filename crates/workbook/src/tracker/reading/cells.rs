//! What stands in the cells of a tracker: words, and amounts in one unit.

use super::reader::Reader;
use crate::cells::{
    Adjustment, CellText, DecimalComma, Heading, at_most_places, key_of, number_in, own_unit, text_of, turned,
};
use crate::headings::{Field, MonthKind};
use crate::sheet::{Cell, Sheet, shifted};
use crate::tracker::header::{TrackerColumn, TrackerHeader};
use crate::vocabulary::says_nothing;
use one_plan_model::plan::{CellProblem, ColumnKind};
use one_plan_model::quantity::MoneyUnit;

impl Reader<'_> {
    /// The words in the column of a field; nothing where there is none, or a dash in place of a name.
    pub fn words(&self, row: u32, field: Field) -> Option<Box<str>> {
        self.words_as_written(row, field).filter(|words| !says_nothing(words, field))
    }

    pub(super) fn words_as_written(&self, row: u32, field: Field) -> Option<Box<str>> {
        let at = self.header.column(field)?.at;
        // The words of a cell that is merged with those below it are those of all their rows.
        let row = self.merged.first_row(row, at).or_else(|| self.written_once.get(&(row, at)).copied()).unwrap_or(row);
        let cell = self.sheet.cell(row, at);
        match text_of(ColumnKind::Text, cell, &Heading::default()) {
            Ok((text, _)) => text.filter(|text| !text.trim().is_empty()),
            Err(_) => None,
        }
    }

    /// Whether a dash stands for the plan of the year beside a full-year effect. Accounts print a nought so; taken for an empty
    /// cell, the plan would be worked out from the full-year effect. Where months have plans, the plan of the year is theirs.
    pub(super) fn says_nothing_is_planned(&self, row: u32) -> bool {
        let is_dash = |column: &TrackerColumn| match self.sheet.cell(row, column.at) {
            Cell::Text(text) => !text.trim().is_empty() && key_of(text).is_empty(),
            _ => false,
        };
        let is_given = |column: &TrackerColumn| {
            let text = self.amount(row, column).ok().and_then(|(text, _)| text);
            text.and_then(|text| number_in(&text)).is_some_and(|number| !number.is_zero())
        };
        let is_planned = |column: &&TrackerColumn| matches!(column.field, Some(Field::Month(MonthKind::Plan, _)));
        self.header.column(Field::PlanOfYear).is_some_and(is_dash)
            && self.header.column(Field::FullYearEffect).is_some_and(is_given)
            && !self.header.columns.iter().filter(is_planned).any(is_given)
    }

    /// An amount in the unit of the rows, with those that are added to it, and what was done to its cell.
    pub(crate) fn amount(&self, row: u32, column: &TrackerColumn) -> Result<CellText, CellProblem> {
        let (mut sum, mut adjustment) = self.own_amount(row, column)?;
        // Of a quarter that is to come those before it say nothing.
        if column.is_quarter && sum.is_none() {
            return Ok((None, adjustment));
        }
        for column in &column.added {
            let (further, of_further) = self.own_amount(row, column)?;
            let Some(further) = further else { continue };
            adjustment = adjustment.or(of_further);
            sum = Some(added_up(sum.as_deref().unwrap_or("0"), &further)?);
        }
        Ok((sum, adjustment))
    }

    /// The column in which an amount stands that cannot be read: its own, or one of those that are added to it.
    pub(super) fn column_of_problem(&self, row: u32, column: &TrackerColumn) -> u32 {
        let is_unread = |of: &&TrackerColumn| match self.own_amount(row, of) {
            Ok((text, _)) => text.is_some_and(|text| number_in(&text).is_none()),
            Err(_) => true,
        };
        let unread = std::iter::once(column).chain(&column.added).find(is_unread);
        unread.map_or(column.at, |of| of.at)
    }

    fn own_amount(&self, row: u32, column: &TrackerColumn) -> Result<CellText, CellProblem> {
        let cell = self.sheet.cell(row, column.at);
        if let Some(problem) = self.decimal_comma.problem(cell) {
            return Err(problem);
        }
        let (text, adjustment) = text_of(ColumnKind::Money, cell, &Heading::default())?;
        let Some(text) = text else { return Ok((None, adjustment)) };
        let text = if column.is_turned { turned(&text) } else { text };
        let (text, own, adjustment) = match own_unit(cell) {
            Some((digits, unit)) if column.is_turned => (turned(&digits), unit, Some(Adjustment::of_own_unit(cell))),
            Some((digits, unit)) => (digits.into(), unit, Some(Adjustment::of_own_unit(cell))),
            None => (text, self.unit_of(row, column)?, adjustment),
        };
        let exponent = |unit: MoneyUnit| i32::try_from(unit.exponent()).unwrap_or_default();
        // A format that shows thousands shows what the heading means, and the cell holds pounds.
        let hidden = match cell {
            Cell::Number(_, style) if style.unit.is_none() && own != MoneyUnit::Pounds => {
                3 * i32::from(style.thousands)
            }
            _ => 0,
        };
        let places = exponent(own) - exponent(self.unit) - hidden;
        let Some(number) = number_in(&text).filter(|_| places != 0) else { return Ok((Some(text), adjustment)) };
        let (digits, is_rounded) = at_most_places(&shifted(&number.to_string(), places), 6);
        let rounded = is_rounded.then_some(Adjustment::RoundedToSixPlaces);
        let shown = (hidden > 0).then_some(Adjustment::ShownInUnitOfHeading);
        Ok((Some(digits.into()), shown.or(rounded).or(adjustment)))
    }
}

/// The sum of two amounts that stand in columns of their own.
fn added_up(one: &str, other: &str) -> Result<Box<str>, CellProblem> {
    let sum = number_in(one).zip(number_in(other)).and_then(|(one, other)| one.checked_add(other));
    sum.map(|sum| sum.to_string().into()).ok_or_else(|| CellProblem {
        what: format!("the parts of this amount cannot be added up: \"{one}\" and \"{other}\""),
        expected: "a number in each of them, or an empty cell".to_owned(),
    })
}

/// How the decimals of its amounts are set apart.
pub(crate) fn decimal_comma(sheet: &Sheet, header: &TrackerHeader) -> DecimalComma {
    let amounts = header.columns.iter().filter(|column| column.field.is_some_and(Field::is_money));
    DecimalComma::of(sheet, header.first_row, &amounts.map(|column| column.at).collect::<Vec<_>>())
}
