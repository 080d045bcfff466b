//! Amounts with a minus in columns that have none by the convention of all tables, where no rule of their own reads them as
//! they are meant: a saving that costs, a part that is less than nothing. They count as they are given, and the check asks.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "scheme_lists": [{"id": "plan", "name": "Plan", "year": "2011/12"}],
//!     "schemes": [
//!         {"id": "a", "name": "A", "list": "plan", "gross": "300", "unit": "£000"},
//!         {"id": "b", "name": "B", "list": "plan", "gross": "-200", "unit": "£000"}
//!     ]
//! "#);
//! assert!(outcome.findings.iter().any(|finding| finding.code == "sign-unclear"));
//! ```

use crate::calculation::{Finding, Ledger};
use crate::plan::{CellAddress, ColumnStore, Table};
use crate::rules::folder::without_figures;
use crate::rules::signs::SIGN_UNCLEAR;

without_figures! {}

/// Columns of a table in which an amount below nothing is hardly meant.
struct Positive {
    table: Table,
    columns: &'static [&'static str],
    /// What the convention says of them.
    says: &'static str,
    /// Where a rule of its own looks at the others.
    asked: Asked,
}

/// Which amounts below nothing are asked about here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    /// Each of them.
    Each,
    /// Those beside others that are positive: where all are negative a rule reads them as they are meant.
    BesideOthers,
    /// All of them together: of one among others a rule of its own asks.
    AllTogether,
}

const SAVING: &str = "a saving is positive, so that it says that more is spent";
const SPENDING: &str = "what is paid and what activity costs is positive, so that it says that money comes back";
const PART: &str = "the parts of a whole are positive, so that it takes something off the others";

/// Each table on a line of its own.
const POSITIVE: &[Positive] = &[
    Positive {
        table: Table::Scheme,
        columns: &["gross", "full_year_effect", "low", "high"],
        says: SAVING,
        asked: Asked::Each,
    },
    Positive { table: Table::VersionFigure, columns: &["amount"], says: SAVING, asked: Asked::Each },
    Positive {
        table: Table::ProviderFinance,
        columns: &["improvement_forecast", "improvement_next_year"],
        says: SAVING,
        asked: Asked::Each,
    },
    Positive { table: Table::ChildPlan, columns: &["amount"], says: SAVING, asked: Asked::BesideOthers },
    Positive { table: Table::ContractMonth, columns: &["paid"], says: SPENDING, asked: Asked::AllTogether },
    Positive { table: Table::ContractMonth, columns: &["billed"], says: SPENDING, asked: Asked::AllTogether },
    Positive { table: Table::MonthlyActivity, columns: &["cost"], says: SPENDING, asked: Asked::Each },
    Positive {
        table: Table::ImprovementComponent,
        columns: &["rate", "amount"],
        says: "what is taken off stands under new investment, and is positive too",
        asked: Asked::Each,
    },
    Positive { table: Table::Contract, columns: &["qipp"], says: SAVING, asked: Asked::Each },
    Positive { table: Table::ContractPart, columns: &["amount"], says: PART, asked: Asked::Each },
    Positive { table: Table::PricePart, columns: &["amount"], says: PART, asked: Asked::Each },
];

/// Reports each of them; a column in which every number has a minus once.
pub fn run(ledger: &mut Ledger<'_>) {
    if !ledger.wants_findings() {
        return;
    }
    for of in POSITIVE {
        of.columns.iter().for_each(|column| report(ledger, of, column));
    }
}

fn report(ledger: &mut Ledger<'_>, of: &Positive, name: &'static str) {
    let (plan, table) = (ledger.as_written, of.table);
    let Some(at) = table.column(name) else { return };
    let ColumnStore::Numbers(numbers) = plan.store(table).column(at) else { return };
    let (mut below, mut others) = (Vec::new(), false);
    for (row, number) in (0..).zip(numbers.values()) {
        if number.is_negative() {
            below.push(CellAddress { table, row, column: name });
        }
        others |= !number.is_negative() && !number.is_zero();
    }
    let column = name.replace('_', " ");
    let is_asked = match of.asked {
        Asked::Each => true,
        Asked::BesideOthers => others,
        Asked::AllTogether => !others,
    };
    if !is_asked {
        return;
    }
    if !others && below.len() > 1 {
        let (count, table) = (below.len(), table.words());
        let message = format!("All {count} numbers of the column {column} of {table} are negative: {}.", of.says);
        ledger.report(|| Finding::of(&SIGN_UNCLEAR, message).at_cells(below));
        return;
    }
    for cell in below {
        ledger.report(|| {
            let what = plan.row_words(table, cell.row);
            let number = plan.written_cell(table, cell.row, name).unwrap_or_default().replace('-', "−");
            Finding::of(&SIGN_UNCLEAR, format!("{what}: {column} is {number}; {}.", of.says)).at_cells([cell])
        });
    }
}
