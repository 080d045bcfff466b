//! What is told of one month beside the year so far, and months that two places say differently.

use crate::support::{Computed, loaded, merged, plan_row, rows_of, sheet, to_look_at};
use one_plan_model::plan::Table;

#[test]
fn the_variance_of_a_month_is_not_that_of_the_year_so_far() {
    for heading in ["Month 3 Variance", "In-month variance", "M3 var", "Variance in month (£000)", "Variance June"] {
        let headings =
            format!("Ref|Scheme|Annual plan|Month 3 plan|Month 3 actual|{heading}|YTD plan|YTD actual|YTD variance");
        let rows = [
            "CIP tracker 2026/27 Month 3 £000",
            &headings,
            "1|Theatres|120|10|8|-2|30|25|-5",
            "2|Agency|60|5|6|1|15|16|1",
        ];
        let loaded = loaded("t.xlsx", sheet("CIP", &rows));
        let printed = ["monitoring.1.variance: exact", "monitoring.2.variance: exact"];
        assert_eq!(Computed::of(&loaded).printed(), printed, "{heading}");
        assert!(to_look_at(&loaded).is_empty(), "{heading}: {:?}", to_look_at(&loaded));
    }
}

#[test]
fn what_is_told_in_month_is_of_the_month_that_is_told() {
    let rows = [
        "CIP tracker 2026/27 £000, Month 3",
        "Ref|Scheme|Annual plan|In month plan|In month actual|In month variance",
        "1|Theatres|120|10|8|-3",
    ];
    let loaded = loaded("t.xlsx", sheet("CIP", &rows));
    assert_eq!(plan_row(&loaded, "monitored_months", 0, &["month", "plan", "actual"]), "2026-06 | 10 | 8");
    let said = to_look_at(&loaded).concat();
    assert!(said.contains("cell F3: this variance is -3, and the actual less the plan of its month is -2"), "{said}");
}

#[test]
fn a_title_that_says_another_month_than_the_headings_is_told() {
    for title in
        ["CIP 2026/27 Month 4 £000", "CIP 2026/27 Period 4 £000", "CIP 2026/27 M4 £000", "CIP 2026/27 July 2026 £000"]
    {
        for (plan, actual) in [("Plan to M3", "Actual to M3"), ("YTD plan June", "YTD actual June")] {
            let headings = format!("Ref|Scheme|Annual plan|{plan}|{actual}");
            let loaded = loaded("t.xlsx", sheet("CIP", &[title, &headings, "1|Theatres|120|30|25"]));
            assert_eq!(plan_row(&loaded, "monitored_months", 0, &["month", "actual"]), "2026-06 | 25", "{title}");
            let said = to_look_at(&loaded).concat();
            let expected = "cell A1: its headings say that figures go up to month 3 (June), and what stands above its headings \
                            month 4 (July): the former counts";
            assert!(said.contains(expected), "{title}: {said}");
        }
    }
    // A month that stands over some columns is theirs.
    let rows = [
        "CIP 2026/27 £000",
        "||Month 2||Year to date M3||",
        "Ref|Scheme|Plan|Actual|Annual plan|YTD plan M3|YTD actual M3",
        "1|Theatres|9|8|120|30|25",
    ];
    let loaded = loaded("t.xlsx", merged(sheet("CIP", &rows), 1, &[(2, 3), (4, 6)]));
    assert!(!to_look_at(&loaded).concat().contains("the former counts"), "{:?}", to_look_at(&loaded));
}

#[test]
fn a_title_that_says_another_month_than_the_last_with_an_actual_is_told() {
    let read = |title: &str, actual: &str| {
        let rows = [
            title.to_owned(),
            "||Plan||||Actual|||".to_owned(),
            "Ref|Scheme|Apr|May|Jun|Jul|Apr|May|Jun|Jul".to_owned(),
            format!("1|Theatres|10|10|10|10|{actual}"),
        ];
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        loaded("t.xlsx", merged(sheet("CIP", &rows), 1, &[(2, 5), (6, 9)]))
    };
    let expected = |told: &str, last: &str| {
        format!("cell A1: the tracker says that it goes up to {told}, and the last month with an actual is {last}")
    };
    let short = read("CIP 2026/27 Month 4 £000", "8|9|10|");
    assert!(to_look_at(&short).concat().contains(&expected("month 4 (July)", "month 3 (June)")));
    assert_eq!(rows_of(&short, Table::MonitoredMonth), 4);
    let long = read("CIP 2026/27 Month 3 £000", "8|9|10|7");
    assert!(to_look_at(&long).concat().contains(&expected("month 3 (June)", "month 4 (July)")));
    for (title, actual) in [
        ("CIP 2026/27 Month 4 £000", "8|9|10|7"),
        ("CIP 2026/27 Month 4 £000", "8|9|10|0"),
        ("CIP 2026/27 Month 3 £000", "8|9|10|0"),
        ("CIP 2026/27 £000", "8|9|10|"),
    ] {
        let said = to_look_at(&read(title, actual)).concat();
        assert!(!said.contains("the last month with an actual"), "{title} {actual}: {said}");
    }
}

#[test]
fn a_month_of_another_year_in_a_title_is_not_that_up_to_which_figures_go() {
    for title in ["CIP 2026/27 £000 (approved in March 2026)", "CIP 2026/27 £000, first draft of February 2026"] {
        let rows = [title, "Ref|Scheme|Annual plan|YTD plan|YTD actual", "1|Theatres|120|30|25"];
        let loaded = loaded("t.xlsx", sheet("CIP", &rows));
        assert_eq!(rows_of(&loaded, Table::MonitoredMonth), 0, "{title}");
        assert!(to_look_at(&loaded).concat().contains("up to which month they go is not said"), "{title}");
    }
    let rows =
        ["CIP 2026/27 £000, February 2027", "Ref|Scheme|Annual plan|YTD plan|YTD actual", "1|Theatres|120|30|25"];
    let loaded = loaded("t.xlsx", sheet("CIP", &rows));
    assert_eq!(plan_row(&loaded, "monitored_months", 0, &["month", "actual"]), "2027-02 | 25");
}
