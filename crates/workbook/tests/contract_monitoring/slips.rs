//! Slips in single rows: a line that stands there twice, and a sign that was lost.

use crate::support::{MONITORING, csv, load, monitoring, nothing_to_look_at, of_files, plan_rows, to_look_at};

const TIMED: &str = "|2026-10-01T10:00:00";

#[test]
fn a_row_that_is_the_same_as_another_in_every_cell_counts_and_is_said_with_its_pounds() {
    let rows = [
        "1|202526|RAS|QMJ|EL|10|1000|9|900",
        "2|202526|RAS|QMJ|EL|10|1000|9|950",
        "3|202526|RAS|QMJ|EL|10|1000|9|925.50",
    ];
    let mut rows: Vec<String> = rows.map(|row| format!("{row}{TIMED}")).to_vec();
    nothing_to_look_at(&load(&[("acm.csv", &csv(MONITORING, &rows))]));
    rows.push(rows[1].clone());
    let loaded = load(&[("acm.csv", &csv(MONITORING, &rows))]);
    assert_eq!(
        to_look_at(&loaded),
        [
            "acm.csv, row 5: 1 row is the same in every cell as an earlier row: row 5 (as 3). That may be chance, or the same line \
             twice: it counts beside the earlier one, with £1,000 planned and £950 actual in all"
        ]
    );
    assert_eq!(plan_rows(&loaded, "contract_months", &["billed"]), ["900", "1900", "925.50"]);
    assert_eq!(of_files(&loaded).rows_used, 4);
    // A file that was put together twice over: each of its rows, but the first of them, is one too many.
    let twice: Vec<String> = rows.iter().chain(&rows).cloned().collect();
    let said = to_look_at(&load(&[("acm.csv", &csv(MONITORING, &twice))]));
    assert_eq!(said.len(), 1);
    assert!(
        said[0].contains("5 rows are the same in every cell as an earlier row: row 5 (as 3), 6 (as 2), 7 (as 3), "),
        "{said:?}"
    );
    assert!(said[0].ends_with("with £5,000 planned and £4,675.50 actual in all"), "{said:?}");
}

#[test]
fn more_repeated_rows_than_can_be_named_are_counted_in_one_remark() {
    let rows = vec!["1|202526|RAS|QMJ|EL|1|10|1|10"; 9];
    let said = to_look_at(&monitoring(&rows));
    assert_eq!(said.len(), 1);
    assert!(said[0].contains("8 rows are"), "{said:?}");
    assert!(said[0].contains("row 3 (as 2), 4 (as 2), 5 (as 2), 6 (as 2), 7 (as 2) and 3 more. "), "{said:?}");
}

#[test]
fn rows_that_differ_in_any_cell_or_bring_nothing_are_not_the_same() {
    // A column that is left alone tells two lines apart too.
    let headings = format!("{MONITORING}|HEALTHCARE RESOURCE GROUP");
    let rows = [
        "1|202526|RAS|QMJ|EL|1|10|1|10||AA01",
        "1|202526|RAS|QMJ|EL|1|10|1|10||AA02",
        "1|202526|RAS|QMJ|EL|1|10|1|10|AA01|",
    ];
    let loaded = load(&[("acm.csv", &csv(&headings, &rows[..2]))]);
    nothing_to_look_at(&loaded);
    let said = to_look_at(&load(&[("acm.csv", &csv(&headings, &rows))]));
    assert!(!said.iter().any(|what| what.contains("the same in every cell")), "{said:?}");
    let noughts = ["1|202526|RAS|QMJ|EL|1|10|1|10", "1|202526|RAS|QMJ|NEL|0|0|0|0", "1|202526|RAS|QMJ|NEL|0|0|0|0"];
    nothing_to_look_at(&monitoring(&noughts));
}

#[test]
fn activity_and_price_of_opposite_sign_are_said_and_count() {
    let loaded = monitoring(&["1|202526|RAS|QMJ|EL|10|1000|9|(900)", "2|202526|RAS|QMJ|EL|10|1000|9|910"]);
    assert_eq!(
        to_look_at(&loaded),
        [
            "acm.csv, cell I2: 1 row has actual activity and price of opposite sign (I2), such as 9 for −£900: it counts as it \
             stands, with −£900 in all"
        ]
    );
    assert_eq!(plan_rows(&loaded, "contract_months", &["billed"]), ["-900", "910"]);
    let loaded = monitoring(&["1|202526|RAS|QMJ|EL|-10|1000|-9|900", "1|202526|RAS|QMJ|NEL|10|-50|1|90"]);
    let said = to_look_at(&loaded);
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(
        said[0].contains("2 rows have planned activity and price of opposite sign (G2, G3), such as −10 for £1,000"),
        "{said:?}"
    );
    assert!(said[0].contains("with £950 in all"), "{said:?}");
}

#[test]
fn what_is_taken_back_and_a_correction_of_the_price_alone_are_no_slips() {
    nothing_to_look_at(&monitoring(&[
        "1|202526|RAS|QMJ|EL|10|1000|9|900",
        "1|202526|RAS|QMJ|NEL|1|10|-1|-90",
        "1|202526|RAS|QMJ|OP|1|10|0|-90",
        "1|202526|RAS|QMJ|DC|1|10||-90",
        "1|202526|RAS|QMJ|AE|1|10|-3|0",
    ]));
}
