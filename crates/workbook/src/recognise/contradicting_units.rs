//! Headings whose unit contradicts what the column of that name holds: "CQUIN %" is a share, and no amount of CQUIN, and
//! "Rate (£)" is a price, and no share. By its name alone such a column would be read, and every number of it be wrong.

use super::answers::Answers;
use super::header_row::HeaderRow;
use super::heading::Heading;
use super::table_names::TableNames;
use one_plan_model::plan::{ColumnKind, Table};
use std::borrow::Cow;

impl Heading {
    /// Whether its unit is none that a column of the table can have.
    pub(super) fn contradicts(&self, table: Table, column: usize) -> bool {
        match table.columns().get(column).map(|of| of.kind) {
            Some(ColumnKind::Money) => self.is_percent,
            // An impact in pounds is none from 1 to 5.
            Some(ColumnKind::Count) => self.is_percent || self.unit.is_some(),
            Some(ColumnKind::Rate) => self.unit.is_some(),
            _ => false,
        }
    }

    /// By what an answer about it is found again: what is said of "CQUIN %" is not said of "CQUIN".
    pub(super) fn key_of_answers(&self) -> Cow<'_, str> {
        if self.is_percent { Cow::Owned(format!("{}%", self.key)) } else { Cow::Borrowed(&self.key) }
    }

    /// In words, why a heading is not read as the column whose name it has; nothing where it has no name of the table, or its
    /// unit is right.
    pub(super) fn contradiction(&self, table: Table, names: &TableNames) -> Option<String> {
        let column = names.column(table, &self.key).filter(|column| self.contradicts(table, *column))?;
        let of = table.columns().get(column)?;
        let gives = match self.unit {
            Some(unit) if !self.is_percent => format!("amounts in {}", unit.symbol()),
            _ => "per cents".to_owned(),
        };
        let holds = match of.kind {
            ColumnKind::Money => "amounts of money",
            ColumnKind::Rate => "per cents",
            _ => "numbers of things",
        };
        Some(format!("gives {gives}, and \"{}\" of \"{}\" holds {holds}: it is not read", of.name, table.name()))
    }
}

impl HeaderRow {
    /// Takes out the columns whose unit, which stands in a row of its own, contradicts them.
    pub(super) fn without_contradicting_units(&mut self, table: Table, answers: &Answers) {
        let is_wrong = |heading: &Heading, column: usize| {
            heading.contradicts(table, column) && answers.column(table, &heading.key_of_answers()).is_none()
        };
        let (wrong, columns) =
            std::mem::take(&mut self.columns).into_iter().partition(|of| is_wrong(&of.heading, of.table_column));
        self.columns = columns;
        let wrong: Vec<super::header_row::FoundColumn> = wrong;
        self.others.extend(wrong.into_iter().map(|of| {
            let unit = of.heading.unit.filter(|_| !of.heading.is_percent).map_or("%", |unit| unit.symbol());
            let name = table.columns().get(of.table_column).map(|column| column.name).unwrap_or_default();
            (of.sheet_column, format!("{name} ({unit})"))
        }));
        self.others.sort_by_key(|(column, _)| *column);
    }
}
