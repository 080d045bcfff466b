//! Law: that a cell is empty contradicts nothing. A whole is not held against parts of which one is not given.
//!
//! Each number of every case is emptied in turn, and no finding of those below may appear that was not there before.

#[path = "support/case.rs"]
mod case;

use one_plan_model::exchange::read_json;
use one_plan_model::outcome;
use one_plan_model::plan::{Column, Table};
use serde_json::{Map, Value};

/// What is said where a whole is not its parts, or the same is given in two places.
const DIFFERENCES: [&str; 30] = [
    "activity-lost-in-a-shift",
    "bed-days-differ-from-stays",
    "bed-days-do-not-follow",
    "commissioner-savings-differ",
    "contract-paid-differs-from-months",
    "contract-parts-differ",
    "contributions-differ",
    "cquin-of-contract-differs",
    "demand-below-nothing",
    "funding-parts-differ",
    "improvement-differs-from-parts",
    "improvement-differs-from-schemes",
    "monitored-saving-differs",
    "month-parts-differ",
    "more-taken-than-there-is",
    "outturn-differs-from-baseline",
    "parts-differ-from-whole",
    "performance-shares-differ",
    "planned-deficit",
    "price-parts-differ",
    "projection-differs",
    "released-more-than-withheld",
    "requirement-differs",
    "saving-differs-from-activity",
    "savings-above-spending",
    "shares-do-not-sum",
    "surplus-differs",
    "taken-where-nothing-is",
    "total-differs-from-providers",
    "version-programmes-differ",
];

/// How often each difference is found; nothing where the plan cannot be read.
fn found(tables: &Map<String, Value>) -> Option<[usize; DIFFERENCES.len()]> {
    let plan = read_json(&case::plan_file(tables)).ok()?.plan;
    let outcome = outcome::compute(&plan);
    let count = |code: &str| outcome.findings().iter().filter(|finding| finding.code == code).count();
    Some(DIFFERENCES.map(count))
}

fn may_be_emptied(table: Table, column: &Column) -> bool {
    column.kind.is_number() && !column.required && table.empty_says(column.name).is_none()
}

/// What appears when one number of a plan is emptied.
fn appears(tables: &Map<String, Value>) -> Vec<String> {
    let Some(before) = found(tables) else { return Vec::new() };
    let mut appears = Vec::new();
    for table in Table::ALL {
        let rows = tables.get(table.name()).and_then(Value::as_array).map_or(0, Vec::len);
        let columns = table.columns().iter().filter(|column| may_be_emptied(*table, column));
        for (row, column) in (0..rows).flat_map(|row| columns.clone().map(move |column| (row, column.name))) {
            let mut changed = tables.clone();
            let cells = changed.get_mut(table.name()).and_then(|rows| rows.get_mut(row)).and_then(Value::as_object_mut);
            let Some(after) = cells.and_then(|cells| cells.remove(column)).and_then(|_| found(&changed)) else {
                continue;
            };
            for ((code, before), after) in DIFFERENCES.iter().zip(before).zip(after) {
                if after > before {
                    appears.push(format!("{code} without {}[{}].{column}", table.name(), row + 1));
                }
            }
        }
    }
    appears
}

#[test]
fn an_empty_cell_contradicts_nothing() {
    let mut broken = Vec::new();
    for path in case::all_files() {
        let Ok(file) = case::read(&path) else { continue };
        for (at, one) in file.case.iter().enumerate() {
            let appears = case::tables(&file, one).map(|tables| appears(&tables)).unwrap_or_default();
            let place = format!("{}, case {}", path.display(), at + 1);
            broken.extend(appears.into_iter().map(|what| format!("{place}: {what}")));
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}
