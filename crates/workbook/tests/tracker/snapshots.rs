//! One tracker at the end of several months: what each states includes what the earlier ones state.

use crate::support::{Computed, file, plan_row, rows_of, sheet, to_look_at};
use one_plan_model::plan::Table;
use one_plan_workbook::answers::Answers;
use one_plan_workbook::load::{Loaded, load};
use one_plan_workbook::sheet::Sheet;

fn of_month(month: u8, rows: &[&str]) -> Sheet {
    let title = format!("CIP tracker 2026/27 M{month} £000");
    let mut all = vec![title.as_str(), "Ref|Scheme|Annual plan|YTD plan|YTD actual|FOT"];
    all.extend(rows);
    sheet(&format!("M{month}"), &all)
}

const MAY: [&str; 3] = ["E1|One|120|50|45|110", "E2|Two|60|25|25|60", "|Total|180|75|70|170"];
const JUNE: [&str; 3] = ["E1|One|120|60|55|110", "E2|Two|60|30|30|60", "|Total|180|90|85|170"];

fn read(sheets: Vec<Sheet>) -> Loaded {
    load(&[file("tracker.xlsx", sheets)], &Answers::default())
}

#[test]
fn the_latest_statement_of_a_tracker_counts() {
    for sheets in
        [vec![of_month(5, &MAY), of_month(6, &JUNE)], vec![of_month(6, &JUNE), of_month(4, &MAY), of_month(5, &MAY)]]
    {
        let loaded = read(sheets);
        assert_eq!(to_look_at(&loaded), Vec::<String>::new());
        assert_eq!(rows_of(&loaded, Table::Scheme), 2);
        assert_eq!(plan_row(&loaded, "scheme_lists", 0, &["id"]), "m6");
        assert_eq!(Computed::of(&loaded).line("e1"), ["60000", "55000", "-5000", "110000"]);
        let text = loaded.report.text();
        let said = "sheet \"M5\": this sheet states the tracker of the sheet \"M6\" up to month 5, and that one goes up to month 6";
        assert!(text.contains(said), "{text}");
    }
    // In two files, the names of which say the month.
    let of_file = |month: u8, rows: &[&str]| {
        let mut all = vec!["All in £000", "Ref|Scheme|Annual plan|YTD plan|YTD actual|FOT"];
        all.extend(rows);
        file(&format!("CIP 2026-27 M{month}.xlsx"), vec![sheet("Tracker", &all)])
    };
    let loaded = load(&[of_file(5, &MAY), of_file(6, &JUNE)], &Answers::default());
    assert_eq!(Computed::of(&loaded).figure("schemes.list.tracker.gross"), "180000");
    assert!(loaded.report.text().contains("the tracker of CIP 2026-27 M6.xlsx"), "{}", loaded.report.text());
}

#[test]
fn schemes_that_the_latest_statement_has_no_more_are_named() {
    let mut more = MAY.to_vec();
    more.insert(2, "E9|Dropped|20|5|5|20");
    let loaded = read(vec![of_month(5, &more), of_month(6, &JUNE)]);
    let said = to_look_at(&loaded);
    assert!(said.iter().any(|line| line.contains("1 of its rows does not stand there: E9 Dropped")), "{said:?}");
    assert_eq!(rows_of(&loaded, Table::Scheme), 2);
}

#[test]
fn other_schemes_other_years_and_one_month_each_are_no_earlier_statements() {
    // Two trusts with the same references, and other schemes.
    let other = ["E1|Beds|120|60|55|110", "E2|Wards|60|30|30|60"];
    assert_eq!(rows_of(&read(vec![of_month(5, &MAY), of_month(6, &other)]), Table::Scheme), 4);
    // A month alone in each sheet restates nothing: they are the months of the same schemes.
    let alone = |month: u8, name: &str| {
        let headings = format!("Ref|Scheme|Annual plan|{name} plan|{name} actual|YTD plan|YTD actual");
        let title = format!("CIP tracker 2026/27 M{month} £000");
        sheet(name, &[&title, &headings, "E1|One|120|10|9|50|45", "E2|Two|60|5|5|25|25"])
    };
    let months = read(vec![alone(5, "Aug"), alone(6, "Sep")]);
    assert_eq!([Table::Scheme, Table::MonitoredMonth].map(|table| rows_of(&months, table)), [2, 4]);
    // A person may say that the later sheet holds nothing of the plan.
    let mut answers = Answers::default();
    answers.say_sheet("M6", None);
    let loaded = load(&[file("t.xlsx", vec![of_month(5, &MAY), of_month(6, &JUNE)])], &answers);
    assert_eq!(Computed::of(&loaded).line("e1")[1], "45000");
}

#[test]
fn of_sheets_that_are_called_after_months_the_latest_counts_where_plans_are_the_same() {
    let of_month = |name: &str, rows: &[&str]| {
        let mut all = vec!["CIP tracker 2026/27", "Scheme|Division|Plan £000|Forecast £000"];
        all.extend(rows);
        sheet(name, &all)
    };
    let sheets = vec![
        of_month("April", &["Agency|Medicine|100|90", "LOS|Medicine|200|190", "Total||300|280"]),
        of_month("May", &["Agency|Medicine|100|85", "LOS|Medicine|200|195", "Total||300|280"]),
        of_month("June", &["Agency|Medicine|100|80", "LOS|Medicine|210|200", "Total||310|280"]),
    ];
    let loaded = read(sheets);
    assert_eq!(to_look_at(&loaded), Vec::<String>::new());
    assert_eq!(rows_of(&loaded, Table::Scheme), 2);
    assert_eq!(plan_row(&loaded, "scheme_lists", 0, &["id"]), "june");
    assert_eq!(Computed::of(&loaded).figure("schemes.list.june.gross"), "310000");
    // What each month is to save is another amount.
    let sheets = vec![
        of_month("April", &["Agency|Medicine|10|9", "LOS|Medicine|20|19"]),
        of_month("May", &["Agency|Medicine|12|8", "LOS|Medicine|22|20"]),
    ];
    let text = read(sheets).report.text();
    assert!(!text.contains("states the tracker of"), "{text}");
}
