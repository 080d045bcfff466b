//! Several trackers below one another on one sheet, and trackers with a row for the plan of each scheme and one for the actual.

use crate::support::{Computed, loaded, plan_row, rows_of, sheet, to_look_at};
use one_plan_model::plan::Table;

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

/// Reads a sheet "CIP"; gives the savings of the lists of schemes, and what is to be looked at.
fn lists(rows: &[&str]) -> (Vec<String>, Vec<String>) {
    let loaded = loaded("t.xlsx", sheet("CIP", rows));
    let of = (0..rows_of(&loaded, Table::SchemeList)).map(|at| {
        let list = plan_row(&loaded, "scheme_lists", at, &["id"]);
        let name = plan_row(&loaded, "scheme_lists", at, &["name", "year"]);
        format!("{name}: {}", Computed::of(&loaded).figure(&format!("schemes.list.{list}.gross")))
    });
    (of.collect(), to_look_at(&loaded))
}

#[test]
fn a_second_tracker_below_the_first_is_read_by_its_own_headings() {
    // The upper one has fewer headings, and was lost; the lower one has its amounts in other columns.
    let rows = [
        "Trust savings 2026/27 (£000)",
        "Ref|Scheme|2026/27 plan|Forecast",
        "A1|One|100|90",
        "A2|Two|200|190",
        "|Total|300|280",
        "",
        "Second wave",
        "Ref|Scheme|Programme|Full year effect|2026/27 plan|Forecast",
        "P1|Three|Urgent|80|40|30",
        "P2|Four|Urgent|20|10|10",
        "|Total||100|50|40",
    ];
    let both = ["CIP | 2026/27: 300000", "CIP: Second wave | 2026/27: 50000"].map(str::to_owned).to_vec();
    assert_eq!(lists(&rows), (both.clone(), Vec::new()));
    // Without an empty row or a title between, and with the unit in the upper headings alone.
    let close: Vec<&str> = rows.iter().copied().filter(|row| !row.is_empty() && *row != "Second wave").collect();
    let (found, said) = lists(&close);
    assert_eq!(
        (found[0].as_str(), found[1].as_str(), said.len()),
        (both[0].as_str(), "CIP, row 6 | 2026/27: 50000", 0)
    );
    // Far below the first.
    let many: Vec<String> = (0..200).map(|nth| format!("A{nth}|Scheme {nth}|1|1")).collect();
    let mut long: Vec<&str> = rows[..2].to_vec();
    long.extend(many.iter().map(String::as_str));
    long.extend(&rows[5..]);
    assert_eq!(lists(&long).0, ["CIP | 2026/27: 200000", "CIP: Second wave | 2026/27: 50000"]);
}

#[test]
fn the_same_headings_again_are_a_page_unless_they_are_for_another_year_or_in_another_unit() {
    let headings = "Ref|Scheme|Plan|Forecast";
    let page = ["Savings 2026/27 £000", headings, "A1|One|100|90", "Page 2 of 2026/27", headings, "A2|Two|50|50"];
    assert_eq!(lists(&page).0, ["CIP | 2026/27: 150000"]);
    let years = ["2026/27 £000", headings, "A1|One|100|90", "", "2027/28 £000", headings, "B1|Two|50|50"];
    assert_eq!(lists(&years).0, ["CIP | 2026/27: 100000", "CIP: 2027/28 £000 | 2027/28: 50000"]);
    let units = ["2026/27", "in £000", headings, "A1|One|100|90", "", "Large ones, £m", headings, "B1|Two|5|5"];
    assert_eq!(lists(&units).0, ["CIP | 2026/27: 100000", "CIP: Large ones, £m | 2026/27: 5000000"]);
}

#[test]
fn headings_in_two_rows_are_those_of_the_second_as_well() {
    let rows = [
        "CIP 2026/27 £000",
        "Ref|Scheme|Plan|Forecast",
        "A1|One|100|90",
        "",
        "Delivery",
        "||Plan|||Actual||",
        "Ref|Scheme|Apr|May|Jun|Apr|May|Jun",
        "D1|Two|10|10|10|9|9|9",
    ];
    assert_eq!(lists(&rows).0, ["CIP | 2026/27: 100000", "CIP: Delivery | 2026/27: 30000"]);
}
