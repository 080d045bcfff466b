//! To which columns of the plan the columns of contract monitoring lead.

use super::column::{Column, Measure};
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
