use crate::calculation::Ledger;
use crate::plan::{ContractMonth, Id, Table};

/// What is said of a month of a contract, after its name.
pub(super) fn message(ledger: &Ledger<'_>, row: Id<ContractMonth>, says: &str) -> Option<String> {
    let plan = ledger.plan;
    let month = plan.contract_months.get(row)?;
    let contract = plan.title(Table::Contract, month.contract().index()).unwrap_or_default();
    Some(format!("{contract}, {}: the month {says}.", month.month().words()))
}
