//! Sheets as people have them: what is read of them, and what is said where that may not be what was meant.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop at once")]

use one_plan_model::outcome::{compute, resolve};
use one_plan_model::quantity::format;
use one_plan_workbook::load::{Loaded, load, open};
use one_plan_workbook::recognise::{Answers, Issue, Severity};
use one_plan_workbook::sheet::{Cell, FileKind, Sheet, SourceFile};
use std::ops::ControlFlow;

/// A sheet from lines in which `|` sets cells apart. What reads as a plain number is one.
fn sheet(name: &str, lines: &[&str]) -> Sheet {
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
fn schemes(lines: &[&str]) -> Loaded {
    of_sheets(vec![sheet("Schemes", lines)])
}

fn of_sheets(mut sheets: Vec<Sheet>) -> Loaded {
    sheets.insert(0, sheet("Scheme lists", &["Name|Year", "Ours|2026/27"]));
    let file = SourceFile { name: "plan.xlsx".into(), kind: FileKind::Xlsx, sheets, remarks: Vec::new() };
    load(&[file], &Answers::default())
}

fn of_csv(files: &[(&str, &str)]) -> Loaded {
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    open(&files, &Answers::default(), &mut |_| ControlFlow::Continue(())).loaded
}

/// A figure as a person sees it.
fn figure(loaded: &Loaded, id: &str) -> String {
    let plan = loaded.plan.as_ref().unwrap();
    let key = resolve(plan, id).unwrap_or_else(|| panic!("there is no figure {id}"));
    format::money(compute(plan).value(key).unwrap())
}

fn gross(loaded: &Loaded) -> String {
    figure(loaded, "schemes.list.ours.gross")
}

/// What was said, beside that the files have no sheet that says what the plan is.
fn said(loaded: &Loaded, severity: Severity) -> Vec<&Issue> {
    let issues = loaded.report.issues.iter().filter(|issue| issue.severity == severity);
    issues.filter(|issue| !issue.what.contains("no table \"plan\"")).collect()
}

#[track_caller]
fn nothing_worse_than_information(loaded: &Loaded) {
    assert!(said(loaded, Severity::Error).is_empty(), "{:#?}", said(loaded, Severity::Error));
    assert!(said(loaded, Severity::Warning).is_empty(), "{:#?}", said(loaded, Severity::Warning));
}

#[track_caller]
fn says(loaded: &Loaded, severity: Severity, value: &str, what: &str) {
    let found = said(loaded, severity).iter().any(|issue| issue.value == value && issue.what.contains(what));
    assert!(found, "{severity:?} of {value}: {what}; in {:#?}", loaded.report.issues);
}

#[test]
fn a_heading_without_a_unit_has_that_of_the_note_above_and_not_that_of_another_heading() {
    let loaded = schemes(&[
        "All figures in £m unless stated",
        "Ref|Scheme|List|Gross|Reinvestment (£000)",
        "A1|One|Ours|1.5|250",
        "A2|Two|Ours|0.5|50",
    ]);
    nothing_worse_than_information(&loaded);
    assert_eq!(gross(&loaded), "£2,000,000");
    assert_eq!(figure(&loaded, "schemes.list.ours.reinvestment"), "£300,000");
    says(&loaded, Severity::Information, "All figures in £m unless stated", "the unit £m stands above");
}

#[test]
fn an_amount_without_a_unit_among_different_units_is_not_guessed() {
    let loaded =
        schemes(&["Ref|Scheme|List|Gross (£m)|Reinvestment (£000)|FYE", "A1|One|Ours|1.5|250|2", "A2|Two|Ours|1|5|3"]);
    says(&loaded, Severity::Error, "2", "gives no unit");
    assert_eq!(gross(&loaded), "£2,500,000");
    assert!(loaded.plan.unwrap().schemes.iter().all(|(_, scheme)| scheme.full_year_effect().is_none()));
}

#[test]
fn a_heading_without_a_unit_beside_others_of_one_unit_has_theirs_and_that_is_said() {
    let loaded = schemes(&["Ref|Scheme|List|Gross (£000)|Reinvestment", "A1|One|Ours|100|20"]);
    nothing_worse_than_information(&loaded);
    assert_eq!(figure(&loaded, "schemes.list.ours.reinvestment"), "£20,000");
    says(&loaded, Severity::Information, "Reinvestment", "taken in £000");
}

#[test]
fn what_a_number_format_shows_in_thousands_is_what_its_heading_speaks_of() {
    let mut sheet = sheet("Schemes", &["Ref|Scheme|List|Gross (£000)", "A1|One|Ours|5", "A2|Two|Ours|7"]);
    sheet.replace(1, 3, Cell::of_number("1200000", "#,##0,"));
    let loaded = of_sheets(vec![sheet.clone()]);
    assert_eq!(gross(&loaded), "£1,207,000");
    assert!(said(&loaded, Severity::Warning)[0].what.contains("1 cell holds a larger number than it shows"));
    // In pounds there is nothing that could be meant twice.
    sheet.replace(0, 3, Cell::Text("Gross (£)".into()));
    sheet.replace(1, 3, Cell::of_number("1200000", "#,##0,\"k\""));
    let loaded = of_sheets(vec![sheet]);
    nothing_worse_than_information(&loaded);
    assert_eq!(gross(&loaded), "£1,200,007");
}

#[test]
fn totals_are_known_by_their_last_word_and_by_their_sums() {
    let loaded = schemes(&[
        "Ref|Scheme|List|Programme|Gross (£000)",
        "A1|One|Ours|Planned|100",
        "A2|Two|Ours|Planned|200",
        "|Planned care total|||300",
        "A3|Three|Ours|Urgent|300",
        "Urgent sub total||||300",
        "||||600",
        "Grand total||||600",
    ]);
    nothing_worse_than_information(&loaded);
    assert_eq!(gross(&loaded), "£600,000");
}

#[test]
fn a_total_of_a_pivot_table_repeats_the_names_of_its_rows() {
    let loaded = schemes(&[
        "Scheme|List|Programme|Gross (£000)",
        "One|Ours|Planned|100",
        "Two|Ours|Planned|200",
        "Planned Total|Ours||300",
        "Total|Ours||300",
    ]);
    nothing_worse_than_information(&loaded);
    assert_eq!(gross(&loaded), "£300,000");
    says(&loaded, Severity::Information, "Planned Total", "taken for a total");
    // What is called a total and is none counts, and a person is told.
    let loaded = schemes(&["Scheme|List|Gross (£000)", "One|Ours|100", "Planned total|Ours|150"]);
    assert_eq!(gross(&loaded), "£250,000");
    says(&loaded, Severity::Warning, "Planned total", "counts as a row of its own");
    // Nor is the last word of a scheme that has its own reference.
    let loaded = schemes(&["Ref|Scheme|List|Gross (£000)", "A1|One|Ours|100", "A2|Knee, total|Ours|100"]);
    nothing_worse_than_information(&loaded);
    assert_eq!(gross(&loaded), "£200,000");
}

#[test]
fn a_comma_before_decimals_is_never_taken_for_thousands() {
    let list = ("scheme_lists.csv", "Name;Year\nOurs;2026/27\n");
    let continental = "Ref;Scheme;List;Gross (£000)\nA1;One;Ours;1.234,50\nA2;Two;Ours;1,234\nA3;Three;Ours;1.500\n";
    let loaded = of_csv(&[list, ("schemes.csv", continental)]);
    says(&loaded, Severity::Error, "1.234,50", "a comma before its decimals");
    says(&loaded, Severity::Error, "1,234", "cannot be told");
    says(&loaded, Severity::Error, "1.500", "cannot be told");
    // Semicolons alone make it possible.
    let unclear = "Ref;Scheme;List;Gross (£000)\nA1;One;Ours;1,234\n";
    says(&of_csv(&[list, ("schemes.csv", unclear)]), Severity::Error, "1,234", "cannot be told");
    // One number that can only be British is enough.
    let british = "Ref;Scheme;List;Gross (£000)\nA1;One;Ours;1,234\nA2;Two;Ours;\"1,234.5\"\n";
    let loaded = of_csv(&[list, ("schemes.csv", british)]);
    nothing_worse_than_information(&loaded);
    assert_eq!(gross(&loaded), "£2,468,500");
}
