//! Months that are headed by their numbers alone.

use crate::support::{loaded, plan_row, rows_of, sheet, to_look_at};
use one_plan_model::plan::Table;
use one_plan_workbook::issues::Question;

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

#[test]
fn numbers_of_which_nothing_says_how_they_are_counted_are_asked() {
    let read = |title: &str, numbers: &str| {
        let rows = [
            title.to_owned(),
            "Ref|Scheme|Annual plan|Plan|||Actual||".to_owned(),
            format!("|||{numbers}|{numbers}"),
            "A|Agency|78|1|2|3|4|5|6".to_owned(),
        ];
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        loaded("t.xlsx", sheet("CIP", &rows))
    };
    let asked = read("CIP 2026/27 £000", "7|8|9");
    assert_eq!(rows_of(&asked, Table::MonitoredMonth), 0);
    let said = to_look_at(&asked).concat();
    assert!(said.contains("7 may be October, counted from April, or July, as in the calendar"), "{said}");
    let is_asked = |question: &Question| {
        matches!(question, Question::Tracker { candidates, .. }
            if candidates[..2] == ["plan-month-7".to_owned(), "plan-month-4".to_owned()])
    };
    assert_eq!(asked.report.questions.iter().filter(|question| is_asked(question)).count(), 1);
    for title in ["CIP 2026/27 Month 9 £000", "CIP 2026/27 M9 £000", "CIP 2026/27 Period 9 £000"] {
        let counted = read(title, "7|8|9");
        assert_eq!(
            plan_row(&counted, "monitored_months", 0, &["month", "plan", "actual"]),
            "2026-10 | 1 | 4",
            "{title}"
        );
    }
    // The months of the plan say how those of the actual are counted.
    let both = |plan: &str, actual: &str| {
        let months = plan.split('|').count();
        let heads = format!("Ref|Scheme|Plan{}Actual", "|".repeat(months));
        let amounts = vec!["1"; months].join("|");
        let rows = ["CIP 2026/27 £000", &heads, &format!("||{plan}|{actual}"), &format!("A|Agency|{amounts}|7")];
        let loaded = loaded("t.xlsx", sheet("CIP", &rows));
        let months = (0..rows_of(&loaded, Table::MonitoredMonth))
            .map(|row| plan_row(&loaded, "monitored_months", row, &["month", "actual"]));
        months.filter(|row| row.ends_with("| 7")).collect::<Vec<_>>()
    };
    assert_eq!(both("4|5|6|7|8|9|10|11|12|1|2|3", "6"), ["2026-06 | 7"]);
    assert_eq!(both("1|2|3|4|5|6|7|8|9|10|11|12", "6"), ["2026-09 | 7"]);
}

#[test]
fn a_tracker_of_such_numbers_alone_is_asked_and_not_read() {
    let rows = ["CIP 2026/27 £000", "Ref|Scheme|Plan||", "||7|8|9", "A|Agency|1|2|3"];
    let loaded = loaded("t.xlsx", sheet("CIP", &rows));
    assert!(loaded.plan.is_none());
    let said = to_look_at(&loaded).concat();
    assert!(
        said.contains("its months are headed by numbers alone, and whether these are counted from April is not said"),
        "{said}"
    );
    assert_eq!(loaded.report.questions.len(), 1);
}
