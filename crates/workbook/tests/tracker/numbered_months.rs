//! Months that are headed by their numbers alone.

use crate::support::{loaded, plan_row, sheet};

fn months_of(numbers: &str) -> Vec<String> {
    let amounts: Vec<String> = (1..=numbers.split('|').count()).map(|nth| nth.to_string()).collect();
    let rows = [
        "CIP 2026/27 £000".to_owned(),
        "Ref|Scheme|Annual plan|Plan".to_owned(),
        format!("|||{numbers}"),
        format!("A|Agency|78|{}", amounts.join("|")),
    ];
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let loaded = loaded("t.xlsx", sheet("CIP", &rows));
    let count = loaded.plan.as_ref().unwrap().row_count(one_plan_model::plan::Table::MonitoredMonth);
    let mut months: Vec<String> =
        (0..count).map(|row| plan_row(&loaded, "monitored_months", row, &["month", "plan"])).collect();
    months.sort();
    months
}

#[test]
fn numbers_that_go_on_with_one_behind_twelve_are_those_of_the_calendar() {
    let calendar = months_of("4|5|6|7|8|9|10|11|12|1|2|3");
    assert_eq!(calendar, months_of("1|2|3|4|5|6|7|8|9|10|11|12"));
    assert_eq!((calendar[0].as_str(), calendar[11].as_str()), ("2026-04 | 1", "2027-03 | 12"));
    // A part of the year.
    assert_eq!(months_of("11|12|1")[0], "2026-11 | 1");
    // Counted from April.
    assert_eq!(months_of("1|2|3")[2], "2026-06 | 3");
}
