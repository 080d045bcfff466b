//! Trackers with a row for the plan of each scheme and one for what came of it.

use crate::support::{loaded, sheet, to_look_at};

#[test]
fn a_row_for_the_plan_and_one_for_the_actual_is_said_to_be_one_too_many() {
    let months: String = (4..=12).map(|month| format!("|d:2026-{month:02}-01")).collect();
    let headings = format!("Ref|Scheme|Workstream|P/A{months}|Total");
    let rows = [
        headings.as_str(),
        "S1|Beds|Urgent|Plan|10|10|10|10|10|10|10|10|10|90",
        "S1|Beds|Urgent|Actual|8|8|||||||||16",
        "S2|Clinics|Planned|Plan|5|5|5|5|5|5|5|5|5|45",
        "S2|Clinics|Planned|Actual|6|6|||||||||12",
        "|Total||Plan|15|15|15|15|15|15|15|15|15|135",
    ];
    let loaded = loaded("t.xlsx", sheet("Savings £000", &rows));
    assert!(loaded.plan.is_none());
    let said = to_look_at(&loaded);
    let of_rows: Vec<&String> = said.iter().filter(|line| line.contains("stand in rows of their own")).collect();
    assert_eq!(of_rows.len(), 1, "{said:?}");
    assert!(of_rows[0].contains("cell D1"), "{said:?}");
    let text = loaded.report.text();
    assert!(text.contains("one row for each scheme"), "{text}");
    assert!(!text.contains("its headings are those of none"), "{text}");
}
