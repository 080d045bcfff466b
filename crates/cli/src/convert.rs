use one_plan_model::exchange::write_json;
use one_plan_model::outcome::{self, findings_at_cells};
use one_plan_model::plan::Plan;
use one_plan_workbook::load::Opened;
use one_plan_workbook::write::{corrected_copy, plan_as_csv_zip, plan_as_workbook, template};
use std::path::Path;

/// Writes a plan to a file, in the format that the ending of its name says.
pub fn write_plan(plan: &Plan, out: &str) -> Result<(), String> {
    let bytes = match ending(out).as_str() {
        "json" => Ok(write_json(plan).into_bytes()),
        "zip" => plan_as_csv_zip(plan),
        "xlsx" => plan_as_workbook(plan, Some(&outcome::compute(plan).result_sheet(plan))),
        _ => return Err(format!("the name {out} must end in .json, .xlsx or .zip: the ending says the format")),
    };
    write(out, &bytes.map_err(|problem| problem.to_string())?)
}

/// Writes the blank workbook to a file.
pub fn write_template(out: &str) -> Result<(), String> {
    if ending(out) != "xlsx" {
        return Err(format!("the name {out} must end in .xlsx: the template is a workbook"));
    }
    write(out, &template().map_err(|problem| problem.to_string())?)
}

/// Writes a copy of a file that was opened, in which what has to be looked at is marked.
pub fn write_corrected(file: &str, bytes: &[u8], opened: &Opened, out: &str) -> Result<(), String> {
    let plan = opened.loaded.plan.as_ref();
    let findings = plan.map(|plan| findings_at_cells(plan, &outcome::compute(plan))).unwrap_or_default();
    let report = opened.loaded.report.with_findings(&findings);
    let copy = corrected_copy(&[(file, bytes)], 0, &opened.files, &report);
    let (name, copy) = copy.map_err(|problem| format!("there can be no corrected copy: {problem}"))?;
    // What comes from a pipe has no name that says what it is.
    if ending(out) != ending(&name) && !ending(&name).is_empty() {
        return Err(format!("the name {out} must end in .{}: that is what the copy is", ending(&name)));
    }
    write(out, &copy)
}

fn ending(out: &str) -> String {
    Path::new(out).extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase()).unwrap_or_default()
}

/// Writes a file.
pub fn write(out: &str, bytes: &[u8]) -> Result<(), String> {
    std::fs::write(out, bytes).map_err(|error| format!("the file {out} cannot be written: {error}"))
}
