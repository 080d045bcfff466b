//! Rows that are sums though no word says so, and what stands below the total of all schemes.

use crate::support::{Computed, loaded, rows_of, sheet, to_look_at};
use one_plan_model::plan::Table;
use one_plan_workbook::load::Loaded;

const HEADINGS: &str = "Ref|Scheme|Programme|2026/27 plan £000|Forecast £000|RAG";

fn read(rows: &[&str]) -> Loaded {
    loaded("t.xlsx", sheet("CIP", rows))
}

/// The saving of all schemes, and what is to be looked at.
fn gross(rows: &[&str]) -> (String, Vec<String>) {
    let loaded = read(rows);
    (Computed::of(&loaded).figure("schemes.list.cip.gross"), to_look_at(&loaded))
}

fn is_sum(rows: &[&str], saving: &str) {
    assert_eq!(gross(rows), (saving.to_owned(), Vec::new()), "{}", read(rows).report.text());
}

const A: &str = "W1|Bank|Workforce|100|90|Red";
const B: &str = "W2|Agency|Workforce|200|200|Green";
const C: &str = "E1|Beds|Urgent care|50|40|Green";
const D: &str = "E2|Falls|Urgent care|30|30|Amber";

#[test]
fn a_sum_below_or_above_its_schemes_is_one_whatever_it_is_called() {
    is_sum(&[HEADINGS, A, B, "|Workforce||300|290|", C, D, "|Urgent care||80|70|", "|Total||380|360|"], "380000");
    is_sum(&[HEADINGS, "|Workforce||300|290|", A, B, "|Urgent care||80|70|", C, D, "|Total||380|360|"], "380000");
    // In the place of the reference; and without a total, or with one that is not called so either.
    is_sum(&[HEADINGS, "Workforce|||300|290|", A, B, "Urgent care|||80|70|", C, D], "380000");
    is_sum(&[HEADINGS, A, B, "Workforce|||300|290|", C, D, "Urgent care|||80|70|", "Trust|||380|360|Amber"], "380000");
    is_sum(&[HEADINGS, "Trust|||380|360|", "Workforce|||300|290|", A, B, "Urgent care|||80|70|", C, D], "380000");
    // A part of one scheme has the same amounts as its sum, where other parts have sums.
    is_sum(&[HEADINGS, "|Workforce||300|290|", A, B, "|Urgent care||50|40|", C], "350000");
    is_sum(&[HEADINGS, A, B, "|Workforce||300|290|", C, "|Urgent care||50|40|"], "350000");
}

#[test]
fn what_is_no_sum_of_them_counts() {
    // One amount of two is quite another: it counts, and is said.
    let (saving, said) = gross(&[HEADINGS, A, B, "|Procurement||300|340|", C]);
    assert_eq!((saving.as_str(), said.len()), ("650000", 1), "{said:?}");
    assert!(said[0].contains("nothing says whether it is a total"), "{said:?}");
    // It has all that the others have.
    assert_eq!(gross(&[HEADINGS, A, B, "W3|Rotas|Workforce|300|290|Red"]).0, "600000");
    // Without a reference, as one scheme of a few, and with the amounts of the one above it.
    assert_eq!(gross(&[HEADINGS, A, "|Rotas||100|90|"]).0, "200000");
}

#[test]
fn where_names_are_all_that_there_is_it_is_to_be_looked_at() {
    let headings = "Scheme|2026/27 plan £000|Forecast £000";
    let (saving, said) = gross(&[headings, "Bank|100|90", "Agency|200|200", "Workforce|300|290"]);
    assert_eq!(saving, "300000");
    assert!(said.iter().any(|line| line.contains("taken for a total")), "{said:?}");
    // Above their schemes, where every row is a sum or part of one.
    let above =
        [headings, "Workforce|300|300", "Bank|100|100", "Agency|200|200", "Estates|70|70", "Gas|50|50", "Waste|20|20"];
    let (saving, said) = gross(&above);
    assert_eq!((saving.as_str(), said.len()), ("370000", 2), "{said:?}");
    // Amounts in one ratio may be so by chance: what most rows are like must be said, and never counts twice.
    let one_more = [above.as_slice(), &["Parking|5|5"]].concat();
    assert_eq!(gross(&one_more).0, "375000");
    let (saving, said) = gross(&[headings, "Bank|100|100", "Agency|200|200", "Workforce|300|300"]);
    assert_eq!(saving, "300000");
    assert!(said.iter().any(|line| line.contains("nothing says whether it is their total or a scheme")), "{said:?}");
}

#[test]
fn a_group_of_one_scheme_is_asked_about_with_the_others() {
    let headings = "Scheme|2026/27 plan £000";
    let rows = [headings, "Surgery|300", "Theatres|200", "Implants|100", "Medicine|500", "Stay|500"];
    let (saving, said) = gross(&rows);
    assert_eq!(saving, "800000");
    for name in ["300 under", "500 under"] {
        assert!(said.iter().any(|line| line.contains("nothing says whether") && line.contains(name)), "{said:?}");
    }
    assert_eq!(gross(&[&rows[..], &["Parking|5"]].concat()).0, "805000");
    // Where no row is a sum of several, two that save the same are two.
    assert_eq!(gross(&[headings, "Surgery|300", "Medicine|500", "Stay|500"]).0, "1300000");
}

#[test]
fn what_is_over_or_under_is_no_scheme() {
    let rows = [HEADINGS, A, B, C, D, "|Total||380|360|", "|CIP target||400||", "|Over/(under)||-20||"];
    let (saving, _) = gross(&rows);
    assert_eq!(saving, "380000");
}

#[test]
fn memo_rows_below_the_total_are_no_schemes() {
    let total = "|Total||380|360|";
    let of = |rows: &[&str]| gross(&[&[HEADINGS, A, B, C, D, total], rows].concat());
    let saving = || "380000".to_owned();
    assert_eq!(of(&["|of which recurrent||250|240|", "|of which pay||300||"]), (saving(), Vec::new()));
    // By a column of the schemes, with a heading of its own or without.
    assert_eq!(of(&["", "|RAG||£000||", "|Red||100||", "|Amber||30||", "|Green||250||"]), (saving(), Vec::new()));
    assert_eq!(of(&["", "By programme|||||", "Workforce|||300|290|", "Urgent care|||80|70|"]), (saving(), Vec::new()));
    // With headings and a total of its own.
    let summary = [
        "",
        "|By programme||||",
        "||Programme|Plan £000|Forecast £000|",
        "||Urgent care|80|70|",
        "||Workforce|300|290|",
        total,
    ];
    assert_eq!(of(&summary), (saving(), Vec::new()));
    let shown = ["", "|Programme||Plan £000|Forecast £000|", "|Urgent care||80|70|", "|Workforce||300|290|", total];
    assert_eq!(of(&shown), (saving(), Vec::new()));
    // By other names, where they are the total.
    assert_eq!(of(&["", "|Division 1||300|290|", "|Division 2||80|70|"]), (saving(), Vec::new()));
    // By words of savings that are in no column; the amounts cannot bear it out, so that it is to be looked at.
    let (figure, said) = of(&["|Recurrent||250|240|"]);
    assert_eq!((figure, said.len()), (saving(), 1), "{said:?}");
    // What is neither counts, and is named; what has a reference is a scheme below the total as well.
    let (figure, said) = of(&["|Car parks||20|20|"]);
    assert_eq!(figure, "400000");
    assert!(said.iter().any(|line| line.contains("stands below the last total")), "{said:?}");
    let late = read(&[HEADINGS, A, B, C, D, total, "L1|Late|Urgent care|20|20|Red"]);
    assert_eq!(rows_of(&late, Table::Scheme), 5);
}
