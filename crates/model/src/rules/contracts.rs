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

mod compared;
mod cquin_values;
mod forms;
mod kinds;
mod margin;
mod months;
mod negotiation;
mod on_account;
mod other_provider;
mod parties;
mod performance;
mod savings;
mod to_date;
mod totals;

pub use forms::{FORM_COLUMNS, FormColumns, columns_of, why_not_used};
pub use kinds::{
    ACTIVITY_BILLED, ACTIVITY_LEFT, ACTIVITY_TO, AFTER_MARGINAL_RATE, AFTER_READMISSIONS, BALANCE, BILLED, BILLED_TO,
    BORNE_BY_COMMISSIONER, BORNE_BY_PROVIDER, CHALLENGED, CHANGED, DUE, GAPS, INTENTIONS, ITEM_STATES, ITEM_VALUE,
    LEFT_OF_PART, NEXT_YEAR, NOT_PAID_AT_MARGIN, OF_FORM, OF_STATUS, ON_ACCOUNT, PAID_LESS_MONTHS, PART, PART_ACTIVITY,
    PARTS, PARTS_ACTIVITY, PARTS_ACTIVITY_DIFFERENCE, PARTS_DIFFERENCE, PAYMENT, PAYMENT_EXCESS, PAYMENT_WHOLE,
    PROVIDER_RISK, QIPP, RELEASED, ROLES, SHARED_RISK, STILL_WITHHELD, TOTAL_DUE, UPHELD, UPHELD_TO, VALUE,
    VALUE_LESS_MONTHS, VALUE_TO_COME, WITHHELD,
};

pub(super) use margin::{all_are_paid, unpaid_at_margin};
pub use performance::{
    OF_PARTY, REACHED, RELEASED as PERFORMANCE_RELEASED, REST, REST_OF_PARTY, SHARES, SHARES_OF_REST,
};
pub use savings::{
    OF_PROVIDER, OF_PROVIDER_BY_HOST, OF_PROVIDER_WITH_CQUIN, QIPP_IN, SCHEMES_GROSS, SCHEMES_NET, WORTH,
};
pub use to_date::{
    BALANCE_TO_DATE, BASE_TO_DATE, DUE_TO_DATE, FORECAST_DUE, FORECAST_PAYMENT, FORECAST_VALUE, MONTHS,
    PAYMENT_TO_DATE, VALUE_TO_DATE,
};
pub use totals::{NOT_COMPUTED, TOTAL_FORECAST};

use super::folder::joined;
use super::signs::{SIGN_READ_AS_MEANT, turned};
use crate::calculation::{
    FigureKind, Finding, FindingKind, Ledger, Number, RuleFile, findings, format, run_formulas, run_tests, split_before,
};
use crate::parameters::TOLERANCE_IN_DOUBT;
use crate::plan::{CellAddress, Contract, ContractForm, DeadBandReading, Id, Row, Table};
use crate::quantity::Fixed;
use forms::Terms;
use kinds::{FORMULAS, TESTS};
use margin::unpaid_of;
use months::ContractMonths;

findings! {
    /// The months of a contract so far have brought more than the value that it gives for the whole year.
    CONTRACT_MONTHS_ABOVE_VALUE: warning("contract-months-above-value", "Correct the value of the year, or the months.")
    /// The floor of a contract lies further below its base than the base is.
    CONTRACT_FLOOR_BELOW_NOTHING: error(
        "contract-floor-below-nothing",
        "Give how far the floor lies below the base, in the unit of the row, and not the floor itself."
    )
    /// The floor of a contract lies so far below its base that it may be the floor itself.
    CONTRACT_FLOOR_IN_DOUBT: warning(
        "contract-floor-in-doubt",
        "Give how far the floor lies below the base, in the unit of the row, and not the floor itself."
    )
    /// The variable part of an aligned payment, its rate of the target, is more than its base, of which it is a part.
    CONTRACT_FIXED_PART_BELOW_NOTHING: error(
        "contract-fixed-part-below-nothing",
        "Correct the base, the target or the rate: the base is the fixed part and what the target brings."
    )
    /// What a contract tolerates above its base is as much as the base itself, or more.
    CONTRACT_TOLERANCE_AS_LARGE_AS_BASE: warning(
        "contract-tolerance-as-large-as-base",
        "Give how far the cap or ceiling lies above the base, in the unit of the row, and not the cap or ceiling itself."
    )
    ..kinds
    ..forms
    ..months
    ..to_date
    ..totals
    ..performance
    ..compared
    ..negotiation
    ..on_account
    ..savings
    ..other_provider
    ..cquin_values
    ..parties
}

/// Every kind of figure of the contracts.
pub const KINDS: &[&FigureKind] =
    &joined::<
        {
            kinds::KINDS.len()
                + to_date::KINDS.len()
                + totals::KINDS.len()
                + performance::KINDS.len()
                + savings::KINDS.len()
        },
    >(&[kinds::KINDS, to_date::KINDS, totals::KINDS, performance::KINDS, savings::KINDS]);

/// What the files of the contracts say as data.
pub fn files() -> Vec<&'static RuleFile> {
    [kinds::files(), to_date::files(), totals::files(), performance::files(), savings::files()].concat()
}

/// Settles every contract.
pub fn run(ledger: &mut Ledger<'_>) {
    let rules = forms::rules_of_all(ledger.plan);
    // The payment stands on the value, which stands on the months; what is due stands on the payment.
    let months = months::run(ledger);
    values(ledger, &months);
    let (before, after) = split_before(FORMULAS, &DUE);
    run_formulas(ledger, before);
    settle(ledger, &rules);
    run_formulas(ledger, after);
    to_date::run(ledger, &months, &rules);
    totals::run(ledger, &rules);
    run_tests(ledger, TESTS);
    next_year(ledger);
    compared::run(ledger);
    forms::report_other_contracts(ledger);
    performance::run(ledger);
    negotiation::report(ledger);
    on_account::run(ledger, &rules);
    savings::run(ledger);
    other_provider::report(ledger);
    cquin_values::report(ledger);
    parties::report(ledger);
}

/// The value of the year: what the plan gives, or what all twelve months have brought. Where both are there they are
/// held against each other.
fn values(ledger: &mut Ledger<'_>, months: &[ContractMonths<'_>]) {
    let plan = ledger.plan;
    // The months are sorted by contract.
    let mut months = months.iter().peekable();
    for (row, contract) in plan.contracts.iter() {
        let subject = [row.index()];
        let of_months = months
            .next_if(|months| months.contract == row.index())
            .and_then(|months| Some((months, to_date::value_to_date(ledger, row.index())?)));
        let value = contract.value().map(Number::cell);
        let whole = of_months.filter(|(months, _)| months.billed.is_whole()).map(|(_, value)| value);
        if let Some(value) = value.or(whole) {
            ledger.publish(&VALUE, subject, value);
        }
        let (Some(value), Some((months, to_date))) = (value, of_months) else { continue };
        let apart = value.minus(&to_date);
        if months.billed.is_whole() {
            ledger.publish(&VALUE_LESS_MONTHS, subject, apart);
            continue;
        }
        let apart = ledger.publish(&VALUE_TO_COME, subject, apart);
        report_more_than_the_year(ledger, row, contract, &apart);
    }
}

/// That the months have brought more than the value that is given for the whole year.
fn report_more_than_the_year(ledger: &mut Ledger<'_>, row: Id<Contract>, contract: Row<'_, Contract>, left: &Number) {
    let Ok(apart) = left.shown().negated().value() else { return };
    if !left.shown().is_negative() {
        return;
    }
    let message = format!(
        "The months of \"{}\" have brought {} more than the value that it gives for the whole year.",
        contract.name(),
        format::money(Ok(apart))
    );
    ledger.report_beyond_rounding(VALUE_TO_COME.at([row.index()]), apart, || {
        Finding::of(&CONTRACT_MONTHS_ABOVE_VALUE, message)
            .at(Table::Contract, row.index(), "value")
            .figure(VALUE_TO_COME.at([row.index()]))
    });
}

/// The base of the next year of each contract that gives its efficiency, which tariffs print with a minus and others without.
fn next_year(ledger: &mut Ledger<'_>) {
    for (row, contract) in ledger.plan.contracts.iter() {
        let (Some(base), Some(cell)) = (contract.base(), contract.efficiency()) else { continue };
        let mut efficiency = Number::cell(cell);
        if efficiency.is_negative() {
            ledger.report(|| {
                let message = format!(
                    "\"{}\" has an efficiency of {}; an efficiency is taken off prices: it is read as {}.",
                    contract.name(),
                    format::percent(efficiency.shown().value(), 1),
                    format::percent(efficiency.shown().negated().value(), 1)
                );
                Finding::of(&SIGN_READ_AS_MEANT, message).at_cells([cell.address()])
            });
            efficiency = turned(&efficiency);
        }
        let kept = Number::cell(base).times(&Number::the_whole().minus(&efficiency));
        let pressures = contract.pressures().map_or_else(Number::nothing, Number::cell);
        ledger.publish(&NEXT_YEAR, [row.index()], kept.plus(&pressures));
    }
}

fn settle(ledger: &mut Ledger<'_>, rules: &[Option<u32>]) {
    let plan = ledger.plan;
    for (row, contract) in plan.contracts.iter() {
        let subject = [row.index()];
        let value =
            ledger.figure(&AFTER_READMISSIONS, subject).map(|value| match unpaid_of(ledger, row.index(), contract) {
                Some(unpaid) => {
                    let unpaid = ledger.publish(&NOT_PAID_AT_MARGIN, subject, unpaid);
                    ledger.publish(&AFTER_MARGINAL_RATE, subject, value.minus(&unpaid))
                }
                None => ledger.publish(&AFTER_MARGINAL_RATE, subject, value),
            });
        let rules = rules.get(row.index() as usize).copied().flatten();
        let Some(terms) = Terms::of(ledger, row, rules) else { continue };
        report_terms(ledger, row, contract, &terms);
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
        let Some(payment) = terms.payment(value) else { continue };
        let payment = ledger.publish(&PAYMENT, subject, payment);
        if let Some(value) = value {
            let nothing = Number::nothing();
            let borne = terms.borne(&value, &payment);
            ledger.publish(&BORNE_BY_PROVIDER, subject, borne.maximum(&nothing));
            ledger.publish(&BORNE_BY_COMMISSIONER, subject, borne.negated().maximum(&nothing));
        }
    }
}

/// What cannot be meant by the terms of a contract; each form has one limit that may be it, a floor before a cap.
fn report_terms(ledger: &mut Ledger<'_>, row: Id<Contract>, contract: Row<'_, Contract>, terms: &Terms) {
    if !ledger.wants_findings() {
        return;
    }
    let in_doubt = ledger.parameter(&TOLERANCE_IN_DOUBT, contract.year());
    let finding = floor_below_nothing(contract, terms)
        .or_else(|| floor_in_doubt(contract, terms, &in_doubt?))
        .or_else(|| fixed_part_below_nothing(contract, terms))
        .or_else(|| cap_as_large_as_base(contract, terms));
    if let Some((finding, message, columns)) = finding {
        ledger.report(|| {
            let at = columns.iter().map(|column| CellAddress { table: Table::Contract, row: row.index(), column });
            Finding::of(finding, message).at_cells(at)
        });
    }
}

/// A finding about the terms of a contract, its words, and the columns of its cells.
type AboutTerms = (&'static FindingKind, String, &'static [&'static str]);

/// A floor that lies below nothing. One that is as far from the base as the cap, because only the cap is given, is not what
/// anybody gave: the cap is what cannot be.
fn floor_below_nothing(contract: Row<'_, Contract>, terms: &Terms) -> Option<AboutTerms> {
    terms.below?;
    let floor = terms.floor().filter(|floor| floor.shown().is_negative())?;
    let message = format!(
        "The floor of \"{}\" is {}: it lies further below the base than the base is.",
        contract.name(),
        format::money(floor.shown().value())
    );
    Some((&CONTRACT_FLOOR_BELOW_NOTHING, message, &["below"]))
}

/// A floor that lies below the base by so much of it that the floor itself may have been given.
fn floor_in_doubt(contract: Row<'_, Contract>, terms: &Terms, share: &Number) -> Option<AboutTerms> {
    let (floor, (base, below)) = terms.floor().zip(terms.base.zip(terms.below))?;
    if below.is_below(&base.times(share)) || !Fixed::ZERO.is_below(base.shown()) {
        return None;
    }
    let message = format!(
        "The floor of \"{}\" lies {} below its base of {}, at {}.",
        contract.name(),
        format::money(below.shown().value()),
        format::money(base.shown().value()),
        format::money(floor.shown().value())
    );
    Some((&CONTRACT_FLOOR_IN_DOUBT, message, &["below"]))
}

/// A target that brings more than the base of which that is a part.
fn fixed_part_below_nothing(contract: Row<'_, Contract>, terms: &Terms) -> Option<AboutTerms> {
    let half_units = [contract.base(), contract.target()].into_iter().flatten().map(|cell| cell.half_unit());
    let rounding = half_units.fold(Fixed::ZERO, Fixed::plus);
    let fixed = terms.fixed_part().filter(|fixed| fixed.shown().plus(rounding).is_negative())?;
    let message = format!(
        "What the target of \"{}\" brings is {} more than its base, which holds it.",
        contract.name(),
        format::money(fixed.shown().negated().value())
    );
    Some((&CONTRACT_FIXED_PART_BELOW_NOTHING, message, &["target", "base"]))
}

/// A cap that lies so far above the base that it may be the cap itself.
fn cap_as_large_as_base(contract: Row<'_, Contract>, terms: &Terms) -> Option<AboutTerms> {
    let (base, above) = terms.cap().filter(|(base, above)| !above.shown().is_below(base.shown()))?;
    let message = format!(
        "\"{}\" tolerates {} above a base of {}: as much as the base itself.",
        contract.name(),
        format::money(above.shown().value()),
        format::money(base.shown().value())
    );
    Some((&CONTRACT_TOLERANCE_AS_LARGE_AS_BASE, message, &["above"]))
}
