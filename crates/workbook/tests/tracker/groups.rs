//! Groups without references, called like schemes.

use crate::support::{Computed, loaded, sheet, to_look_at};
use one_plan_model::plan::Table;
use one_plan_workbook::issues::Severity;

fn with(rows: &[&str]) -> (String, Vec<String>, String) {
    let rows = [&["CIP 2026/27 £000", "Scheme|Plan|FOT"], rows].concat();
    let loaded = loaded("t.xlsx", sheet("CIP", &rows));
    (Computed::of(&loaded).figure("schemes.list.cip.gross"), to_look_at(&loaded), loaded.report.text())
}

#[test]
fn groups_that_the_total_does_not_count_are_no_schemes() {
    let above = ["Workforce|100|90", "Agency|100|90", "Medicines|300|310", "Drugs|200|210", "Biosimilars|100|100"];
    let below = ["Agency|100|90", "Workforce|100|90", "Drugs|200|210", "Biosimilars|100|100", "Medicines|300|310"];
    for rows in [above, below] {
        for total in ["Total|400|400", "Overall|400|400"] {
            let (gross, said, text) = with(&[rows.as_slice(), &[total]].concat());
            assert_eq!((gross.as_str(), said), ("400000", Vec::new()), "{rows:?} {total}");
            assert_eq!(text.matches("and the total adds up without it").count(), 2, "{text}");
        }
    }
    // Some schemes are in no group.
    let loose = ["Estates|70|60", "Medicines|300|310", "Drugs|200|210", "Biosimilars|100|100", "Total|370|370"];
    assert_eq!(with(&loose).0, "370000");
}

#[test]
fn what_the_total_counts_is_a_scheme() {
    // By chance a scheme saves as much as the two below it.
    let rows = ["Medicines|300|310", "Drugs|200|210", "Biosimilars|100|100", "Total|600|620"];
    assert_eq!(with(&rows).0, "600000");
    assert_eq!(with(&rows).1, Vec::<String>::new());
}

#[test]
fn a_scheme_that_the_total_counts_is_no_group_whatever_its_amounts_are() {
    // In two amounts that are not in one ratio, below or above those of which it happens to be the sum.
    for rows in [
        ["Theatres|120|110", "Endoscopy|50|50", "Beds|170|160", "Agency|240|200"],
        ["Beds|170|160", "Theatres|120|110", "Endoscopy|50|50", "Agency|240|200"],
    ] {
        for total in ["Total|580|520", "Overall|580|520", "|580|520"] {
            let (gross, said, text) = with(&[rows.as_slice(), &[total]].concat());
            assert_eq!((gross.as_str(), said), ("580000", Vec::new()), "{rows:?} {total} {text}");
        }
    }
    // Part by part: in one part a group is proven, in the other a scheme.
    let parts = [
        "Medicines|300|310",
        "Drugs|200|210",
        "Biosimilars|100|100",
        "Total pharmacy|300|310",
        "Beds|170|160",
        "Theatres|120|110",
        "Endoscopy|50|50",
        "Total surgery|340|320",
    ];
    assert_eq!(with(&parts).0, "640000");
    let (gross, said, text) = with(&[parts.as_slice(), &["Grand total|640|630"]].concat());
    assert_eq!((gross.as_str(), said), ("640000", Vec::new()), "{text}");
}

#[test]
fn groups_of_which_nothing_but_the_amounts_says_so_never_count_beside_their_schemes() {
    // Several amounts that are not in one ratio: by chance no rows are so.
    let (gross, said, _) = with(&["Estates|70|60", "Medicines|300|310", "Drugs|200|210", "Biosimilars|100|100"]);
    assert_eq!(gross, "370000");
    assert!(said.len() == 1 && said[0].contains("cell A4") && said[0].contains("which is hardly chance"), "{said:?}");
    // One amount, and most rows are such: a person has to say it.
    let rows = ["CIP 2026/27 £000", "Scheme|Plan", "Estates|70", "Medicines|300", "Drugs|200", "Biosimilars|100"];
    let read = loaded("t.xlsx", sheet("CIP", &rows));
    assert_eq!(Computed::of(&read).figure("schemes.list.cip.gross"), "370000");
    assert!(read.report.issues.iter().any(|issue| {
        issue.severity == Severity::Error && issue.what.contains("nothing says whether it is their total or a scheme")
    }));
    let schemes = read.report.control.iter().find(|total| total.table == Table::Scheme).unwrap();
    assert_eq!((schemes.whole.rows_read, schemes.whole.rows_used), (4, 3));
    // A total that counts it, or not, says it too.
    for (total, gross) in [("Total|670", "670000"), ("Total|370", "370000")] {
        let read = loaded("t.xlsx", sheet("CIP", &[rows.as_slice(), &[total]].concat()));
        assert_eq!(
            (Computed::of(&read).figure("schemes.list.cip.gross").as_str(), to_look_at(&read)),
            (gross, Vec::new())
        );
    }
    // Among more others one such amount may be chance.
    let more = [rows.as_slice(), &["Beds|33", "Falls|21", "Stroke|8", "Rotas|17"]].concat();
    let read = loaded("t.xlsx", sheet("CIP", &more));
    assert_eq!(Computed::of(&read).figure("schemes.list.cip.gross"), "749000");
    assert!(to_look_at(&read)[0].contains("nothing says whether it is a total"), "{:?}", to_look_at(&read));
}

#[test]
fn groups_of_rounded_amounts_and_of_many_schemes_are_found() {
    let rows = [
        "Workforce|10|8",
        "Bank|4.4|3.6",
        "Agency|5.3|4.1",
        "Estates|7|6",
        "Gas|3.6|2.9",
        "Waste|3.7|3.3",
        "Total|17|14",
    ];
    assert_eq!(with(&rows).0, "17000");
    let schemes: Vec<String> = (1..=400).map(|nth| format!("Scheme {nth}|{nth}|{}", nth % 7)).collect();
    let (plan, forecast) = (400 * 401 / 2, (1..=400).map(|nth| nth % 7).sum::<u32>());
    let mut rows = vec![format!("Workforce|{plan}|{forecast}")];
    rows.extend(schemes);
    rows.extend(["Estates|3|2", "Gas|2|1", "Waste|1|1"].map(str::to_owned));
    rows.push(format!("Total|{}|{}", plan + 3, forecast + 2));
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    assert_eq!(with(&rows).0, format!("{}000", plan + 3));
}
