//! The months of one contract, and what their rows are.

use crate::plan::{ContractMonth, FinancialYear, Id, MonthState, Row};
use crate::quantity::Month;
use crate::rules::months_given::{Given, MonthsOfYear};

/// A row of a month, and where it stands.
pub(in crate::rules::contracts) type MonthRow<'a> = (Id<ContractMonth>, Row<'a, ContractMonth>);

/// The months of one contract that count.
pub(in crate::rules::contracts) struct ContractMonths<'a> {
    /// The contract.
    pub(in crate::rules::contracts) contract: u32,
    /// The year of the contract, or else that of its months.
    pub(in crate::rules::contracts) year: FinancialYear,
    /// The months for which it is known what was billed.
    pub(in crate::rules::contracts) billed: MonthsOfYear,
    /// The months for which it is known what was paid on account.
    pub(in crate::rules::contracts) paid: MonthsOfYear,
    /// Where each commissioner gives months of its own, the last that all of them give: what some give after it says
    /// nothing about the contract.
    pub(super) until: Option<Month>,
    /// What was billed in each of them, or up to it, for all commissioners.
    pub(in crate::rules::contracts) given: Vec<Given>,
    /// Whether their unit has been asked for.
    pub(super) unit_is_asked: bool,
    /// The rows, in order of the months.
    pub(in crate::rules::contracts) rows: Vec<MonthRow<'a>>,
}

/// How far a row is from final: nought is final.
pub(super) fn openness(row: Row<'_, ContractMonth>) -> u32 {
    match row.state() {
        Some(MonthState::Freeze) => 0,
        None => 1,
        Some(MonthState::Flex) => 2,
        Some(MonthState::Estimate) => 3,
    }
}

/// The row for all commissioners names none and comes before those of each.
pub(super) fn commissioner(row: Row<'_, ContractMonth>) -> Option<u32> {
    row.organisation().map(Id::index)
}

/// Whether a row holds what the year has brought up to its month.
pub(super) fn is_cumulative(row: Row<'_, ContractMonth>) -> bool {
    row.cumulative() == Some(true)
}
