//! What is recurrent and what is not, under "Plan" and under "Forecast".

use crate::support::{Computed, loaded, merged, plan_row, sheet, to_look_at};

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
