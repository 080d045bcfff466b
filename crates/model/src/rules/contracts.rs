//! What every contract pays.
//!
//! * CR11: the form of the contract turns the value of activity into a payment.
//! * CR12, CR24: readmissions and avoidable errors are not paid for; what is withheld for errors is
//!   released when they are mended.
//!
//! The order of settlement: value of activity (billed, less challenges that were upheld) →
//! readmissions → marginal rate → form of the contract → withheld and released → CQUIN → paid on
//! account → balance.
//!
//! What Surrey calls cap and collar is a dead band: within the tolerance the base is paid. Outside
//! it "full PbR rules will apply", which may mean that only what lies outside is paid on top
//! (*excess*, without a jump at the edge: the default) or the whole difference (*whole*). Both are
//! computed; the one that the contract names is paid.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "organisations": [{"id": "trust", "name": "Trust", "kind": "nhs-trust"}],
//!     "contracts": [{"id": "acute", "name": "Acute", "provider": "trust", "form": "dead-band",
//!                    "base": "100", "above": "2", "value": "103", "unit": "£m"}]
//! "#);
//! assert_eq!(outcome.text("contract.acute.payment"), "101000000");
//! assert_eq!(outcome.text("contract.acute.payment-whole"), "103000000");
//! assert_eq!(outcome.text("contract.acute.borne-by-provider"), "2000000");
//! ```

mod forms;
mod kinds;
mod months;

pub use kinds::files;
pub use kinds::{
    ACTIVITY_BILLED, ACTIVITY_LEFT, ACTIVITY_TO, AFTER_MARGINAL_RATE, AFTER_READMISSIONS, BALANCE, BILLED, BILLED_TO,
    BORNE_BY_COMMISSIONER, BORNE_BY_PROVIDER, CHALLENGED, CHANGED, DUE, GAPS, INTENTIONS, ITEM_STATES, ITEM_VALUE,
    KINDS, LEFT_OF_PART, NEXT_YEAR, NOT_PAID_AT_MARGIN, OF_FORM, OF_STATUS, ON_ACCOUNT, PART, PART_ACTIVITY, PARTS,
    PARTS_ACTIVITY, PARTS_ACTIVITY_DIFFERENCE, PARTS_DIFFERENCE, PAYMENT, PAYMENT_EXCESS, PAYMENT_WHOLE, PROVIDER_RISK,
    QIPP, RELEASED, ROLES, SHARED_RISK, STILL_WITHHELD, TOTAL_DUE, UPHELD, UPHELD_TO, VALUE, WITHHELD,
};

use crate::calculation::{Finding, Ledger, Number, run_formulas, run_tests, split_before};
use crate::parameters::MARGINAL_RATE;
use crate::plan::{Contract, ContractForm, DeadBandReading, Id, Table};
use kinds::{FORMULAS, TESTS};

/// Settles every contract.
pub fn run(ledger: &mut Ledger<'_>) {
    // The payment stands on the value, which stands on the months; what is due stands on the payment.
    months::run(ledger);
    let (before, after) = split_before(FORMULAS, &DUE);
    run_formulas(ledger, before);
    settle(ledger);
    run_formulas(ledger, after);
    run_tests(ledger, TESTS);
}

/// What of a value of emergency admissions is not paid, because it lies above the baseline of the contract.
pub(super) fn unpaid_at_margin(ledger: &Ledger<'_>, row: Id<Contract>, emergency: &Number) -> Option<Number> {
    let contract = ledger.plan.contracts.get(row)?;
    let baseline = contract.emergency_baseline().map(Number::cell)?;
    let rate = ledger.parameter(&MARGINAL_RATE, contract.year())?;
    let one = Number::the_whole();
    let above = emergency.minus(&baseline).maximum(&Number::nothing());
    Some(one.minus(&rate).times(&above))
}

fn settle(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    for (row, contract) in plan.contracts.iter() {
        let subject = [row.index()];
        let value = ledger.figure(&AFTER_READMISSIONS, subject).map(|value| {
            let emergency = contract.emergency().map(Number::cell);
            match emergency.and_then(|emergency| unpaid_at_margin(ledger, row, &emergency)) {
                Some(unpaid) => {
                    let unpaid = ledger.publish(&NOT_PAID_AT_MARGIN, subject, unpaid);
                    ledger.publish(&AFTER_MARGINAL_RATE, subject, value.minus(&unpaid))
                }
                None => ledger.publish(&AFTER_MARGINAL_RATE, subject, value),
            }
        });
        let terms = forms::Terms::of(ledger, contract);
        if terms.form == ContractForm::DeadBand {
            for (kind, reading) in
                [(&PAYMENT_EXCESS, DeadBandReading::Excess), (&PAYMENT_WHOLE, DeadBandReading::Whole)]
            {
                let mut terms = terms;
                terms.reading = reading;
                if let Some(payment) = value.and_then(|value| terms.payment(Some(value))) {
                    ledger.publish(kind, subject, payment);
                }
            }
        }
        let Some(payment) = terms.payment(value) else {
            if value.is_some() {
                ledger.report(|| {
                    Finding::warning(
                        "contract-cannot-be-settled",
                        format!("\"{}\" cannot be settled: its form needs more than it gives.", contract.name()),
                    )
                    .at(Table::Contract, row.index(), "form")
                    .advise("Give its base value, and what lies above and below it.")
                });
            }
            continue;
        };
        let payment = ledger.publish(&PAYMENT, subject, payment);
        if let Some(value) = value {
            let nothing = Number::nothing();
            ledger.publish(&BORNE_BY_PROVIDER, subject, value.minus(&payment).maximum(&nothing));
            ledger.publish(&BORNE_BY_COMMISSIONER, subject, payment.minus(&value).maximum(&nothing));
        }
    }
}
