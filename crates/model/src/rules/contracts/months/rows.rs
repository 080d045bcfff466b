//! The rows of the months that count.

use super::contract_months::{ContractMonths, MonthRow, commissioner, is_cumulative, openness};
use super::message::message;
use crate::calculation::{Finding, FindingKind, Ledger, findings_of_part};
use crate::plan::{CellAddress, ContractMonth, FinancialYear, Id, Row, Table};
use crate::quantity::InOrder;
use crate::rules::common_findings::MONTH_OUTSIDE_THE_YEAR;
use crate::rules::months_given::MonthsOfYear;

findings_of_part! {
    /// The months of a contract are of several years, and the contract does not say which is its own.
    MONTHS_OF_SEVERAL_YEARS: error(
        "months-of-several-years",
        "Give the year of the contract, and a contract for each year."
    )
    /// A month is billed to a commissioner that has no part in the contract.
    BILLED_WITHOUT_A_PART: warning(
        "billed-without-a-part",
        "Correct the commissioner of the month or its contract, or give the commissioner a part of the contract."
    )
}

/// The rows of each contract that are in its year.
pub(super) fn rows_by_contract<'a>(ledger: &mut Ledger<'a>) -> Vec<ContractMonths<'a>> {
    let plan = ledger.plan;
    let mut parts: Vec<[u32; 2]> =
        plan.contract_parts.iter().map(|(_, part)| [part.contract().index(), part.organisation().index()]).collect();
    parts.order_by(Ord::cmp);
    let mut rows: Vec<MonthRow<'a>> = plan.contract_months.iter().collect();
    let order = |row: Row<'_, ContractMonth>| (row.contract().index(), row.month(), is_cumulative(row));
    rows.order_by_key(|(_, row)| (order(*row), commissioner(*row), openness(*row)));
    let mut all = Vec::new();
    for rows in rows.chunk_by(|(_, left), (_, right)| left.contract() == right.contract()) {
        let Some((_, first)) = rows.first() else { continue };
        let contract = first.contract().index();
        let Some(year) = year_of(ledger, contract, rows) else { continue };
        if rows.len() > 1 && rows.iter().all(|(_, month)| month.month().financial_year() != Some(year)) {
            report_none_in_year(ledger, contract, year, rows);
            continue;
        }
        let counted = in_year(ledger, year, rows, &parts);
        if !counted.is_empty() {
            all.push(ContractMonths {
                contract,
                year,
                billed: MonthsOfYear::default(),
                paid: MonthsOfYear::default(),
                until: None,
                given: Vec::new(),
                unit_is_asked: false,
                rows: counted,
            });
        }
    }
    all
}

/// The year that a contract says, or else that of its months, which are in their order: nothing where they are of several.
fn year_of(ledger: &mut Ledger<'_>, contract: u32, rows: &[MonthRow<'_>]) -> Option<FinancialYear> {
    let plan = ledger.plan;
    let ((first_row, first), (_, last)) = rows.first().zip(rows.last())?;
    let given = plan.contracts.get(first.contract()).and_then(|contract| contract.year());
    let of_months = first.month().financial_year();
    if given.is_none() && of_months != last.month().financial_year() {
        let message = format!(
            "{}: its months are of several years, and the contract does not say which is its own: they do not count.",
            plan.title(Table::Contract, contract).unwrap_or_default()
        );
        ledger.report(|| {
            Finding::of(&MONTHS_OF_SEVERAL_YEARS, message).at(Table::Contract, contract, "year").at(
                Table::ContractMonth,
                first_row.index(),
                "month",
            )
        });
        return None;
    }
    given.or(of_months)
}

/// The rows of a contract that are in its year. `parts` are the contracts with those that have a part of them, in order.
fn in_year<'a>(
    ledger: &mut Ledger<'_>,
    year: FinancialYear,
    rows: &[MonthRow<'a>],
    parts: &[[u32; 2]],
) -> Vec<MonthRow<'a>> {
    let mut counted = Vec::with_capacity(rows.len());
    for (row, month) in rows {
        if month.month().financial_year() != Some(year) {
            let says = "is not in the year of the contract: it does not count";
            report(ledger, *row, "month", &MONTH_OUTSIDE_THE_YEAR, says);
            continue;
        }
        counted.push((*row, *month));
        let Some(organisation) = month.organisation().map(Id::index) else { continue };
        let contract = month.contract().index();
        let first = parts.partition_point(|part| *part < [contract, 0]);
        let divided = parts.get(first).is_some_and(|[of, _]| *of == contract);
        if divided && parts.binary_search(&[contract, organisation]).is_err() {
            let says = "is billed to a commissioner that has no part in it";
            report(ledger, *row, "organisation", &BILLED_WITHOUT_A_PART, says);
        }
    }
    counted
}

/// That no month of a contract is in its year: then it is the year that is wrong, and said once.
fn report_none_in_year(ledger: &mut Ledger<'_>, contract: u32, year: FinancialYear, rows: &[MonthRow<'_>]) {
    let name = ledger.plan.title(Table::Contract, contract).unwrap_or_default();
    let message = format!("None of the {} months of \"{name}\" is in {year}, its year: they do not count.", rows.len());
    let cell = |row: &MonthRow<'_>| CellAddress { table: Table::ContractMonth, row: row.0.index(), column: "month" };
    ledger.report(|| {
        let finding = Finding::of(&MONTH_OUTSIDE_THE_YEAR, message).at(Table::Contract, contract, "year");
        finding.at_cells(rows.iter().map(cell))
    });
}

fn report(
    ledger: &mut Ledger<'_>,
    row: Id<ContractMonth>,
    column: &'static str,
    finding: &'static FindingKind,
    says: &str,
) {
    let Some(message) = message(ledger, row, says) else { return };
    ledger.report(|| Finding::of(finding, message).at(Table::ContractMonth, row.index(), column));
}
