//! Numbers that cannot stand where they stand: a share above 100%, fewer than nothing, a year that no plan speaks of.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "bed_days": [{"id": "lost", "name": "Lost", "days": "100", "definition": "midnight", "occupancy": "0%"}]
//! "#);
//! assert!(outcome.findings.iter().any(|finding| finding.code == "cell-out-of-range"));
//! ```

use crate::calculation::{Finding, Ledger, findings};
use crate::plan::{Column, ColumnKind, ColumnStore, Content, FinancialYear, Table};
use crate::rules::folder::without_figures;

without_figures! {}

findings! {
    /// A number stands in a cell in which it cannot stand, such as a share above 100%.
    CELL_OUT_OF_RANGE: error("cell-out-of-range", "Correct the cell; what stands on it cannot be relied on.")
}

/// Reports numbers and years that cannot be right.
pub fn run(ledger: &mut Ledger<'_>) {
    if !ledger.wants_findings() {
        return;
    }
    for table in Table::ALL {
        for (at, column) in table.columns().iter().enumerate() {
            match column.kind {
                ColumnKind::Month | ColumnKind::Date | ColumnKind::DueDate => {
                    report_years(ledger, *table, at, column);
                }
                kind if kind.is_number() && !column.range.is_any() => report_numbers(ledger, *table, at, column),
                _ => {}
            }
        }
    }
}

fn report_numbers(ledger: &mut Ledger<'_>, table: Table, at: usize, column: &Column) {
    let plan = ledger.as_written;
    let ColumnStore::Numbers(numbers) = plan.store(table).column(at) else { return };
    for (row, number) in (0..).zip(numbers.values()) {
        // What is not within may still be nothing at all.
        if !column.range.holds(*number) && numbers.get(row).is_some() {
            report(ledger, table, row, column, column.range.words());
        }
    }
}

fn report_years(ledger: &mut Ledger<'_>, table: Table, at: usize, column: &Column) {
    let store = ledger.as_written.store(table);
    if matches!(store.column(at), ColumnStore::Empty) {
        return;
    }
    for row in 0..store.rows() {
        let year = match store.content(row, at) {
            Content::Month(month) => month.first_day().financial_year(),
            Content::Date(date) => date.financial_year(),
            Content::Due(due) => due.last_day().financial_year(),
            _ => continue,
        };
        // The service began in 1948: what lies before it, or in a far future, lies in no financial year.
        if year.is_none() {
            report(ledger, table, row, column, FinancialYear::WITHIN);
        }
    }
}

fn report(ledger: &mut Ledger<'_>, table: Table, row: u32, column: &Column, expected: &str) {
    let plan = ledger.as_written;
    ledger.report(|| {
        Finding::of(
            &CELL_OUT_OF_RANGE,
            format!(
                "{}: {} is {}, and it can only be {expected}.",
                plan.row_words(table, row),
                column.name.replace('_', " "),
                // With the minus of the words that say what it can be.
                plan.written_cell(table, row, column.name).unwrap_or_default().replace('-', "−")
            ),
        )
        .at(table, row, column.name)
    });
}
