//! "Forecast M4" beside "Forecast M5": the forecast of the year as it stood at the end of each month, or what is expected of
//! single months.

use crate::support::{Computed, loaded, plan_row, rows_of, sheet, to_look_at};
use one_plan_model::plan::Table;

fn read(headings: &str, row: &str) -> one_plan_workbook::load::Loaded {
    let headings = format!("Ref|Scheme|{headings}");
    let row = format!("1|Agency|{row}");
    loaded("t.xlsx", sheet("CIP", &["CIP 2026/27 £000, Month 5", &headings, &row]))
}

#[test]
fn the_latest_forecast_of_the_year_counts() {
    for (headings, row) in [
        ("Plan|Forecast M4|Forecast M5", "120|115|110"),
        ("Plan|Forecast M5|Forecast M4", "120|110|115"),
        ("Plan|Forecast outturn M4|Forecast outturn M5", "120|115|110"),
        // Far below the plan, but the words say when it stood so.
        ("Annual plan|Forecast at M4|Forecast at M5", "1200|115|110"),
    ] {
        let loaded = read(headings, row);
        assert_eq!(Computed::of(&loaded).line("1")[3], "110000", "{headings}");
        assert_eq!(to_look_at(&loaded), Vec::<String>::new(), "{headings}");
        let told = "M4\" is left alone: the column of a later month is read as the forecast of the year";
        assert!(loaded.report.text().contains(told), "{headings}");
    }
}

#[test]
fn forecasts_of_single_months_stay_so() {
    for (headings, row) in [
        ("Plan|Forecast Apr|Forecast May|Forecast Jun", "120|10|10|12"),
        ("Plan|M5 plan|M5 actual|M5 forecast", "120|10|9|11"),
    ] {
        let loaded = read(headings, row);
        assert_eq!(to_look_at(&loaded), Vec::<String>::new(), "{headings}");
        let months = rows_of(&loaded, Table::MonitoredMonth);
        let of_single = (0..months).all(|row| plan_row(&loaded, "monitored_months", row, &["cumulative"]) == "-");
        assert!(of_single, "{headings}");
    }
}

#[test]
fn what_is_told_to_date_at_several_months_is_that_of_the_latest() {
    let loaded = read("Plan|YTD actual M4|YTD actual M5", "120|40|50");
    assert_eq!(Computed::of(&loaded).figure("monitoring.1.actual-to-date"), "50000");
    let rows = [
        "CIP 2026/27 £000",
        "|||Apr||May|",
        "Ref|Scheme|Annual plan|YTD plan|YTD actual|YTD plan|YTD actual",
        "1|Agency|120|10|9|20|18",
    ];
    let below_months = crate::support::loaded("t.xlsx", sheet("CIP", &rows));
    let computed = Computed::of(&below_months);
    assert_eq!(computed.figure("monitoring.1.plan-to-date"), "20000");
    assert_eq!(computed.figure("monitoring.1.actual-to-date"), "18000");
}

#[test]
fn a_plan_of_the_year_is_read_before_one_of_which_nothing_is_said_and_a_target_last() {
    let loaded = read("Target|Plan|Actual|Annual plan|YTD plan|YTD actual", "150|10|9|120|50|44");
    assert_eq!(plan_row(&loaded, "schemes", 0, &["gross"]), "120");
    assert_eq!(Computed::of(&loaded).figure("monitoring.1.actual-to-date"), "44000");
    assert_eq!(plan_row(&read("Target|Plan", "150|120"), "schemes", 0, &["gross"]), "120");
    assert_eq!(plan_row(&read("Target|Forecast", "150|120"), "schemes", 0, &["gross"]), "150");
}
