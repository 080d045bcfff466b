//! Headings whose unit contradicts what the column of that name holds: "CQUIN %" is a share, and no amount of CQUIN, and
//! "Rate (£)" is a price, and no share. By its name alone such a column would be read, and every number of it be wrong.

use super::heading::Heading;
use one_plan_model::plan::{ColumnKind, Table};
use std::borrow::Cow;

impl Heading {
    /// Whether its unit is none that a column of the table can have.
    pub(crate) fn contradicts(&self, table: Table, column: usize) -> bool {
        match table.columns().get(column).map(|of| of.kind) {
            Some(ColumnKind::Money) => self.is_percent,
            // An impact in pounds is none from 1 to 5.
            Some(ColumnKind::Count) => self.is_percent || self.unit.is_some(),
            Some(ColumnKind::Rate) => self.unit.is_some(),
            _ => false,
        }
    }

    /// By what an answer about it is found again: what is said of "CQUIN %" is not said of "CQUIN".
    pub(crate) fn key_of_answers(&self) -> Cow<'_, str> {
        if self.is_percent { Cow::Owned(format!("{}%", self.key)) } else { Cow::Borrowed(&self.key) }
    }
}
