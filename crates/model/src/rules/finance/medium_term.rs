//! The medium-term plan: resource, expenditure and QIPP, year by year.
//!
//! * CR03: surplus = resource + expenditure, which is negative as printed.
//! * CR27: total QIPP = commissioner + tariff efficiency; what is required cumulates.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "medium_term_plan": [
//!         {"year": "2011/12", "resource": "1446", "expenditure": "-1440", "commissioner_qipp": "34", "tariff_efficiency": "28", "saved_before": "6", "unit": "£m"},
//!         {"year": "2012/13", "resource": "1469", "expenditure": "-1463", "commissioner_qipp": "63", "tariff_efficiency": "48", "unit": "£m"}
//!     ]
//! "#);
//! assert_eq!(outcome.text("medium-term.surplus.2012-13"), "6000000");
//! assert_eq!(outcome.text("medium-term.cumulative-qipp.2012-13"), "103000000");
//! ```

mod cumulative;
mod kinds;

pub use kinds::files;
pub use kinds::{
    COMMISSIONER_QIPP, COMMISSIONER_QIPP_OF, CONTROL_TOTAL_DIFFERENCE, CUMULATIVE_QIPP, CUMULATIVE_QIPP_OF,
    EXPENDITURE, EXPENDITURE_OF, KINDS, RESOURCE, RESOURCE_OF, SAVED_BEFORE, SAVED_BEFORE_OF, SURPLUS, SURPLUS_OF,
    TARIFF_EFFICIENCY, TARIFF_EFFICIENCY_OF, TOTAL_QIPP, TOTAL_QIPP_OF,
};

use crate::calculation::{FigureIndex, FigureKind, Ledger, Number, findings, format, run_formulas, run_tests, summed};
use crate::plan::{MediumTermYear, NumberCell, Row};
use crate::quantity::Amount;
use crate::rules::common_findings::PLANNED_DEFICIT;
use crate::rules::finance::resource_limit::report_deficits;
use crate::rules::signs::{all_negative, report_turned, report_unclear, turned};
use kinds::{FORMULAS, TESTS};

findings! {
    ..cumulative
}

/// Computes the years of the medium-term plan.
pub fn run(ledger: &mut Ledger<'_>) {
    publish_as_meant(ledger);
    run_formulas(ledger, FORMULAS);
    cumulative::run(ledger);
    run_tests(ledger, TESTS);
    report_deficits(ledger, &SURPLUS_OF, (&PLANNED_DEFICIT, "and a plan that balances has at least"));
}

/// What the rows give in one column.
fn cells(
    ledger: &Ledger<'_>,
    column: impl for<'a> Fn(Row<'a, MediumTermYear>) -> Option<NumberCell<Amount>>,
) -> Vec<(u32, NumberCell<Amount>)> {
    let rows = ledger.plan.medium_term_plan.iter().filter(|(_, row)| row.organisation().is_none());
    rows.filter_map(|(_, row)| Some((u32::from(row.year().start()), column(row)?))).collect()
}

/// Expenditure is taken off the resource whichever sign it has. Savings are positive: where a whole column is negative it
/// is read as it is meant.
fn publish_as_meant(ledger: &mut Ledger<'_>) {
    let expenditure = cells(ledger, |row| row.expenditure());
    publish(ledger, &EXPENDITURE, &expenditure, "expenditure is negative in this table", Number::is_positive);
    expenditure_of_organisations(ledger);
    let savings = [
        (&COMMISSIONER_QIPP, cells(ledger, |row| row.commissioner_qipp())),
        (&TARIFF_EFFICIENCY, cells(ledger, |row| row.tariff_efficiency())),
        (&SAVED_BEFORE, cells(ledger, |row| row.saved_before())),
    ];
    for (kind, cells) in savings {
        let numbers: Vec<Number> = cells.iter().map(|(_, cell)| Number::cell(*cell)).collect();
        if all_negative(&numbers) {
            publish(ledger, kind, &cells, "a saving is positive", Number::is_negative);
            continue;
        }
        publish(ledger, kind, &cells, "", |_| false);
        for ((year, cell), number) in cells.iter().zip(&numbers).filter(|(_, number)| number.shown().is_negative()) {
            let label = kind.at([*year]).label(ledger.plan);
            let amount = format::money(number.shown().value());
            let says =
                || format!("{label} is {amount}, and savings of other years are positive: it takes savings back.");
            report_unclear(ledger, says, cell.address());
        }
    }
}

/// The same for the plans of organisations, each for itself.
fn expenditure_of_organisations(ledger: &mut Ledger<'_>) {
    let mut found = Vec::new();
    for (_, row) in ledger.plan.medium_term_plan.iter() {
        let (Some(of), Some(cell)) = (row.organisation(), row.expenditure()) else { continue };
        let about = [of.index(), u32::from(row.year().start())];
        let number = Number::cell(cell);
        let wrong = number.is_positive();
        if wrong {
            let label = EXPENDITURE_OF.at(about).label(ledger.plan);
            report_turned(ledger, &label, &number, "expenditure is negative in this table", cell.address());
        }
        found.push((FigureIndex::new(about), if wrong { turned(&number) } else { number }));
    }
    ledger.add(summed(&EXPENDITURE_OF, found));
}

fn publish(
    ledger: &mut Ledger<'_>,
    kind: &'static FigureKind,
    cells: &[(u32, NumberCell<Amount>)],
    sign: &str,
    is_wrong: impl Fn(&Number) -> bool,
) {
    let mut found = Vec::with_capacity(cells.len());
    for (year, cell) in cells {
        let number = Number::cell(*cell);
        let wrong = is_wrong(&number);
        if wrong {
            let label = kind.at([*year]).label(ledger.plan);
            report_turned(ledger, &label, &number, sign, cell.address());
        }
        found.push((FigureIndex::new([*year]), if wrong { turned(&number) } else { number }));
    }
    ledger.add(summed(kind, found));
}
