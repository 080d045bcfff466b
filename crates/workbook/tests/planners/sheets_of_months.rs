//! A sheet for each month.

use crate::column;
use crate::sheets::{figure, of_sheets, said, sheet};
use one_plan_model::plan::Table;
use one_plan_workbook::issues::Severity;
use one_plan_workbook::load::Loaded;

const MONTHS: [&str; 3] = ["Apr", "May", "Jun"];

/// A sheet for each of three months, each with the same schemes.
fn read(headings: &str, row: impl Fn(usize) -> [String; 2]) -> Loaded {
    let of = |(nth, name): (usize, &&str)| {
        let [one, two] = row(nth);
        sheet(name, &["Savings 2026/27", headings, &format!("S1|Beds|{one}"), &format!("S2|Agency|{two}")])
    };
    of_sheets(MONTHS.iter().enumerate().map(of).collect())
}

#[test]
fn what_is_of_the_month_by_its_heading_is_that_of_the_month_of_the_sheet() {
    let row = |nth: usize| [format!("120|10|{}", 9 + nth), format!("60|5|{}", 4 + nth)];
    for headings in [
        "Ref|Scheme|Annual plan £000|Plan in month £000|Actual in month £000",
        "Ref|Scheme|Annual plan £000|In month plan £000|In month actual £000",
        "Ref|Scheme|Annual plan £000|Budget for month £000|Actual for the month £000",
    ] {
        let loaded = read(headings, row);
        assert_eq!(column(&loaded, Table::Scheme, "gross"), ["120", "60"], "{headings}");
        assert_eq!(figure(&loaded, "monitoring.s1.actual-to-date"), "£30,000");
        assert_eq!(figure(&loaded, "monitoring.s1.plan-to-date"), "£30,000");
        assert_eq!(column(&loaded, Table::MonitoredMonth, "month").len(), 6);
    }
}

#[test]
fn figures_to_date_go_up_to_the_month_of_the_sheet_and_the_latest_counts() {
    let row = |nth: usize| [format!("120|{}|{}", 10 * (nth + 1), 9 * (nth + 1)), "60|5|5".to_owned()];
    let loaded = read("Ref|Scheme|Annual plan £000|YTD plan £000|YTD actual £000", row);
    assert!(said(&loaded, Severity::Error).is_empty() && said(&loaded, Severity::Warning).is_empty());
    assert_eq!(figure(&loaded, "monitoring.s1.actual-to-date"), "£27,000");
    assert_eq!(column(&loaded, Table::Scheme, "gross"), ["120", "60"]);
}

#[test]
fn amounts_of_a_time_that_no_heading_says_are_not_read_as_so_many_plans_of_the_year() {
    let monthly = |nth: usize| [format!("{}|9", 10 + nth), format!("{}|5", 5 + nth)];
    let the_same = |_: usize| ["10|9".to_owned(), "5|5".to_owned()];
    let of_sheet = |loaded: &Loaded| {
        let left = said(loaded, Severity::Error);
        left.iter().filter(|issue| issue.what.contains("sheets of other months have the same rows")).count()
    };
    let headings = "Ref|Scheme|Plan £000|Actual £000";
    assert_eq!([of_sheet(&read(headings, monthly)), of_sheet(&read(headings, the_same))], [3, 3]);
    let budgets = |(nth, name): (usize, &&str)| {
        let row = format!("Acute|1000|{}|-{nth}", 1000 + nth);
        sheet(name, &["Finance 2026/27 £000", "Budget line|Budget|Actual|Variance", &row, "Community|300|299|1"])
    };
    assert_eq!(of_sheet(&of_sheets(MONTHS.iter().enumerate().map(budgets).collect())), 3);
    // One sheet alone, and sheets with other rows, are no such case.
    let others = |nth: usize| [format!("10|9|{nth}"), "5|5".to_owned()];
    let alone =
        of_sheets(vec![sheet("May", &["Savings 2026/27", "Ref|Scheme|Plan £000", "S1|Beds|10", "S2|Agency|5"])]);
    assert_eq!(column(&alone, Table::Scheme, "gross"), ["10", "5"]);
    assert_eq!(of_sheet(&read("Ref|Scheme|Plan £000|Forecast £000", others)), 0);
}
