//! What does not add up in the months of a contract.

use super::columns::ACTIVITY_COLUMN;
use super::contract_months::ContractMonths;
use super::message::message;
use crate::calculation::{Finding, Ledger, Number, NumberTotal, findings_of_part, format};
use crate::plan::{CellAddress, Id, Table};
use crate::rules::common_findings::FEWER_MONTHS_THAN_OTHERS;
use crate::rules::months_given::{
    Given, MonthsOfYear, counting, cumulative_findings, known, missing_finding, shown_as,
};
use crate::rules::phasing::PartOfYear;
use crate::rules::{odd_digits, odd_months};

findings_of_part! {
    /// In a month the row for all commissioners of a contract is not the sum of the rows of each.
    MONTH_PARTS_DIFFER: warning(
        "month-parts-differ",
        "Correct the row for all commissioners or that of one of them, or give the commissioner that is missing."
    )
}

/// A commissioner or all of them, as the words of a finding name them.
pub(super) fn about(ledger: &Ledger<'_>, contract: u32, organisation: Option<u32>) -> String {
    let title = ledger.plan.title(Table::Contract, contract).unwrap_or_default();
    match organisation.and_then(|organisation| ledger.plan.title(Table::Organisation, organisation)) {
        Some(organisation) => format!("{title}, {organisation}"),
        None => title.to_owned(),
    }
}

/// Reports rows for the year so far that cannot be right.
pub(super) fn report_cumulative(
    ledger: &mut Ledger<'_>,
    months: &ContractMonths<'_>,
    name: &'static str,
    given: &[Given],
    organisation: Option<u32>,
) {
    if !ledger.wants_findings() || !given.iter().any(|given| given.cumulative) {
        return;
    }
    let about = format!("{}, {name}", about(ledger, months.contract, organisation));
    for finding in cumulative_findings(months.year, given, &about, shown_as(name != ACTIVITY_COLUMN)) {
        ledger.report(|| finding);
    }
}

/// Reports months that are missing: before the last that is given, and of a commissioner while others have them.
pub(super) fn report_missing(
    ledger: &mut Ledger<'_>,
    months: &ContractMonths<'_>,
    counted: MonthsOfYear,
    of_contract: &[Given],
    of_each: &[(u32, Given)],
) {
    if !ledger.wants_findings() {
        return;
    }
    let last = of_contract.last().map(|given| given.place);
    if let Some(place) = last.filter(|_| !counted.missing().is_empty()) {
        let about = about(ledger, months.contract, None);
        let what = "what is due to date, and the forecast, stand on the months that are given";
        ledger.report(|| {
            missing_finding(&about, counted.missing(), months.year, what).at(place.table, place.row, "month")
        });
    }
    let given_by = |rows: &[(u32, Given)]| -> Vec<Given> { rows.iter().map(|(_, given)| *given).collect() };
    let of_all = known(months.year, &given_by(of_each)).or(known(months.year, of_contract));
    for of_one in of_each.chunk_by(|left, right| left.0 == right.0) {
        let Some(((organisation, _), (_, last))) = of_one.first().zip(of_one.last()) else { continue };
        let given = given_by(of_one);
        let fewer = of_all.without(known(months.year, &given)).without(counted.missing());
        if fewer.is_empty() {
            continue;
        }
        let about = about(ledger, months.contract, Some(*organisation));
        let until = match months.until {
            Some(until) => format!("; the contract counts up to {}, the last month of all", until.words()),
            None => String::new(),
        };
        let message = format!(
            "{about}: {} is given for others, or for all together, and not for it{until}.",
            fewer.names(months.year)
        );
        ledger.report(|| Finding::of(&FEWER_MONTHS_THAN_OTHERS, message).at(last.place.table, last.place.row, "month"));
    }
}

/// Reports a month whose row for all commissioners is not the sum of those of each.
pub(super) fn report_parts(ledger: &mut Ledger<'_>, column: &'static str, whole: &Given, parts: &Given) {
    let apart = whole.number.shown().minus(parts.number.shown());
    let apart = apart.maximum(apart.negated());
    if !whole.half_unit.plus(parts.half_unit).is_below(apart) {
        return;
    }
    let shown = |number: &Number| {
        let value = number.shown().value();
        if column == ACTIVITY_COLUMN { format::count(value) } else { format::money(value) }
    };
    let says = format!(
        "gives {} as {} for all commissioners and {} for them one by one: the row for all counts",
        column,
        shown(&whole.number),
        shown(&parts.number)
    );
    let (whole, parts) = (whole.place, [whole, parts].map(|given| given.number.shown().value()));
    let Some(message) = message(ledger, Id::at(whole.row), &says) else { return };
    ledger.report(|| {
        Finding::of(&MONTH_PARTS_DIFFER, message).at(Table::ContractMonth, whole.row, column).between_in(
            CellAddress { table: Table::ContractMonth, row: whole.row, column },
            parts[0],
            parts[1],
        )
    });
}

/// Months that are in another unit than what the contract is worth or, where it does not say, than what was billed: whether there
/// are any.
pub(super) fn report_another_unit(
    ledger: &mut Ledger<'_>,
    months: &ContractMonths<'_>,
    about: &str,
    given: &[Given],
) -> bool {
    let Some(contract) = ledger.plan.contracts.get(Id::at(months.contract)) else { return false };
    let sum = |given: &[Given]| {
        let mut total = NumberTotal::default();
        counting(given).iter().for_each(|given| total.add(&given.number));
        total.finish()
    };
    let (expected, planned) = match contract.base().or(contract.value()) {
        Some(worth) => {
            let to_date = known(months.year, given).so_far();
            (PartOfYear::twelfths(to_date).of(&Number::cell(worth)), ("the contract to date", Some(worth.address())))
        }
        // What is billed comes first, and nothing is known before it.
        None if months.given.is_empty() => return false,
        None => (sum(&months.given), ("what was billed", months.given.first().map(|given| given.place))),
    };
    odd_months::report_another_unit(ledger, about, given, [&sum(given), &expected], planned)
}

/// Months that are several times a twelfth of what the contract is worth, and of what other months bring.
pub(super) fn report_digits(ledger: &mut Ledger<'_>, months: &ContractMonths<'_>, about: &str, given: &[Given]) {
    let contract = ledger.plan.contracts.get(Id::at(months.contract));
    let Some(worth) = contract.and_then(|contract| contract.base().or(contract.value())) else { return };
    let twelfth = Number::cell(worth).over(&Number::months_of_a_year());
    odd_digits::report(ledger, about, months.year, given, |_| twelfth);
}
