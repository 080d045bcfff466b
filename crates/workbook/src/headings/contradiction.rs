//! Why a heading is not read as the column whose name it has.

use super::table_names::TableNames;
use crate::cells::Heading;
use one_plan_model::plan::{ColumnKind, Table};

impl Heading {
    /// In words, why a heading is not read as the column whose name it has; nothing where it has no name of the table, or its
    /// unit is right.
    pub(crate) fn contradiction(&self, table: Table, names: &TableNames) -> Option<String> {
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
