//! Contract monitoring among the files of a load: its years, its rows, and its control totals.

use super::control::{Control, ControlTotal, Group};
use super::years_of_plan::YearsOfPlan;
use crate::cells::year_of;
use crate::contract_monitoring::{self, Monitoring};
use crate::tables::TableRows;
use one_plan_model::plan::Table;
use one_plan_model::quantity::FinancialYear;
use std::collections::BTreeMap;

/// What the control totals of the files are called.
const NAME: &str = "contract_monitoring";

/// The years of a plan that other tables do not say.
pub fn years_of(monitoring: &Monitoring) -> Option<YearsOfPlan> {
    let (first, last) = monitoring.years()?;
    Some(YearsOfPlan { first, last, from: "the months of contract monitoring" })
}

/// The base year that a table of the plan says; nothing where there is none, or it cannot be read.
pub fn base_year_in(tables: &[TableRows]) -> Option<FinancialYear> {
    let plan = tables.iter().find(|rows| rows.table == Table::PlanDetails)?;
    let column = Table::PlanDetails.column("base_year")?;
    FinancialYear::read(&year_of(plan.given.cell(0, column)?)?).ok()
}

/// Rows and pounds of the files.
pub fn control_of(control: &contract_monitoring::Control) -> ControlTotal {
    let part = |((provider, point), of): (&contract_monitoring::Part, &contract_monitoring::RowsAndPounds)| {
        let group = Group { provider: provider.clone(), point_of_delivery: point.clone() };
        let control = Control {
            rows_read: of.rows_read,
            rows_used: of.rows_used,
            pounds_read: of.pounds_read,
            pounds_used: of.pounds_used,
            pounds_rejected: of.pounds_left_out,
            unreadable: of.unreadable,
        };
        (group, control)
    };
    let groups: BTreeMap<Group, Control> = control.parts.iter().map(part).collect();
    ControlTotal::of_files(NAME, Table::ContractMonth, groups)
}
