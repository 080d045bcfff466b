//! Rows that say the same under two identifiers, and rows that are the total of those beside them: what is counted twice
//! because it stands in a table twice.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "scheme_lists": [{"id": "plan", "name": "Plan", "year": "2011/12"}],
//!     "schemes": [
//!         {"id": "a", "name": "Ward", "list": "plan", "gross": "300", "unit": "£000"},
//!         {"id": "b", "name": "Ward", "list": "plan", "gross": "300", "unit": "£000"},
//!         {"id": "c", "name": "Total", "list": "plan", "gross": "600", "unit": "£000"}
//!     ]
//! "#);
//! let found = |code| outcome.findings.iter().any(|finding| finding.code == code);
//! assert!(found("given-under-two-ids") && found("total-among-its-rows"));
//! ```

use crate::calculation::{CellAddress, Finding, Ledger, findings};
use crate::plan::{ColumnKind, ColumnStore, Content, Plan, Table};
use crate::quantity::InOrder;
use crate::rules::folder::without_figures;
use crate::rules::rows::totals;

without_figures! {}

findings! {
    /// Two rows with identifiers of their own say the same in every cell, numbers among them.
    GIVEN_UNDER_TWO_IDS: warning(
        "given-under-two-ids",
        "Take one of them out, or say in its name in what it differs: both count."
    )
    /// A row is called the total of the rows beside it, and counts as one of them.
    TOTAL_AMONG_ITS_ROWS: warning(
        "total-among-its-rows",
        "Take the row out: totals are worked out; a printed total stands in the table stated."
    )
}

/// Reports both, in every table whose rows have identifiers and numbers.
pub fn run(ledger: &mut Ledger<'_>) {
    if !ledger.wants_findings() {
        return;
    }
    let plan = ledger.as_written;
    for table in Table::ALL.iter().copied().filter(|table| table.has_identifiers() && !table.is_beside_the_plan()) {
        let numbers = numbers_of(plan, table);
        if plan.store(table).rows() < 2 || numbers.is_empty() {
            continue;
        }
        report_totals(ledger, table, &numbers);
        report_doubles(ledger, table, &numbers);
    }
}

/// The columns in which numbers stand.
fn numbers_of(plan: &Plan, table: Table) -> Vec<usize> {
    let store = plan.store(table);
    let is_used = |at: &usize| matches!(store.column(*at), ColumnStore::Numbers(_));
    (0..table.columns().len()).filter(is_used).collect()
}

fn has_a_number(plan: &Plan, table: Table, row: u32, numbers: &[usize]) -> bool {
    numbers.iter().any(|at| plan.store(table).column(*at).number(row).is_some_and(|(number, _)| !number.is_zero()))
}

/// In how many rows of a table a sum is looked for: each is held against all rows.
const MOST_SUMS: usize = 100;

fn report_totals(ledger: &mut Ledger<'_>, table: Table, numbers: &[usize]) {
    let plan = ledger.as_written;
    let mut sums = 0;
    let mut is_a_sum = |row: u32, name: &str| {
        totals::may_be_a_total(name) && sums < MOST_SUMS && {
            sums += 1;
            totals::adds_up_others(plan, table, row)
        }
    };
    for row in 0..plan.store(table).rows() {
        let Some(name) = plan.title(table, row) else { continue };
        let message = if totals::is_called_a_total(name) && has_a_number(plan, table, row, numbers) {
            format!("\"{name}\" is a row of {}, and counts as one of them.", table.words())
        } else if is_a_sum(row, name) {
            format!("\"{name}\" is the sum of other rows of {}, and counts as one of them.", table.words())
        } else {
            continue;
        };
        ledger.report(|| Finding::of(&TOTAL_AMONG_ITS_ROWS, message).at(table, row, "name"));
    }
}

fn report_doubles(ledger: &mut Ledger<'_>, table: Table, numbers: &[usize]) {
    let plan = ledger.as_written;
    let store = plan.store(table);
    // By their names first: only rows of one name are looked at cell by cell.
    let rows = (0..store.rows()).filter(|row| store.counts(*row) && has_a_number(plan, table, *row, numbers));
    let mut rows: Vec<(&str, u32)> = rows.filter_map(|row| Some((plan.title(table, row)?, row))).collect();
    rows.order_by(Ord::cmp);
    for same in rows.chunk_by(|left, right| left.0 == right.0).filter(|same| same.len() > 1) {
        let mut said: Vec<(Vec<String>, u32)> = same.iter().map(|(_, row)| (cells(plan, table, *row), *row)).collect();
        said.order_by(Ord::cmp);
        for doubles in said.chunk_by(|left, right| left.0 == right.0).filter(|doubles| doubles.len() > 1) {
            let mut ids: Vec<&str> = doubles.iter().filter_map(|(_, row)| plan.identifier(table, *row)).collect();
            ids.order_by(Ord::cmp);
            let name = same.first().map_or("", |(name, _)| name);
            let message = format!(
                "\"{name}\" stands in {} {} times, as {}, with the same in every cell.",
                table.words(),
                doubles.len(),
                ids.join(", ")
            );
            let places = doubles.iter().map(|(_, row)| CellAddress { table, row: *row, column: "name" });
            ledger.report(|| Finding::of(&GIVEN_UNDER_TWO_IDS, message).at_cells(places));
        }
    }
}

/// What a row says in every cell but its identifier and its place in the document.
fn cells(plan: &Plan, table: Table, row: u32) -> Vec<String> {
    let columns = table.columns().iter().enumerate();
    let says = columns.filter(|(_, column)| !matches!(column.kind, ColumnKind::Identifier | ColumnKind::SourceLines));
    says.map(|(at, column)| match plan.content_at(table, row, at) {
        Content::Row(to) => to.to_string(),
        _ => plan.written_cell(table, row, column.name).unwrap_or_default(),
    })
    .collect()
}
