//! Tables with names across their top, and summaries of contract monitoring, are refused at once, with what would be read.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

#[path = "support/sheets.rs"]
mod sheets;

use one_plan_workbook::issues::Severity;
use one_plan_workbook::load::Loaded;
use sheets::{of_sheets, said, says, sheet};

fn refused(loaded: &Loaded, severity: Severity) -> Option<String> {
    let found = said(loaded, severity).into_iter().find(|issue| issue.what.contains("stand across its top as names"));
    found.map(|issue| format!("{}; {}", issue.what, issue.expected))
}

#[test]
fn providers_and_points_of_delivery_across_the_top_are_refused_and_not_asked() {
    let activity = [
        "Activity plan 2026/27",
        "Point of delivery|St Marys|Queens|Total",
        "Elective|100|200|300",
        "Outpatient|9|7|16",
    ];
    let loaded = of_sheets(vec![sheet("Activity by trust", &activity)]);
    let what = refused(&loaded, Severity::Warning).unwrap();
    assert!(what.contains("\"St Marys\", \"Queens\" stand across"), "{what}");
    assert!(what.contains("a row for each \"Point of delivery\" and each of these"), "{what}");
    assert!(loaded.report.questions.is_empty());
    let contracts =
        ["Contract values 2026/27 £000", "Provider|Elective|Non-elective|A&E|Maternity|Total", "St Marys|1|2|3|4|10"];
    let loaded = of_sheets(vec![sheet("Contracts", &contracts)]);
    let what = refused(&loaded, Severity::Error).unwrap();
    assert!(what.contains("\"Elective\", \"Non-elective\", \"A&E\" and 1 more stand"), "{what}");
    assert!(loaded.report.questions.is_empty());
}

#[test]
fn schemes_with_trusts_across_are_an_error() {
    let loaded = of_sheets(vec![sheet("CIP", &["CIP 2026/27 £000", "Scheme|St Marys|Queens|Total", "Theatres|1|2|3"])]);
    assert!(refused(&loaded, Severity::Error).is_some());
}

#[test]
fn trusts_over_the_same_headings_are_refused_too() {
    let rows = [
        "System savings 2026/27 £000",
        "||North Trust||South Trust||System|",
        "Ref|Scheme|Plan|Forecast|Plan|Forecast|Plan|Forecast",
        "1|Agency|100|90|50|50|150|140",
    ];
    let what = refused(&of_sheets(vec![sheet("Savings", &rows)]), Severity::Error).unwrap();
    assert!(what.contains("\"North Trust\", \"South Trust\", \"System\" stand across"), "{what}");
    // Where a total says what it is, it is read, and what is left alone beside it is said.
    let with_total = rows.map(|row| row.replace("System|", "Total|"));
    let loaded = of_sheets(vec![sheet("Savings", &with_total.each_ref().map(String::as_str))]);
    assert_eq!(refused(&loaded, Severity::Error), None);
    says(&loaded, Severity::Warning, "North Trust | Plan", "is left alone");
}

#[test]
fn headings_that_say_what_is_below_them_are_no_names() {
    for headings in [
        "Provider|Plan|Actual",
        "Provider|2026/27|2027/28",
        "Scheme|Apr|May",
        "Scheme|St Marys £000|Queens £000",
        "Ward|Red|Blue",
    ] {
        let loaded = of_sheets(vec![sheet("Something", &["Report", headings, "St Marys|1|2"])]);
        assert_eq!(refused(&loaded, Severity::Warning), None, "{headings}");
    }
}

#[test]
fn a_summary_of_contract_monitoring_is_refused_with_the_files_that_would_be_read() {
    let rows = [
        "Contract monitoring summary 2026/27 Month 5, North Trust",
        "POD|Plan activity|Actual activity|Variance|Plan £000|Actual £000",
        "Elective|1000|950|-50|2500|2400",
        "Total|1000|950|-50|2500|2400",
    ];
    let loaded = of_sheets(vec![sheet("SLAM M5", &rows)]);
    let told = said(&loaded, Severity::Warning);
    assert!(told.iter().any(|issue| issue.what.contains("it sums up contract monitoring")), "{told:#?}");
    assert!(loaded.report.questions.is_empty());
    // What is planned alone is none.
    let loaded = of_sheets(vec![sheet("Plan", &["POD|Plan activity|Plan £000", "Elective|1000|2500"])]);
    assert!(!said(&loaded, Severity::Warning).iter().any(|issue| issue.what.contains("it sums up")));
}
