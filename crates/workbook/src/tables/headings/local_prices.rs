//! "Price" on a sheet of local prices is the price that is agreed locally, and no tariff.

use super::header_row::HeaderRow;
use crate::cells::{has_any, key_of};
use crate::sheet::{Cell, Sheet};
use one_plan_model::plan::{Price, RowType, Table};

/// Headings of a price that do not say whether it is a tariff.
const EITHER: [&str; 4] = ["price", "unitprice", "agreedprice", "pricepoint"];

impl HeaderRow {
    /// Takes a price for the local one where the name of the sheet, or what stands above the table, says that it is about these.
    pub(super) fn take_local_price(&mut self, sheet: &Sheet, table: Table) {
        let [tariff, local] = [Price::tariff, Price::local_price].map(|of| usize::from(of.position()));
        if table != Table::Price || self.has(local) {
            return;
        }
        let says_local = |words: &str| has_any(words, &["local"]);
        let above = sheet.rows().take_while(|(row, _)| *row < self.row).flat_map(|(_, cells)| cells.iter());
        let is_local = says_local(&sheet.name)
            || above.filter(|cell| matches!(cell, Cell::Text(_))).any(|cell| says_local(&cell.shown()));
        let column =
            self.columns.iter_mut().find(|of| of.table_column == tariff && EITHER.contains(&of.heading.key.as_str()));
        if let Some(column) = column.filter(|_| is_local) {
            column.table_column = local;
            column.heading.key = key_of("local price");
        }
    }
}
