//! What is recurrent and what is not, under "Plan" and under "Forecast".

use crate::support::{Computed, loaded, merged, plan_row, row, sheet, to_look_at};
use one_plan_workbook::sheet::{Cell, Sheet};

#[test]
fn halves_belong_to_what_stands_over_them() {
    let rows = [
        "CIP 2026/27 £000",
        "||Plan||Forecast|",
        "Programme|Scheme|Recurrent|Non recurrent|Recurrent|Non recurrent",
        "Workforce|Agency|80|20|70|20",
        "Workforce|Rota|50|0|50|5",
        "Total||130|20|120|25",
    ];
    let loaded = loaded("t.xlsx", merged(sheet("CIP", &rows), 1, &[(2, 3), (4, 5)]));
    assert_eq!(Computed::of(&loaded).figure("schemes.list.cip.gross"), "150000");
    assert_eq!(plan_row(&loaded, "schemes", 0, &["gross", "full_year_effect"]), "100 | -");
    let said = to_look_at(&loaded).concat();
    assert!(said.contains("\"Forecast | Recurrent\" is left alone"), "{said}");
    assert!(said.contains("\"Forecast | Non recurrent\" is left alone"), "{said}");
    assert!(!said.contains("parts add up"), "{said}");
}

#[test]
fn halves_beside_their_wholes_are_held_against_their_own() {
    let rows = [
        "CIP 2026/27 £000",
        "||Plan|||Forecast||",
        "Ref|Scheme|Recurrent|Non-recurrent|Total|Recurrent|Non-recurrent|Total",
        "1|Agency|80|20|100|70|20|90",
        "2|Drugs|200|0|200|150|0|150",
    ];
    let read = |rows: &[&str]| loaded("t.xlsx", merged(sheet("CIP", rows), 1, &[(2, 4), (5, 7)]));
    let right = read(&rows);
    let computed = Computed::of(&right);
    assert_eq!(computed.figure("schemes.list.cip.gross"), "300000");
    assert_eq!(computed.line("1")[3], "90000");
    assert!(!to_look_at(&right).concat().contains("parts add up"));
    assert_eq!(plan_row(&right, "schemes", 1, &["gross", "full_year_effect", "recurrent"]), "200 | - | yes");
    let wrong = rows.map(|row| row.replace("|80|20|100|", "|80|10|100|"));
    let said = to_look_at(&read(&wrong.each_ref().map(String::as_str))).concat();
    assert!(said.contains("this total is 100, and its parts add up to 90"), "{said}");
}

#[test]
fn halves_beside_a_full_year_effect_are_those_of_the_year() {
    let rows = [
        "CIP 2026/27",
        "Ref|Scheme|Recurrent £000|Non-recurrent £000|FYE £000",
        "1|Theatres|60|0|120",
        "2|Beds|0|240|0",
        "3|Drugs|100|0|100",
    ];
    let loaded = loaded("t.xlsx", sheet("CIP", &rows));
    assert_eq!(plan_row(&loaded, "schemes", 0, &["gross", "full_year_effect"]), "60 | 120");
    assert_eq!(plan_row(&loaded, "schemes", 1, &["gross", "full_year_effect"]), "240 | 0");
    // Halves that are the full-year effect together are its own.
    assert_eq!(plan_row(&loaded, "schemes", 2, &["gross", "full_year_effect"]), "- | 100");
    assert_eq!(Computed::of(&loaded).figure("schemes.list.cip.gross"), "400000");
}

#[test]
fn a_recurrent_plan_is_a_half_beside_one_that_is_not_recurrent() {
    let rows = ["CIP 2026/27 £000", "Ref|Scheme|Recurrent plan|Non-recurrent plan", "1|Agency|100|20", "2|Beds|0|240"];
    let both = loaded("t.xlsx", sheet("CIP", &rows));
    assert_eq!(plan_row(&both, "schemes", 0, &["gross", "full_year_effect"]), "120 | -");
    assert_eq!(plan_row(&both, "schemes", 1, &["gross", "recurrent"]), "240 | no");
    let alone = ["CIP 2026/27 £000", "Ref|Scheme|Recurrent plan|In year plan", "1|Agency|100|20"];
    let alone = loaded("t.xlsx", sheet("CIP", &alone));
    assert_eq!(plan_row(&alone, "schemes", 0, &["gross", "full_year_effect"]), "20 | 100");
}

#[test]
fn halves_in_a_text_file_are_amounts() {
    // Such a file writes numbers as text.
    let amounts = ["1", "Agency", "1,100", "(20)"].map(|cell| Cell::Text(cell.into())).to_vec();
    let rows = vec![row("CIP 2026/27 £000"), row("Ref|Scheme|Recurrent plan|Non-recurrent plan"), amounts];
    let text = Sheet::of_rows("CIP", rows);
    assert_eq!(plan_row(&loaded("t.csv", text), "schemes", 0, &["gross"]), "1080");
}
