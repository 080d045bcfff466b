//! Totals beside their parts in one row, and units that contradict each other.

use crate::support::{Computed, loaded, merged, plan_row, sheet, to_look_at};

fn said(rows: &[&str]) -> String {
    to_look_at(&loaded("t.xlsx", sheet("CIP", rows))).concat()
}

#[test]
fn pay_and_non_pay_and_income_are_held_against_their_total() {
    let rows =
        ["CIP 2026/27 £000", "Ref|Scheme|Pay|Non-pay|Income|Total", "1|Theatres|60|40|20|130", "2|Agency|50|0|0|50"];
    let loaded = loaded("t.xlsx", sheet("CIP", &rows));
    assert_eq!(Computed::of(&loaded).figure("schemes.list.cip.gross"), "180000");
    let told = to_look_at(&loaded).concat();
    assert!(told.contains("cell F3: this total is 130, and its parts add up to 120"), "{told}");
    assert_eq!(said(&[rows[0], rows[1], "1|Theatres|60|40|20|120", rows[3]]), "");
    // An empty total beside its parts would be no plan at all.
    let empty = said(&[rows[0], rows[1], "1|Theatres|60|40|20|", rows[3]]);
    assert!(empty.contains("cell F3: this total is nothing, and its parts add up to 120"), "{empty}");
    // What is named as a further part may be in the others.
    let of_which =
        ["CIP 2026/27 £000", "Ref|Scheme|Pay|Non-pay|Drugs|Total", "1|Theatres|60|40|20|100", "2|Agency|50|9|9|59"];
    assert_eq!(said(&of_which), "");
}

#[test]
fn what_is_left_of_a_saving_is_held_against_it_and_what_is_spent() {
    let heads = "Ref|Scheme|Gross saving|Investment|Net saving";
    let rows = ["QIPP 2026/27 £000", heads, "1|Theatres|100|20|70", "2|Agency|50|0|50"];
    let told = said(&rows);
    assert!(told.contains("cell E3: this total is 70, and its parts add up to 80"), "{told}");
    assert_eq!(said(&[rows[0], heads, "1|Theatres|100|20|80", rows[3]]), "");
    assert_eq!(said(&[rows[0], heads, "1|Theatres|100|-20|80", rows[3]]), "");
    // What is given nowhere else is not lost in silence.
    let alone = said(&[rows[0], heads, "1|Theatres|||80", rows[3]]);
    assert!(alone.contains("cell E3: this total is 80, and its parts are not given"), "{alone}");
    // In each of several years.
    let years = [
        "QIPP plan £000",
        "||2026/27|||2027/28||",
        "Ref|Scheme|Gross|Investment|Net|Gross|Investment|Net",
        "1|Theatres|100|20|80|200|20|170",
    ];
    let told = to_look_at(&loaded("t.xlsx", merged(sheet("CIP", &years), 1, &[(2, 4), (5, 7)]))).concat();
    assert!(told.contains("cell H4: this total is 170, and its parts add up to 180"), "{told}");
    assert!(!told.contains("left alone"), "{told}");
}

#[test]
fn the_total_of_several_years_is_held_against_them() {
    let heads = "Ref|Scheme|2026/27|2027/28|2028/29|Total";
    let rows = ["QIPP schemes £000", heads, "1|Theatres|100|20|70|200", "2|Agency|50|0|50|100", "3|Beds||5|5|11"];
    let told = said(&rows);
    assert!(told.contains("cell F3: this total is 200, and its parts add up to 190"), "{told}");
    assert!(told.contains("so are F5 (11 and 10)"), "{told}");
    assert!(!told.contains("left alone"), "{told}");
    assert_eq!(said(&[rows[0], heads, "1|Theatres|100|20|70|190", rows[3]]), "");
}

#[test]
fn quarters_that_are_not_the_plan_of_the_year_are_told_with_their_row() {
    let heads = "Ref|Scheme|Annual plan|Q1|Q2|Q3|Q4";
    let told = said(&["CIP 2026/27 £000", heads, "1|Theatres|100|25|25|25|20", "2|Agency|50|10|10|10|20"]);
    let expected = "they would be the plan, and in row 3 they add up to 95, and the plan of the year is 100";
    assert!(told.contains(expected), "{told}");
    assert_eq!(told.matches("left alone").count(), 1, "{told}");
}

#[test]
fn a_unit_above_the_table_that_contradicts_the_headings_is_told() {
    let rows = ["CIP 2026/27 £m", "Ref|Scheme|Plan £000|Forecast £000", "1|Theatres|100|90"];
    let loaded = loaded("t.xlsx", sheet("CIP", &rows));
    assert_eq!(Computed::of(&loaded).figure("schemes.list.cip.gross"), "100000");
    let told = to_look_at(&loaded).concat();
    assert!(
        told.contains("cell A1: £m stands above the table, and \"Plan £000\" and 1 more heading say £000"),
        "{told}"
    );
    assert_eq!(said(&["CIP 2026/27 £000", rows[1], rows[2]]), "");
    // Where it is the unit of some, the others are exceptions, unless their numbers are as large.
    assert_eq!(said(&["CIP 2026/27 £m unless stated", "Ref|Scheme|Plan|Forecast £000", "1|Theatres|1.2|1100"]), "");
    let doubtful = said(&["CIP 2026/27 £m", "Ref|Scheme|Plan|Forecast £000", "1|Theatres|1200|1100"]);
    assert!(doubtful.contains("\"Plan\" is in £m, and \"Forecast £000\" in £000"), "{doubtful}");
}

#[test]
fn amounts_in_two_units_are_told_and_are_in_doubt_where_they_are_as_large() {
    let heads = "Ref|Scheme|Plan £000|Forecast £";
    let doubtful = said(&["CIP 2026/27", heads, "1|Theatres|100|90", "2|Agency|50|55"]);
    assert!(doubtful.contains("each is read in its own unit, and their numbers are of one size"), "{doubtful}");
    let rows = ["CIP 2026/27", heads, "1|Theatres|100|90000", "2|Agency|50|55000"];
    assert_eq!(said(&rows), "");
    let loaded = loaded("t.xlsx", sheet("CIP", &rows));
    assert!(loaded.report.issues.iter().any(|issue| issue.what.contains("each is read in its own unit")));
    assert_eq!(plan_row(&loaded, "monitored_months", 0, &["forecast", "unit"]), "90 | £000");
}
