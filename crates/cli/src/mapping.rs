//! How trackers are read, as a file that a person looks at, changes and uses again.

use one_plan_workbook::answers::Answers;
use one_plan_workbook::load;
use std::ops::ControlFlow;

/// What the file says, if one is given.
pub fn answers(file: Option<&str>) -> Result<Answers, String> {
    let Some(file) = file else { return Ok(Answers::default()) };
    let text = std::fs::read_to_string(file).map_err(|error| format!("the file {file} cannot be read: {error}"))?;
    Answers::of_json(&text).map_err(|why| format!("the file {file} is no mapping: {why}"))
}

/// Writes how the trackers in a file are read.
pub fn write(file: &str, bytes: &[u8], mut answers: Answers, out: &str) -> Result<(), String> {
    let opened = load::open(&[(file, bytes)], &answers, &mut |_| ControlFlow::Continue(()));
    let report = opened.loaded.report;
    if report.mapping.is_empty() {
        return Err(format!(
            "no tracker was found in {file}: a sheet with a row for each scheme, and headings such as \"Scheme\", \"Plan\", \
             \"Actual\" and months"
        ));
    }
    for reading in report.mapping {
        answers.say_tracker(reading.mapping);
    }
    let text = serde_json::to_string_pretty(&answers.json()).map_err(|error| error.to_string())?;
    std::fs::write(out, text + "\n").map_err(|error| format!("the file {out} cannot be written: {error}"))
}
