//! Quarters in place of months.

use crate::support::{Computed, loaded, plan_row, rows_of, sheet, to_look_at};
use one_plan_model::plan::Table;

const MONTH: [&str; 4] = ["month", "plan", "actual", "cumulative"];

fn months(loaded: &one_plan_workbook::load::Loaded) -> Vec<String> {
    (0..rows_of(loaded, Table::MonitoredMonth)).map(|row| plan_row(loaded, "monitored_months", row, &MONTH)).collect()
}

#[test]
fn plan_and_actual_of_quarters_are_the_year_up_to_the_end_of_each() {
    for headings in [
        "Quarter 1 plan|Quarter 1 actual|Quarter 2 plan|Quarter 2 actual|Qtr 3 plan|Qtr 3 actual|Q4 plan|Q4 actual",
        "Plan Q1|Actual Q1|Plan Q2|Actual Q2|Plan Q3|Actual Q3|Plan Q4|Actual Q4",
    ] {
        let heads = format!("Ref|Scheme|Plan|{headings}");
        for to_come in ["", "0"] {
            let one = format!("A1|Beds|90|10|8|20|18|30|{to_come}|30|{to_come}");
            let other = format!("A2|Drugs|60|15|15|15|14|15|{to_come}|15|{to_come}");
            let loaded = loaded("cip.xlsx", sheet("CIP 2026-27 £000", &[&heads, &one, &other]));
            assert_eq!(to_look_at(&loaded), Vec::<String>::new());
            let of_one = months(&loaded);
            for month in [
                "2026-06 | 10 | 8 | yes",
                "2026-09 | 30 | 26 | yes",
                "2026-12 | 60 | - | yes",
                "2027-03 | 90 | - | yes",
            ] {
                assert!(of_one.iter().any(|of| of == month), "{month}: {of_one:?}");
            }
            let computed = Computed::of(&loaded);
            assert_eq!(computed.line("a1")[..3], ["30000", "26000", "-4000"]);
            assert!(!computed.findings().contains(&"months-do-not-sum"), "{:?}", computed.findings());
        }
    }
}

#[test]
fn quarters_without_a_word_are_the_plan_where_they_add_up_to_it() {
    for heads in
        ["Ref|Scheme|Plan £000|Q1 £000|Q2 £000|Q3 £000|Q4 £000", "Ref|Scheme|Total £000|Qtr 1|Qtr 2|Qtr 3|Qtr 4"]
    {
        let rows = [heads, "A1|Beds|90|10|20|30|30", "A2|Drugs|60|15|15|15|15"];
        let loaded = loaded("cip.xlsx", sheet("CIP 2026-27 £000", &rows));
        assert_eq!(plan_row(&loaded, "schemes", 0, &["gross"]), "90", "{heads}");
        assert!(months(&loaded).contains(&"2026-12 | 60 | - | yes".to_owned()), "{:?}", months(&loaded));
    }
}

#[test]
fn quarters_that_may_be_plan_or_actual_are_named_with_what_to_do() {
    let rows =
        ["Ref|Scheme|Plan £000|Q1 £000|Q2 £000|Q3 £000|Q4 £000", "A1|Beds|90|10|20|30|25", "A2|Drugs|60|1|2|3|4"];
    let loaded = loaded("cip.xlsx", sheet("CIP 2026-27", &rows));
    assert_eq!(months(&loaded), Vec::<String>::new());
    let said = to_look_at(&loaded);
    let told: Vec<&String> = said.iter().filter(|said| said.contains("whether it is the plan or the actual")).collect();
    assert_eq!(told.len(), 1, "{said:?}");
    assert!(told[0].contains("\"Q1 £000\" and 3 more columns are left alone"), "{said:?}");
}

#[test]
fn beside_months_quarters_are_sums() {
    let heads = "Ref|Scheme|Apr plan £000|May plan £000|Jun plan £000|Q1 plan £000";
    let loaded = loaded("cip.xlsx", sheet("CIP 2026-27", &[heads, "A1|Beds|10|20|30|60"]));
    assert_eq!(plan_row(&loaded, "schemes", 0, &["gross"]), "60");
    assert_eq!(months(&loaded).len(), 3);
}

#[test]
fn beside_months_of_which_it_is_asked_quarters_say_nothing() {
    let heads = "Ref|Scheme|Plan £000|Apr|May|Jun|Q1|Jul|Aug|Sep|Q2|Oct|Nov|Dec|Q3|Jan|Feb|Mar|Q4";
    let rows = [heads, "A1|Beds|130|10|10|10|30|10|10|10|30|10|10|10|30|10|10|10|30"];
    let loaded = loaded("cip.xlsx", sheet("CIP 2026-27", &rows));
    assert!(loaded.plan.is_none() || months(&loaded).is_empty());
}

#[test]
fn what_cannot_be_read_of_an_amount_of_several_columns_is_said_at_its_own_cell() {
    let heads = "Ref|Scheme|Plan|Plan Q1|Plan Q2|Plan Q3|Plan Q4";
    let loaded =
        loaded("cip.xlsx", sheet("CIP 2026-27 £000", &[heads, "A1|Beds|90|10|20|n/k|30", "A2|Drugs|60|15|15|15|15"]));
    let unread = loaded.report.issues.iter().filter(|issue| issue.value == "n/k");
    let places: Vec<_> = unread.map(|issue| (issue.place.row, issue.place.column)).collect();
    assert!(!places.is_empty() && places.iter().all(|place| *place == (Some(1), Some(5))), "{places:?}");
    let others = loaded.report.issues.iter().filter(|issue| issue.what.contains("cannot be added up"));
    assert!(others.into_iter().all(|issue| issue.place.column == Some(5)), "{}", loaded.report.text());
}
