//! Shares that may stand where they stand, and are nearly always meant in another unit: 0.9% of the beds in use for 90%,
//! growth of 200% a year for 2%.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "bed_days": [{"id": "lost", "name": "Lost", "days": "100", "definition": "midnight", "occupancy": "0.9%"}]
//! "#);
//! assert!(outcome.findings.iter().any(|finding| finding.code == "share-unit-in-doubt"));
//! ```

use crate::calculation::{Finding, Ledger, findings};
use crate::parameters::{GROWTH_IN_DOUBT, OCCUPANCY_IN_DOUBT, Parameter, SHARE_IN_DOUBT, TOP_UP_IN_DOUBT};
use crate::plan::{Column, ColumnStore, Range, Table};
use crate::quantity::Fixed;
use crate::rules::folder::without_figures;

without_figures! {}

findings! {
    /// A share is so small, or a growth in a year so large, that its unit is in doubt: of the beds in use, of a rate that a
    /// contract pays beyond its tolerance or on the difference from its target, of the cases that meet best practice, of the
    /// tariff for a short stay or on top of it, of a risk that is shared, of the staff who take a post; or one value in per
    /// cent is given as a fraction, or is over 100 and five times another.
    SHARE_UNIT_IN_DOUBT: warning(
        "share-unit-in-doubt",
        "Is the unit right? A share of 0.9 is written 90%, and 90 where % is said beside it; growth by a fiftieth is \
         2%. Where the number is right, settle the finding with a note why."
    )
}

/// Shares that are a part of the whole which is mostly large. Parts of a contract, of a reserve or of a weight may be small.
const MOSTLY_LARGE: &[(Table, &str)] = &[
    (Table::Contract, "rate"),
    (Table::Contract, "rate_below"),
    (Table::RiskShare, "commissioner_share"),
    (Table::Price, "best_practice_met"),
    (Table::Price, "short_stay"),
    (Table::WorkforceYear, "uptake"),
];

/// Shares that are hardly more than the whole.
const HARDLY_ABOVE_ALL: &[(Table, &str)] = &[(Table::Price, "top_up")];

/// Reports shares whose unit is in doubt.
pub fn run(ledger: &mut Ledger<'_>) {
    if !ledger.wants_findings() {
        return;
    }
    let mut of_columns = |columns: &[(Table, &str)], limit: fn() -> Limit| {
        for (table, name) in columns {
            let column = table.column(name).and_then(|at| Some((at, table.columns().get(at)?)));
            if let Some((at, column)) = column {
                report(ledger, *table, at, column, limit());
            }
        }
    };
    of_columns(MOSTLY_LARGE, || Limit::least(&SHARE_IN_DOUBT));
    of_columns(HARDLY_ABOVE_ALL, || Limit::most(&TOP_UP_IN_DOUBT, "far more than is usual"));
    for table in Table::ALL {
        for (at, column) in table.columns().iter().enumerate() {
            match column.range {
                Range::Occupancy => report(ledger, *table, at, column, Limit::least(&OCCUPANCY_IN_DOUBT)),
                Range::YearlyChange | Range::YearlyChangeAboveLoss => {
                    report(
                        ledger,
                        *table,
                        at,
                        column,
                        Limit::most(&GROWTH_IN_DOUBT, "far more than anything grows in a year"),
                    );
                }
                _ => {}
            }
        }
    }
}

/// What is usual.
struct Limit {
    parameter: &'static Parameter,
    is_most: bool,
    /// What is said of what is not.
    says: &'static str,
}

impl Limit {
    const fn least(parameter: &'static Parameter) -> Self {
        Self { parameter, is_most: false, says: "far less than is usual" }
    }

    const fn most(parameter: &'static Parameter, says: &'static str) -> Self {
        Self { parameter, is_most: true, says }
    }
}

fn report(ledger: &mut Ledger<'_>, table: Table, at: usize, column: &Column, limit: Limit) {
    let plan = ledger.as_written;
    let ColumnStore::Numbers(numbers) = plan.store(table).column(at) else { return };
    let Some(parameter) = ledger.parameter(limit.parameter, None).map(|number| number.shown()) else { return };
    for (row, number) in (0..).zip(numbers.values()) {
        let is_in_doubt = if limit.is_most {
            // What falls by more than there is cannot be, and is an error of its own.
            parameter.is_below(*number)
        } else {
            Fixed::ZERO.is_below(*number) && number.is_below(parameter)
        };
        if !is_in_doubt || number.is_fault() || numbers.get(row).is_none() {
            continue;
        }
        let says = limit.says;
        let message = format!(
            "{}: {} is {}, {says}. Is the unit right?",
            plan.row_words(table, row),
            column.name.replace('_', " "),
            plan.written_cell(table, row, column.name).unwrap_or_default().replace('-', "−")
        );
        ledger.report(|| Finding::of(&SHARE_UNIT_IN_DOUBT, message).at(table, row, column.name));
    }
}
