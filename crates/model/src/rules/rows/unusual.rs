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
use crate::parameters::{GROWTH_IN_DOUBT, OCCUPANCY_IN_DOUBT, Parameter};
use crate::plan::{Column, ColumnStore, Range, Table};
use crate::quantity::Fixed;
use crate::rules::folder::without_figures;

without_figures! {}

findings! {
    /// A share is so small, or a growth in a year so large, that its unit is in doubt; or one value in per cent is given
    /// as a fraction.
    SHARE_UNIT_IN_DOUBT: warning(
        "share-unit-in-doubt",
        "Is the unit right? A share of 0.9 is written 90%, and 90 where % is said beside it; growth by a fiftieth is \
         2%. Where the number is right, settle the finding with a note why."
    )
}

/// Reports shares whose unit is in doubt.
pub fn run(ledger: &mut Ledger<'_>) {
    if !ledger.wants_findings() {
        return;
    }
    for table in Table::ALL {
        for (at, column) in table.columns().iter().enumerate() {
            match column.range {
                Range::Occupancy => report(ledger, *table, at, column, Limit::least(&OCCUPANCY_IN_DOUBT)),
                Range::YearlyChange | Range::YearlyChangeAboveLoss => {
                    report(ledger, *table, at, column, Limit::most(&GROWTH_IN_DOUBT));
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
}

impl Limit {
    const fn least(parameter: &'static Parameter) -> Self {
        Self { parameter, is_most: false }
    }

    const fn most(parameter: &'static Parameter) -> Self {
        Self { parameter, is_most: true }
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
        let says = if limit.is_most { "far more than anything grows in a year" } else { "far less than is usual" };
        let message = format!(
            "{}: {} is {}, {says}. Is the unit right?",
            plan.row_words(table, row),
            column.name.replace('_', " "),
            plan.written_cell(table, row, column.name).unwrap_or_default().replace('-', "−")
        );
        ledger.report(|| Finding::of(&SHARE_UNIT_IN_DOUBT, message).at(table, row, column.name));
    }
}
