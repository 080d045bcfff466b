//! Rows of other tables that stand in the columns of a sheet: what is used of each reserve, and what each indicator of CQUIN is worth
//! and pays in each quarter.

mod cquin_values;
mod quarters;
mod reserve_uses;

use super::table_rows::TableRows;
use super::years::ToldElsewhere;
use crate::headings::TableNames;
use crate::sheet::Sheet;
use one_plan_model::plan::Table;

pub(crate) use cquin_values::values_of;

impl TableRows {
    /// The rows of other tables that stand behind those of this one, each list with the places of its cells.
    pub(crate) fn details(&mut self, sheet: &Sheet, names: &TableNames, elsewhere: &ToldElsewhere) -> Vec<Self> {
        if self.header.details.is_empty() || self.given.is_empty() {
            return Vec::new();
        }
        match self.table {
            Table::Reserve => self.reserve_uses(sheet, names, elsewhere),
            Table::CquinIndicator => {
                self.name_rows();
                let mut lists = self.stated_values(sheet);
                lists.extend(self.milestones_of_quarters(sheet));
                lists
            }
            _ => Vec::new(),
        }
    }
}
