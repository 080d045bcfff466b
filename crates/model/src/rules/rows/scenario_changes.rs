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
use crate::plan::Table;
use crate::rules::folder::without_figures;

without_figures! {}

findings! {
    /// A change of a scenario names a table, a row or a column that is not there, so that the scenario is without it.
    CHANGE_WITHOUT_A_CELL: warning("change-without-a-cell", "Name the cell that is meant, or take the change out.")
}

/// Reports changes of scenarios that are about no cell.
pub fn run(ledger: &mut Ledger<'_>) {
    if !ledger.wants_findings() {
        return;
    }
    let plan = ledger.as_written;
    for (row, change) in plan.scenario_changes.iter() {
        let Err(why) = plan.changed_cell(change) else { continue };
        ledger.report(|| {
            let scenario = plan.title(Table::Scenario, change.scenario().index()).unwrap_or_default();
            let message = format!("A change of the scenario \"{scenario}\" counts for nothing: {why}.");
            Finding::of(&CHANGE_WITHOUT_A_CELL, message).at(Table::ScenarioChange, row.index(), "row")
        });
    }
}
