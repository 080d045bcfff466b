//! Schedules of contracts as people have them: the year above the table, a provider in each row, and no name of the contract.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop at once")]

#[path = "support/sheets.rs"]
mod sheets;

use one_plan_model::plan::Table;
use one_plan_workbook::issues::Severity;
use one_plan_workbook::load::Loaded;
use sheets::{of_sheets, said, says, sheet};

fn cell(loaded: &Loaded, row: u32, column: &str) -> String {
    loaded.plan.as_ref().unwrap().written_cell(Table::Contract, row, column).unwrap_or_default()
}

#[test]
fn a_contract_without_a_name_is_called_after_its_provider_and_is_of_the_year_above() {
    let rows = [
        "Contract schedule 2026/27 £000",
        "Provider|Commissioner|Contract type|Contract value|CQUIN",
        "Anytown Hospitals|Anyshire ICB|Block|120000|1500",
        "Brook Community|Anyshire ICB|Block|40000|500",
        "Total|||160000|2000",
    ];
    let loaded = of_sheets(vec![sheet("Contracts", &rows)]);
    assert_eq!(loaded.plan.as_ref().unwrap().contracts.len(), 2);
    for (column, written) in [
        ("id", "anytown-hospitals"),
        ("name", "Anytown Hospitals"),
        ("host", "anyshire-icb"),
        ("year", "2026/27"),
        ("base", "120000"),
        ("value", ""),
    ] {
        assert_eq!(cell(&loaded, 0, column), written, "{column}");
    }
    says(&loaded, Severity::Information, "", "each row is called after its provider");
    says(&loaded, Severity::Information, "2026/27", "no column gives the year");
}

#[test]
fn the_contract_value_is_the_base_of_what_is_not_paid_by_results() {
    let rows = [
        "Contract|Provider|Year|Form|Contract value £000",
        "Acute|Anytown Hospitals|2026/27|block|120000",
        "Surgery|Brook Community|2026/27|payment by results|40000",
        "Other|Brook Community|2026/27||300",
    ];
    let loaded = of_sheets(vec![sheet("Contracts", &rows)]);
    assert_eq!([0, 1, 2].map(|row| cell(&loaded, row, "base")), ["120000", "", ""]);
    assert_eq!([0, 1, 2].map(|row| cell(&loaded, row, "value")), ["", "40000", "300"]);
    says(&loaded, Severity::Information, "", "the contract value of one row that is not paid by results");
    // Where both are given, each is what it says.
    let rows =
        ["Contract|Provider|Year|Form|Base|Contract value £000", "Acute|Anytown Hospitals|2026/27|block|9|120000"];
    let loaded = of_sheets(vec![sheet("Contracts", &rows)]);
    assert_eq!(["base", "value"].map(|column| cell(&loaded, 0, column)), ["9", "120000"]);
}

#[test]
fn contracts_of_one_provider_are_told_apart_by_what_else_their_rows_say() {
    let rows = [
        "Provider|Commissioner|Year|Contract value £000",
        "Anytown Hospitals|Anyshire ICB|2026/27|120000",
        "Anytown Hospitals|Othershire ICB|2026/27|9000",
        "Anytown Hospitals|Othershire ICB|2027/28|9500",
        "Brook Community|Anyshire ICB|2026/27|40000",
    ];
    let loaded = of_sheets(vec![sheet("Contracts", &rows)]);
    let names: Vec<String> = (0..4).map(|row| cell(&loaded, row, "name")).collect();
    assert_eq!(
        names,
        [
            "Anytown Hospitals, Anyshire ICB",
            "Anytown Hospitals, Othershire ICB, 2026/27",
            "Anytown Hospitals, Othershire ICB, 2027/28",
            "Brook Community"
        ]
    );
}

#[test]
fn a_name_that_is_given_stays_and_two_years_above_are_none() {
    let rows = [
        "Contracts of 2026/27 and 2027/28",
        "Contract|Provider|Contract value £000",
        "Acute services|Anytown Hospitals|120000",
    ];
    let loaded = of_sheets(vec![sheet("Contracts", &rows)]);
    let problems = loaded.report.text();
    assert!(!problems.contains("is called after"), "{problems}");
    assert!(!problems.contains("no column gives the year"), "{problems}");
}

#[test]
fn a_sheet_of_which_no_amount_is_read_says_which_columns_may_hold_some() {
    let rows = [
        "Contract values by quarter 2026/27 (£000)",
        "Contract|Provider|Form|Lots|Q1|Q2|Total",
        "Acute|Anytown Hospitals|Block|1|25|25|50",
        "Community|Brook Community|Block|0|8|8|16",
    ];
    let loaded = of_sheets(vec![sheet("Contracts", &rows)]);
    says(&loaded, Severity::Error, "Q1", "\"Q1\", \"Q2\", \"Total\" may be some: they are not read");
    // One that is read is enough: what is beside it may be what the plan does not need.
    let rows = rows.map(|row| row.replace("Total", "Annual value"));
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let loaded = of_sheets(vec![sheet("Contracts", &rows)]);
    assert!(said(&loaded, Severity::Error).is_empty());
    // Nor may a column of numbers be money where nothing says a unit.
    let rows = ["Contract|Provider|Length", "Acute|Anytown Hospitals|3", "Community|Brook Community|5"];
    let loaded = of_sheets(vec![sheet("Contracts", &rows)]);
    assert!(!loaded.report.text().contains("may be one"));
}
