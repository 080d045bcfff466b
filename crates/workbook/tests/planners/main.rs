//! Sheets that planners keep beside their plans, each as they lay it out: what is read of them, and what is refused with what to do.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop at once")]

mod budgets;
mod columns_of_years;
mod cquin;
mod prices;
mod reserves;
mod risks;
#[path = "../support/sheets.rs"]
mod sheets;
mod sheets_of_months;
mod staff;

use one_plan_model::plan::Table;
use one_plan_workbook::load::Loaded;

/// The cells of a column, row by row, as they are written in the plan.
pub fn column(loaded: &Loaded, table: Table, column: &str) -> Vec<String> {
    let plan = loaded.plan.as_ref().unwrap_or_else(|| panic!("{}", loaded.report.text()));
    let rows = u32::try_from(plan.row_count(table)).unwrap();
    (0..rows).map(|row| plan.written_cell(table, row, column).unwrap_or_default()).collect()
}

/// What was read of a table: rows, pounds, and pounds that are left out.
pub fn read_of(loaded: &Loaded, table: Table) -> (usize, String, String) {
    let total = loaded.report.control.iter().find(|total| total.table == table).unwrap();
    assert!(total.whole.adds_up(), "{total:?}");
    let words = |pounds: one_plan_model::quantity::Decimal| pounds.normalize().to_string();
    (total.whole.rows_read, words(total.whole.pounds_read), words(total.whole.pounds_rejected))
}
