//! Groups without references, called like schemes.

use crate::support::{Computed, loaded, sheet, to_look_at};

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
fn groups_of_which_nothing_but_the_amounts_says_so_are_named() {
    let (gross, said, _) = with(&["Estates|70|60", "Medicines|300|310", "Drugs|200|210", "Biosimilars|100|100"]);
    assert_eq!(gross, "670000");
    assert!(said.len() == 1 && said[0].contains("cell A4") && said[0].contains("sums of the rows below"), "{said:?}");
}
