//! Columns that say something only beside others: noughts beside amounts, and counts beside names.

use crate::support::{loaded, plan_row, sheet, to_look_at};

#[test]
fn a_column_of_noughts_is_what_its_heading_says_beside_one_with_amounts() {
    let rows = [
        "CIP £000",
        "Ref|Scheme|26/27 Rec|26/27 Non-rec|27/28 Rec|27/28 Non-rec",
        "A1|Beds|90|5|60|0",
        "A2|Drugs|60|5|70|0",
    ];
    let loaded = loaded("cip.xlsx", sheet("CIP", &rows));
    assert!(!loaded.report.text().contains("no known heading"), "{}", loaded.report.text());
    assert_eq!(plan_row(&loaded, "schemes", 2, &["gross", "recurrent"]), "60 | yes");
}

#[test]
fn so_is_one_of_noughts_by_kind() {
    let rows = ["Ref|Scheme|Pay £000|Non-pay £000", "A1|Beds|90|0", "A2|Drugs|60|0"];
    let loaded = loaded("cip.xlsx", sheet("CIP 2026-27", &rows));
    assert_eq!(plan_row(&loaded, "schemes", 0, &["name", "gross"]), "Beds | 90");
}

#[test]
fn noughts_alone_still_may_be_yes_and_no() {
    let rows = ["Ref|Scheme|Plan £000|Non-recurrent", "A1|Beds|90|0", "A2|Drugs|60|0"];
    let loaded = loaded("cip.xlsx", sheet("CIP 2026-27", &rows));
    assert_eq!(plan_row(&loaded, "schemes", 0, &["gross", "recurrent"]), "90 | -");
}

#[test]
fn how_many_schemes_a_programme_has_is_no_name() {
    for heading in ["Schemes", "Projects"] {
        let heads = format!("Programme|{heading}|Plan £000");
        let rows = [&heads, "Workforce|3|90", "Medicines|5|60", "Estates|2|10", "Total|10|160"];
        let loaded = loaded("cip.xlsx", sheet("CIP 2026-27", &rows));
        let names = [0, 1, 2].map(|row| plan_row(&loaded, "schemes", row, &["name", "gross"]));
        assert_eq!(names, ["Workforce | 90", "Medicines | 60", "Estates | 10"]);
        let said = to_look_at(&loaded);
        assert!(said.iter().any(|words| words.contains("how many schemes there are")), "{said:?}");
    }
}

#[test]
fn numbers_name_no_scheme_where_only_a_reference_is_beside_them() {
    let loaded_of = loaded("cip.xlsx", sheet("CIP 2026-27", &["Ref|Schemes|Plan £000", "A1|3|90"]));
    assert_eq!(plan_row(&loaded_of, "schemes", 0, &["id", "name", "gross"]), "a1 | A1 | 90");
    let said = to_look_at(&loaded_of);
    assert!(said.iter().any(|words| words.contains("no scheme is called by one")), "{said:?}");
    let loaded = loaded("cip.xlsx", sheet("CIP 2026-27", &["Programme|Schemes|Plan £000", "Workforce|Beds 3|90"]));
    assert_eq!(plan_row(&loaded, "schemes", 0, &["name"]), "Beds 3");
}
