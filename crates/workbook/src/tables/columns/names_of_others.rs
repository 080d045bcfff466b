//! Rows without a name of their own: a schedule of contracts names the provider of each, and no contract. They are called after
//! the row of another table that each of them must have, with what tells them apart where two would be called the same.

use crate::headings::NAME;
use crate::issues::{Effect, Issue, Severity};
use crate::tables::headings::HeaderRow;
use crate::tables::table_rows::TableRows;
use one_plan_model::plan::{ColumnKind, Table};
use std::collections::BTreeMap;

/// The column after which rows are called that have neither an identifier nor a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamedAfter {
    from: usize,
}

impl NamedAfter {
    /// The first column that every row needs and that refers to rows of another table; nothing where the sheet has identifiers
    /// or names, or no such column.
    pub fn of(table: Table, header: &HeaderRow) -> Option<Self> {
        if !table.has_identifiers() || header.has(0) || header.has(NAME) {
            return None;
        }
        let from = table.columns().iter().position(|column| column.required && column.kind.refers_to().is_some())?;
        header.has(from).then_some(Self { from })
    }

    /// The column that is filled.
    pub const fn column(self) -> usize {
        NAME
    }
}

impl TableRows {
    /// Gives rows their names, and says so.
    pub(crate) fn name_after(&mut self, of: NamedAfter) {
        let rows = self.given.rows();
        let columns = self.table.columns();
        let text = |row: u32, column: usize| self.given.cell(row, column).map(|text| text.trim().to_owned());
        let mut names: Vec<Option<String>> = rows.clone().map(|row| text(row, of.from)).collect();
        for (column, kind) in columns.iter().enumerate().map(|(column, of)| (column, of.kind)) {
            let tells_apart = matches!(kind, ColumnKind::Reference(_) | ColumnKind::Choice(_) | ColumnKind::Year);
            if !tells_apart || column == of.from {
                continue;
            }
            let mut called: BTreeMap<String, usize> = BTreeMap::new();
            names.iter().flatten().for_each(|name| *called.entry(name.clone()).or_default() += 1);
            for (row, name) in rows.clone().zip(&mut names) {
                let is_shared = name.as_ref().and_then(|name| called.get(name)).is_some_and(|rows| *rows > 1);
                if let (true, Some(name), Some(more)) = (is_shared, name, text(row, column)) {
                    name.push_str(", ");
                    name.push_str(&more);
                }
            }
        }
        for (row, name) in rows.zip(names) {
            self.given.set(row, NAME, name.map(Into::into));
        }
        let after = columns.get(of.from).map(|column| column.name).unwrap_or_default();
        self.issues.push(Issue {
            severity: Severity::Information,
            place: self.place.row(self.header.row),
            column: Some((self.table, Some(NAME))),
            value: String::new(),
            what: format!("no column gives a name: each row is called after its {after}"),
            expected: "nothing, if that is meant; otherwise a column \"name\"".to_owned(),
            effect: Effect::Used,
        });
    }
}
