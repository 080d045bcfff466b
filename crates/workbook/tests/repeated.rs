//! What stands twice in what a person opens: a copied sheet, and schemes that a tracker follows. It counts once.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop at once")]

#[path = "support/sheets.rs"]
mod sheets;

use one_plan_model::plan::Table;
use one_plan_workbook::issues::Severity;
use sheets::{figure, gross, nothing_worse_than_information, of_csv, of_sheets, said, says, schemes, sheet};

const SCHEMES: [&str; 4] =
    ["Id|Name|List|Gross £000|Programme", "a1|One|Ours|100|Urgent", "a2|Two|Ours|50|Urgent", "a3|Three|Ours|25|Urgent"];
const MONITORING: [&str; 4] = [
    "Ref|Scheme|2026/27 plan £000|Apr plan £000|Apr actual £000|May plan £000|May actual £000",
    "A1|One|100|50|40|50|45",
    "A2|Two|50|25|25|25|25",
    "A3|Three|25|15|10|10|10",
];

#[test]
fn a_copied_sheet_is_one_finding_and_counts_once() {
    assert_eq!(gross(&schemes(&SCHEMES)), "£175,000");
    for name in ["Schemes (2)", "Copy of Schemes", "Schemes - Copy"] {
        let loaded = of_sheets(vec![sheet(name, &SCHEMES), sheet("Schemes", &SCHEMES)]);
        assert_eq!(gross(&loaded), "£175,000", "{name}");
        assert!(said(&loaded, Severity::Error).is_empty(), "{:#?}", said(&loaded, Severity::Error));
        says(&loaded, Severity::Warning, name, "this sheet repeats the sheet \"Schemes\", and is left out");
    }
    // A copy in which something was changed: nobody knows which of the two is meant.
    let mut changed = SCHEMES;
    changed[1] = "a1|One|Ours|120|Urgent";
    let loaded = of_sheets(vec![sheet("Schemes", &SCHEMES), sheet("Schemes (2)", &changed)]);
    assert_eq!(gross(&loaded), "£175,000");
    says(&loaded, Severity::Error, "Schemes (2)", "1 of its rows is not the same there");
    // Other rows under such a name are no copy.
    let others = ["Id|Name|List|Gross £000|Programme", "b1|Four|Ours|5|Urgent", "b2|Five|Ours|6|Urgent"];
    let loaded = of_sheets(vec![sheet("Schemes", &SCHEMES), sheet("Schemes (2)", &others)]);
    assert_eq!(gross(&loaded), "£186,000");
}

#[test]
fn a_copied_tracker_counts_once_and_one_of_another_year_is_none() {
    let tracker = ["CIP 2026/27 £000", "Ref|Scheme|Plan|Forecast", "A1|One|100|90", "A2|Two|50|50"];
    let loaded = of_sheets(vec![sheet("CIP", &tracker), sheet("CIP (2)", &tracker)]);
    assert_eq!(figure(&loaded, "schemes.list.cip.gross"), "£150,000");
    says(&loaded, Severity::Warning, "CIP (2)", "repeats the sheet \"CIP\"");
    assert_eq!(loaded.plan.as_ref().unwrap().row_count(Table::Scheme), 2);
    let mut next = tracker;
    next[0] = "CIP 2027/28 £000";
    let loaded = of_sheets(vec![sheet("CIP", &tracker), sheet("CIP (2)", &next)]);
    assert_eq!(loaded.plan.as_ref().unwrap().row_count(Table::Scheme), 4);
    // The same file twice, as a browser keeps it.
    let text = "Ref,Scheme,Plan £000,Forecast £000\nA1,One,100,90\nA2,Two,50,50\n";
    let loaded = of_csv(&[("CIP 2026-27.csv", text), ("CIP 2026-27 (1).csv", text)]);
    assert_eq!(loaded.plan.as_ref().unwrap().row_count(Table::Scheme), 2);
}

#[test]
fn months_of_a_tracker_go_to_the_schemes_that_are_there() {
    let loaded = of_sheets(vec![sheet("Schemes", &SCHEMES), sheet("Monitoring", &MONITORING)]);
    nothing_worse_than_information(&loaded);
    says(&loaded, Severity::Information, "", "3 schemes of this tracker stand in the sheet of schemes as well");
    let plan = loaded.plan.as_ref().unwrap();
    assert_eq!((plan.row_count(Table::Scheme), plan.row_count(Table::SchemeList)), (3, 1));
    assert_eq!(plan.row_count(Table::MonitoredLine), 3);
    assert_eq!(gross(&loaded), "£175,000");
    assert_eq!(figure(&loaded, "monitoring.a1.actual-to-date"), "£85,000");
    // By their names, where the sheet of schemes has no references; and one more that is the tracker's alone.
    let named = SCHEMES.map(|row| row.split_once('|').unwrap().1.to_owned());
    let named: Vec<&str> = named.iter().map(String::as_str).collect();
    let mut rows = MONITORING.to_vec();
    rows.push("A4|Four|7|7|7|0|0");
    let loaded = of_sheets(vec![sheet("Schemes", &named), sheet("Monitoring", &rows)]);
    assert!(said(&loaded, Severity::Error).is_empty(), "{:#?}", said(&loaded, Severity::Error));
    let plan = loaded.plan.as_ref().unwrap();
    assert_eq!((plan.row_count(Table::Scheme), plan.row_count(Table::MonitoredLine)), (4, 4));
    assert_eq!(gross(&loaded), "£175,000");
    // Another plan there is said.
    rows[1] = "A1|One|110|50|40|50|45";
    let loaded = of_sheets(vec![sheet("Schemes", &SCHEMES), sheet("Monitoring", &rows)]);
    says(&loaded, Severity::Warning, "", "1 has another plan of the year there, such as \"One\"");
}

#[test]
fn a_sheet_that_only_lists_schemes_and_a_tracker_of_them_are_put_together() {
    // Neither is called after a table: both are read as trackers, in either order.
    let list = ["2026/27", "Ref|Scheme|Programme|FYE £000", "A1|One|Planned|100", "A2|Two|Planned|60"];
    let monitoring = ["2026/27", "Ref|Scheme|Apr plan £000|Apr actual £000", "A1|One|100|90", "A2|Two|60|60"];
    let sheets = || [sheet("Plan", &list), sheet("Delivery", &monitoring)];
    for sheets in [sheets(), {
        let [one, other] = sheets();
        [other, one]
    }] {
        let loaded = of_sheets(sheets.into());
        nothing_worse_than_information(&loaded);
        says(&loaded, Severity::Information, "", "2 schemes of this tracker stand in the sheet of schemes as well");
        let plan = loaded.plan.as_ref().unwrap();
        // Beside the list that every workbook here has.
        assert_eq!((plan.row_count(Table::Scheme), plan.row_count(Table::SchemeList)), (2, 2));
        assert_eq!(figure(&loaded, "monitoring.a1.actual-to-date"), "£90,000");
    }
    // Of another year they are other schemes.
    let next = list.map(|row| row.replace("2026/27", "2027/28"));
    let next: Vec<&str> = next.iter().map(String::as_str).collect();
    let loaded = of_sheets(vec![sheet("Plan", &next), sheet("Delivery", &monitoring)]);
    assert_eq!(loaded.plan.as_ref().unwrap().row_count(Table::Scheme), 4);
}
