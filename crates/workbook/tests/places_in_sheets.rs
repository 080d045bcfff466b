//! Where the rows of a plan stood in the files of which they were read: kept with them, said with what is found, marked in the
//! copy; and what a person can hold against the sums of their own sheet.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop at once")]

#[path = "support/sheets.rs"]
mod sheets;

use one_plan_model::exchange::{read_json, write_json};
use one_plan_model::outcome::{compute, findings_at_cells};
use one_plan_model::plan::{Plan, SheetSource, Table};
use one_plan_workbook::answers::Answers;
use one_plan_workbook::issues::Severity;
use one_plan_workbook::load::{Loaded, load, open};
use one_plan_workbook::sheet::{FileKind, Sheet, SourceFile};
use one_plan_workbook::write::corrected_copy;
use sheets::{says, sheet};
use std::ops::ControlFlow;

const TRACKER: [&str; 6] = [
    "Efficiency tracker 2026/27 month 2, £000",
    "Ref|Scheme name|Provider|SRO|Full year plan|Investment|Apr-26 Plan|May-26 Plan|Apr-26 Actual|May-26 Actual|YTD Actual",
    "S1|Fewer follow-ups|Rivermouth Mental Health NHS FT|J P|120|10|10|10|9|8|17",
    "S2|Biosimilars|Rivermouth Mental Health NHS FT|J P|240|0|20|20|20|20|200",
    "S3|Virtual wards|Middleshire Hospitals|J P|60|5|5|5|5|n/k|5",
    "Total||||420|15|35|35|34|28|222",
];

fn file(name: &str, sheets: Vec<Sheet>) -> SourceFile {
    SourceFile { name: name.into(), kind: FileKind::Xlsx, sheets, remarks: Vec::new() }
}

fn tracker() -> Loaded {
    load(&[file("m2.xlsx", vec![sheet("Tracker M2", &TRACKER)])], &Answers::default())
}

fn place(plan: &Plan, table: Table, row: u32, column: &str) -> String {
    plan.source_lines(table, row, column).unwrap_or_default().into_owned()
}

#[test]
fn each_row_knows_the_cells_of_the_sheet_of_which_it_was_read_also_when_it_is_opened_again() {
    let plan = tracker().plan.unwrap();
    let again = read_json(write_json(&plan).as_bytes()).unwrap().plan;
    for plan in [plan, again] {
        assert_eq!(place(&plan, Table::Scheme, 1, "gross"), "Tracker M2!E4");
        assert_eq!(place(&plan, Table::Scheme, 1, "reinvestment"), "Tracker M2!F4");
        // What no column of the sheet says has the row.
        assert_eq!(place(&plan, Table::Scheme, 1, "strategy"), "Tracker M2!4");
        let months = &plan.store(Table::MonitoredMonth);
        let places: Vec<String> =
            (0..months.rows()).map(|row| place(&plan, Table::MonitoredMonth, row, "actual")).collect();
        assert!(places.contains(&"Tracker M2!J4".to_owned()), "{places:?}");
        let stated: Vec<String> = (0..u32::try_from(plan.stated.len()).unwrap())
            .map(|row| plan.written_cell(Table::StatedFigure, row, "source").unwrap())
            .collect();
        // All that such a row has of the sheet is one cell.
        assert!(stated.contains(&"Tracker M2!K4".to_owned()), "{stated:?}");
    }
}

#[test]
fn of_several_files_each_place_names_its_own_and_a_source_of_the_sheet_stands_beside_it() {
    let contracts = [
        "Contract|Provider|Year|Form|Value (£)|Source",
        "Acute|Anytown|2026/27|block|5|12-14",
        "Other|Anytown|2026/27|block|6|",
        "Third|Anytown|2026/27|block|7|[old.xlsx]Plan!K7",
    ];
    let lists = ["Name|Year", "Ours|2026/27"];
    let files =
        [file("a.xlsx", vec![sheet("Contracts", &contracts)]), file("b.xlsx", vec![sheet("Scheme lists", &lists)])];
    let plan = load(&files, &Answers::default()).plan.unwrap();
    let again = read_json(write_json(&plan).as_bytes()).unwrap().plan;
    for plan in [&plan, &again] {
        let places = [0, 1, 2].map(|row| place(plan, Table::Contract, row, "value"));
        assert_eq!(places, ["[a.xlsx]Contracts!E2", "[a.xlsx]Contracts!E3", "[old.xlsx]Plan!K7"]);
        assert_eq!(place(plan, Table::SchemeList, 0, "year"), "[b.xlsx]Scheme lists!B2");
    }
    let written = plan.written_cell(Table::Contract, 0, "source").unwrap();
    let said = SheetSource::words(&written).unwrap();
    assert_eq!(said, "a.xlsx, sheet \"Contracts\", row 2 (lines 12-14 of the document)");
    // Text has the sources that a plan was written with.
    let text = "name,year,source\nOurs,2026/27,\n";
    let opened =
        open(&[("scheme_lists.csv", text.as_bytes())], &Answers::default(), &mut |_| ControlFlow::Continue(()));
    assert_eq!(place(&opened.loaded.plan.unwrap(), Table::SchemeList, 0, "year"), "");
}

#[test]
fn a_copy_has_what_the_check_found_at_its_cells_too() {
    let text = TRACKER.map(|line| line.replace('|', ",").replacen("2026/27 month 2, £000", "2026/27 month 2 £000", 1));
    let text = text.join("\r\n");
    let chosen = [("tracker.csv", text.as_bytes())];
    let opened = open(&chosen, &Answers::default(), &mut |_| ControlFlow::Continue(()));
    let plan = opened.loaded.plan.as_ref().unwrap();
    let findings = findings_at_cells(plan, &compute(plan));
    let found = |report| String::from_utf8(corrected_copy(&chosen, 0, &opened.files, report).unwrap().1).unwrap();
    let line_of = |copy: &str| copy.lines().find(|line| line.starts_with("S2,")).unwrap().to_owned();
    assert!(!line_of(&found(&opened.loaded.report)).contains("printed as"));
    let copy = found(&opened.loaded.report.with_findings(&findings));
    assert!(line_of(&copy).contains("is printed as £200,000 and computed as £40,000"), "{copy}");
}

#[test]
fn what_was_read_is_said_by_column_and_with_names_as_they_are_written() {
    let loaded = tracker();
    let text = loaded.report.text();
    assert!(text.contains("    by column: gross £420,000, reinvestment £15,000\n"), "{text}");
    let of_months = loaded.report.control.iter().find(|total| total.table == Table::MonitoredMonth).unwrap();
    let sums: Vec<String> = of_months.columns.values().map(|pounds| pounds.normalize().to_string()).collect();
    assert_eq!(sums, ["70000", "62000"]);
    let lines = loaded.report.control.iter().find(|total| total.table == Table::MonitoredLine).unwrap();
    let providers: Vec<&str> = lines.groups.keys().map(|group| group.provider.as_str()).collect();
    assert_eq!(providers, ["Middleshire Hospitals", "Rivermouth Mental Health NHS FT"]);
}

#[test]
fn in_a_sheet_a_number_is_expected_and_no_text() {
    let loaded = tracker();
    says(&loaded, Severity::Error, "n/k", "this is not a number");
    let issue = loaded.report.issues.iter().find(|issue| issue.value == "n/k").unwrap();
    assert_eq!(
        issue.expected,
        "a number, such as 1,234.50, in the unit of its row; an empty cell as long as it is not known"
    );
}

#[test]
fn who_answers_for_a_scheme_is_said_to_be_left_alone_once() {
    let text = tracker().report.text();
    assert_eq!(text.matches("\"SRO\"").count(), 1, "{text}");
    assert!(text.contains("\"SRO\": who answers for it: left alone"), "{text}");
}

#[test]
fn answers_are_no_rows_of_a_file() {
    let mut answers = Answers::default();
    answers.say_column(Table::Contract, "Colour", None);
    let rows = ["Contract|Provider|Year|Form|Value (£)|Colour", "Acute|Anytown|2026/27|block|5|red"];
    let read = |answers: &Answers| {
        let loaded = load(&[file("a.xlsx", vec![sheet("Contracts", &rows)])], answers);
        loaded.report.control.iter().map(|total| total.whole.rows_read).sum::<usize>()
    };
    assert_eq!(read(&answers), read(&Answers::default()));
}
