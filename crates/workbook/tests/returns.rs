//! Returns and schedules as offices have them: the year stands in a title, shares have their sign, deficits stand in brackets.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop at once")]

use one_plan_model::plan::Table;
use one_plan_workbook::load::{Loaded, load};
use one_plan_workbook::recognise::{Answers, Severity};
use one_plan_workbook::sheet::{Cell, FileKind, NumberStyle, Sheet, SourceFile};

fn text(words: &str) -> Cell {
    if words.is_empty() { Cell::Empty } else { Cell::Text(words.into()) }
}

fn sheet(name: &str, lines: &[&str]) -> Sheet {
    Sheet::of_rows(name, lines.iter().map(|line| line.split('|').map(text).collect()).collect())
}

/// Loads a sheet of which a person said which table it is.
fn loaded(sheet: Sheet, table: Table) -> Loaded {
    let mut answers = Answers::default();
    answers.say_sheet(&sheet.name, Some(table));
    let file = SourceFile { name: "r.xlsx".into(), kind: FileKind::Xlsx, sheets: vec![sheet], remarks: Vec::new() };
    load(&[file], &answers)
}

fn cells(loaded: &Loaded, table: Table, row: u32, columns: &[&str]) -> Vec<String> {
    let plan = loaded.plan.as_ref().unwrap_or_else(|| panic!("{}", loaded.report.text()));
    columns.iter().map(|name| plan.written_cell(table, row, name).unwrap_or_default()).collect()
}

#[test]
fn a_finance_return_says_its_year_once() {
    let lines = [
        "System finance return 2026/27, month 6",
        "Organisation|Income plan £m|Income forecast £m|Surplus / (deficit) forecast £m|Efficiency plan £m|Efficiency forecast £m",
        "Valley Trust|512.4|515.1|(11.2)|24.5|21.9",
        "Hill Hospital|301.0|303.2|-|12.0|11.1",
        "System total|813.4|818.3|(11.2)|36.5|33.0",
    ];
    let loaded = loaded(sheet("Finance return", &lines), Table::ProviderFinance);
    let columns = ["year", "turnover", "surplus", "improvement_plan", "improvement_forecast", "unit"];
    let first = ["2026/27", "512.4", "(11.2)", "24.5", "21.9", "£m"];
    assert_eq!(cells(&loaded, Table::ProviderFinance, 0, &columns), first);
    assert_eq!(cells(&loaded, Table::ProviderFinance, 1, &["year", "surplus"]), ["2026/27", ""]);
    let said = loaded.report.text();
    assert!(
        said.contains("no column gives the year: it is taken to be 2026/27, which stands above the table"),
        "{said}"
    );
    // What is not understood, and holds money, is to be looked at.
    assert!(said.contains("warning r.xlsx, cell C2: the heading \"Income forecast £m\""), "{said}");
    // The last row is the sum of the others, and no organisation.
    assert!(said.contains("cell A5: the numbers of this row are the sums of the rows above"), "{said}");
    assert!(said.contains("provider_finances: 2 rows read = 2 used + 0 left out"), "{said}");
}

#[test]
fn two_years_above_a_table_are_none() {
    let lines =
        ["Plan 2026/27, with 2025/26 for comparison", "Organisation|Surplus £m|CIP plan £m", "Valley Trust|1|2"];
    let loaded = loaded(sheet("Return", &lines), Table::ProviderFinance);
    assert!(loaded.report.text().contains("no heading of this sheet is \"year\""), "{}", loaded.report.text());
}

#[test]
fn weights_with_a_sign_of_per_cent_are_numbers() {
    let mut schedule = sheet(
        "CQUIN Schedule",
        &[
            "CQUIN 2014/15 - Valley Trust",
            "Indicator number|Indicator name|CQUIN scheme|Weighting (% of CQUIN scheme available)|Target",
            "1|Friends and Family Test|Valley Trust 2014/15|x|90%",
            "2|Pressure ulcers|Valley Trust 2014/15|70%|By March",
        ],
    );
    schedule.replace(2, 3, Cell::Number("0.3".into(), NumberStyle::PERCENT));
    let schemes = sheet("CQUIN schemes", &["Name|Year", "Valley Trust 2014/15|2014/15"]);
    let mut answers = Answers::default();
    answers.say_sheet("CQUIN Schedule", Some(Table::CquinIndicator));
    let sheets = vec![schemes, schedule];
    let file = SourceFile { name: "c.xlsx".into(), kind: FileKind::Xlsx, sheets, remarks: Vec::new() };
    let loaded = load(&[file], &answers);
    assert_eq!(cells(&loaded, Table::CquinIndicator, 0, &["weight", "threshold"]), ["30", "90"]);
    assert_eq!(cells(&loaded, Table::CquinIndicator, 1, &["weight", "threshold"]), ["70", ""]);
    let looked_at = loaded.report.issues.iter().filter(|issue| issue.severity == Severity::Warning);
    let said: Vec<&str> = looked_at.map(|issue| issue.what.as_str()).collect();
    assert!(said.iter().any(|what| what.contains("with a sign of per cent are read as the numbers")), "{said:#?}");
}
