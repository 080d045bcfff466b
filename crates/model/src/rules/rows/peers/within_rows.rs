//! Amounts of one row that cannot be in the unit of the row both: a contract worth £12,000 of a base of £12m.

use super::said::{AMOUNT_UNIT_IN_DOUBT, Said};
use super::sizes::is_times;
use crate::calculation::{CellAddress, Finding, Ledger, format};
use crate::plan::{Plan, Table};
use crate::quantity::{Decimal, InOrder, absolute, whole};
use crate::rules::rows::joined::joined;

/// Two columns of a row that are of one size.
const OF_ONE_ROW: &[(Table, [&str; 2])] = &[
    (Table::Contract, ["base", "value"]),
    (Table::Contract, ["base", "target"]),
    (Table::Scheme, ["gross", "full_year_effect"]),
    (Table::Contract, ["emergency", "emergency_baseline"]),
    (Table::AccountLine, ["forecast", "plan"]),
    (Table::Allocation, ["actual", "target"]),
    (Table::MediumTermYear, ["resource", "expenditure"]),
    (Table::SavingsDelivery, ["requirement", "outturn"]),
    (Table::ContractLine, ["offer", "ask"]),
    (Table::ContractLine, ["planned", "offer"]),
    (Table::ContractLine, ["planned", "ask"]),
    (Table::ContractLine, ["planned", "agreed"]),
    (Table::ContractLine, ["offer", "agreed"]),
    (Table::ContractLine, ["ask", "agreed"]),
    (Table::ProviderFinance, ["improvement_plan", "improvement_forecast"]),
];

/// Two columns of a row of which the one is a part of the other, however small: ten thousand times is no part.
const PARTS_OF_ONE_ROW: &[(Table, [&str; 2])] = &[
    (Table::Contract, ["base", "above"]),
    (Table::Contract, ["base", "below"]),
    (Table::Contract, ["base", "cquin"]),
    (Table::Contract, ["value", "cquin"]),
    (Table::CquinScheme, ["eligible_base", "fixed_sum"]),
];

/// How many times its part a whole is at most.
const TEN_THOUSAND: i64 = 10_000;

/// An amount of a row that is so many times another of it.
struct Apart {
    row: u32,
    names: [&'static str; 2],
    sizes: [Decimal; 2],
    /// How many times the one is the other at least.
    times: Decimal,
}

/// Reports rows with such amounts, each row once; `said` are the cells whose unit has been asked for. Gives those of which it
/// is said here.
pub(super) fn report(ledger: &mut Ledger<'_>, times: Decimal, said: &Said) -> Vec<CellAddress> {
    let mut said_here = Vec::new();
    let of_one_size = OF_ONE_ROW.iter().map(|(table, names)| (*table, *names, times));
    let of_parts = PARTS_OF_ONE_ROW.iter().map(|(table, names)| (*table, *names, whole(TEN_THOUSAND)));
    let mut of_tables: Vec<(Table, Vec<Apart>)> = Vec::new();
    for (table, names, times) in of_one_size.chain(of_parts) {
        let found = apart(ledger.as_written, table, names, times);
        match of_tables.iter_mut().find(|(of, _)| *of == table) {
            Some((_, rows)) => rows.extend(found),
            None => of_tables.push((table, found)),
        }
    }
    for (table, mut rows) in of_tables {
        rows.retain(|apart| {
            let is_said = |column| said.has(CellAddress { table, row: apart.row, column });
            !apart.names.into_iter().any(is_said)
        });
        rows.order_by_key(|apart| apart.row);
        for of_row in rows.chunk_by(|left, right| left.row == right.row) {
            for apart in joined(of_row.iter(), |apart| apart.names) {
                said_here.extend(report_row(ledger, table, &apart));
            }
        }
    }
    said_here
}

/// The rows of which one amount is so many times another that both cannot be in the unit of the row.
fn apart(plan: &Plan, table: Table, [name, other_name]: [&'static str; 2], times: Decimal) -> Vec<Apart> {
    let Some((one, other)) = table.column(name).zip(table.column(other_name)) else { return Vec::new() };
    let size = |row: u32, at: usize| {
        let (number, _) = plan.store(table).column(at).number(row)?;
        number.value().ok().map(absolute).filter(|size| !size.is_zero())
    };
    let of_row = |row: u32| {
        let (left, right) = size(row, one).zip(size(row, other))?;
        let is_apart = is_times(left.min(right), left.max(right), times);
        is_apart.then_some(Apart { row, names: [name, other_name], sizes: [left, right], times })
    };
    (0..plan.store(table).rows()).filter_map(of_row).collect()
}

/// Reports what is apart in a row: an amount that is far from several others is the one in doubt, and said once.
fn report_row(ledger: &mut Ledger<'_>, table: Table, of_row: &[&Apart]) -> Vec<CellAddress> {
    let plan = ledger.as_written;
    let Some(first) = of_row.first() else { return Vec::new() };
    let mut cells: Vec<(&'static str, Decimal)> = Vec::new();
    for cell in of_row.iter().flat_map(|apart| apart.names.into_iter().zip(apart.sizes)) {
        if !cells.contains(&cell) {
            cells.push(cell);
        }
    }
    let says: Vec<String> = cells
        .iter()
        .map(|(name, size)| format!("{} is {}", name.replace('_', " "), format::money(Ok(*size))))
        .collect();
    let hundreds = of_row.iter().any(|apart| apart.times < whole(1_000));
    let times = if hundreds { "hundreds" } else { "thousands" };
    let (last, others) = says.split_last().map_or(("", &[][..]), |(last, others)| (last.as_str(), others));
    let one = if cells.len() > 2 { "one" } else { "the one" };
    let other = if cells.len() > 2 { "another" } else { "the other" };
    let message = format!(
        "{}: {}, and {last}: {one} is {times} of times {other}.",
        plan.row_words(table, first.row),
        others.join(", ")
    );
    let cell = |(column, _): &(&'static str, Decimal)| CellAddress { table, row: first.row, column };
    let places: Vec<CellAddress> = cells.iter().map(cell).collect();
    ledger.report(|| Finding::of(&AMOUNT_UNIT_IN_DOUBT, message).at_cells(places.iter().copied()));
    places
}
