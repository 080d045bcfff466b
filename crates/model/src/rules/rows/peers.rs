//! Amounts that cannot be like the others of their column: £4 or £4,000,000,000 among schemes of some millions.
//!
//! The amounts of a column that lie near each other, around the one in the middle, are its peers. An amount far away from
//! the middle, and apart from every peer, is asked for its unit. Where the peers are few, or many lie apart, nothing is
//! said: then there is no one size of which a row could have missed the unit. Of three amounts two are enough, where the
//! third would be like them in another unit.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "scheme_lists": [{"id": "plan", "name": "Plan", "year": "2011/12"}],
//!     "schemes": [
//!         {"id": "a", "name": "A", "list": "plan", "gross": "3", "unit": "£m"},
//!         {"id": "b", "name": "B", "list": "plan", "gross": "5", "unit": "£m"},
//!         {"id": "c", "name": "C", "list": "plan", "gross": "6", "unit": "£m"},
//!         {"id": "d", "name": "D", "list": "plan", "gross": "4", "unit": "£"}
//!     ]
//! "#);
//! assert!(outcome.findings.iter().any(|finding| finding.code == "amount-unit-in-doubt"));
//! ```

mod beyond;
mod over_years;
mod said;
mod sizes;
mod unit_costs;
mod within_rows;

use crate::calculation::{CellAddress, Finding, Ledger, findings, format};
use crate::parameters::AMOUNT_OUT_OF_SCALE;
use crate::plan::Table;
use crate::quantity::{Decimal, multiply, whole};
use crate::rules::folder::without_figures;
use said::{AMOUNT_UNIT_IN_DOUBT, Said};
use sizes::{has_far_apart, is_times, sizes_of};

without_figures! {}

findings! {
    ..said
    ..unit_costs
}

/// The columns whose amounts are of one kind. Prices are not: those of a test and of an operation are thousands apart.
const COLUMNS: &[(Table, &str)] = &[
    (Table::ProgrammeSaving, "amount"),
    (Table::Scheme, "gross"),
    (Table::Scheme, "full_year_effect"),
    (Table::BaselineActivity, "cost"),
    (Table::MonthlyActivity, "cost"),
    (Table::BudgetLine, "gross"),
    (Table::Contract, "base"),
    (Table::Contract, "value"),
    (Table::ProviderFinance, "contract"),
    (Table::ProviderFinance, "turnover"),
    (Table::MediumTermYear, "resource"),
    (Table::ResourceLimit, "limit"),
    (Table::ChildPlan, "amount"),
    (Table::CquinScheme, "eligible_base"),
    (Table::VersionFigure, "amount"),
    (Table::SpendTrend, "base"),
    (Table::Allocation, "actual"),
    (Table::SavingsDelivery, "requirement"),
];

/// The fewest peers of which one can say that they are of one size.
const FEWEST: usize = 3;

/// How many times one unit of money may be another.
const UNITS: [i64; 3] = [1_000, 1_000_000, 1_000_000_000];

/// Reports amounts whose unit is in doubt.
pub fn run(ledger: &mut Ledger<'_>) {
    if !ledger.wants_findings() {
        return;
    }
    let Some(year) = ledger.as_written.details().map(|details| details.first_year()) else { return };
    let Some(times) = ledger.parameters.value(&AMOUNT_OUT_OF_SCALE, year).map(|times| times.number) else { return };
    let mut said = Said::default();
    for (table, name) in COLUMNS {
        let amounts = sizes_of(ledger.as_written, *table, name);
        report(ledger, (*table, name), &amounts, times, &mut said);
    }
    for (message, at) in over_years::in_doubt(ledger.as_written, times) {
        if !said.has(at) {
            ledger.report(|| Finding::of(&AMOUNT_UNIT_IN_DOUBT, message).at_cells([at]));
            said.add([at]);
        }
    }
    let of_rows = within_rows::report(ledger, times, &said);
    said.add(of_rows);
    unit_costs::report(ledger, &said);
    beyond::run(ledger, COLUMNS, said);
}

fn report(
    ledger: &mut Ledger<'_>,
    (table, column): (Table, &'static str),
    amounts: &[(u32, Decimal)],
    times: Decimal,
    said: &mut Said,
) {
    if !has_far_apart(amounts, times) {
        return;
    }
    let mut sizes: Vec<Decimal> = amounts.iter().map(|(_, size)| *size).collect();
    sizes.sort_unstable();
    let Some(peers) = peers(&sizes, times) else { return };
    let plan = ledger.as_written;
    for (row, size) in amounts {
        let says = if peers.most < *size && is_times(peers.middle, *size, times) {
            "larger"
        } else if *size < peers.least && is_times(*size, peers.middle, times) {
            "smaller"
        } else {
            continue;
        };
        let message = format!(
            "{}: {} is {}, and the others of {} are about {}: it is hundreds of times {says}.",
            plan.row_words(table, *row),
            column.replace('_', " "),
            format::money(Ok(*size)),
            table.words(),
            format::money(Ok(peers.middle))
        );
        said.add([CellAddress { table, row: *row, column }]);
        ledger.report(|| Finding::of(&AMOUNT_UNIT_IN_DOUBT, message).at(table, *row, column));
    }
}

/// Amounts of one size.
#[derive(Clone, Copy)]
struct Peers {
    least: Decimal,
    middle: Decimal,
    most: Decimal,
}

/// Those around the one in the middle with no gap between them that is a third of what is out of scale; nothing where they
/// are too few, or too many lie apart. More may lie apart if each would be one of them in another unit.
fn peers(sizes: &[Decimal], times: Decimal) -> Option<Peers> {
    let at = sizes.len().saturating_sub(1) / 2;
    let middle = *sizes.get(at)?;
    let (below, above) = (sizes.get(..at)?, sizes.get(at..)?);
    let is_near =
        |small: Decimal, large: Decimal| multiply(large, whole(3)).is_ok_and(|large| !is_times(small, large, times));
    let (mut least, mut most, mut count) = (middle, middle, 0_usize);
    for size in below.iter().rev() {
        if !is_near(*size, least) {
            break;
        }
        (least, count) = (*size, count + 1);
    }
    for size in above {
        if !is_near(most, *size) {
            break;
        }
        (most, count) = (*size, count + 1);
    }
    let peers = Peers { least, middle, most };
    let mut apart = sizes.iter().filter(|size| **size < least || most < **size);
    let few = count >= FEWEST && (sizes.len() - count) * FEWEST <= count;
    let fewer = sizes.len() - count < count && (count >= FEWEST || sizes.len() == FEWEST);
    (few || fewer && apart.all(|size| peers.are_like_in_another_unit(*size))).then_some(peers)
}

impl Peers {
    /// Whether an amount would be about as large as they are if its unit were £000 in place of £, £m in place of £000, and
    /// so on: more than a quarter of the smallest, and less than four times the largest.
    fn are_like_in_another_unit(&self, size: Decimal) -> bool {
        let is_like = |size: Decimal, by: Decimal| {
            let least = multiply(self.least, by).is_ok_and(|least| !is_times(size, least, whole(4)));
            least && multiply(self.most, by).is_ok_and(|most| !is_times(most, size, whole(4)))
        };
        UNITS
            .into_iter()
            .map(whole)
            .any(|unit| is_like(size, unit) || multiply(size, unit).is_ok_and(|size| is_like(size, Decimal::ONE)))
    }
}
