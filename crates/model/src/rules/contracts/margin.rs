//! Emergency admissions above the baseline of a contract, of which only a part is paid.

use crate::calculation::{Ledger, Number};
use crate::parameters::MARGINAL_RATE;
use crate::plan::{Contract, Id, Row};
use crate::quantity::Decimal;

/// What of a value of emergency admissions is not paid, because it lies above the baseline of the contract. Readmissions that
/// are not paid for are emergency admissions too: they come off before, so that none is taken off twice.
pub(in crate::rules) fn unpaid_at_margin(ledger: &Ledger<'_>, row: Id<Contract>, emergency: &Number) -> Option<Number> {
    let contract = ledger.plan.contracts.get(row)?;
    let baseline = contract.emergency_baseline().map(Number::cell)?;
    let rate = ledger.parameter(&MARGINAL_RATE, contract.year())?;
    let one = Number::the_whole();
    let to_be_paid = match contract.readmissions() {
        Some(readmissions) => emergency.minus(&Number::cell(readmissions)),
        None => *emergency,
    };
    let above = to_be_paid.minus(&baseline).maximum(&Number::nothing());
    Some(one.minus(&rate).times(&above))
}

/// Whether all emergency admissions are paid in the year of a contract, so that nobody need know a baseline of them: the
/// marginal rate of the year is the whole price.
pub(in crate::rules) fn all_are_paid(ledger: &Ledger<'_>, contract: u32) -> bool {
    let year = ledger.as_written.contracts.get(Id::at(contract)).and_then(|contract| contract.year());
    let rate = year.and_then(|year| ledger.parameters.value(&MARGINAL_RATE, year));
    rate.is_some_and(|rate| rate.number == Decimal::ONE)
}

/// The same for the emergency admissions of a contract.
pub(super) fn unpaid_of(ledger: &Ledger<'_>, row: u32, contract: Row<'_, Contract>) -> Option<Number> {
    let emergency = contract.emergency().map(Number::cell)?;
    unpaid_at_margin(ledger, Id::at(row), &emergency)
}
