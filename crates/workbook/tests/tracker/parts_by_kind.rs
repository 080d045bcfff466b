//! Columns for pay, non-pay and income: parts, of which only the whole is read.

use crate::support::{Computed, loaded, loaded_with, merged, plan_row, sheet, to_look_at};
use one_plan_workbook::answers::Answers;

#[test]
fn the_whole_beside_its_parts_is_read() {
    let rows = [
        "CIP 2026/27 £000",
        "||Plan||||Forecast|||",
        "Ref|Scheme|Pay|Non-pay|Income|Total|Pay|Non-pay|Income|Total",
        "1|Agency|100|20|0|120|90|20|0|110",
        "2|Drugs|0|200|40|240|0|180|40|220",
    ];
    let loaded = loaded("t.xlsx", merged(sheet("CIP", &rows), 1, &[(2, 5), (6, 9)]));
    let computed = Computed::of(&loaded);
    assert_eq!(computed.figure("schemes.list.cip.gross"), "360000");
    assert_eq!(computed.line("2")[3], "220000");
    assert_eq!(to_look_at(&loaded), Vec::<String>::new());
    assert!(loaded.report.text().contains("\"Forecast | Income\" is left alone: it is a part"));
}

#[test]
fn a_total_beside_its_parts_is_the_plan() {
    let rows = ["CIP 2026/27 £000", "Ref|Scheme|Pay|Non-pay|Total", "1|Agency|100|20|120"];
    assert_eq!(plan_row(&loaded("t.xlsx", sheet("CIP", &rows)), "schemes", 0, &["gross"]), "120");
}

#[test]
fn parts_without_their_whole_are_added_up() {
    let rows = [
        "CIP 2026/27",
        "||Plan|||Forecast||",
        "Ref|Scheme|Pay £000|Non-pay £000|Income £|Pay £000|Non-pay £000|Income £",
        "1|Agency|100|20||90|20|",
        "2|Drugs||200|40000||180|40000",
        "|Total|100|220|40000|90|200|40000",
    ];
    let above = |rows: &[&str]| merged(sheet("CIP", rows), 1, &[(2, 4), (5, 7)]);
    let first = loaded("t.xlsx", above(&rows));
    let computed = Computed::of(&first);
    assert_eq!(computed.figure("schemes.list.cip.gross"), "360000");
    assert_eq!((computed.line("1")[3].clone(), computed.line("2")[3].clone()), ("110000".into(), "220000".into()));
    assert_eq!(to_look_at(&first), Vec::<String>::new());
    let told = "\"Plan | Non-pay £000\" is added to the parts beside it: together they are the plan of the year";
    assert!(first.report.text().contains(told), "{}", first.report.text());
    // What is kept of the reading says the same of the same sheet.
    let mut kept = Answers::default();
    kept.say_tracker(first.report.mapping[0].mapping.clone());
    let kept = Answers::of_json(&kept.json().to_string()).unwrap();
    let again = loaded_with("t.xlsx", above(&rows), &kept);
    assert_eq!(Computed::of(&again).figure("schemes.list.cip.gross"), "360000");
    assert_eq!(Computed::of(&again).line("2")[3], "220000");
    // A total that is wrong is said of the sum, and a part that is no number of the row.
    let changed = |from: &str, to: &str| {
        let rows = rows.map(|row| row.replace(from, to));
        loaded("t.xlsx", above(&rows.each_ref().map(String::as_str)))
    };
    let said = to_look_at(&changed("|Total|100|220|", "|Total|100|230|")).concat();
    assert!(said.contains("370") && said.contains("360"), "{said}");
    let said = changed("|Drugs||200", "|Drugs|TBC|200").report.text();
    assert!(said.contains("the parts of this amount cannot be added up: \"TBC\" and \"200\""), "{said}");
}

#[test]
fn what_a_directorate_spends_and_earns_is_not_added_up() {
    let rows = [
        "Budgets 2026/27 £000, Month 5",
        "||Plan|||YTD actual|||",
        "Code|Directorate|Pay|Non-pay|Income|Pay|Non-pay|Income|Variance to date",
        "1|Surgery|100|20|-10|100|20|-10|5",
    ];
    let loaded = loaded("t.xlsx", merged(sheet("Budgets", &rows), 1, &[(2, 4), (5, 7)]));
    let text = loaded.report.text();
    assert!(!text.contains("is added to the parts"), "{text}");
}

#[test]
fn parts_of_nothing_that_is_known_are_no_small_thing() {
    let rows = ["CIP 2026/27 £000", "||Delivered||Forecast", "Ref|Scheme|Pay|Non-pay|Total", "1|Agency|100|20|110"];
    let text = loaded("t.xlsx", merged(sheet("CIP", &rows), 1, &[(2, 3)])).report.text();
    assert!(text.contains("error t.xlsx, cell C3: \"Delivered | Pay\" is left alone: it is a part"), "{text}");
}

#[test]
fn a_column_that_says_pay_in_words_is_none() {
    let rows = ["CIP 2026/27 £000", "Ref|Scheme|Pay|Non-pay|Plan", "1|Agency|Y||120", "2|Drugs||Y|50"];
    let text = loaded("t.xlsx", sheet("CIP", &rows)).report.text();
    assert!(!text.contains("it is a part"), "{text}");
}
