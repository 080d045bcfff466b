//! Sheets written as lines of text, and what is said of them.

#![allow(dead_code, reason = "each test file uses some of it")]

use one_plan_model::outcome::{compute, resolve};
use one_plan_model::quantity::format;
use one_plan_workbook::answers::Answers;
use one_plan_workbook::issues::{Issue, Severity};
use one_plan_workbook::load::{Loaded, load, open};
use one_plan_workbook::sheet::{Cell, FileKind, Sheet, SourceFile};
use std::ops::ControlFlow;

/// A sheet from lines in which `|` sets cells apart. What reads as a plain number is one.
pub fn sheet(name: &str, lines: &[&str]) -> Sheet {
    let cell = |words: &str| match words.trim() {
        "" => Cell::Empty,
        number if number.parse::<i32>().is_ok() || number.split('.').all(|part| part.parse::<u32>().is_ok()) => {
            Cell::of_number(number, "General")
        }
        words => Cell::Text(words.into()),
    };
    Sheet::of_rows(name, lines.iter().map(|line| line.split('|').map(cell).collect()).collect())
}

/// A workbook of one sheet of schemes and the list to which they belong.
pub fn schemes(lines: &[&str]) -> Loaded {
    of_sheets(vec![sheet("Schemes", lines)])
}

pub fn of_sheets(mut sheets: Vec<Sheet>) -> Loaded {
    sheets.insert(0, sheet("Scheme lists", &["Name|Year", "Ours|2026/27"]));
    let file = SourceFile { name: "plan.xlsx".into(), kind: FileKind::Xlsx, sheets, remarks: Vec::new() };
    load(&[file], &Answers::default())
}

pub fn of_csv(files: &[(&str, &str)]) -> Loaded {
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    open(&files, &Answers::default(), &mut |_| ControlFlow::Continue(())).loaded
}

/// A figure as a person sees it.
pub fn figure(loaded: &Loaded, id: &str) -> String {
    let plan = loaded.plan.as_ref().unwrap();
    let key = resolve(plan, id).unwrap_or_else(|| panic!("there is no figure {id}"));
    format::money(compute(plan).value(key).unwrap())
}

pub fn gross(loaded: &Loaded) -> String {
    figure(loaded, "schemes.list.ours.gross")
}

/// What was said, beside that the files have no sheet that says what the plan is.
pub fn said(loaded: &Loaded, severity: Severity) -> Vec<&Issue> {
    let issues = loaded.report.issues.iter().filter(|issue| issue.severity == severity);
    issues.filter(|issue| !issue.what.contains("no table \"plan\"")).collect()
}

#[track_caller]
pub fn nothing_worse_than_information(loaded: &Loaded) {
    assert!(said(loaded, Severity::Error).is_empty(), "{:#?}", said(loaded, Severity::Error));
    assert!(said(loaded, Severity::Warning).is_empty(), "{:#?}", said(loaded, Severity::Warning));
}

#[track_caller]
pub fn says(loaded: &Loaded, severity: Severity, value: &str, what: &str) {
    let found = said(loaded, severity).iter().any(|issue| issue.value == value && issue.what.contains(what));
    assert!(found, "{severity:?} of {value}: {what}; in {:#?}", loaded.report.issues);
}
