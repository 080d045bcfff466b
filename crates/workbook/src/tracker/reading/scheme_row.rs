//! A scheme as a row of a tracker gives it.

use crate::cells::number_in;
use crate::headings::{Field, MonthKind};
use crate::tables::SchemeReference;
use one_plan_model::quantity::Decimal;
use std::collections::BTreeMap;

/// A scheme as a row of a tracker gives it, with all amounts in one unit.
#[derive(Clone, Debug)]
pub struct SchemeRow {
    /// The row of the sheet.
    pub row: u32,
    /// What it is referred to by in the plan.
    pub id: Box<str>,
    /// Its reference, where it has one.
    pub reference: Option<SchemeReference>,
    /// What it is called.
    pub name: Box<str>,
    /// Its amounts, as text.
    pub amounts: BTreeMap<Field, Box<str>>,
    /// Whether the plans of its months are those of the year up to each of them.
    pub is_cumulative: bool,
    /// The amounts of which nothing can be read.
    pub unread: Vec<Field>,
}

impl SchemeRow {
    /// An amount as it stands there, also where it is no number.
    pub fn text(&self, field: Field) -> Option<Box<str>> {
        self.amounts.get(&field).cloned()
    }

    /// An amount that is a number.
    pub fn number(&self, field: Field) -> Option<Decimal> {
        self.amounts.get(&field).and_then(|text| number_in(text))
    }

    /// An amount as text, where it is a number: what is none is said once, where it is used first.
    pub fn numeric_text(&self, field: Field) -> Option<Box<str>> {
        self.number(field).and_then(|_| self.text(field))
    }

    /// Whether an amount is given.
    pub fn has(&self, field: Field) -> bool {
        self.amounts.contains_key(&field)
    }

    /// The last month, counted from one for April, for which a kind of amount is given.
    pub fn last_month(&self, kind: MonthKind) -> Option<u8> {
        (1..=12).rev().find(|month| self.has(Field::Month(kind, *month)))
    }

    /// What is recurrent and what is saved once, where nothing else says what is planned for the year. What is the full-year
    /// effect together is that, and no plan of the year.
    pub fn parts(&self) -> Option<Decimal> {
        if self.has(Field::PlanOfYear) || self.last_month(MonthKind::Plan).is_some() {
            return None;
        }
        let (recurrent, once) = (self.number(Field::RecurrentPart), self.number(Field::NonRecurrentPart));
        let either = recurrent.or(once)?;
        let sum = if recurrent.is_some() { either.checked_add(once.unwrap_or_default())? } else { either };
        (self.number(Field::FullYearEffect) != Some(sum)).then_some(sum)
    }

    /// The plan of the year as text: as it is given, or the sum of the plans of the months where only these are, or of its parts.
    pub fn plan_of_year(&self) -> Option<(Box<str>, bool)> {
        if let Some(text) = self.text(Field::PlanOfYear) {
            return Some((text, false));
        }
        let months = (1..=12).filter_map(|month| self.number(Field::Month(MonthKind::Plan, month)));
        let mut months: Vec<Decimal> = months.collect();
        if self.is_cumulative {
            months = months.pop().into_iter().collect();
        }
        let of_months =
            months.into_iter().fold(None, |sum: Option<Decimal>, plan| sum.unwrap_or_default().checked_add(plan));
        Some((of_months.or_else(|| self.parts())?.to_string().into(), true))
    }
}
