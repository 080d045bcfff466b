//! What is asked of a contract beside its payment: whether more is paid on account than is due, and what an aligned
//! payment expects.

use super::forms::Terms;
use super::kinds::{BALANCE, DUE, VALUE};
use super::to_date::FORECAST_VALUE;
use crate::calculation::{Finding, FindingKind, Ledger, Unit, findings_of_part, format};
use crate::parameters::{APART_FROM_TARGET, APART_WITHOUT_TARGET};
use crate::plan::{CellAddress, Contract, ContractForm, Id, Row, Table};
use crate::quantity::{InOrder, absolute};

findings_of_part! {
    /// More is paid on account of a block contract than it is worth in the year.
    BLOCK_PAID_ABOVE_VALUE: warning(
        "block-paid-above-value",
        "A block pays its value and no more: correct what is paid or its unit, or claim back what was paid too much."
    )
    /// More is paid on account of a contract than its year turned out to bring; a warning where it is more than twice that, for
    /// then its unit may be wrong.
    PAID_ABOVE_DUE: information or warning(
        "paid-above-due",
        "Claim back what was paid too much or set it off against the next year; where it cannot be that much, correct what \
         is paid or its unit."
    )
    /// An aligned payment has no target, and the value of its activity is far from its base.
    ALIGNED_PAYMENT_WITHOUT_TARGET: warning(
        "aligned-payment-without-target",
        "Give `target`, the value of activity that the base expects: without it the whole base is taken for that, and \
         what the activity differs from it is paid or taken off at the rate."
    )
    /// The value of the activity of an aligned payment is far from its target.
    ALIGNED_PAYMENT_FAR_FROM_TARGET: warning(
        "aligned-payment-far-from-target",
        "Give as value only that of the activity which the target expects, such as elective care, and not that of the \
         whole contract; or correct the target."
    )
}

/// Reports them.
pub(super) fn run(ledger: &mut Ledger<'_>, rules: &[Option<u32>]) {
    if !ledger.wants_findings() {
        return;
    }
    for (row, contract) in ledger.plan.contracts.iter() {
        let rules = rules.get(row.index() as usize).copied().flatten();
        let Some(terms) = Terms::of(ledger, row, rules) else { continue };
        // A block is known before its year begins, so that nothing explains what is paid beyond it.
        let kind = if terms.form == ContractForm::Block { &BLOCK_PAID_ABOVE_VALUE } else { &PAID_ABOVE_DUE };
        report_paid(ledger, row, contract, kind);
        if terms.form == ContractForm::AlignedPayment {
            report_expected(ledger, row, contract, &terms);
        }
    }
}

fn report_paid(ledger: &mut Ledger<'_>, row: Id<Contract>, contract: Row<'_, Contract>, kind: &'static FindingKind) {
    let key = BALANCE.at([row.index()]);
    let Some((balance, due)) = ledger.find(key).zip(ledger.figure(&DUE, [row.index()])) else { return };
    let Ok(left) = balance.shown().value() else { return };
    if !balance.is_negative() {
        return;
    }
    let message = format!(
        "{} more is paid on account of \"{}\" than the {} that are due for the year.",
        format::money(Ok(absolute(left))),
        contract.name(),
        format::money(due.shown().value())
    );
    let of = if kind.or.is_some() && balance.plus(&due).is_negative() { Finding::otherwise } else { Finding::of };
    let cells = paid_cells(ledger, row, contract);
    ledger.report_beyond_rounding(key, absolute(left), || of(kind, message).at_cells(cells).figure(key).both_right());
}

/// Where it is said what is paid: in the row of the contract, or in its months, in their order; where nothing is, what it is
/// worth says it.
fn paid_cells(ledger: &Ledger<'_>, row: Id<Contract>, contract: Row<'_, Contract>) -> Vec<CellAddress> {
    let of_contract = |column| CellAddress { table: Table::Contract, row: row.index(), column };
    if contract.paid().is_some() {
        return vec![of_contract("paid")];
    }
    let months = ledger.plan.contract_months.iter().filter(|(_, month)| month.contract() == row);
    let mut months: Vec<_> = months.filter_map(|(_, month)| Some((month.month(), month.paid()?.address()))).collect();
    months.order_by(Ord::cmp);
    if months.is_empty() {
        return vec![of_contract("base")];
    }
    months.into_iter().map(|(_, cell)| cell).collect()
}

/// That the activity is worth far more or less than what the payment expects of it: its target, or its base without one.
fn report_expected(ledger: &mut Ledger<'_>, row: Id<Contract>, contract: Row<'_, Contract>, terms: &Terms) {
    let value = ledger.figure(&VALUE, [row.index()]).or_else(|| ledger.figure(&FORECAST_VALUE, [row.index()]));
    let Some((value, base)) = value.zip(terms.base) else { return };
    let expected = terms.target.unwrap_or(base);
    let parameter = if terms.target.is_some() { &APART_FROM_TARGET } else { &APART_WITHOUT_TARGET };
    let Some(share) = ledger.parameter(parameter, contract.year()) else { return };
    let apart = value.minus(&expected);
    if !expected.times(&share).is_below(&apart.maximum(&apart.negated())) {
        return;
    }
    let (name, apart) = (contract.name(), apart.shown().value().unwrap_or_default());
    let [base, expected, value] = [base, expected, value].map(|number| format::money(number.shown().value()));
    let (kind, message, column) = if terms.target.is_some() {
        let message = format!(
            "\"{name}\" expects activity worth {expected} for its base of {base}, and its activity is worth {value}: what \
             lies between the two is paid or taken off at the rate."
        );
        (&ALIGNED_PAYMENT_FAR_FROM_TARGET, message, "value")
    } else {
        let message = format!(
            "\"{name}\" has a base of {base} and no target, and its activity is worth {value}: the whole base counts as \
             what was expected of it."
        );
        (&ALIGNED_PAYMENT_WITHOUT_TARGET, message, "target")
    };
    ledger.report(|| {
        let finding = Finding::of(kind, message).at(Table::Contract, row.index(), column);
        finding.apart(absolute(apart), Unit::Money).both_right()
    });
}
