//! Amounts that are more than what they are a part of, or more than anybody has.

use super::said::{AMOUNT_UNIT_IN_DOUBT, Said};
use super::sizes::{is_times, sizes_of};
use crate::calculation::{CellAddress, Finding, Ledger, Number, Unit, format};
use crate::plan::{Id, PopulationMeasure, Table};
use crate::quantity::{Decimal, absolute, whole};
use crate::rules::finance::resource_limit::RESOURCE_LIMIT_OF;
use crate::rules::population::PER_HEAD;

/// A part of a row, and what it is a part of: the part is not more, whichever sign it has.
const NO_MORE_THAN: &[(Table, [&str; 2])] = &[
    (Table::ProviderFinance, ["surplus", "turnover"]),
    (Table::ProviderFinance, ["under_over", "contract"]),
    (Table::ResourceLimit, ["control_total", "limit"]),
    (Table::ResourceLimit, ["forecast_surplus", "limit"]),
    (Table::Contract, ["pressures", "base"]),
    (Table::Contract, ["pressures", "value"]),
];

/// An amount of a row, another, and from how many times the other on it is in doubt.
const TIMES: &[(Table, [&str; 2], i64)] = &[
    // Nobody plans to improve costs by a thousandth of them.
    (Table::ProviderFinance, ["turnover", "improvement_plan"], 1_000),
    (Table::ProviderFinance, ["turnover", "improvement_forecast"], 1_000),
    // What is delivered may be little, and is hardly five times what was asked for.
    (Table::ProviderFinance, ["improvement_forecast", "improvement_plan"], 5),
    (Table::ProviderFinance, ["improvement_expected", "improvement_plan"], 5),
    (Table::SavingsDelivery, ["outturn", "requirement"], 5),
];

/// £50bn: no system of health and care has so much, and hardly all of them three times as much.
const MORE_THAN_ANYBODY_HAS: i64 = 50_000_000_000;

/// What a year of all care of a person costs more than once over, in pounds: no payment for each person is so large.
const A_PERSON: i64 = 5_000;

/// Reports them; not those of cells of which it is said already.
pub(super) fn run(ledger: &mut Ledger<'_>, columns: &[(Table, &'static str)], mut said: Said) {
    report_beyond_all(ledger, columns, &mut said);
    for (table, names) in NO_MORE_THAN {
        report_rows(ledger, *table, *names, None, &mut said);
    }
    for (table, names, times) in TIMES {
        report_rows(ledger, *table, *names, Some(*times), &mut said);
    }
    report_risks(ledger);
    report_rates(ledger);
}

/// A cell as it is said: `surplus is £500,000,000`.
fn is(cell: CellAddress, amount: Decimal) -> String {
    format!("{} is {}", cell.column.replace('_', " "), format::money(Ok(amount)))
}

/// Rows of which one amount is more than another, or so many times another.
fn report_rows(
    ledger: &mut Ledger<'_>,
    table: Table,
    [name, other_name]: [&'static str; 2],
    times: Option<i64>,
    said: &mut Said,
) {
    let plan = ledger.as_written;
    let Some((one, other)) = table.column(name).zip(table.column(other_name)) else { return };
    // A relation of the table is an error of its own.
    let is_held =
        table.relations().iter().any(|held| usize::from(held.first) == one && usize::from(held.other) == other);
    for row in 0..plan.store(table).rows() {
        let number =
            |at: usize| plan.store(table).column(at).number(row)?.0.value().ok().filter(|number| !number.is_zero());
        let Some((left, right)) = number(one).zip(number(other)) else { continue };
        let (left_size, right_size) = (absolute(left), absolute(right));
        let is_in_doubt = match times {
            Some(times) => is_times(right_size, left_size, whole(times)),
            None => right_size < left_size && !(is_held && right < left),
        };
        let cells = [name, other_name].map(|column| CellAddress { table, row, column });
        // An improvement above all costs is an error of its own.
        let costs = table.column("turnover").filter(|_| times.is_some()).and_then(number).map(absolute);
        let is_in_doubt = is_in_doubt && !(name != "turnover" && costs.is_some_and(|costs| costs < left_size));
        if !is_in_doubt || cells.iter().any(|cell| said.has(*cell)) {
            continue;
        }
        let apart = match times {
            None => "it cannot be more".to_owned(),
            Some(times) => format!("it is {} times as much or more", format::count(Ok(whole(times)))),
        };
        let message =
            format!("{}: {}, and {}: {apart}.", plan.row_words(table, row), is(cells[0], left), is(cells[1], right));
        said.add(cells);
        ledger.report(|| Finding::of(&AMOUNT_UNIT_IN_DOUBT, message).at_cells(cells));
    }
}

/// Amounts that nobody has.
fn report_beyond_all(ledger: &mut Ledger<'_>, columns: &[(Table, &'static str)], said: &mut Said) {
    let plan = ledger.as_written;
    // What activity costs is held against what each costs elsewhere.
    let is_of_activity = |table: &Table| matches!(table, Table::BaselineActivity | Table::MonthlyActivity);
    for (table, column) in columns.iter().filter(|(table, _)| !is_of_activity(table)) {
        for (row, size) in sizes_of(plan, *table, column) {
            let cell = CellAddress { table: *table, row, column };
            if size < whole(MORE_THAN_ANYBODY_HAS) || said.has(cell) {
                continue;
            }
            let message = format!("{}: {}: nobody has so much.", plan.row_words(*table, row), is(cell, size));
            said.add([cell]);
            ledger.report(|| Finding::of(&AMOUNT_UNIT_IN_DOUBT, message).at_cells([cell]));
        }
    }
}

/// What may be lost or gained under a contract, and is more than the contract is worth.
fn report_risks(ledger: &mut Ledger<'_>) {
    let plan = ledger.as_written;
    for (at, share) in plan.risk_shares.iter() {
        let Some((row, contract)) = share.contract().and_then(|of| Some((of, plan.contracts.get(of)?))) else {
            continue;
        };
        // Of two that are the same the base is named.
        let worth = [("value", contract.value()), ("base", contract.base())];
        let size = |cell| Number::given(cell).shown().value().ok().map(absolute);
        let worth = worth.into_iter().filter_map(|(column, cell)| Some((column, size(Some(cell?))?)));
        let Some((column, worth)) = worth.max_by_key(|(_, worth)| *worth).filter(|(_, worth)| !worth.is_zero()) else {
            continue;
        };
        for (name, cell) in [("at_risk", share.at_risk()), ("limit", share.limit())] {
            let Some(amount) = cell.and_then(|cell| size(Some(cell))).filter(|amount| worth < *amount) else {
                continue;
            };
            let of = CellAddress { table: Table::Contract, row: row.index(), column };
            let cell = CellAddress { table: Table::RiskShare, row: at.index(), column: name };
            let message = format!(
                "{}: {}, and the {column} of \"{}\" is {}: it cannot be more.",
                share.name(),
                is(cell, amount),
                contract.name(),
                format::money(Ok(worth))
            );
            ledger.report(|| Finding::of(&AMOUNT_UNIT_IN_DOUBT, message).at_cells([cell, of]));
            break;
        }
    }
}

/// Payments for each person of a population that are far larger than what is spent on one, or in all more than the largest
/// resource limit of who pays them.
fn report_rates(ledger: &mut Ledger<'_>) {
    let plan = ledger.as_written;
    let people = [PopulationMeasure::Registered, PopulationMeasure::Resident];
    for (at, row) in plan.per_head_payments.iter() {
        let rate = row.rate().and_then(|rate| Number::cell(rate).shown().value().ok());
        let Some(rate) = rate else { continue };
        let cell = CellAddress { table: Table::PerHeadPayment, row: at.index(), column: "rate" };
        if people.contains(&row.measure()) && rate >= whole(A_PERSON) {
            let message = format!("{}: {} are paid for each person.", row.name(), format::money(Ok(rate)));
            ledger.report(|| Finding::of(&AMOUNT_UNIT_IN_DOUBT, message).at_cells([cell]));
            continue;
        }
        let paid = ledger.figure(&PER_HEAD, [at.index()]).and_then(|paid| paid.shown().value().ok());
        let limits = ledger.all(&RESOURCE_LIMIT_OF).into_iter();
        let limits = limits.filter(|(key, _)| Id::at(key.index.get(0)) == row.organisation());
        let limits = limits.filter_map(|(key, limit)| Some((limit.shown().value().ok()?, key)));
        let Some((paid, (limit, key))) = paid.zip(limits.max_by_key(|(limit, key)| (*limit, key.index))) else {
            continue;
        };
        if paid <= limit {
            continue;
        }
        let message = format!(
            "{}: {} for each come to {}, and {} is {}: nobody pays more than there is.",
            row.name(),
            format::money(Ok(rate)),
            format::money(Ok(paid)),
            key.label(plan),
            format::money(Ok(limit))
        );
        ledger.report(|| {
            let finding = Finding::of(&AMOUNT_UNIT_IN_DOUBT, message).at_cells([cell]);
            finding.figures([PER_HEAD.at([at.index()]), key]).between(Ok(paid), Ok(limit), Unit::Money).both_right()
        });
    }
}
