//! Schemes that two sheets hold: a list and the detail, all schemes and a sheet for each division. They save once.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop at once")]

#[path = "support/sheets.rs"]
mod sheets;

use one_plan_model::plan::{Plan, Table};
use one_plan_workbook::issues::Severity;
use one_plan_workbook::load::Loaded;
use sheets::{figure, nothing_worse_than_information, of_sheets, said, says, sheet};

const HEADINGS: &str = "Ref|Scheme|Plan|Forecast";
const ALL: [&str; 4] = ["CIP 2026/27 £000", HEADINGS, "S-01|Theatres|120|110", "M-01|Beds|240|200"];

fn read(sheets: &[(&str, &[&str])]) -> Loaded {
    of_sheets(sheets.iter().map(|(name, rows)| sheet(name, rows)).collect())
}

fn plan(loaded: &Loaded) -> &Plan {
    loaded.plan.as_ref().unwrap()
}

/// What all schemes save, and how many schemes and lines there are.
fn counted(loaded: &Loaded) -> (String, usize, usize) {
    for total in &loaded.report.control {
        assert!(total.whole.adds_up(), "{}: {:?}", total.table.name(), total.whole);
    }
    let plan = plan(loaded);
    let gross: Vec<String> = plan
        .scheme_lists
        .iter()
        .filter(|(_, list)| list.name() != "Ours")
        .map(|(_, list)| figure(loaded, &format!("schemes.list.{}.gross", list.id())))
        .collect();
    (gross.join(" + "), plan.row_count(Table::Scheme), plan.row_count(Table::MonitoredLine))
}

#[test]
fn a_sheet_of_all_schemes_beside_one_for_each_division_counts_once() {
    let surgery =
        |reference: &str| ["CIP 2026/27 £000".to_owned(), HEADINGS.to_owned(), format!("{reference}|Theatres|120|110")];
    let medicine = ["CIP 2026/27 £000", HEADINGS, "m/1|Beds|240|200"];
    // However the reference is written; the sheets of the divisions may stand first.
    for reference in ["S-01", "s01", "S/1", "S 001"] {
        let surgery = surgery(reference);
        let surgery: Vec<&str> = surgery.iter().map(String::as_str).collect();
        let mut sheets: [(&str, &[&str]); 3] = [("All", &ALL), ("Surgery", &surgery), ("Medicine", &medicine)];
        let loaded = read(&sheets);
        nothing_worse_than_information(&loaded);
        assert_eq!(counted(&loaded), ("£360,000".to_owned(), 2, 2), "{reference}");
        says(
            &loaded,
            Severity::Information,
            "",
            "1 scheme of this sheet stands in the sheet \"All\" as well, and is not counted",
        );
        sheets.reverse();
        let loaded = read(&sheets);
        nothing_worse_than_information(&loaded);
        assert_eq!(counted(&loaded), ("£240,000 + £120,000".to_owned(), 2, 2), "{reference}");
    }
    // Without references, by name and plan; none of the identifiers is in doubt.
    let rows: Vec<Vec<&str>> = [ALL.as_slice(), &medicine]
        .iter()
        .map(|rows| rows.iter().map(|row| row.split_once('|').map_or(*row, |(_, rest)| rest)).collect())
        .collect();
    let loaded = read(&[("All", &rows[0]), ("Medicine", &rows[1])]);
    nothing_worse_than_information(&loaded);
    assert_eq!(counted(&loaded), ("£360,000".to_owned(), 2, 2));
}

#[test]
fn a_list_and_a_detail_whose_references_are_written_differently_are_put_together() {
    let list = [
        "2026/27",
        "Ref|Scheme|Programme|FYE £000|Plan £000",
        "C-01|Theatres|Surgery|150|120",
        "C-02|Beds|Medicine|240|240",
    ];
    let detail = [
        "2026/27",
        "Ref|Scheme|Plan £000|Apr plan £000|Apr actual £000",
        "C01|Theatre lists|120|10|9",
        "C02|Beds|240|20|18",
    ];
    for sheets in [[("List", list.as_slice()), ("Detail", &detail)], [("Detail", &detail), ("List", &list)]] {
        let loaded = read(&sheets);
        nothing_worse_than_information(&loaded);
        assert_eq!(counted(&loaded), ("£360,000".to_owned(), 2, 2));
        let line = plan(&loaded).monitored_lines.iter().next().unwrap().1.id().to_owned();
        assert_eq!(figure(&loaded, &format!("monitoring.{line}.actual-to-date")), "£9,000");
    }
}

#[test]
fn the_same_names_and_plans_under_other_references_are_an_error_and_count_once() {
    let detail = ["CIP 2026/27 £000", HEADINGS, "EFF/7|Theatres|120|110", "EFF/8|Beds|240|200"];
    let loaded = read(&[("All", &ALL), ("Detail", &detail)]);
    assert_eq!(counted(&loaded), ("£360,000".to_owned(), 2, 2));
    says(
        &loaded,
        Severity::Error,
        "",
        "such as \"Theatres\", which is S-01 there and EFF/7 here: they are not counted a second time",
    );
    let schemes = loaded.report.control.iter().find(|total| total.table == Table::Scheme).unwrap();
    assert_eq!((schemes.whole.rows_read, schemes.whole.rows_used), (4, 2));
    // Of two trusts one scheme may be the same by chance: it counts, and is named.
    let trust = ["CIP 2026/27 £000", HEADINGS, "EFF/7|Theatres|120|110", "EFF/8|Wards|40|40", "EFF/9|Drugs|50|50"];
    let loaded = read(&[("All", &[ALL.as_slice(), &["M-02|Agency|70|70"]].concat()), ("Trust", &trust)]);
    assert_eq!(counted(&loaded).1, 6);
    says(&loaded, Severity::Warning, "Theatres", "each counts: \"All\" row 3 (S-01), \"Trust\" row 3 (EFF/7)");
}

#[test]
fn schemes_of_one_template_with_other_plans_are_others() {
    let other = ["CIP 2026/27 £000", HEADINGS, "S-01|Theatres|90|80", "M-01|Beds|70|70"];
    let loaded = read(&[("North", &ALL), ("South", &other)]);
    assert_eq!(counted(&loaded), ("£360,000 + £160,000".to_owned(), 4, 4));
    says(&loaded, Severity::Warning, "S-01", "stands more than once; this row is the scheme \"s-01-2\" in the plan");
    // Without references, and with no error about identifiers that nobody wrote.
    let rows = |rows: &[&'static str]| -> Vec<&str> {
        rows.iter().map(|row| row.split_once('|').map_or(*row, |(_, rest)| rest)).collect()
    };
    let loaded = read(&[("North", &rows(&ALL)), ("South", &rows(&other))]);
    nothing_worse_than_information(&loaded);
    assert_eq!(counted(&loaded), ("£360,000 + £160,000".to_owned(), 4, 4));
}

#[test]
fn another_plan_among_the_same_schemes_is_an_error_and_counts_once() {
    let detail = ["CIP 2026/27 £000", HEADINGS, "S-01|Theatres|120|110", "M-01|Beds|250|200"];
    let loaded = read(&[("All", &ALL), ("Detail", &detail)]);
    assert_eq!(counted(&loaded), ("£360,000".to_owned(), 2, 2));
    says(&loaded, Severity::Error, "", "1 has another plan of the year there, such as \"Beds\"");
}

#[test]
fn what_a_second_sheet_says_of_the_year_is_used_where_the_first_says_nothing() {
    let months = [
        "CIP 2026/27 £000",
        "Ref|Scheme|Plan|Apr plan|Apr actual|May plan|May actual",
        "S-01|Theatres|120|10|9|10|8",
        "M-01|Beds|240|20|20|20|19",
    ];
    let loaded = read(&[("All", &ALL), ("Months", &months)]);
    nothing_worse_than_information(&loaded);
    assert_eq!(counted(&loaded), ("£360,000".to_owned(), 2, 2));
    assert_eq!(figure(&loaded, "monitoring.s-01.actual-to-date"), "£17,000");
    assert_eq!(figure(&loaded, "monitoring.s-01.forecast"), "£110,000");
    // Another amount for the same month is not used, and said.
    let mut other = months;
    other[2] = "S-01|Theatres|120|10|7|10|8";
    let loaded = read(&[("Months", &months), ("Detail", &other)]);
    assert_eq!(figure(&loaded, "monitoring.s-01.actual-to-date"), "£17,000");
    says(&loaded, Severity::Warning, "", "1 amount of how the year goes is another there");
}

#[test]
fn a_sheet_that_sums_up_programmes_or_sheets_counts_not_beside_them() {
    let summary = ["CIP 2026/27 £000", "Scheme|Plan|Forecast", "Surgery|200|190", "Medicine|240|200", "Total|440|390"];
    let programmes = [
        "CIP 2026/27 £000",
        "Ref|Scheme|Programme|Plan|Forecast",
        "S1|Theatres|Surgery|120|110",
        "S2|Lists|Surgery|80|80",
        "M1|Beds|Medicine|240|200",
    ];
    let loaded = read(&[("Summary", &summary), ("Tracker", &programmes)]);
    nothing_worse_than_information(&loaded);
    assert_eq!(counted(&loaded), ("£440,000".to_owned(), 3, 3));
    says(
        &loaded,
        Severity::Information,
        "",
        "2 rows of this sheet, such as \"Surgery\", have the names of programmes or sheets",
    );
    // A sheet for each division, and one row of the summary that is of none.
    let surgery = ["CIP 2026/27 £000", HEADINGS, "S1|Theatres|120|110", "S2|Lists|80|80"];
    let medicine = ["CIP 2026/27 £000", HEADINGS, "M1|Beds|240|200"];
    let mut rows = summary.to_vec();
    rows.insert(4, "Unidentified|60|0");
    rows.pop();
    let loaded = read(&[("Summary", &rows), ("Surgery", &surgery), ("Medicine", &medicine)]);
    nothing_worse_than_information(&loaded);
    assert_eq!(counted(&loaded).1, 4);
    // Other amounts are said, and count no more than these.
    let other = [summary[0], summary[1], "Surgery|210|190", "Medicine|250|200"];
    let loaded = read(&[("Summary", &other), ("Tracker", &programmes)]);
    assert_eq!(counted(&loaded).1, 3);
    says(
        &loaded,
        Severity::Warning,
        "",
        "2 rows sum up programmes or sheets, and are not what their schemes save together: \"Surgery\" is £210,000 here, and £200,000",
    );
}

#[test]
fn lines_that_sum_up_divisions_count_not_beside_their_sheets() {
    let summary =
        |surgery: &'static str| ["CIP summary 2026/27 £000", "Division|Plan|Forecast", surgery, "Medicine|240|200"];
    let surgery = ["CIP 2026/27 £000", HEADINGS, "S1|Theatres|120|110", "S2|Lists|80|80"];
    let medicine = ["CIP 2026/27 £000", HEADINGS, "M1|Beds|240|200"];
    let lines = summary("Surgery|200|190");
    for sheets in [
        [("Summary", &lines[..]), ("Surgery", &surgery[..]), ("Medicine", &medicine[..])],
        [("Surgery", &surgery[..]), ("Medicine", &medicine[..]), ("Summary", &lines[..])],
    ] {
        let loaded = read(&sheets);
        nothing_worse_than_information(&loaded);
        assert_eq!(counted(&loaded).2, 3);
        says(&loaded, Severity::Information, "", "2 rows of this sheet, such as");
    }
    // One with another amount counts no more than the others.
    let other = summary("Surgery|210|190");
    let loaded = read(&[("Summary", &other), ("Surgery", &surgery), ("Medicine", &medicine)]);
    assert_eq!(counted(&loaded).2, 3);
    says(
        &loaded,
        Severity::Warning,
        "",
        "\"Surgery\" is £210,000 here, and £200,000 by its schemes, which count alone",
    );
    // Sheets that only say which schemes there are leave it to the summary to say how the year goes.
    let surgery = ["CIP 2026/27 £000", "Ref|Scheme|Plan", "S1|Theatres|120", "S2|Lists|80"];
    let medicine = ["CIP 2026/27 £000", "Ref|Scheme|Plan", "M1|Beds|240"];
    let loaded = read(&[("Summary", &lines), ("Surgery", &surgery), ("Medicine", &medicine)]);
    assert_eq!(counted(&loaded).1, 3);
    assert_eq!(counted(&loaded).2, 2);
    // Of the one that says it the line is left out, and of the other it stays.
    let medicine = ["CIP 2026/27 £000", HEADINGS, "M1|Beds|240|200"];
    let loaded = read(&[("Summary", &lines), ("Surgery", &surgery), ("Medicine", &medicine)]);
    assert_eq!(counted(&loaded).2, 2);
    says(
        &loaded,
        Severity::Information,
        "",
        "1 row of this sheet, such as \"Medicine\", has the name of a programme or sheet",
    );
}

#[test]
fn parts_of_a_scheme_in_sheets_of_divisions_count_not_beside_the_whole() {
    let all = ["CIP 2026/27 £000", HEADINGS, "C1|Agency|300|280", "C2|Beds|240|200"];
    let surgery = ["CIP 2026/27 £000", HEADINGS, "C1|Agency|100|90", "C2|Beds|240|200"];
    let medicine = ["CIP 2026/27 £000", HEADINGS, "C1|Agency staff|200|190"];
    let mut sheets: [(&str, &[&str]); 3] = [("All", &all), ("Surgery", &surgery), ("Medicine", &medicine)];
    let loaded = read(&sheets);
    assert_eq!((counted(&loaded).1, counted(&loaded).2), (2, 2));
    sheets.reverse();
    let loaded = read(&sheets);
    assert_eq!((counted(&loaded).1, counted(&loaded).2), (2, 2));
    assert_eq!(figure(&loaded, "monitoring.c1.forecast"), "£280,000");
    // What is no part of it counts.
    let medicine = ["CIP 2026/27 £000", HEADINGS, "C1|Agency staff|210|190"];
    let loaded = read(&[("Surgery", &surgery[..3]), ("Medicine", &medicine), ("All", &all)]);
    assert_eq!(counted(&loaded).1, 4);
}

#[test]
fn schemes_of_one_name_are_told_apart_by_their_programme_or_their_plan() {
    for (list, detail) in [
        (
            ["Scheme|Division|Plan", "Procurement|Medicine|50", "Procurement|Surgery|70"],
            ["Scheme|Division|Plan|Forecast", "Procurement|Surgery|70|60", "Procurement|Medicine|50|40"],
        ),
        (
            ["Scheme|Owner|Plan", "Procurement|AB|50", "Procurement|CD|70"],
            ["Scheme|Owner|Plan|Forecast", "Procurement||70|60", "Procurement||50|40"],
        ),
    ] {
        let list: Vec<&str> = ["CIP 2026/27 £000"].into_iter().chain(list).collect();
        let detail: Vec<&str> = ["CIP 2026/27 £000"].into_iter().chain(detail).collect();
        for sheets in [[("List", &list[..]), ("Detail", &detail[..])], [("Detail", &detail[..]), ("List", &list[..])]] {
            let loaded = read(&sheets);
            assert_eq!(counted(&loaded), ("£120,000".to_owned(), 2, 2), "{}", loaded.report.text());
            assert!(!loaded.report.text().contains("already used"), "{}", loaded.report.text());
        }
    }
}

#[test]
fn schemes_of_one_name_in_two_divisions_are_two_unless_all_that_is_said_of_them_is_the_same() {
    let rows = |rows: [&'static str; 3]| -> Vec<&'static str> {
        ["CIP 2026/27 M6 £000", "Scheme|Plan|YTD plan|YTD actual|Forecast"].into_iter().chain(rows).collect()
    };
    let surgery = rows(["Agency|100|50|40|90", "Procurement|50|25|25|50", "Theatres|70|35|35|70"]);
    let medicine = rows(["Agency|100|50|48|95", "Procurement|50|25|20|40", "Beds|90|45|45|90"]);
    let loaded = read(&[("Surgery", &surgery), ("Medicine", &medicine)]);
    assert_eq!((counted(&loaded).1, counted(&loaded).2), (6, 6));
    let what = "other things are said of it there, or of most schemes beside it: each counts: \"Surgery\" row 3, \"Medicine\" row 3";
    says(&loaded, Severity::Warning, "Agency", what);
    says(&loaded, Severity::Warning, "Procurement", "stands in 2 sheets with the same plan");
    // With more divisions it is once for each name, with all places.
    let women = rows(["Agency|100|50|12|80", "Procurement|50|25|1|9", "Wards|30|15|15|30"]);
    let estates = rows(["Agency|100|50|13|81", "Beds|40|20|20|40", "Energy|30|15|15|30"]);
    let loaded = read(&[("Surgery", &surgery), ("Medicine", &medicine), ("Women", &women), ("Estates", &estates)]);
    assert_eq!(counted(&loaded).1, 12);
    says(&loaded, Severity::Warning, "Agency", "\"Medicine\" row 3, \"Women\" row 3, \"Estates\" row 3");
    assert_eq!(said(&loaded, Severity::Warning).len(), 2, "{}", loaded.report.text());
    // With the same of all of it they are one.
    let medicine = rows(["Agency|100|50|40|90", "Procurement|50|25|25|50", "Beds|90|45|45|90"]);
    let loaded = read(&[("Surgery", &surgery), ("Medicine", &medicine)]);
    assert_eq!(counted(&loaded).1, 4);
    // A sheet of all of them in which one amount is of another day is one all the same.
    let all = rows(["Agency|100|50|41|90", "Procurement|50|25|25|50", "Theatres|70|35|35|70"]);
    let loaded = read(&[("All", &all), ("Surgery", &surgery)]);
    assert_eq!(counted(&loaded).1, 3);
    says(&loaded, Severity::Warning, "", "1 amount of how the year goes is another there");
}

#[test]
fn a_division_in_a_column_tells_schemes_of_one_name_apart_and_a_number_of_the_row_does_not_join_them() {
    let sheets = |surgery: [&'static str; 2], medicine: [&'static str; 2], headings: &'static str| {
        let rows = |rows: [&'static str; 2]| -> Vec<&'static str> {
            ["CIP 2026/27 M6 £000", headings].into_iter().chain(rows).collect()
        };
        let (surgery, medicine) = (rows(surgery), rows(medicine));
        let loaded = read(&[("Sheet A", &surgery), ("Sheet B", &medicine)]);
        (counted(&loaded).1, counted(&loaded).2)
    };
    let headings = "Division|Scheme|Plan|YTD plan|YTD actual|Forecast";
    let surgery = ["Surgery|Agency|100|50|40|90", "Surgery|Procurement|50|25|25|50"];
    let medicine = ["Medicine|Agency|100|50|40|90", "Medicine|Procurement|50|25|25|50"];
    assert_eq!(sheets(surgery, medicine, headings), (4, 4));
    assert_eq!(sheets(surgery, surgery, headings), (2, 2));
    let headings = "No|Scheme|Plan|YTD plan|YTD actual|Forecast";
    let surgery = ["1|Agency|100|50|40|90", "2|Procurement|50|25|25|50"];
    let medicine = ["1|Agency|100|50|42|90", "2|Procurement|50|25|20|50"];
    assert_eq!(sheets(surgery, medicine, headings), (4, 4));
    assert_eq!(sheets(surgery, surgery, headings), (2, 2));
}
