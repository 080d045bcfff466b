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
const GAP: &str = "what the two sides are apart is positive, so that it makes the gap of the others smaller";
const PRESSURE: &str = "a pressure adds to the next year and is positive, so that it takes off";
const WORTH: &str = "what a project is worth is positive, so that it costs more than it brings";
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
    Positive { table: Table::Contract, columns: &["gap"], says: GAP, asked: Asked::Each },
    Positive { table: Table::Contract, columns: &["pressures"], says: PRESSURE, asked: Asked::Each },
    Positive { table: Table::Lesson, columns: &["planned", "achieved"], says: SAVING, asked: Asked::Each },
    Positive { table: Table::Project, columns: &["value"], says: WORTH, asked: Asked::Each },
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
    report_sides(ledger);
}

/// What the sides of a negotiation say of one line. It may be a deduction, and negative for all of them.
const SIDES: [&str; 4] = ["planned", "offer", "ask", "agreed"];

/// Lines of a negotiation that one side gives with a minus and another without.
fn report_sides(ledger: &mut Ledger<'_>) {
    let (plan, table) = (ledger.as_written, Table::ContractLine);
    for row in 0..plan.store(table).rows() {
        let number = |column: &&'static str| {
            let at = table.column(column)?;
            plan.store(table).column(at).number(row).map(|(number, _)| number)
        };
        let given = || SIDES.iter().filter_map(|column| Some((*column, number(column)?)));
        let below: Vec<_> = given().filter(|(_, number)| number.is_negative()).map(|(column, _)| column).collect();
        let above: Vec<_> = given()
            .filter(|(_, number)| !number.is_negative() && !number.is_zero())
            .map(|(column, _)| column)
            .collect();
        if below.is_empty() || above.is_empty() {
            continue;
        }
        ledger.report(|| {
            let message = format!(
                "{}: {} negative, and {} not; all sides of a negotiation give a line with one sign.",
                plan.row_words(table, row),
                are(&below),
                are(&above)
            );
            let cells = below.iter().map(|column| CellAddress { table, row, column });
            Finding::of(&SIGN_UNCLEAR, message).at_cells(cells)
        });
    }
}

/// Columns with their verb: `offer is`, `planned and offer are`.
fn are(columns: &[&str]) -> String {
    let verb = if columns.len() == 1 { "is" } else { "are" };
    format!("{} {verb}", columns.join(" and "))
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
