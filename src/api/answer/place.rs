use one_plan_model::calculation::CellAddress;
use one_plan_model::plan::Plan;
use serde::Serialize;
use std::borrow::Cow;

/// A cell of the plan.
#[derive(Serialize)]
pub struct Place<'a> {
    table: &'static str,
    /// Counted from one.
    row: u64,
    column: &'static str,
    lines: Option<Cow<'a, str>>,
}

impl<'a> Place<'a> {
    pub fn of(plan: &'a Plan, address: CellAddress) -> Self {
        let CellAddress { table, row, column } = address;
        Self { table: table.name(), row: u64::from(row) + 1, column, lines: plan.source_lines(table, row, column) }
    }
}
