//! Changes of scenarios that are about no cell of the plan: the row is not there any more, or never was.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "scenarios": [{"id": "one", "name": "One"}],
//!     "scenario_changes": [{"scenario": "one", "table": "schemes", "row": "gone", "column": "gross"}]
//! "#);
//! assert!(outcome.findings.iter().any(|finding| finding.code == "change-without-a-cell"));
//! ```

use crate::calculation::{Finding, Ledger, findings};
use crate::plan::{CellAddress, CellInput, Content, Id, Row, ScenarioChange, Table};
use crate::rules::folder::without_figures;
use std::collections::BTreeMap;

without_figures! {}

findings! {
    /// A change of a scenario names a table, a row or a column that is not there, so that the scenario is without it.
    CHANGE_WITHOUT_A_CELL: warning("change-without-a-cell", "Name the cell that is meant, or take the change out.")
    /// What a change puts into a cell cannot stand there, so that the scenario is without it.
    CHANGE_NOT_UNDERSTOOD: warning("change-not-understood", "Give what the cell may hold, in the unit of its row.")
    /// Two changes of a scenario are about one cell: the later counts.
    CELL_CHANGED_TWICE: warning("cell-changed-twice", "Take one of the two out.")
}

/// Reports changes of scenarios that are about no cell.
pub fn run(ledger: &mut Ledger<'_>) {
    if !ledger.wants_findings() {
        return;
    }
    let plan = ledger.as_written;
    let mut changed = BTreeMap::new();
    for (row, change) in plan.scenario_changes.iter() {
        let why = match plan.changed_cell(change) {
            Ok(cell) => {
                if let Some(before) = changed.insert((change.scenario().index(), cell), row.index()) {
                    report_twice(ledger, [before, row.index()], cell);
                }
                report_value(ledger, (row, change), cell);
                continue;
            }
            Err(why) => why,
        };
        ledger.report(|| {
            let scenario = plan.title(Table::Scenario, change.scenario().index()).unwrap_or_default();
            let message = format!("A change of the scenario \"{scenario}\" counts for nothing: {why}.");
            Finding::of(&CHANGE_WITHOUT_A_CELL, message).at(Table::ScenarioChange, row.index(), "row")
        });
    }
}

/// A value that cannot stand in the cell of which it is said.
fn report_value(
    ledger: &mut Ledger<'_>,
    (row, change): (Id<ScenarioChange>, Row<'_, ScenarioChange>),
    cell: CellAddress,
) {
    let column = cell.table.column(cell.column).and_then(|column| u8::try_from(column).ok());
    let Some(column) = column else { return };
    let mut tried = ledger.as_written.clone();
    let Err(problem) = tried.set_cell(cell.table, cell.row, column, change.value().map(CellInput::Text)) else {
        return;
    };
    ledger.report(|| {
        let scenario = tried.title(Table::Scenario, change.scenario().index()).unwrap_or_default();
        let message = format!(
            "A change of the scenario \"{scenario}\" counts for nothing: {}; expected {}.",
            problem.what, problem.expected
        );
        Finding::of(&CHANGE_NOT_UNDERSTOOD, message).at(Table::ScenarioChange, row.index(), "value")
    });
}

/// Two rows of a scenario that change one cell.
fn report_twice(ledger: &mut Ledger<'_>, rows: [u32; 2], cell: CellAddress) {
    let plan = ledger.as_written;
    let scenario = plan.content(Table::ScenarioChange, rows[1], "scenario").and_then(|of| match of {
        Content::Row(of) => plan.title(Table::Scenario, of),
        _ => None,
    });
    let message = format!(
        "The scenario \"{}\" changes {} of {} twice: the later change counts.",
        scenario.unwrap_or_default(),
        cell.column.replace('_', " "),
        plan.row_words(cell.table, cell.row)
    );
    let places = rows.map(|row| CellAddress { table: Table::ScenarioChange, row, column: "value" });
    ledger.report(|| Finding::of(&CELL_CHANGED_TWICE, message).at_cells(places));
}
