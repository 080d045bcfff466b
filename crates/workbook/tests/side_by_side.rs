//! Two tables side by side on one sheet: each is read on its own, or said not to be read. Rows are never mixed.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop at once")]

use one_plan_model::plan::{Plan, Table};
use one_plan_workbook::answers::Answers;
use one_plan_workbook::issues::Severity;
use one_plan_workbook::load::{Loaded, load};
use one_plan_workbook::sheet::{Cell, FileKind, Sheet, SourceFile};

/// A sheet from lines in which `|` sets cells apart.
fn sheet(name: &str, lines: &[&str]) -> Sheet {
    let cell = |words: &str| match words.trim() {
        "" => Cell::Empty,
        number if number.parse::<i32>().is_ok() => Cell::of_number(number, "General"),
        words => Cell::Text(words.into()),
    };
    Sheet::of_rows(name, lines.iter().map(|line| line.split('|').map(cell).collect()).collect())
}

fn loaded(sheets: Vec<Sheet>) -> Loaded {
    let file = SourceFile { name: "plan.xlsx".into(), kind: FileKind::Xlsx, sheets, remarks: Vec::new() };
    load(&[file], &Answers::default())
}

/// All that a plan says in a column, row by row.
fn column(loaded: &Loaded, table: Table, name: &str) -> Vec<String> {
    let plan: &Plan = loaded.plan.as_ref().unwrap_or_else(|| panic!("{}", loaded.report.text()));
    let rows = 0..u32::try_from(plan.row_count(table)).unwrap();
    rows.map(|row| plan.written_cell(table, row, name).unwrap_or_default()).collect()
}

fn worse_than_information(loaded: &Loaded) -> Vec<String> {
    // That the years of the plan are those of its rows is not the subject here.
    let issues = loaded
        .report
        .issues
        .iter()
        .filter(|issue| issue.severity != Severity::Information && !issue.what.contains("no table \"plan\""));
    issues.map(|issue| format!("{:?} {}", issue.place.column, issue.what)).collect()
}

#[test]
fn two_tables_with_an_empty_column_between_them() {
    let sheet = sheet(
        "Schemes",
        &[
            "All figures in £000||||Organisations|",
            "Scheme|List|Gross||Provider|Kind",
            "Rota|Ours|100||North Trust|nhs-trust",
            "Energy|Ours|250||South Trust|foundation-trust",
            "Total||350||East Trust|nhs-trust",
        ],
    );
    let mut sheet = sheet;
    sheet.replace(1, 4, Cell::Text("Name".into()));
    let loaded = loaded(vec![self::sheet("Scheme lists", &["Name|Year", "Ours|2026/27"]), sheet]);
    assert_eq!(worse_than_information(&loaded), [""; 0]);
    assert_eq!(column(&loaded, Table::Scheme, "name"), ["Rota", "Energy"]);
    assert_eq!(column(&loaded, Table::Scheme, "gross"), ["100", "250"]);
    assert_eq!(column(&loaded, Table::Scheme, "unit"), ["£000", "£000"]);
    assert_eq!(column(&loaded, Table::Organisation, "name"), ["North Trust", "South Trust", "East Trust"]);
    assert!(loaded.report.text().contains("cell E2: a second table begins here"), "{}", loaded.report.text());
}

#[test]
fn the_same_table_twice_at_different_heights() {
    let sheet = sheet(
        "CIP",
        &[
            "Trust schemes|||||Board schemes|||",
            "Scheme|List|Gross (£000)||||||",
            "Rota|Ours|100||||||",
            "Energy|Ours|250|||Scheme|List|Gross (£m)|Risk",
            "Drugs|Ours|50|||Beds|Ours|2|High",
            "|||||Visits|Ours|3|Low",
        ],
    );
    let loaded = loaded(vec![self::sheet("Scheme lists", &["Name|Year", "Ours|2026/27"]), sheet]);
    assert_eq!(worse_than_information(&loaded), [""; 0]);
    assert_eq!(column(&loaded, Table::Scheme, "name"), ["Rota", "Energy", "Drugs", "Beds", "Visits"]);
    assert_eq!(column(&loaded, Table::Scheme, "gross"), ["100", "250", "50", "2", "3"]);
    assert_eq!(column(&loaded, Table::Scheme, "unit"), ["£000", "£000", "£000", "£m", "£m"]);
    assert_eq!(column(&loaded, Table::Scheme, "risk"), ["", "", "", "high", "low"]);
}

#[test]
fn two_trackers() {
    let sheet = sheet(
        "Savings 2026/27",
        &[
            "Ref|Scheme|Apr plan (£000)|May plan|Jun plan||Ref|Scheme|Apr plan (£m)|May plan|Jun plan",
            "A1|Rota|1|2|3||B1|Beds|4|5|6",
            "A2|Energy|1|1|1||||||",
        ],
    );
    let loaded = loaded(vec![sheet]);
    assert_eq!(column(&loaded, Table::Scheme, "name"), ["Rota", "Energy", "Beds"]);
    assert_eq!(column(&loaded, Table::Scheme, "gross"), ["6", "3", "15"]);
    assert_eq!(column(&loaded, Table::Scheme, "unit"), ["£000", "£000", "£m"]);
}

#[test]
fn what_is_no_table_is_not_read_with_the_rows_of_the_first() {
    // "Risk" is a column of schemes, and these risks are not those of the schemes in their rows.
    let sheet = sheet(
        "Schemes",
        &[
            "Scheme|List|Gross (£000)||Department|Risk",
            "Rota|Ours|100||Wards|High",
            "Energy|Ours|250||Estates|Low",
            "|||Kitchen|Kitchen|Low",
        ],
    );
    let mut sheet = sheet;
    sheet.replace(3, 3, Cell::Empty);
    let loaded = loaded(vec![self::sheet("Scheme lists", &["Name|Year", "Ours|2026/27"]), sheet]);
    assert_eq!(column(&loaded, Table::Scheme, "risk"), ["", ""]);
    assert!(
        loaded.report.text().contains("cell E1: what begins here stands beside a table, after an empty column"),
        "{}",
        loaded.report.text()
    );
}

#[test]
fn an_empty_column_for_the_eye_divides_nothing() {
    let schemes =
        ["Scheme|List|Gross (£000)||Risk|Start month", "Rota|Ours|100||High|2026-04", "Energy|Ours|250||Low|2026-05"];
    let loaded = loaded(vec![
        sheet("Scheme lists", &["Name|Year", "Ours|2026/27"]),
        sheet("Schemes", &schemes),
        sheet(
            "Tracker 2026/27",
            &[
                "|||Plan||||Actual||",
                "Ref|Project||Apr|May|Jun||Apr|May|Jun",
                "A1|Visits (£000)||1|2|3||1|1|1",
                "A2|Beds||1|1|1||1|1|1",
                "|||2|3|4||2|2|2",
            ],
        ),
    ]);
    assert_eq!(column(&loaded, Table::Scheme, "risk"), ["high", "low"]);
    assert!(!loaded.report.text().contains("begins here"), "{}", loaded.report.text());
}

#[test]
fn a_summary_before_the_schemes_lends_them_no_amounts() {
    let with_programmes = [
        "Savings programme 2026/27 (£m)|||||",
        "Programme|Plan||Ref|Scheme|Programme|Plan",
        "Care|15||A1|Reviews|Care|10",
        "Drugs|8||A2|Fast track|Care|5",
        "Total|23||A3|Generics|Drugs|8",
        "||||Total||23",
    ];
    let with_forecasts = [
        "Savings programme 2026/27 (£m)|||||",
        "Programme|Plan|Forecast||Ref|Scheme|Plan|Forecast",
        "Care|15|14||A1|Reviews|10|9",
        "Drugs|8|8||A2|Fast track|5|5",
        "||||A3|Generics|8|8",
    ];
    // Under another heading, with a total of its own beside a scheme.
    let with_targets = [
        "Savings programme 2026/27 (£m)|||||",
        "Programme|Target||Scheme|RAG|Plan",
        "Care|16||Reviews|G|10",
        "Drugs|9||Fast track|A|5",
        "Total|25||Generics|G|8",
    ];
    for rows in [&with_programmes[..], &with_forecasts, &with_targets] {
        let loaded = loaded(vec![sheet("Sheet1", rows)]);
        assert_eq!(column(&loaded, Table::Scheme, "name"), ["Reviews", "Fast track", "Generics"], "{rows:?}");
        assert_eq!(column(&loaded, Table::Scheme, "gross"), ["10", "5", "8"], "{rows:?}");
        assert_eq!(column(&loaded, Table::SchemeList, "name"), ["Sheet1"]);
        assert!(loaded.report.text().contains("it is not read"), "{}", loaded.report.text());
    }
}

#[test]
fn a_summary_behind_the_schemes_takes_none_of_them_away() {
    let rows = [
        "Savings programme 2026/27 (£m)|||||",
        "Ref|Scheme|Programme|Plan||Programme|Plan",
        "A1|Reviews|Care|10||Care|15",
        "A2|Fast track|Care|5||Drugs|8",
        "A3|Generics|Drugs|8||Total|23",
    ];
    let loaded = loaded(vec![sheet("Sheet1", &rows)]);
    assert_eq!(column(&loaded, Table::Scheme, "gross"), ["10", "5", "8"]);
}

#[test]
fn an_empty_column_between_the_programme_and_its_schemes_splits_nothing() {
    let rows = [
        "CIP 2026/27 £000||||",
        "Programme||Scheme|Plan|RAG",
        "Care||Reviews|10|G",
        "Care||Fast track|5|A",
        "Drugs||Generics|8|G",
    ];
    let loaded = loaded(vec![sheet("Sheet1", &rows)]);
    assert_eq!(column(&loaded, Table::Scheme, "programme"), ["care", "care", "drugs"]);
    assert_eq!(column(&loaded, Table::Scheme, "gross"), ["10", "5", "8"]);
}
