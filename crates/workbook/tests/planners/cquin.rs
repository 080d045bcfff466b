//! Schedules of CQUIN: indicators with weights and values, and what each quarter is paid.

use crate::column;
use crate::sheets::{figure, of_sheets, said, says, sheet};
use one_plan_model::plan::Table;
use one_plan_workbook::issues::{Issue, Severity};

const TITLE: &str = "CQUIN scheme 2026/27, Anytown Hospitals";

#[test]
fn a_schedule_with_values_and_quarters_gives_scheme_indicators_and_milestones() {
    let rows = [
        TITLE,
        "Ref|Indicator|Weighting|Value £000|Q1|Q2|Q3|Q4",
        "1a|Flu vaccination|20|300|0|0|100|200",
        "2|Frailty|30|450|100|100|100|150",
        "3|Sepsis|50|750|187.5|187.5|187.5|187.5",
        "Total||100|1500|287.5|287.5|387.5|537.5",
    ];
    let loaded = of_sheets(vec![sheet("CQUIN", &rows)]);
    assert!(said(&loaded, Severity::Error).is_empty(), "{}", loaded.report.text());
    assert_eq!(column(&loaded, Table::CquinScheme, "name"), [TITLE]);
    assert_eq!(column(&loaded, Table::CquinScheme, "fixed_sum"), ["1500"]);
    assert_eq!(column(&loaded, Table::CquinIndicator, "weight"), ["20", "30", "50"]);
    assert_eq!(column(&loaded, Table::CquinIndicator, "payment_rule"), ["milestones"; 3]);
    assert_eq!(column(&loaded, Table::CquinMilestone, "milestone").len(), 12);
    let of_first: Vec<String> = column(&loaded, Table::CquinMilestone, "weight").into_iter().step_by(3).collect();
    assert_eq!(of_first, ["0%", "0%", "33.333333%", "66.666667%"]);
    // 30 of 100 of £1,500,000, as it is printed.
    assert_eq!(figure(&loaded, "cquin.indicator.2.value"), "£450,000");
    assert_eq!(column(&loaded, Table::StatedFigure, "figure").len(), 3);
    let plan = loaded.plan.as_ref().unwrap();
    assert_eq!(plan.source_lines(Table::CquinMilestone, 11, "weight").unwrap(), "CQUIN!H5");
    assert_eq!(plan.source_lines(Table::StatedFigure, 1, "value").unwrap(), "CQUIN!D4");
}

#[test]
fn quarters_in_per_cents_make_up_each_indicator_and_what_was_achieved_does_not() {
    let rows = |row: &str| {
        [TITLE.to_owned(), "Indicator|Weight|Q1 %|Q2 %|Q3 %|Q4 %".into(), row.into(), "B|50|25|25|25|25".into()]
    };
    let read = |row: &str| {
        let rows = rows(row);
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        of_sheets(vec![sheet("CQUIN indicators", &rows)])
    };
    let loaded = read("A|50|0|0|50|50");
    assert_eq!(
        column(&loaded, Table::CquinMilestone, "weight"),
        ["0%", "25%", "0%", "25%", "50%", "25%", "50%", "25%"]
    );
    // One that does not is left out, and said; where none does, they are none of these.
    let loaded = read("A|50|70|74|80|81");
    assert!(column(&loaded, Table::CquinMilestone, "weight").is_empty());
    says(&loaded, Severity::Warning, "Q1 %", "make up neither 100 % nor the value");
    assert_eq!(column(&loaded, Table::CquinIndicator, "payment_rule"), ["", ""]);
}

#[test]
fn a_schedule_of_two_providers_has_a_scheme_for_each_with_its_own_value() {
    let rows = [
        "CQUIN schedule 2026/27",
        "Provider|Indicator|Weighting|Value £",
        "Anytown Hospitals|Flu|40|40000",
        "Anytown Hospitals|Sepsis|60|60000",
        "Brook Community|Flu|100|25000",
    ];
    let loaded = of_sheets(vec![sheet("CQUIN schedule", &rows)]);
    assert!(said(&loaded, Severity::Error).is_empty(), "{}", loaded.report.text());
    assert_eq!(column(&loaded, Table::CquinScheme, "fixed_sum"), ["100000", "25000"]);
    assert_eq!(column(&loaded, Table::CquinIndicator, "id"), ["flu", "sepsis", "flu-2"]);
    assert_eq!(figure(&loaded, "cquin.indicator.flu-2.value"), "£25,000");
}

#[test]
fn a_sheet_of_schemes_stays_one_of_schemes() {
    let rows = ["Name|Year|Provider|Fixed sum £000", "Ours 26|2026/27|Anytown Hospitals|1500"];
    let loaded = of_sheets(vec![sheet("CQUIN", &rows)]);
    assert_eq!(column(&loaded, Table::CquinScheme, "fixed_sum"), ["1500"]);
    assert!(column(&loaded, Table::CquinIndicator, "id").is_empty());
}

/// What is said of the totals of a schedule that ends with a total row: the cell and the words.
fn said_of_totals(headings: &str, total: &str) -> Vec<String> {
    let rows = [
        TITLE,
        headings,
        "1|Flu|25%|250000|0|0|125000|125000",
        "2|Sepsis|25%|250000|62500|62500|62500|62500",
        "3|Falls|50%|500000|100000|100000|100000|200000",
        total,
    ];
    let loaded = of_sheets(vec![sheet("CQUIN", &rows)]);
    assert_eq!(column(&loaded, Table::CquinIndicator, "weight"), ["25", "25", "50"]);
    assert_eq!(column(&loaded, Table::CquinScheme, "fixed_sum"), ["1000000"]);
    let issues = loaded.report.issues.iter().filter(|issue| issue.what.contains("this total is"));
    let words = |issue: &Issue| {
        let place = loaded.report.place_words(issue.place);
        format!("{}: {}", place.rsplit(' ').next().unwrap_or_default(), issue.what)
    };
    issues.map(words).collect()
}

#[test]
fn the_total_row_of_a_schedule_is_held_against_its_indicators() {
    let headings = "Ref|Indicator|Weighting|Value £|Q1|Q2|Q3|Q4";
    let said = |total: &str| said_of_totals(headings, total);
    assert!(said("Total||100%|1000000|162500|162500|287500|387500").is_empty());
    assert_eq!(
        said("Total||100%|1100000|162500|162500|287500|387500"),
        ["D6: this total is 1100000, and the rows above it add up to 1000000"]
    );
    assert_eq!(
        said("Total||110%|1000000|172500|162500|287500|387500"),
        [
            "C6: this total is 110, and the rows above it add up to 100",
            "E6: this total is 172500, and the rows above it add up to 162500"
        ]
    );
    // A total that nobody has filled says nothing.
    assert!(said("Total||100%|1000000||||").is_empty());
}

#[test]
fn shares_of_quarters_have_no_total() {
    let rows = [
        TITLE,
        "Ref|Indicator|Weighting|Value £|Q1 %|Q2 %|Q3 %|Q4 %",
        "1|Flu|40|400|0|0|50|50",
        "2|Sepsis|60|600|25|25|25|25",
        "Total||100|1000|15|15|35|35",
    ];
    let loaded = of_sheets(vec![sheet("CQUIN", &rows)]);
    assert_eq!(column(&loaded, Table::CquinMilestone, "weight").len(), 8);
    assert!(!loaded.report.text().contains("this total is"), "{}", loaded.report.text());
    // Without the sign they are told by what they make up.
    let rows = rows.map(|row| row.replace(" %", ""));
    let loaded = of_sheets(vec![sheet("CQUIN", &rows.each_ref().map(String::as_str))]);
    assert_eq!(column(&loaded, Table::CquinMilestone, "weight").len(), 8);
    assert!(!loaded.report.text().contains("this total is"), "{}", loaded.report.text());
}
