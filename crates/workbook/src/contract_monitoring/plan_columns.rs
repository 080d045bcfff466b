//! The cells of the columns of contract monitoring, and to which columns of the plan they lead.

use super::column::{Column, Measure};
use super::layout::Layout;
use crate::sheet::{Cell, Sheet};
use one_plan_model::plan::Table;

/// The table and the column of the plan, by position.
pub fn plan_column(column: Column) -> Option<(Table, Option<usize>)> {
    let (table, name) = match column {
        Column::Month => (Table::ContractMonth, "month"),
        Column::Year => (Table::Contract, "year"),
        Column::Provider => (Table::Contract, "provider"),
        Column::Commissioner => (Table::Contract, "host"),
        Column::ProviderName => (Table::Organisation, "name"),
        Column::PointOfDelivery | Column::LocalPointOfDelivery => (Table::MonthlyActivity, "point_of_delivery"),
        Column::PointOfDeliveryName | Column::LocalPointOfDeliveryName => (Table::PointOfDelivery, "name"),
        Column::Activity(Measure::Planned) => (Table::Contract, "activity"),
        Column::Price(Measure::Planned) => (Table::Contract, "base"),
        Column::Activity(Measure::Actual) => (Table::MonthlyActivity, "activity"),
        Column::Price(Measure::Actual) => (Table::ContractMonth, "billed"),
        Column::Created | Column::ReportingType | Column::MarketForcesFactor(_) => return None,
    };
    Some((table, table.column(name)))
}

/// The cell of a row in a column; an empty one where the file has no such column.
pub fn cell_in<'c>(sheet: &Sheet, cells: &'c [Cell], layout: &Layout, column: Column) -> &'c Cell {
    let at = layout.place(column).and_then(|at| at.checked_sub(sheet.first_column()));
    at.and_then(|at| cells.get(at as usize)).unwrap_or(&Cell::Empty)
}
