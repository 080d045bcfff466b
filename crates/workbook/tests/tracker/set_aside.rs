//! Sheets, and rows below the total, that say that their schemes do not count.

use crate::support::{file, loaded, rows_of, sheet, to_look_at};
use one_plan_model::plan::Table;
use one_plan_workbook::answers::Answers;
use one_plan_workbook::load::{Loaded, load};
use one_plan_workbook::sheet::Sheet;

const HEADINGS: [&str; 2] = ["CIP 2026/27", "Scheme|Division|RAG|Plan £000"];
const LIVE: [&str; 3] = ["Agency|Medicine|G|100", "Theatres|Surgery|R|150", "Total|||250"];

fn tracker(name: &str, rows: &[&str]) -> Sheet {
    sheet(name, &[&HEADINGS, rows].concat())
}

fn read(sheets: Vec<Sheet>) -> Loaded {
    load(&[file("cip.xlsx", sheets)], &Answers::default())
}

/// Rows and pounds that count, and those that are left out.
fn schemes(loaded: &Loaded) -> String {
    let text = loaded.report.text();
    let line = text.lines().find_map(|line| line.strip_prefix("schemes: "));
    line.unwrap_or_else(|| panic!("{text}")).to_owned()
}

/// What is said of total rows stands behind it.
const ONE_OUT: &str = "3 rows read = 2 used + 1 left out; £650,000 read = £250,000 used + £400,000 left out; ";

#[test]
fn a_sheet_of_what_is_not_in_the_plan_is_left_out_with_its_pounds() {
    for name in [
        "Rejected",
        "Rejected schemes 26/27",
        "Withdrawn",
        "Closed",
        "Surgery - not in plan",
        "Example",
        "CIP Template",
    ] {
        let other = tracker(name, &["Robotics|Surgery|R|400", "Total|||400"]);
        for sheets in [vec![tracker("Live", &LIVE), other.clone()], vec![other, tracker("Live", &LIVE)]] {
            let loaded = read(sheets);
            assert!(schemes(&loaded).starts_with(ONE_OUT), "{name}: {}", schemes(&loaded));
            let said = to_look_at(&loaded);
            assert_eq!(said.len(), 1, "{said:?}");
            assert!(said[0].contains(&format!("sheet \"{name}\"")), "{said:?}");
            assert!(said[0].contains("1 scheme with a plan of £400,000 in all is left out"), "{said:?}");
        }
    }
}

#[test]
fn a_sheet_that_no_other_stands_beside_counts_whatever_it_is_called() {
    for name in ["Rejected", "Template", "CIP tracker (old)", "v1", "Pipeline"] {
        let loaded = read(vec![tracker(name, &LIVE)]);
        assert_eq!(rows_of(&loaded, Table::Scheme), 2, "{name}");
    }
    // A division whose name holds such a word.
    let loaded = read(vec![tracker("Live", &LIVE), tracker("Closed beds", &["Robotics|Surgery|R|400"])]);
    assert_eq!(rows_of(&loaded, Table::Scheme), 3);
}

#[test]
fn an_empty_template_beside_a_tracker_is_no_warning() {
    let loaded = read(vec![tracker("Template", &[]), tracker("Live", &LIVE)]);
    assert_eq!(rows_of(&loaded, Table::Scheme), 2);
    assert_eq!(to_look_at(&loaded), Vec::<String>::new());
}

#[test]
fn of_two_versions_the_later_counts() {
    for (earlier, later) in [
        ("CIP tracker (old)", "CIP tracker"),
        ("Archive", "CIP"),
        ("v1", "v2"),
        ("CIP v1.2.3", "CIP v1.2.4"),
        ("CIP v9", "CIP v10"),
        ("CIP draft", "CIP"),
        ("CIP draft", "CIP final"),
        ("CIP", "CIP v2"),
        ("CIP v1", "CIP"),
    ] {
        let before = tracker(earlier, &["Agency|Medicine|A|120", "Theatres|Surgery|R|150", "Total|||270"]);
        for sheets in [vec![before.clone(), tracker(later, &LIVE)], vec![tracker(later, &LIVE), before]] {
            let loaded = read(sheets);
            let counts = "4 rows read = 2 used + 2 left out; £520,000 read = £250,000 used + £270,000 left out; 1 total row is not added.";
            assert_eq!(schemes(&loaded), counts, "{earlier}, {later}");
            let said = to_look_at(&loaded).join("\n");
            assert!(said.contains(&format!("an earlier version than the sheet \"{later}\"")), "{said}");
            assert!(said.contains("2 schemes with a plan of £270,000 in all are left out"), "{said}");
        }
    }
}

#[test]
fn versions_of_other_things_or_years_all_count() {
    let other = ["Agency nurses|Medicine|A|120", "Outpatients|Surgery|R|130"];
    assert_eq!(rows_of(&read(vec![tracker("Medicine v1", &LIVE), tracker("Surgery v2", &other)]), Table::Scheme), 4);
    let of_year = sheet("CIP v1", &["CIP 2025/26", HEADINGS[1], other[0], other[1]]);
    assert_eq!(rows_of(&read(vec![of_year, tracker("CIP v2", &LIVE)]), Table::Scheme), 4);
}

#[test]
fn a_pipeline_beside_a_live_sheet_counts_and_its_pounds_are_named() {
    let loaded = read(vec![tracker("Live", &LIVE), tracker("Pipeline", &["Robotics|Surgery|R|400"])]);
    assert_eq!(rows_of(&loaded, Table::Scheme), 3);
    let said = to_look_at(&loaded).join("\n");
    assert!(said.contains("not agreed yet: 1 scheme with a plan of £400,000 in all counts like"), "{said}");
}

#[test]
fn what_stands_below_the_total_as_not_in_the_plan_is_left_out_with_its_pounds() {
    for heading in ["Pipeline ideas (not in plan)", "Rejected schemes", "Schemes not approved", "Pipeline"] {
        let below = ["", heading, HEADINGS[1], "Robotics|Surgery|R|400", "Total pipeline|||400"];
        let loaded = loaded("cip.xlsx", tracker("CIP", &[&LIVE[..], &below].concat()));
        assert!(schemes(&loaded).starts_with(ONE_OUT), "{heading}: {}", schemes(&loaded));
        let said = to_look_at(&loaded).join("\n");
        assert!(said.contains("cip.xlsx, cell A7: the heading above these schemes"), "{said}");
        assert!(said.contains("1 scheme with a plan of £400,000 in all is left out"), "{said}");
    }
}

#[test]
fn the_same_without_headings_of_its_own() {
    for heading in ["Pipeline ideas (not in plan)", "Rejected schemes"] {
        let below = [heading, "Robotics|Surgery|R|400", "Total pipeline|||400"];
        let loaded = loaded("cip.xlsx", tracker("CIP", &[&LIVE[..], &below].concat()));
        assert!(schemes(&loaded).starts_with(ONE_OUT), "{heading}: {}", schemes(&loaded));
        let said = to_look_at(&loaded).join("\n");
        assert!(said.contains("not in the plan: what they save, 400 under \"Plan £000\", is not added"), "{said}");
    }
    // Above the total it is part of it.
    let within = ["Pipeline", "Robotics|Surgery|R|400", "Total|||650"];
    let loaded = loaded("cip.xlsx", tracker("CIP", &[&LIVE[..2], &within].concat()));
    assert_eq!(rows_of(&loaded, Table::Scheme), 3);
    // A further heading ends it.
    let below = ["Rejected", "Robotics|Surgery|R|400", "Approved since", "Stock|Surgery|G|10"];
    let loaded = crate::support::loaded("cip.xlsx", tracker("CIP", &[&LIVE[..], &below].concat()));
    assert_eq!(rows_of(&loaded, Table::Scheme), 3, "{}", loaded.report.text());
}

#[test]
fn a_hidden_sheet_that_is_left_out_is_not_said_to_count() {
    let hidden = |name: &str| {
        let mut old = tracker(name, &["Agency|Medicine|G|80", "Total|||80"]);
        old.is_hidden = true;
        to_look_at(&read(vec![tracker("CIP", &LIVE), old])).concat()
    };
    assert!(!hidden("CIP old").contains("this sheet is hidden"));
    assert!(hidden("Other").contains("this sheet is hidden"));
}

#[test]
fn closed_schemes_count_where_something_has_come_of_them() {
    let heads = "Ref|Scheme|Plan £000|YTD plan M5|YTD actual M5|Status";
    let of = |name: &str, rows: &[&str]| sheet(name, &[&["CIP 2026/27", heads][..], rows].concat());
    let live = of("Live", &["A1|Beds|90|30|28|", "A2|Drugs|60|20|19|"]);
    let closed = |rows: &[&str]| read(vec![live.clone(), of("Closed", rows)]);
    let pounds_of = |loaded: &Loaded| to_look_at(loaded).into_iter().find(|said| said.contains("closed")).unwrap();

    let delivered = closed(&["A3|Estates|40|40|40|", "A4|Fleet|10|10|0|"]);
    assert_eq!(rows_of(&delivered, Table::Scheme), 4);
    let said = pounds_of(&delivered);
    assert!(said.contains("they have delivered: 2 schemes with a plan of £50,000 in all count"), "{said}");

    let by_status = closed(&["A3|Estates|40|||Delivered", "A4|Fleet|10|||Delivered"]);
    assert_eq!(rows_of(&by_status, Table::Scheme), 4);

    let given_up = closed(&["A3|Estates|40|40|0|", "A4|Fleet|10|10|0|"]);
    assert_eq!(rows_of(&given_up, Table::Scheme), 2);
    let said = pounds_of(&given_up);
    assert!(said.contains("2 schemes with a plan of £50,000 in all are left out"), "{said}");
}

#[test]
fn a_closed_sheet_that_cannot_be_read_yet_is_asked_about() {
    let heads = "Ref|Scheme|Plan £000|RAG";
    let live = sheet("Live 2026/27", &[heads, "A1|Beds|90|G", "A2|Drugs|60|R"]);
    let loaded = read(vec![live, sheet("Closed", &[heads, "A3|Estates|40|G"])]);
    let said = to_look_at(&loaded);
    assert!(said.iter().any(|said| said.contains("for which year it is cannot be told")), "{said:?}");
    assert!(said.iter().any(|said| said.contains("whether they have delivered is known once it is read")), "{said:?}");
    assert!(loaded.report.text().contains("For which financial year is \"Closed\"?"), "{}", loaded.report.text());
}
