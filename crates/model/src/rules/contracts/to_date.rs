//! What a contract has brought while its year is not whole: to date, and as a forecast for the year.
//!
//! A contract is settled for a year. Until all twelve months are given nothing is due for the year; what is due to date
//! stands on the part of the year that the months are, and on that part of the base, of floor and ceiling, of what is
//! not paid for and of the target. Month weights are those of activity: the fixed part of an aligned payment, its base
//! less rate × target, is paid in twelfths. The forecast is what the year brings at the same pace.

use super::forms::Terms;
use super::kinds::{BILLED, NOT_PAID_AT_MARGIN, ON_ACCOUNT, PAYMENT, STILL_WITHHELD, UPHELD};
use super::months::{ContractMonths, MonthRow};
use crate::calculation::{Dimension, Finding, Ledger, Number, Term, figures, findings_of_part, format, run_formulas};
use crate::plan::{Contract, Id, MonthState, Row, Table};
use crate::rules::months_given::Given;
use crate::rules::odd_months;
use crate::rules::phasing::{PartOfYear, Weight, Weights, month_by_month};

const CONTRACT: Dimension = Dimension::Row(Table::Contract);
const MONTHS_SOURCE: &str = "NHS Surrey, One Plan, l. 608, 684, 1400";

figures! {
    /// How many months are given.
    MONTHS: count("contract.{}.months", "{}: months given, of twelve", [CONTRACT])
        by("CR11", "how many months have a bill", MONTHS_SOURCE)
    /// The value of the months that are given.
    VALUE_TO_DATE: money("contract.{}.value-to-date", "{}: value of activity to date", [CONTRACT])
        by("CR11", "billed − challenges upheld of the months that are given", MONTHS_SOURCE)
    /// The part of the base that falls on them.
    BASE_TO_DATE: money("contract.{}.base-to-date", "{}: base value to date", [CONTRACT])
        by("CR11", "base × months given ÷ 12, or × their weights; of an aligned payment the weights are only those of the variable part, rate × target", MONTHS_SOURCE)
    /// What the form of the contract pays for them.
    PAYMENT_TO_DATE: money("contract.{}.payment-to-date", "{}: payment to date by the form of the contract", [CONTRACT])
        by("CR11", "by the form of the contract, with the part of the year of base, floor, ceiling, target and deductions", MONTHS_SOURCE)
    /// What is due for them.
    DUE_TO_DATE: money("contract.{}.due-to-date", "{}: due to date, before CQUIN", [CONTRACT])
        by("CR11", "payment to date − still withheld", MONTHS_SOURCE)
        { Contract [*] = [PAYMENT_TO_DATE] - ([STILL_WITHHELD] or {Term::NOTHING}) }
    /// What of it is not paid yet, or was paid too much.
    BALANCE_TO_DATE: money("contract.{}.balance-to-date", "{}: balance to date", [CONTRACT])
        by("CR11", "due to date − paid on account", MONTHS_SOURCE)
        { Contract [*] = [DUE_TO_DATE] - (paid or [ON_ACCOUNT]) }
    /// What the year brings at the pace of the months that are given.
    FORECAST_VALUE: money("contract.{}.forecast-value", "{}: forecast of the value of activity for the year", [CONTRACT])
        by("CR11", "value to date × 12 ÷ months given, or ÷ their weights", MONTHS_SOURCE)
    /// What the form of the contract pays for that.
    FORECAST_PAYMENT: money("contract.{}.forecast-payment", "{}: forecast of the payment for the year", [CONTRACT])
        by("CR11", "by the form of the contract, from the forecast of the value", MONTHS_SOURCE)
    /// What is due for that.
    FORECAST_DUE: money("contract.{}.forecast-due", "{}: forecast of what is due for the year", [CONTRACT])
        by("CR11", "forecast of the payment − still withheld + CQUIN", MONTHS_SOURCE)
        { Contract [*] = ([FORECAST_PAYMENT] - ([STILL_WITHHELD] or {Term::NOTHING})) + (cquin or {Term::NOTHING}) }
}

findings_of_part! {
    /// Not all twelve months of a contract are given: what is due for the year is a forecast.
    CONTRACT_YEAR_NOT_WHOLE: information(
        "contract-year-not-whole",
        "Give the other months when they are known: the contract is then settled for the year."
    )
    /// Months of a contract are paid on account and not billed yet: the balance to date counts them as paid in advance.
    PAID_BEFORE_BILLED: information(
        "paid-before-billed",
        "Give what was billed in these months when it is known: until then the balance to date is lower by what was paid for them."
    )
}

/// What the months of a contract have brought, where any of them is given.
pub(super) fn value_to_date(ledger: &Ledger<'_>, contract: u32) -> Option<Number> {
    let billed = ledger.figure(&BILLED, [contract])?;
    Some(match ledger.figure(&UPHELD, [contract]) {
        Some(upheld) => billed.minus(&upheld),
        None => billed,
    })
}

/// Publishes what the months that are given make, to date and as a forecast for the year.
pub(super) fn run(ledger: &mut Ledger<'_>, all: &[ContractMonths<'_>], rules: &[Option<u32>]) {
    let plan = ledger.plan;
    for months in all.iter().filter(|months| !months.billed.is_empty()) {
        let subject = [months.contract];
        let Some(contract) = plan.contracts.get(Id::at(months.contract)) else { continue };
        ledger.publish(&MONTHS, subject, months.billed.counted());
        let Some(value) = value_to_date(ledger, months.contract) else { continue };
        let value = ledger.publish(&VALUE_TO_DATE, subject, value);
        let part = part_of_year(ledger, months, contract);
        if ledger.wants_findings() {
            let about = format!("{}, billed", contract.name());
            let row = |given: &&Given| plan.contract_months.get(Id::at(given.place.row));
            let is_known = |given: &&Given| row(given).is_some_and(|row| row.state() != Some(MonthState::Estimate));
            odd_months::report_not_over(ledger, &about, months.given.iter().filter(is_known));
            match contract.base().or_else(|| contract.value()) {
                Some(of_year) => {
                    let expected = part.of(&Number::cell(of_year));
                    odd_months::report_running_totals(ledger, &about, months.year, &months.given, &expected);
                }
                None => {
                    odd_months::report_steady_growth(ledger, &about, months.year, &months.given, format::money);
                }
            }
        }
        if months.billed.is_whole() {
            continue;
        }
        let forecast = ledger.publish(&FORECAST_VALUE, subject, part.year_from(&value));
        let rules = rules.get(months.contract as usize).copied().flatten();
        let terms = Terms::of(ledger, Id::at(months.contract), rules);
        let for_part = terms.map(|terms| terms.for_part(&part, &PartOfYear::twelfths(months.billed)));
        let base = match &for_part {
            Some(terms) => terms.base,
            None => contract.base().map(|base| part.of(&Number::cell(base))),
        };
        if let Some(base) = base {
            ledger.publish(&BASE_TO_DATE, subject, base);
        }
        let Some((terms, for_part)) = terms.zip(for_part) else { continue };
        let unpaid = unpaid(ledger, months.contract, contract);
        let less = |value: Number, unpaid: Option<Number>| unpaid.map_or(value, |unpaid| value.minus(&unpaid));
        let to_date = less(value, unpaid.map(|unpaid| part.of(&unpaid)));
        if let Some(payment) = for_part.payment(Some(to_date)) {
            ledger.publish(&PAYMENT_TO_DATE, subject, payment);
        }
        report_paid_before_billed(ledger, months, contract);
        // What is settled for the year already, such as a block, needs no forecast.
        let settled = ledger.figure(&PAYMENT, subject).is_some();
        if let Some(payment) = terms.payment(Some(less(forecast, unpaid))).filter(|_| !settled) {
            ledger.publish(&FORECAST_PAYMENT, subject, payment);
            report_part(ledger, months, contract);
        }
    }
    run_formulas(ledger, FORMULAS);
}

/// The months after the last that is billed which are paid for already; one that is missing before it has a finding of its own.
fn report_paid_before_billed(ledger: &mut Ledger<'_>, months: &ContractMonths<'_>, contract: Row<'_, Contract>) {
    if !ledger.wants_findings() || contract.paid().is_some() {
        return;
    }
    let early = months.paid.without(months.billed.so_far());
    if early.is_empty() {
        return;
    }
    let message = format!(
        "\"{}\": {} {} paid on account and not billed: the balance to date counts that as paid in advance.",
        contract.name(),
        early.names(months.year),
        if early.count() == 1 { "is" } else { "are" }
    );
    ledger.report(|| {
        Finding::of(&PAID_BEFORE_BILLED, message)
            .at(Table::Contract, months.contract, "name")
            .figure(BALANCE_TO_DATE.at([months.contract]))
    });
}

/// What of the value of a year is not paid for: readmissions, and emergency admissions above their baseline.
fn unpaid(ledger: &mut Ledger<'_>, row: u32, contract: Row<'_, Contract>) -> Option<Number> {
    let readmissions = contract.readmissions().map(Number::cell);
    let known = ledger.figure(&NOT_PAID_AT_MARGIN, [row]);
    let at_margin = match known {
        Some(unpaid) => Some(unpaid),
        None => super::margin::unpaid_of(ledger, row, contract)
            .map(|unpaid| ledger.publish(&NOT_PAID_AT_MARGIN, [row], unpaid)),
    };
    match (readmissions, at_margin) {
        (Some(readmissions), Some(unpaid)) => Some(readmissions.plus(&unpaid)),
        (readmissions, unpaid) => readmissions.or(unpaid),
    }
}

/// The part of the year that the months are: by their weights, or else so many twelfths.
fn part_of_year(ledger: &mut Ledger<'_>, months: &ContractMonths<'_>, contract: Row<'_, Contract>) -> PartOfYear {
    let weight = |(_, row): &MonthRow<'_>| row.weight().map(|cell| Weight::of(row.month(), cell));
    let weights = month_by_month(months.rows.iter().filter_map(weight));
    if weights.is_empty() {
        return PartOfYear::twelfths(months.billed);
    }
    let weights = Weights::of(months.year, &weights);
    if ledger.wants_findings()
        && let Some(finding) = weights.finding(contract.name())
    {
        ledger.report(|| finding.at(Table::Contract, months.contract, "name"));
    }
    weights.part(months.billed)
}

/// That the year is not whole, and by which method it is forecast.
fn report_part(ledger: &mut Ledger<'_>, months: &ContractMonths<'_>, contract: Row<'_, Contract>) {
    let weighted = months.rows.iter().any(|(_, row)| row.weight().is_some());
    let method = if weighted { "what they brought ÷ their weights" } else { "12 times the mean of the months" };
    ledger.report(|| {
        let message = format!(
            "\"{}\": {} of the 12 months of {} are given. What is due is to date; for the year it is a forecast, {method}, and what is due in all contracts is without it.",
            contract.name(),
            months.billed.count(),
            months.year
        );
        Finding::of(
&CONTRACT_YEAR_NOT_WHOLE, message)
            .at(Table::Contract, months.contract, "name")
            .figures([DUE_TO_DATE.at([months.contract]), FORECAST_DUE.at([months.contract])])
    });
}
