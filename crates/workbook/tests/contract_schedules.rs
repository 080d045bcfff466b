//! Schedules of contracts as people have them: the year above the table, a provider in each row, and no name of the contract.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop at once")]

#[path = "support/sheets.rs"]
mod sheets;

use one_plan_model::plan::Table;
use one_plan_workbook::answers::Answers;
use one_plan_workbook::issues::Severity;
use one_plan_workbook::load::{Loaded, load};
use one_plan_workbook::sheet::{FileKind, SourceFile};
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

#[test]
fn a_heading_of_per_cents_is_no_amount_and_one_of_pounds_is_no_share() {
    let rows = [
        "Contract register 2026/27",
        "Contract|Provider|Type|Annual value (£)|CQUIN %|Rate (£)|Activity %",
        "Acute|Anytown Hospitals|Block|412500000|1.25|70|3",
        "Community|Brook Community|Block|61200000|1.25|70|3",
    ];
    let loaded = of_sheets(vec![sheet("Contract register", &rows)]);
    assert_eq!(["cquin", "rate", "activity"].map(|column| cell(&loaded, 0, column)), ["", "", ""]);
    for (heading, what) in [
        ("CQUIN %", "gives per cents, and \"cquin\" of \"contracts\" holds amounts of money: it is not read"),
        ("Rate (£)", "gives amounts in £, and \"rate\" of \"contracts\" holds per cents"),
        ("Activity %", "gives per cents, and \"activity\" of \"contracts\" holds numbers of things"),
    ] {
        says(&loaded, Severity::Warning, heading, what);
    }
    // Each can still be said to be what it is, and what is said of "CQUIN %" is not said of "CQUIN".
    assert_eq!(loaded.report.questions.len(), 3);
    let mut answers = Answers::default();
    answers.say_column(Table::Contract, "CQUIN %", Some(Table::Contract.column("efficiency").unwrap()));
    let rows = ["Contract|Provider|Year|CQUIN % |CQUIN £000", "Acute|Anytown Hospitals|2026/27|1.25|1500"];
    let file = SourceFile {
        name: "contracts.xlsx".into(),
        kind: FileKind::Xlsx,
        sheets: vec![sheet("Contracts", &rows)],
        remarks: Vec::new(),
    };
    let loaded = load(&[file], &answers);
    assert_eq!(["efficiency", "cquin"].map(|column| cell(&loaded, 0, column)), ["1.25%", "1500"]);
}

#[test]
fn a_unit_in_a_row_below_the_headings_may_contradict_them_too() {
    let rows = [
        "Contract|Provider|Year|Value|CQUIN",
        "||||%",
        "Acute|Anytown Hospitals|2026/27|£412500000|1.25",
        "Community|Brook Community|2026/27|£61200000|1.25",
    ];
    let loaded = of_sheets(vec![sheet("Contracts", &rows)]);
    assert_eq!(cell(&loaded, 0, "cquin"), "");
    says(&loaded, Severity::Warning, "cquin (%)", "gives per cents");
}

#[test]
fn the_annual_value_is_the_base_whatever_it_is_called() {
    for heading in ["Annual value (£)", "Annual contract value £", "Contract sum (£)", "Total contract value (£)"] {
        let head = format!("Contract ref|Provider|Contract description|Type|{heading}");
        let rows = [
            "Contract register 2026/27",
            &head,
            "C01|Anytown Hospitals|Acute|API - fixed|412500000",
            "C02|Anytown Hospitals|Elective|API - variable|98600000",
            "C03|Brook Community|Community|Block|61200000",
            "C04|BlueCross|Elective IS|Cost and volume|8400000",
            "C05|Clinic|Hearing|AQP|700000",
            "C06|Clinic|Sight|PbR|800000",
        ];
        let loaded = of_sheets(vec![sheet("Contract register", &rows)]);
        let of = |column: &str| [0, 1, 2, 3, 4, 5].map(|row| cell(&loaded, row, column));
        assert_eq!(of("base"), ["412500000", "", "61200000", "8400000", "", ""], "{heading}");
        assert_eq!(of("value"), ["", "98600000", "", "", "700000", "800000"], "{heading}");
        let forms =
            ["block", "payment-by-results", "block", "cost-and-volume", "payment-by-results", "payment-by-results"];
        assert_eq!(of("form"), forms, "{heading}");
        says(&loaded, Severity::Information, "API - fixed", "that is read as \"block\"");
    }
}
