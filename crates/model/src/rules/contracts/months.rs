//! The months of a contract, each by its most final figures.
//!
//! A month may be given as an estimate, at flex and at freeze, cell by cell: the most final cell of each
//! column counts, and what is less final only shows what changed. It may be given for all commissioners
//! together or for each: where both are there, the row for all counts, and is held against the others.

use super::{
    ACTIVITY_BILLED, ACTIVITY_TO, BILLED, BILLED_TO, CHALLENGED, CHANGED, ON_ACCOUNT, RELEASED, UPHELD, UPHELD_TO,
    WITHHELD,
};
use crate::calculation::{FigureIndex, FigureKind, Finding, Ledger, Number, NumberTotal, format, summed};
use crate::plan::{ContractMonth, Id, MonthState, Row, Table};
use crate::quantity::InOrder;

/// A row of a month, and where it stands.
type MonthRow<'a> = (Id<ContractMonth>, Row<'a, ContractMonth>);

/// A column of the months, and the kinds of figure in which it is added up: for a contract, and for each of its
/// commissioners.
struct Column {
    name: &'static str,
    of_contract: &'static FigureKind,
    of_commissioner: Option<&'static FigureKind>,
}

const BILLED_COLUMN: &str = "billed";

const COLUMNS: &[Column] = &[
    Column { name: BILLED_COLUMN, of_contract: &BILLED, of_commissioner: Some(&BILLED_TO) },
    Column { name: "challenged", of_contract: &CHALLENGED, of_commissioner: None },
    Column { name: "upheld", of_contract: &UPHELD, of_commissioner: Some(&UPHELD_TO) },
    Column { name: "withheld", of_contract: &WITHHELD, of_commissioner: None },
    Column { name: "released", of_contract: &RELEASED, of_commissioner: None },
    Column { name: "paid", of_contract: &ON_ACCOUNT, of_commissioner: None },
    Column { name: "activity", of_contract: &ACTIVITY_BILLED, of_commissioner: Some(&ACTIVITY_TO) },
];

/// How far a row is from final: nought is final.
fn openness(row: Row<'_, ContractMonth>) -> u32 {
    match row.state() {
        Some(MonthState::Freeze) => 0,
        None => 1,
        Some(MonthState::Flex) => 2,
        Some(MonthState::Estimate) => 3,
    }
}

/// Adds up the months of every contract.
pub(super) fn run(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let mut parts: Vec<[u32; 2]> =
        plan.contract_parts.iter().map(|(_, part)| [part.contract().index(), part.organisation().index()]).collect();
    parts.order_by(Ord::cmp);
    let mut rows: Vec<MonthRow<'_>> = Vec::with_capacity(plan.contract_months.len());
    for (row, month) in plan.contract_months.iter() {
        let year = plan.contracts.get(month.contract()).and_then(|contract| contract.year());
        if year.is_some() && month.month().financial_year() != year {
            report(
                ledger,
                row,
                "month",
                "month-outside-the-year",
                "is not in the year of the contract: it does not count",
            );
            continue;
        }
        rows.push((row, month));
        let Some(organisation) = month.organisation().map(Id::index) else { continue };
        let [contract, has_parts] = [[month.contract().index(), organisation], [month.contract().index(), 0]];
        let first = parts.partition_point(|part| *part < has_parts);
        let divided = parts.get(first).is_some_and(|[of, _]| *of == month.contract().index());
        if divided && parts.binary_search(&contract).is_err() {
            report(
                ledger,
                row,
                "organisation",
                "billed-without-a-part",
                "is billed to a commissioner that has no part in it",
            );
        }
    }
    // The row for all commissioners names none and is sorted before those of each.
    let commissioner = |row: Row<'_, ContractMonth>| row.organisation().map(Id::index);
    let month = |row: Row<'_, ContractMonth>| (row.contract().index(), row.month());
    rows.order_by_key(|(_, row)| (month(*row), commissioner(*row), openness(*row)));
    let mut changed = Vec::new();
    for Column { name, of_contract, of_commissioner } in COLUMNS {
        let (mut totals, mut parts) = (Vec::new(), Vec::new());
        for of_month in rows.chunk_by(|(_, left), (_, right)| month(*left) == month(*right)) {
            let [(row, first), ..] = of_month else { continue };
            let (mut whole, mut sum, mut any) = (None, NumberTotal::default(), false);
            for of_one in of_month.chunk_by(|(_, left), (_, right)| commissioner(*left) == commissioner(*right)) {
                // The most final first.
                let mut given = of_one.iter().filter_map(|(_, month)| cell(*month, name));
                let Some(number) = given.next() else { continue };
                if *name == BILLED_COLUMN {
                    changed.extend(
                        given
                            .next_back()
                            .map(|other| (FigureIndex::new([first.contract().index()]), number.minus(&other))),
                    );
                }
                match of_one.first().and_then(|(_, row)| row.organisation()) {
                    None => whole = Some(number),
                    Some(organisation) => {
                        any = true;
                        sum.add(&number);
                        parts.push((FigureIndex::new([first.contract().index(), organisation.index()]), number));
                    }
                }
            }
            let sum = any.then(|| sum.finish());
            if ledger.wants_findings() {
                report_parts(ledger, *row, name, whole, sum);
            }
            totals.extend(whole.or(sum).map(|number| (FigureIndex::new([first.contract().index()]), number)));
        }
        ledger.add(summed(of_contract, totals));
        if let Some(kind) = of_commissioner {
            ledger.add(summed(kind, parts));
        }
    }
    ledger.add(summed(&CHANGED, changed));
}

fn cell(of: Row<'_, ContractMonth>, column: &str) -> Option<Number> {
    let amount = match column {
        BILLED_COLUMN => of.billed(),
        "challenged" => of.challenged(),
        "upheld" => of.upheld(),
        "withheld" => of.withheld(),
        "released" => of.released(),
        "paid" => of.paid(),
        _ => return of.activity().map(Number::cell),
    };
    amount.map(Number::cell)
}

/// Reports a month whose row for all commissioners is not the sum of those of each.
fn report_parts(
    ledger: &mut Ledger<'_>,
    row: Id<ContractMonth>,
    column: &'static str,
    whole: Option<Number>,
    parts: Option<Number>,
) {
    let Some((whole, parts)) = whole.zip(parts).filter(|(whole, parts)| whole.shown() != parts.shown()) else { return };
    let shown = |number: &Number| {
        let value = number.shown().value();
        if column == "activity" { format::count(value) } else { format::money(value) }
    };
    let says = format!(
        "gives {} as {} for all commissioners and {} for them one by one: the row for all counts",
        column,
        shown(&whole),
        shown(&parts)
    );
    report(ledger, row, column, "month-parts-differ", &says);
}

fn report(ledger: &mut Ledger<'_>, row: Id<ContractMonth>, column: &'static str, code: &'static str, says: &str) {
    let plan = ledger.plan;
    let Some(month) = plan.contract_months.get(row) else { return };
    let contract = plan.title(Table::Contract, month.contract().index()).unwrap_or_default();
    let message = format!("{contract}, {}: the month {says}.", month.month());
    ledger.report(|| {
        Finding::warning(code, message)
            .at(Table::ContractMonth, row.index(), column)
            .advise("Correct the row, or the contract and its parts.")
    });
}
