//! What schemes spend again, in the signs in which trackers give it.

use crate::support::{Computed, loaded, sheet};

fn net(spent: [&str; 3]) -> (String, bool) {
    let [first, second, third] = spent;
    let rows = [
        "QIPP 2026/27 £000".to_owned(),
        "Scheme|Gross savings|Investment".to_owned(),
        format!("Virtual wards|1200|{first}"),
        format!("Triage|600|{second}"),
        format!("Biosimilars|300|{third}"),
    ];
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let loaded = loaded("qipp.xlsx", sheet("QIPP", &rows));
    let is_told = loaded.report.text().contains("every amount under \"Investment\" is given with a minus");
    (Computed::of(&loaded).figure("schemes.list.qipp.net").to_owned(), is_told)
}

#[test]
fn what_has_a_minus_wherever_it_is_given_is_read_without_it() {
    assert_eq!(net(["-400", "", "0"]), ("1700000".to_owned(), true));
    assert_eq!(net(["(400)", "(150)", "-"]), ("1550000".to_owned(), true));
    assert_eq!(net(["400", "150", ""]), ("1550000".to_owned(), false));
}

#[test]
fn one_minus_among_others_is_left_to_the_plan_which_says_that_it_cannot_be() {
    assert!(!net(["-400", "150", ""]).1);
}
