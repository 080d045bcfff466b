//! The organisation of schemes that no line follows: that of their list, or a list for each.

use crate::support::{Computed, file, loaded, plan_row, rows_of, sheet};
use one_plan_model::plan::Table;
use one_plan_workbook::answers::Answers;
use one_plan_workbook::load::load;

const HEADINGS: &str = "Ref|Scheme|Trust|Plan 2026/27 £000";
const OF_LIST: [&str; 4] = ["id", "name", "organisation", "parent"];

#[test]
fn a_list_of_one_organisation_is_the_list_of_that() {
    let rows = ["A1|Beds|North Trust|90", "A2|Drugs|North Trust|60", "Total|||150"];
    let loaded = loaded("cip.xlsx", sheet("CIP", &[&[HEADINGS][..], &rows].concat()));
    assert_eq!(rows_of(&loaded, Table::SchemeList), 1);
    assert_eq!(plan_row(&loaded, "scheme_lists", 0, &OF_LIST), "cip | CIP | north-trust | -");
    assert_eq!(plan_row(&loaded, "organisations", 0, &["id", "name"]), "north-trust | North Trust");
}

#[test]
fn of_several_organisations_each_has_a_list_that_is_part_of_the_whole() {
    let rows = ["A1|Beds|North Trust|90", "A2|Drugs|South Trust|60", "A3|Estates|north trust|10", "A4|Fleet|TBC|5"];
    let loaded = loaded("cip.xlsx", sheet("CIP", &[&[HEADINGS][..], &rows].concat()));
    let lists: Vec<String> =
        (0..rows_of(&loaded, Table::SchemeList)).map(|row| plan_row(&loaded, "scheme_lists", row, &OF_LIST)).collect();
    assert_eq!(
        lists,
        [
            "cip | CIP | - | -",
            "cip-north-trust | CIP: North Trust | north-trust | cip",
            "cip-south-trust | CIP: South Trust | south-trust | cip",
        ]
    );
    let of: Vec<String> = (0..4).map(|row| plan_row(&loaded, "schemes", row, &["list"])).collect();
    assert_eq!(of, ["cip-north-trust", "cip-south-trust", "cip-north-trust", "cip"]);
    // Each scheme counts once in the whole.
    let computed = Computed::of(&loaded);
    let gross = ["cip", "cip-north-trust"].map(|list| computed.figure(&format!("schemes.list.{list}.gross")));
    assert_eq!(gross, ["165000", "100000"]);
}

#[test]
fn where_only_some_rows_say_it_the_others_are_of_nobody() {
    let rows = ["A1|Beds|North Trust|90", "A2|Drugs||60"];
    let loaded = loaded("cip.xlsx", sheet("CIP", &[&[HEADINGS][..], &rows].concat()));
    assert_eq!(plan_row(&loaded, "scheme_lists", 0, &OF_LIST), "cip | CIP | - | -");
    let of: Vec<String> = (0..2).map(|row| plan_row(&loaded, "schemes", row, &["list"])).collect();
    assert_eq!(of, ["cip-north-trust", "cip"]);
}

#[test]
fn a_tracker_that_is_monitored_keeps_it_in_its_lines() {
    let rows = ["Month 5", "Ref|Scheme|Trust|Plan 2026/27 £000|YTD plan|YTD actual", "A1|Beds|North Trust|90|30|28"];
    let loaded = loaded("cip.xlsx", sheet("CIP", &rows));
    assert_eq!(plan_row(&loaded, "scheme_lists", 0, &OF_LIST), "cip | CIP | - | -");
    assert_eq!(plan_row(&loaded, "monitored_lines", 0, &["organisation"]), "north-trust");
}

#[test]
fn a_list_whose_parts_another_sheet_has_goes_with_them() {
    let rows = ["A1|Beds|North Trust|90", "A2|Drugs|South Trust|60"];
    let others = ["Ref|Scheme|RAG|Start|Plan 2026/27 £000", "A1|Beds|G|Apr-26|90", "A2|Drugs|R|Apr-26|60"];
    let sheets = vec![sheet("CIP", &[&[HEADINGS][..], &rows].concat()), sheet("Schemes", &others)];
    let loaded = load(&[file("cip.xlsx", sheets)], &Answers::default());
    assert_eq!(rows_of(&loaded, Table::Scheme), 2, "{}", loaded.report.text());
    let lists: Vec<String> =
        (0..rows_of(&loaded, Table::SchemeList)).map(|row| plan_row(&loaded, "scheme_lists", row, &OF_LIST)).collect();
    assert_eq!(lists, ["schemes | Schemes | - | -"]);
}
