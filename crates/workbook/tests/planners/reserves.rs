//! Reserves with what they begin with, what is used and what is left.

use crate::sheets::{figure, nothing_worse_than_information, of_csv, of_sheets, said, says, sheet};
use crate::{column, read_of};
use one_plan_model::plan::Table;
use one_plan_workbook::issues::Severity;

fn of(rows: &[&str]) -> one_plan_workbook::load::Loaded {
    of_sheets(vec![sheet("Reserves", rows)])
}

#[test]
fn what_is_used_of_a_reserve_is_its_use_whichever_sign_it_has() {
    for use_of in ["-2000|3000", "2000|3000"] {
        let row = format!("Contingency|5000|{use_of}");
        let rows = ["Reserves 2026/27 £000", "Reserve|Opening balance|Use|Closing balance", &row, "Winter|800|0|800"];
        let loaded = of(&rows);
        nothing_worse_than_information(&loaded);
        assert_eq!(column(&loaded, Table::Reserve, "amount"), ["5000", "800"]);
        assert_eq!(column(&loaded, Table::Reserve, "year"), ["2026/27"; 2]);
        assert_eq!(column(&loaded, Table::ReserveUse, "amount"), ["2000", "0"]);
        assert_eq!(figure(&loaded, "reserve.contingency.used"), "£2,000,000");
        assert_eq!(read_of(&loaded, Table::ReserveUse).0, 2);
        let plan = loaded.plan.as_ref().unwrap();
        assert_eq!(plan.source_lines(Table::ReserveUse, 0, "amount").unwrap(), "Reserves!C3");
    }
}

#[test]
fn a_date_in_the_heading_a_total_and_notes_do_not_matter() {
    let loaded = of(&[
        "Reserves 2026/27",
        "Reserve|Opening balance 1 April 2026 £000|Commitments £000|Uncommitted £000",
        "Contingency|5000|2000|3000",
        "Winter|1000|400|600",
        "Total|6000|2400|3600",
        "",
        "Source: ledger",
    ]);
    nothing_worse_than_information(&loaded);
    assert_eq!(column(&loaded, Table::ReserveUse, "amount"), ["2000", "400"]);
    assert_eq!(column(&loaded, Table::Reserve, "name"), ["Contingency", "Winter"]);
}

#[test]
fn what_is_added_is_no_use_and_a_balance_that_does_not_follow_is_said() {
    let head = ["Reserves 2026/27 £000", "Reserve|Opening balance|Movement|Closing balance"];
    let loaded = of(&[head[0], head[1], "Contingency|5000|-2000|3000", "Winter|1000|400|1400"]);
    says(&loaded, Severity::Error, "400", "is added to its reserve");
    assert_eq!(column(&loaded, Table::ReserveUse, "amount"), ["2000"]);
    let (rows, read, left_out) = read_of(&loaded, Table::ReserveUse);
    assert_eq!((rows, read.as_str(), left_out.as_str()), (2, "2400000", "400000"));
    let loaded = of(&[head[0], head[1], "Contingency|5000|-2000|3500"]);
    says(&loaded, Severity::Warning, "3500", "less what is used is 3000");
    // Without closing balances, signs that differ say nothing.
    let loaded = of(&[head[0], "Reserve|Opening balance|Movement", "Contingency|5000|-2000", "Winter|1000|400"]);
    assert_eq!(said(&loaded, Severity::Error).len(), 2);
    assert!(column(&loaded, Table::ReserveUse, "amount").is_empty());
}

#[test]
fn the_total_row_is_held_against_what_is_used_and_left_of_each_reserve() {
    let said_of = |total: &str| {
        let loaded = of(&[
            "Reserves 2026/27 £000",
            "Reserve|Opening balance|Use|Closing balance",
            "Contingency|5000|2000|3000",
            "Winter|800|-|800",
            total,
        ]);
        assert_eq!(column(&loaded, Table::Reserve, "amount"), ["5000", "800"]);
        said(&loaded, Severity::Warning).iter().map(|issue| issue.what.clone()).collect::<Vec<_>>()
    };
    assert!(said_of("Total|5800|2000|3800").is_empty());
    assert_eq!(
        said_of("Total|5800|2500|3700"),
        [
            "this total is 2500, and the rows above it add up to 2000",
            "this total is 3700, and the rows above it add up to 3800"
        ]
    );
}

#[test]
fn uses_are_read_of_a_text_where_further_columns_stand_behind_them() {
    let text = "Reserves 2026/27 £000\nReserve,Opening balance,Use,Closing balance\nContingency,500,200,300\nInvestment,300,100,200\n";
    let loaded = of_csv(&[("reserves.csv", text)]);
    nothing_worse_than_information(&loaded);
    assert_eq!(column(&loaded, Table::ReserveUse, "amount"), ["200", "100"]);
    // A value too many is still one: the row is left out of both tables, and said once.
    let loaded = of_csv(&[("reserves.csv", &text.replace("300,100,200", "300,100,200,7"))]);
    says(&loaded, Severity::Error, "7", "more values than there are headings");
    assert_eq!(said(&loaded, Severity::Error).len(), 1);
    assert_eq!(column(&loaded, Table::ReserveUse, "amount"), ["200"]);
}
