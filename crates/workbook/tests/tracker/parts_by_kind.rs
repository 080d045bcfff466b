//! Columns for pay, non-pay and income: parts, of which only the whole is read.

use crate::support::{Computed, loaded, merged, plan_row, sheet, to_look_at};

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
fn parts_without_their_whole_are_no_small_thing() {
    let rows = ["CIP 2026/27 £000", "||Plan||Forecast", "Ref|Scheme|Pay|Non-pay|Total", "1|Agency|100|20|110"];
    let loaded = loaded("t.xlsx", merged(sheet("CIP", &rows), 1, &[(2, 3)]));
    assert!(
        loaded.report.text().contains("error t.xlsx, cell C3: \"Plan | Pay\" is left alone: it is a part"),
        "{}",
        loaded.report.text()
    );
}

#[test]
fn a_column_that_says_pay_in_words_is_none() {
    let rows = ["CIP 2026/27 £000", "Ref|Scheme|Pay|Non-pay|Plan", "1|Agency|Y||120", "2|Drugs||Y|50"];
    let text = loaded("t.xlsx", sheet("CIP", &rows)).report.text();
    assert!(!text.contains("it is a part"), "{text}");
}
