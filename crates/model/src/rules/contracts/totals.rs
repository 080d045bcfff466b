//! Which contracts are in the totals, and which are not: nothing is left out in silence.

use super::forms::{self, Terms};
use super::kinds::{AFTER_READMISSIONS, DUE, PART, PARTS};
use super::to_date::{FORECAST_DUE, FORECAST_PAYMENT};
use crate::calculation::{FigureIndex, Finding, Ledger, Number, YEAR, figures, findings_of_part, format, summed};
use crate::plan::{Contract, FinancialYear, Id, Row, Table};

const REGISTER: &str = "NHS Surrey, One Plan, l. 672-684";

figures! {
    /// What all contracts are forecast to pay, where some of them have not all their months.
    TOTAL_FORECAST: money("contracts.forecast-due.{}", "All contracts: forecast of what is due for {}", [YEAR])
        by("CR11", "the sum of what is due for the year, or else of its forecast", REGISTER)
    /// How many contracts are not in what all pay.
    NOT_COMPUTED: count("contracts.not-computed.{}", "Contracts of {} for which no payment is computed", [YEAR])
        by("CR11", "how many give less than their form needs", REGISTER)
}

findings_of_part! {
    /// A part of a contract has neither an amount nor a share of a base value.
    CONTRACT_PART_NOT_GIVEN: warning(
        "contract-part-not-given",
        "Give the amount of the part, or its share and the base value of the contract."
    )
    /// A contract does not say for which year it is, and so is in no total.
    CONTRACT_WITHOUT_YEAR: warning("contract-without-year", "Give the year of the contract.")
    /// A contract lacks its form, or what its form needs, and so is not settled.
    CONTRACT_NOT_COMPUTED: warning(
        "contract-not-computed",
        "Give the form of the contract, or a payment by another way."
    )
}

/// Publishes the forecast of all contracts, and names those that are in no total.
pub(super) fn run(ledger: &mut Ledger<'_>, rules: &[Option<u32>]) {
    let plan = ledger.plan;
    let (mut forecasts, mut missing) = (Vec::new(), Vec::new());
    let mut years_of_forecasts: Vec<FinancialYear> = Vec::new();
    let mut years_of_totals: Vec<FinancialYear> = Vec::new();
    let mut left_out: Vec<(Id<Contract>, Row<'_, Contract>)> = Vec::new();
    for (row, contract) in plan.contracts.iter() {
        let subject = [row.index()];
        let due = ledger.figure(&DUE, subject);
        let forecast = ledger.figure(&FORECAST_DUE, subject);
        let Some(amount) = due.or(forecast) else {
            left_out.push((row, contract));
            continue;
        };
        let Some(year) = contract.year() else {
            report_no_year(ledger, row, contract, &amount);
            continue;
        };
        years_of_totals.push(year);
        if due.is_none() {
            years_of_forecasts.push(year);
        }
        forecasts.push((FigureIndex::new([u32::from(year.start())]), amount));
    }
    years_of_forecasts.sort_unstable();
    years_of_totals.sort_unstable();
    let is_forecast = |index: &FigureIndex| {
        years_of_forecasts.binary_search_by_key(&index.get(0), |year| u32::from(year.start())).is_ok()
    };
    forecasts.retain(|(index, _)| is_forecast(index));
    ledger.add(summed(&TOTAL_FORECAST, forecasts));
    for (row, contract) in left_out {
        let in_total = contract.year().is_some_and(|year| years_of_totals.binary_search(&year).is_ok());
        // A contract that gives nothing to settle is only named where others of its year make a total without it.
        let gives = contract.base().is_some() || ledger.figure(&AFTER_READMISSIONS, [row.index()]).is_some();
        if !in_total && !gives {
            continue;
        }
        if let Some(year) = contract.year() {
            missing.push((FigureIndex::new([u32::from(year.start())]), Number::whole(1, "one contract")));
        }
        report_left_out(ledger, row, contract, rules);
    }
    ledger.add(summed(&NOT_COMPUTED, missing));
    report_parts(ledger);
}

/// Names parts of a contract without an amount, where the sum of the parts is without them.
fn report_parts(ledger: &mut Ledger<'_>) {
    if !ledger.wants_findings() {
        return;
    }
    let plan = ledger.plan;
    for (row, part) in plan.contract_parts.iter() {
        let (contract, organisation) = (part.contract().index(), part.organisation().index());
        let left_out = ledger.figure(&PART, [contract, organisation]).is_none();
        if !left_out || ledger.figure(&PARTS, [contract]).is_none() {
            continue;
        }
        let message = format!(
            "The part of {} in \"{}\" is not given: the sum of the parts is without it.",
            plan.title(Table::Organisation, organisation).unwrap_or_default(),
            plan.title(Table::Contract, contract).unwrap_or_default()
        );
        let column = if part.share().is_some() { "share" } else { "amount" };
        ledger.report(|| {
            Finding::of(&CONTRACT_PART_NOT_GIVEN, message)
                .at(Table::ContractPart, row.index(), column)
                .figure(PARTS.at([contract]))
        });
    }
}

fn report_no_year(ledger: &mut Ledger<'_>, row: Id<Contract>, contract: Row<'_, Contract>, amount: &Number) {
    let message = format!(
        "\"{}\" does not say for which year it is: its {} are in no total.",
        contract.name(),
        format::money(amount.shown().value())
    );
    ledger.report(|| {
        Finding::of(&CONTRACT_WITHOUT_YEAR, message)
            .at(Table::Contract, row.index(), "year")
            .figure(DUE.at([row.index()]))
    });
}

/// Names what a contract that is not settled lacks.
fn report_left_out(ledger: &mut Ledger<'_>, row: Id<Contract>, contract: Row<'_, Contract>, rules: &[Option<u32>]) {
    let end = rules.get(row.index() as usize).copied().flatten();
    let name = contract.name();
    // Contracts that in the end follow themselves are reported as rows that do.
    if end.is_none() {
        return;
    }
    let Some(terms) = Terms::of(ledger, row, end) else {
        ledger.report(|| {
            Finding::of(&CONTRACT_NOT_COMPUTED, format!("\"{name}\" is not computed: its form is not given.")).at(
                Table::Contract,
                row.index(),
                "form",
            )
        });
        return;
    };
    let has_value =
        [&AFTER_READMISSIONS, &FORECAST_PAYMENT].into_iter().any(|kind| ledger.figure(kind, [row.index()]).is_some());
    let needs = forms::columns_of(terms.form).map(|columns| columns.needs).unwrap_or_default();
    let given = |column: &str| match column {
        "base" => terms.base.is_some(),
        "above" => terms.above.is_some(),
        _ => has_value,
    };
    let lacking: Vec<&'static str> = needs.iter().copied().filter(|column| !given(column)).collect();
    // Where only a rate is missing that has no default in the year, that is reported with the parameters.
    let Some(first) = lacking.first().copied() else { return };
    // What an associate takes from the contract that it follows is missing there.
    let place = if first == "above" { end.unwrap_or(row.index()) } else { row.index() };
    let in_words = |column: &'static str| match column {
        "base" => "its base value",
        "above" => "how far above the base its limit lies",
        _ => "the value of its activity, or all its months",
    };
    let lacking: Vec<&str> = lacking.into_iter().map(in_words).collect();
    let form = terms.form.word().replace('-', " ");
    let message = format!("\"{name}\" is not computed: its form, {form}, needs {}.", lacking.join(", and "));
    ledger.report(|| {
        Finding::of(&CONTRACT_NOT_COMPUTED, message)
            .at(Table::Contract, place, first)
            .advise("Give what is missing: what all contracts pay is without this one until then.")
    });
}
