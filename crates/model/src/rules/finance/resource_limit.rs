//! The resource limit: whether the framework stays within it, and forecast and plan within the control total.
//!
//! * CR03: planned surplus = resource limit − baseline proposal, for each year and for each organisation that gives both.
//!   Forecast surplus and planned surplus are held against the control total. A surplus is positive, a deficit negative.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "organisations": [
//!         {"id": "north", "name": "North", "kind": "commissioning-group"},
//!         {"id": "south", "name": "South", "kind": "commissioning-group"}
//!     ],
//!     "resource_limits": [
//!         {"organisation": "north", "year": "2018/19", "control_total": "0", "forecast_surplus": "-7.7", "unit": "£m"},
//!         {"organisation": "south", "year": "2018/19", "control_total": "0.5", "forecast_surplus": "9", "unit": "£m"}
//!     ]
//! "#);
//! assert_eq!(outcome.text("control-total.north.2018-19.difference"), "-7700000");
//! assert_eq!(outcome.text("control-total.south.2018-19.difference"), "8500000");
//! assert_eq!(outcome.text("control-total.2018-19.difference"), "800000");
//! ```

mod check;
mod kinds;
mod sides;
mod unit;

pub(in crate::rules) use check::CONTROL_TOTAL_MISSED;
pub(crate) use check::LIMIT_WITHOUT_FRAMEWORK;
pub use kinds::files;
pub use kinds::{
    ABOVE_LIMIT, CONTROL_TOTAL, CONTROL_TOTAL_GAP, CONTROL_TOTAL_GAP_OF, CONTROL_TOTAL_OF,
    CONTROL_TOTAL_WITHOUT_FORECAST, FORECAST_SURPLUS_OF, KINDS, PLAN_GAP, PLAN_GAP_OF, PLANNED_SURPLUS,
    PLANNED_SURPLUS_OF, RESOURCE_LIMIT, RESOURCE_LIMIT_OF,
};

pub(in crate::rules) use check::report_deficits;

use crate::calculation::{Ledger, Number, NumberTotal, findings, run_formulas};
use crate::plan::{NumberCell, ResourceLimit, Row};
use crate::quantity::{Amount, InOrder};
use crate::rules::framework::{OF_BASELINE, YEAR_BASELINE};
use crate::rules::whole_and_parts::{Given, Organisations, by_year};
use kinds::FORMULAS;
use sides::{alone, both, lines_by_year, words};

findings! {
    ..check
    ..unit
}

/// Computes what is left of the resource limit, and how surpluses stand to the control total.
pub fn run(ledger: &mut Ledger<'_>) {
    run_formulas(ledger, FORMULAS);
    if ledger.plan.resource_limits.is_empty() {
        return;
    }
    let tree = Organisations::of(ledger.plan);
    let limits = by_year(given(ledger, |row| row.limit()));
    planned_surplus(ledger, &tree, &limits);
    forecast_gap(ledger, &tree);
    planned_gap(ledger, &tree, &limits);
    check::run(ledger);
    unit::report(ledger);
}

/// What rows give, by year.
type OfYears = Vec<(u32, Vec<Given>)>;

/// What the rows give in one column, each with its year.
fn given(
    ledger: &Ledger<'_>,
    column: impl for<'a> Fn(Row<'a, ResourceLimit>) -> Option<NumberCell<Amount>>,
) -> Vec<(u32, Given)> {
    let rows = ledger.plan.resource_limits.iter();
    rows.filter_map(|(_, row)| {
        let cell = column(row)?;
        let given = Given {
            organisation: row.organisation().map(|of| of.index()),
            amount: Number::cell(cell),
            half_unit: cell.half_unit(),
            place: cell.address(),
        };
        Some((u32::from(row.year().start()), given))
    })
    .collect()
}

/// The surplus of each organisation that gives a limit and has lines, and of each year.
fn planned_surplus(ledger: &mut Ledger<'_>, tree: &Organisations, limits: &OfYears) {
    let lines = lines_by_year(ledger.plan);
    for (year, rows) in limits {
        let limit = tree.total(ledger, &format!("resource limit of {}", words(*year)), rows);
        let limit = ledger.publish(&RESOURCE_LIMIT, [*year], limit);
        for row in rows {
            let Some(of) = row.organisation else { continue };
            if let Some(baseline) = ledger.figure(&OF_BASELINE, [of, *year]) {
                if let Some(cell) = ledger.lacking().cell(OF_BASELINE.at([of, *year])) {
                    ledger.lacks(PLANNED_SURPLUS_OF.at([of, *year]), cell);
                }
                ledger.publish(&PLANNED_SURPLUS_OF, [of, *year], row.amount.minus(&baseline));
            }
        }
        let Some(baseline) = ledger.figure(&YEAR_BASELINE, [*year]) else { continue };
        // Where limits and lines both are by organisation, only those that have both are set side by side.
        let of_lines = lines.get(lines.partition_point(|(of, _)| of < year)..).unwrap_or_default();
        let of_lines: Vec<_> = of_lines.iter().take_while(|(of, _)| of == year).map(|(_, of)| *of).collect();
        let (limit, baseline) = match both(tree, rows, &of_lines) {
            Some(both) => {
                let (mut of_limits, mut of_baselines) = (NumberTotal::default(), NumberTotal::default());
                for row in both {
                    let baseline = row.organisation.and_then(|of| ledger.figure(&OF_BASELINE, [of, *year]));
                    of_limits.add(&row.amount);
                    of_baselines.add(&baseline.unwrap_or_else(Number::nothing));
                }
                (of_limits.finish(), of_baselines.finish())
            }
            None => (limit, baseline),
        };
        if let Some(cell) = ledger.lacking().cell(YEAR_BASELINE.at([*year])) {
            ledger.lacks(PLANNED_SURPLUS.at([*year]), cell);
        }
        ledger.publish(&PLANNED_SURPLUS, [*year], limit.minus(&baseline));
        ledger.publish(&ABOVE_LIMIT, [*year], baseline.minus(&limit));
    }
}

/// How the forecast stands to the control total: of each organisation, and of all that give both.
fn forecast_gap(ledger: &mut Ledger<'_>, tree: &Organisations) {
    for (year, rows) in by_year(given(ledger, |row| row.control_total())) {
        let total = tree.total(ledger, &format!("control total of {}", words(year)), &rows);
        ledger.publish(&CONTROL_TOTAL, [year], total);
    }
    for (year, rows) in by_year(given(ledger, |row| row.forecast_surplus())) {
        tree.total(ledger, &format!("forecast surplus of {}", words(year)), &rows);
        for row in &rows {
            if let Some(of) = row.organisation {
                ledger.publish(&FORECAST_SURPLUS_OF, [of, year], row.amount);
            }
        }
    }
    let mut gaps: Vec<(u32, Option<u32>, Number)> = Vec::new();
    for (_, row) in ledger.plan.resource_limits.iter() {
        let Some((forecast, control)) = row.forecast_surplus().zip(row.control_total()) else { continue };
        let gap = Number::cell(forecast).minus(&Number::cell(control));
        gaps.push((u32::from(row.year().start()), row.organisation().map(|of| of.index()), gap));
    }
    gaps.order_by_key(|(year, of, _)| (*year, *of));
    for of_year in gaps.chunk_by(|left, right| left.0 == right.0) {
        let names: Vec<Option<u32>> = of_year.iter().map(|(_, of, _)| *of).collect();
        let mut total = NumberTotal::default();
        let mut only = None;
        for ((year, of, gap), above) in of_year.iter().zip(tree.above(&names)) {
            let gap = match of {
                Some(of) => ledger.publish(&CONTROL_TOTAL_GAP_OF, [*of, *year], *gap),
                None => *gap,
            };
            if above.is_none() {
                total.add(&gap);
                only = Some(gap);
            }
        }
        let Some((year, ..)) = of_year.first() else { continue };
        let total = only.filter(|_| of_year.len() == 1).unwrap_or_else(|| total.finish());
        ledger.publish(&CONTROL_TOTAL_GAP, [*year], total);
    }
}

/// How the planned surplus stands to the control total, where the same organisations give limit and control total.
fn planned_gap(ledger: &mut Ledger<'_>, tree: &Organisations, limits: &OfYears) {
    for (year, controls) in by_year(given(ledger, |row| row.control_total())) {
        for row in &controls {
            let Some(of) = row.organisation else { continue };
            if let Some(surplus) = ledger.figure(&PLANNED_SURPLUS_OF, [of, year]) {
                ledger.publish(&PLAN_GAP_OF, [of, year], surplus.minus(&row.amount));
            }
        }
        let Some(surplus) = ledger.figure(&PLANNED_SURPLUS, [year]) else { continue };
        let of_year = limits.iter().find(|(of, _)| *of == year).map(|(_, rows)| rows.as_slice());
        let controls = tops(tree, &controls);
        let same = tops(tree, of_year.unwrap_or_default())
            .iter()
            .map(|row| row.organisation)
            .eq(controls.iter().map(|row| row.organisation));
        if let Some(control) = ledger.figure(&CONTROL_TOTAL, [year]).filter(|_| same) {
            ledger.publish(&PLAN_GAP, [year], surplus.minus(&control));
        }
    }
}

/// The rows that no other contains, by organisation.
fn tops(tree: &Organisations, rows: &[Given]) -> Vec<Given> {
    let names: Vec<Option<u32>> = rows.iter().map(|row| row.organisation).collect();
    let above = tree.above(&names);
    let mut tops: Vec<Given> =
        rows.iter().zip(above).filter(|(_, above)| above.is_none()).map(|(row, _)| *row).collect();
    tops.order_by_key(|row| row.organisation);
    tops
}
