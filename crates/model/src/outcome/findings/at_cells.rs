//! Findings at the cells of the sheets of which a plan was read: who has the file marks them there.

use crate::calculation::{Finding, Severity};
use crate::outcome::Outcome;
use crate::plan::{Plan, SheetSource};
use serde_json::{Value, json};

/// What the check found about cells of the files of which the plan was made, as JSON: the place as the source of a cell has it,
/// whether it is an error, what was found and what to do. What has no cell in a sheet, and what is only worth knowing, is not
/// among them; nor is what a person has settled.
pub fn findings_at_cells(plan: &Plan, outcome: &Outcome) -> Value {
    let open = (0..)
        .zip(outcome.findings())
        .filter(|(position, finding)| finding.severity != Severity::Information && outcome.known(*position).is_empty());
    Value::Array(open.flat_map(|(_, finding)| of_finding(plan, finding)).collect())
}

fn of_finding(plan: &Plan, finding: &Finding) -> Vec<Value> {
    let mut places: Vec<String> = Vec::new();
    for address in &finding.places {
        let Some(place) = plan.source_lines(address.table, address.row, address.column) else { continue };
        let is_cell = SheetSource::read(&place).is_some_and(|source| source.cell().is_some());
        if is_cell && !places.iter().any(|earlier| *earlier == *place) {
            places.push(place.into_owned());
        }
    }
    let is_error = finding.severity == Severity::Error;
    let of_place = |place: String| json!({ "place": place, "isError": is_error, "what": finding.message, "advice": finding.advice });
    places.into_iter().map(of_place).collect()
}
