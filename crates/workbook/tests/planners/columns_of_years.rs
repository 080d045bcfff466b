//! Columns of one year each: a row of the plan for each of them.

use crate::sheets::{nothing_worse_than_information, of_sheets, said, says, sheet};
use crate::{column, read_of};
use one_plan_model::plan::Table;
use one_plan_workbook::answers::Answers;
use one_plan_workbook::issues::Severity;
use one_plan_workbook::load::load;
use one_plan_workbook::sheet::{Area, FileKind, SourceFile};

const SCHEDULE: [&str; 7] = [
    "Contract schedule (£m)|",
    "Provider|Commissioner|Contract type|2026/27|2027/28",
    "Anytown Hospitals|Anyshire ICB|Block|120.5|123.1",
    "Anytown Hospitals|Othershire ICB|Block|9|9.5",
    "Brook Community|Anyshire ICB|PbR|40|-",
    "Total|||169.5|132.6",
    "Values of 2027/28 are indicative",
];

#[test]
fn each_contract_of_a_year_has_a_row_with_its_year_and_its_cell() {
    let loaded = of_sheets(vec![sheet("Contracts", &SCHEDULE)]);
    nothing_worse_than_information(&loaded);
    assert_eq!(column(&loaded, Table::Contract, "year"), ["2026/27", "2026/27", "2026/27", "2027/28", "2027/28"]);
    assert_eq!(column(&loaded, Table::Contract, "base"), ["120.5", "9", "", "123.1", "9.5"]);
    assert_eq!(column(&loaded, Table::Contract, "value"), ["", "", "40", "", ""]);
    assert_eq!(
        column(&loaded, Table::Contract, "id"),
        [
            "anytown-hospitals-anyshire-icb-2026-27",
            "anytown-hospitals-othershire-icb-2026-27",
            "brook-community-2026-27",
            "anytown-hospitals-anyshire-icb-2027-28",
            "anytown-hospitals-othershire-icb-2027-28",
        ]
    );
    assert_eq!(column(&loaded, Table::Contract, "name")[3], "Anytown Hospitals, Anyshire ICB, 2027/28");
    let plan = loaded.plan.as_ref().unwrap();
    let place = |row, column| plan.source_lines(Table::Contract, row, column).unwrap().into_owned();
    assert_eq!([place(0, "base"), place(3, "base")], ["Contracts!D3", "Contracts!E3"]);
    assert_eq!(read_of(&loaded, Table::Contract), (5, "302100000".into(), "0".into()));
    says(&loaded, Severity::Information, "Values of 2027/28 are indicative", "it is taken for a note");
}

#[test]
fn the_words_of_the_column_may_stand_beside_the_year_or_over_it() {
    let beside = ["Contract|Provider|Contract value 2026/27 (£000)|2027/28 contract value (£000)", "Acute|Anytown|5|6"];
    let over =
        ["Contract values", "||Contract value (£000)|", "Contract|Provider|2026/27|2027/28", "Acute|Anytown|5|6"];
    let under = ["||2026/27|2027/28", "Contract|Provider|Value (£000)|Value (£000)", "Acute|Anytown|5|6"];
    for rows in [&beside[..], &over[..], &under[..]] {
        let loaded = of_sheets(vec![sheet("Contract values", rows)]);
        nothing_worse_than_information(&loaded);
        assert_eq!(column(&loaded, Table::Contract, "id"), ["acute-2026-27", "acute-2027-28"], "{rows:?}");
        assert_eq!(column(&loaded, Table::Contract, "value"), ["5", "6"], "{rows:?}");
    }
    // Merged over both.
    let mut merged = sheet("Contracts", &over);
    merged.merged.push(Area { first_row: 1, first_column: 2, last_row: 1, last_column: 3 });
    assert_eq!(column(&of_sheets(vec![merged]), Table::Contract, "value"), ["5", "6"]);
}

#[test]
fn two_amounts_of_each_year_are_read_together_and_a_unit_may_stand_below() {
    let rows = [
        "||2026/27||2027/28|",
        "Contract|Provider|Base|CQUIN|Base|CQUIN",
        "||£m|£000|£m|£000",
        "Acute|Anytown|5|50|6|60",
        "Total||5|50|6|60",
    ];
    let loaded = of_sheets(vec![sheet("Contracts", &rows)]);
    nothing_worse_than_information(&loaded);
    assert_eq!(column(&loaded, Table::Contract, "base"), ["5", "6"]);
    assert_eq!(column(&loaded, Table::Contract, "cquin"), ["0.05", "0.06"]);
}

#[test]
fn years_below_words_that_are_not_known_are_not_read_and_what_stands_behind_them_is_of_no_year() {
    let rows = ["||Outturn|Plan", "Contract|Provider|2025/26 £m|2026/27 £m", "Acute|Anytown|5|6"];
    let loaded = of_sheets(vec![sheet("Contracts", &rows)]);
    assert!(said(&loaded, Severity::Error).iter().any(|issue| issue.what.contains("no column is read as an amount")));
    let rows = ["||2026/27|2027/28|", "Contract|Provider|Value £m|Value £m|Gap £m", "Acute|Anytown|5|6|1"];
    let loaded = of_sheets(vec![sheet("Contracts", &rows)]);
    assert_eq!(column(&loaded, Table::Contract, "value"), ["5", "6"]);
    // Read with both years it would count twice.
    assert_eq!(column(&loaded, Table::Contract, "gap"), ["", ""]);
    says(
        &loaded,
        Severity::Warning,
        "Gap £m",
        "of which year \"Gap £m\" is, is not said; £1,000,000 in it are left out",
    );
    // A title over all columns is over none of them.
    let rows = ["Contracts|||", "Contract|Provider|2026/27 £m|2027/28 £m", "Acute|Anytown|5|6"];
    let mut titled = sheet("Contracts", &rows);
    titled.merged.push(Area { first_row: 0, first_column: 0, last_row: 0, last_column: 3 });
    assert_eq!(column(&of_sheets(vec![titled]), Table::Contract, "value"), ["5", "6"]);
}

#[test]
fn a_total_of_one_year_is_held_against_its_own_rows() {
    let rows = ["Contract|Provider|2026/27 £m|2027/28 £m", "Acute|Anytown|5|6", "Other|Brook|1|2", "Total||6|9"];
    let loaded = of_sheets(vec![sheet("Contracts", &rows)]);
    says(&loaded, Severity::Warning, "9", "this total is 9, and the rows above it add up to 8");
    assert_eq!(said(&loaded, Severity::Warning).len(), 1);
}

#[test]
fn what_is_wrong_in_one_year_is_said_once_and_at_its_cell() {
    let rows = ["Contract|Provider|Colour|2026/27 £m|2027/28 £m", "Acute|Anytown|red|5|tbc"];
    let loaded = of_sheets(vec![sheet("Contracts", &rows)]);
    assert_eq!(loaded.report.text().matches("\"Colour\" is that of no column").count(), 1);
    let wrong = said(&loaded, Severity::Error);
    assert_eq!((wrong.len(), wrong[0].place.column), (1, Some(4)));
    assert_eq!(column(&loaded, Table::Contract, "year"), ["2026/27", "2027/28"]);
}

#[test]
fn a_column_of_the_same_meaning_without_a_year_leaves_the_years_alone() {
    let rows =
        ["Contracts 2026/27", "Contract|Provider|Contract value £m|2025/26 contract value £m", "Acute|Anytown|5|4"];
    let loaded = of_sheets(vec![sheet("Contracts", &rows)]);
    assert_eq!(column(&loaded, Table::Contract, "value"), ["5"]);
    says(&loaded, Severity::Warning, "2025/26 contract value £m", "£4,000,000 in it are left out");
}

#[test]
fn any_table_with_a_year_and_one_number_may_have_columns_of_years() {
    let rows = ["Budgets £m", "Budget line|2025/26|2026/27", "Acute|118|120", "Community|39|40", "Total|157|160"];
    let loaded = of_sheets(vec![sheet("Budgets", &rows)]);
    nothing_worse_than_information(&loaded);
    assert_eq!(column(&loaded, Table::BudgetLine, "gross"), ["118", "39", "120", "40"]);
    assert_eq!(column(&loaded, Table::BudgetLine, "year"), ["2025/26", "2025/26", "2026/27", "2026/27"]);
    // Of a table with several amounts a year alone says nothing, until a person says which is meant.
    let rows = ["Organisation|2025/26 £m|2026/27 £m", "Anyshire ICB|118|120"];
    let loaded = of_sheets(vec![sheet("Resource limits", &rows)]);
    assert!(said(&loaded, Severity::Error).iter().any(|issue| issue.what.contains("no column is read as an amount")));
    let limit = Table::ResourceLimit.column("limit").unwrap();
    let mut answers = Answers::default();
    for heading in ["2025/26 £m", "2026/27 £m"] {
        answers.say_column(Table::ResourceLimit, heading, Some(limit));
    }
    let sheets = vec![sheet("Resource limits", &rows)];
    let file = SourceFile { name: "limits.xlsx".into(), kind: FileKind::Xlsx, sheets, remarks: Vec::new() };
    let loaded = load(&[file], &answers);
    assert_eq!(column(&loaded, Table::ResourceLimit, "limit"), ["118", "120"]);
}

#[test]
fn what_is_used_of_a_reserve_beside_several_years_is_of_none_of_them() {
    let rows = ["Reserve|2026/27 £000|2027/28 £000|Use £000", "Contingency|5000|4000|1000"];
    let loaded = of_sheets(vec![sheet("Reserves", &rows)]);
    assert_eq!(column(&loaded, Table::Reserve, "amount"), ["5000", "4000"]);
    assert!(column(&loaded, Table::ReserveUse, "amount").is_empty());
    says(&loaded, Severity::Warning, "Use £000", "£1,000,000 in it are left out");
}
