//! What both tests of recalculation share: a plan as a workbook without the values that our engine saved in it, and the
//! comparison of what another program calculates with the figures of the engine.
#![allow(clippy::unwrap_used, clippy::missing_panics_doc, reason = "a test may stop at once")]

use one_plan_model::exchange::read_json;
use one_plan_model::outcome::{ResultSheet, SheetValue, compute};
use one_plan_model::plan::Plan;
use one_plan_workbook::write::plan_as_workbook;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};

/// The plans that are published with the project.
pub const PLANS: [&str; 3] = ["surrey-one-plan", "arden-system-plan", "example-icb-2026-27"];

/// The row of the first figure on the sheet "Results", counted from one.
pub const FIRST_ROW: usize = 5;

/// What stands in a cell of the sheet "Results" after another program has calculated it.
#[derive(Clone, Debug, PartialEq)]
pub enum Calculated {
    /// A number.
    Number(f64),
    /// Words, such as why there is no number.
    Text(String),
    /// Anything else.
    Other(String),
}

/// A published plan.
pub fn plan(name: &str) -> Plan {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../plans/{name}.json"));
    read_json(&std::fs::read(path).unwrap()).unwrap().plan
}

/// What follows from a plan.
pub fn results(plan: &Plan) -> ResultSheet {
    compute(plan).result_sheet(plan)
}

/// The workbook of a plan in which a wrong value is saved with every formula: whoever shows the right one has calculated.
pub fn without_values(plan: &Plan) -> Vec<u8> {
    let workbook = plan_as_workbook(plan, Some(&results(plan))).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(workbook)).unwrap();
    let mut written = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut changed = 0;
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).unwrap();
        let name = entry.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        if name.starts_with("xl/worksheets/sheet") {
            let text = String::from_utf8(bytes).unwrap();
            let mut pieces = text.split("</f><v>");
            let mut wrong = pieces.next().unwrap().to_owned();
            for piece in pieces {
                let (_, rest) = piece.split_once("</v>").unwrap();
                wrong.push_str("</f><v>987654321</v>");
                wrong.push_str(rest);
                changed += 1;
            }
            bytes = wrong.into_bytes();
        }
        written.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        written.write_all(&bytes).unwrap();
    }
    assert!(changed > 500, "only {changed} formulas");
    written.finish().unwrap().into_inner()
}

/// Holds what was calculated against the engine, figure by figure: to the penny, or to a millionth.
pub fn compare(name: &str, results: &ResultSheet, calculated: &dyn Fn(usize) -> Calculated) {
    let mut wrong = Vec::new();
    for (at, figure) in results.figures.iter().enumerate() {
        let unit = results.kinds[figure.kind as usize].unit.as_str();
        let nearly = if unit == "£" { 0.005 } else { 0.000_001 };
        let found = calculated(at);
        let agrees = match (&figure.value, &found) {
            (SheetValue::Number(digits), Calculated::Number(number)) => {
                (number - digits.to_string().parse::<f64>().unwrap()).abs() < nearly
            }
            (SheetValue::Fault(fault), Calculated::Text(text)) => fault == text,
            _ => false,
        };
        if !agrees {
            wrong.push(format!("{}: {:?}, and calculated again {found:?}", figure.id, figure.value));
        }
    }
    assert!(
        wrong.is_empty(),
        "{name}: {} of {} figures differ:\n{}",
        wrong.len(),
        results.figures.len(),
        wrong.join("\n")
    );
}

/// A folder for the files of one test, which is removed again.
#[derive(Debug)]
pub struct Folder(pub PathBuf);

impl Folder {
    /// A new folder.
    pub fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("one-plan-recalculation-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
