//! What is recurrent and what is not, under "Plan" and under "Forecast".

use crate::support::{Computed, loaded, loaded_with, merged, plan_row, row, sheet, to_look_at};
use one_plan_workbook::answers::Answers;
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
    // The halves of the forecast are added up: nothing else says what it is.
    let forecasts = (0..2).map(|row| plan_row(&loaded, "monitored_months", row, &["month", "forecast"]));
    assert_eq!(forecasts.collect::<Vec<_>>(), ["2027-03 | 90", "2027-03 | 55"]);
    let said = to_look_at(&loaded).concat();
    assert!(!said.contains("parts add up") && !said.contains("left alone"), "{said}");
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
fn blocks_of_what_is_recurrent_and_what_is_not_are_halves_and_their_total_counts_once() {
    let rows = [
        "CIP tracker 2026/27 Month 3 £000",
        "||Recurrent|||Non-recurrent|||Total||",
        "Ref|Scheme|Annual plan|YTD plan|YTD actual|Annual plan|YTD plan|YTD actual|Annual plan|YTD plan|YTD actual",
        "1|Theatres|100|25|20|20|5|5|120|30|25",
        "2|Agency|50|12|10|0|0|0|50|12|10",
        "3|Land|0|0|0|80|20|20|80|20|20",
    ];
    let read = |rows: &[&str]| loaded("t.xlsx", merged(sheet("CIP", rows), 1, &[(2, 4), (5, 7), (8, 10)]));
    let right = read(&rows);
    let columns = ["gross", "full_year_effect", "recurrent"];
    let schemes = (0..3).map(|row| plan_row(&right, "schemes", row, &columns)).collect::<Vec<_>>();
    assert_eq!(schemes, ["120 | - | -", "50 | - | yes", "80 | - | no"]);
    assert_eq!(Computed::of(&right).line("1"), ["30000", "25000", "-5000", "115000"]);
    let said = to_look_at(&right).concat();
    assert!(!said.contains("left alone") && !said.contains("parts add up"), "{said}");
    // Where the total is another, it counts and that is said, with every row.
    let wrong = [rows[3].replace("|30|25", "|30|26"), rows[5].replace("|20|20|80|20|20", "|20|20|80|20|21")];
    let wrong = [rows[0], rows[1], rows[2], &wrong[0], rows[4], &wrong[1]];
    let said = to_look_at(&read(&wrong)).concat();
    assert!(said.contains("cell K4: this total is 26, and its parts add up to 25"), "{said}");
    assert!(said.contains("so are K6 (21 and 20)"), "{said}");
}

#[test]
fn halves_without_a_total_are_added_up_in_blocks_and_in_single_headings() {
    let blocks = [
        "CIP tracker 2026/27 Month 3 £000",
        "||Recurrent||Non-recurrent|",
        "Ref|Scheme|Annual plan|YTD actual|Annual plan|YTD actual",
        "1|Theatres|100|20|20|5",
    ];
    let single = [
        "CIP tracker 2026/27 Month 3 £000",
        "Ref|Scheme|Rec annual plan|Rec YTD actual|NR annual plan|NR YTD actual",
        "1|Theatres|100|20|20|5",
    ];
    let blocks = loaded("t.xlsx", merged(sheet("CIP", &blocks), 1, &[(2, 3), (4, 5)]));
    for loaded in [blocks, loaded("t.xlsx", sheet("CIP", &single))] {
        assert_eq!(plan_row(&loaded, "schemes", 0, &["gross", "recurrent"]), "120 | -");
        assert_eq!(plan_row(&loaded, "monitored_months", 0, &["month", "actual"]), "2026-06 | 25");
    }
    // What was confirmed reads the next tracker in the same way.
    let mut kept = Answers::default();
    kept.say_tracker(loaded("t.xlsx", sheet("CIP", &single)).report.mapping[0].mapping.clone());
    let again = loaded_with("t.xlsx", sheet("CIP", &single), &kept);
    assert_eq!(plan_row(&again, "schemes", 0, &["gross", "recurrent"]), "120 | -");
    assert_eq!(plan_row(&again, "monitored_months", 0, &["month", "actual"]), "2026-06 | 25");
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
