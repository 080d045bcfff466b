//! What one thing comes to in years that follow each other: a limit of £500m, and of £510,000 in the year after, is in another
//! unit, or lacks a digit. Two years are enough to see it, where a column has too few amounts for peers.

use super::sizes::{has_far_apart, is_times, sizes_of};
use crate::calculation::{CellAddress, format};
use crate::plan::{Content, FinancialYear, Plan, Table};
use crate::quantity::{Decimal, InOrder, whole};

/// How many times as much one year may come to as the one before.
#[derive(Clone, Copy)]
enum May {
    /// What is allotted by formula, or turned over by a whole organisation, moves by a few per cent: five times as much is in doubt.
    MoveLittle,
    /// What is contracted or budgeted may move elsewhere: only an amount that is out of scale is in doubt.
    Move,
}

/// Five times as much, or a fifth, is in doubt of what moves little.
const FIVE: i64 = 5;

/// The amounts, and what besides their year says what they are about.
const SERIES: &[(Table, &str, &[&str], May)] = &[
    (Table::ResourceLimit, "limit", &["organisation"], May::MoveLittle),
    (Table::MediumTermYear, "resource", &["organisation"], May::MoveLittle),
    (Table::MediumTermYear, "expenditure", &["organisation"], May::MoveLittle),
    (Table::ProviderFinance, "turnover", &["organisation"], May::MoveLittle),
    (Table::Allocation, "actual", &["organisation", "name"], May::MoveLittle),
    (Table::ProviderFinance, "contract", &["organisation"], May::Move),
    (Table::Contract, "base", &["provider", "host", "form"], May::Move),
    (Table::Contract, "value", &["provider", "host", "form"], May::Move),
    (Table::BudgetLine, "gross", &["organisation", "name"], May::Move),
];

/// Of one thing in one year: what it is about, the year, the row and how much.
type Amount = (Vec<String>, FinancialYear, u32, Decimal);

/// Amounts that are far from those of the year before or after, with what is said of each; `times` is what is out of scale.
pub(super) fn in_doubt(plan: &Plan, times: Decimal) -> Vec<(String, CellAddress)> {
    let of_series = |(table, column, about, may): &(Table, &'static str, &[&str], May)| {
        let times = match may {
            May::MoveLittle => whole(FIVE),
            May::Move => times,
        };
        let pairs = pairs_in_doubt(plan, *table, (column, about), times);
        let said = |pair: InDoubt| {
            let at = CellAddress { table: *table, row: pair.row, column };
            (message(plan, (*table, column), *may, &pair), at)
        };
        pairs.into_iter().map(said).collect::<Vec<_>>()
    };
    SERIES.iter().flat_map(of_series).collect()
}

fn message(plan: &Plan, (table, column): (Table, &str), may: May, pair: &InDoubt) -> String {
    let apart = match (may, pair.other < pair.size) {
        (May::MoveLittle, true) => "five times as much or more",
        (May::MoveLittle, false) => "a fifth of that or less",
        (May::Move, true) => "hundreds of times as much",
        (May::Move, false) => "less than a hundredth of that",
    };
    format!(
        "{}: {} is {}, and {} in {}: {apart}.",
        plan.row_words(table, pair.row),
        column.replace('_', " "),
        format::money(Ok(pair.size)),
        format::money(Ok(pair.other)),
        pair.other_year
    )
}

/// An amount in doubt, and the one beside which it is.
struct InDoubt {
    row: u32,
    size: Decimal,
    other: Decimal,
    other_year: FinancialYear,
}

fn pairs_in_doubt(plan: &Plan, table: Table, (column, about): (&str, &[&str]), times: Decimal) -> Vec<InDoubt> {
    let sizes = sizes_of(plan, table, column);
    if !has_far_apart(&sizes, times) {
        return Vec::new();
    }
    let mut amounts = amounts(plan, table, &sizes, about);
    amounts.order_by(|one, other| (&one.0, one.1, one.2).cmp(&(&other.0, other.1, other.2)));
    let mut found = Vec::new();
    for series in amounts.chunk_by(|one, other| one.0 == other.0) {
        let has_two_of_a_year = series.windows(2).any(|two| matches!(two, [one, next] if one.1 == next.1));
        if has_two_of_a_year {
            continue;
        }
        let jumps: Vec<bool> = series
            .windows(2)
            .map(|two| matches!(two, [one, next] if is_times(one.3.min(next.3), one.3.max(next.3), times)))
            .collect();
        let has_jumped = |at: usize| jumps.get(at).copied().unwrap_or_default();
        let mut at = 0;
        while at < jumps.len() {
            if has_jumped(at) {
                // Where the years after go on from the later of the two, the first of all is the odd one.
                let is_first_odd = at == 0 && jumps.len() > 1 && !has_jumped(1);
                let (odd, beside) = if is_first_odd { (at, at + 1) } else { (at + 1, at) };
                if let Some((odd, beside)) = series.get(odd).zip(series.get(beside)) {
                    found.push(InDoubt { row: odd.2, size: odd.3, other: beside.3, other_year: beside.1 });
                }
                // And where they go back, that is no jump of their own.
                at += usize::from(!is_first_odd && has_jumped(at + 1));
            }
            at += 1;
        }
    }
    found
}

fn amounts(plan: &Plan, table: Table, sizes: &[(u32, Decimal)], about: &[&str]) -> Vec<Amount> {
    let store = plan.store(table);
    let Some(year) = table.column("year") else { return Vec::new() };
    let of_row = |(row, size): &(u32, Decimal)| {
        let Content::Year(year) = store.content(*row, year) else { return None };
        let about = about.iter().map(|name| plan.written_cell(table, *row, name).unwrap_or_default()).collect();
        Some((about, year, *row, *size))
    };
    sizes.iter().filter(|(row, _)| store.counts(*row)).filter_map(of_row).collect()
}
