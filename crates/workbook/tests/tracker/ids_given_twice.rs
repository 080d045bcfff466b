//! Rows of a table with the id of another row.

use crate::support::{file, sheet, to_look_at};
use one_plan_workbook::answers::Answers;
use one_plan_workbook::load::load;

const LISTS: [&str; 2] = ["ID|Name|Year", "cip|CIP|2026/27"];
const HEADS: &str = "ID|Name|List|Gross £000";

fn said(sheets: &[(&str, &[&str])]) -> Vec<String> {
    let lists = sheet("Scheme lists", &LISTS);
    let of = |(name, rows): &(&str, &[&str])| sheet(name, &[&[HEADS][..], rows].concat());
    let loaded = load(&[file("plan.xlsx", sheets.iter().map(of).chain([lists]).collect())], &Answers::default());
    to_look_at(&loaded)
}

#[test]
fn both_rows_are_named_by_their_places_and_a_copy_is_called_one() {
    let copy = said(&[("Schemes", &["a1|Beds|cip|90", "a2|Drugs|cip|60", "a1|Beds|cip|90"])]);
    assert!(
        copy.iter().any(|said| said.contains(
            "\"Beds\" (a1) has the id in row 4 that is already used in row 2, with the same in every cell, so that one of them may \
             be a copy"
        )),
        "{copy:?}"
    );
    let other = said(&[("Schemes", &["a1|Beds|cip|90", "a1|Beds|cip|70"])]);
    assert!(other.iter().any(|said| said.contains("row 3 that is already used in row 2, with something else in it")));
    let renamed = said(&[("Schemes", &["a1|Beds|cip|90", "a1|Gowns|cip|70"])]);
    assert!(renamed.iter().any(|said| said.contains("\"Gowns\" (a1)") && said.contains("there for \"Beds\"")));
}
